"""A line to search with over the cards that it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from trainer.cards import CardOf
from trainer.collection import Collection
from trainer.collection.listed import Listed
from trainer.search import AS_IN_DECKS, Order, SortBy
from trainer.text import counted
from trainer.tui.aside import Failed, aside
from trainer.tui.card_preview import CardPreview
from trainer.tui.card_table import CardTable
from trainer.tui.desk import Desk
from trainer.tui.shown import shown

_FIRST = 200
"""Cards that are shown before the rest are found."""
_PAUSE_S = 0.15
"""How long typing rests before a search begins."""
_BROAD = 120
"""Cells from which on there is room for the card under the cursor."""


class CardFinder(Vertical):
    """The search, how many cards it finds and which of them are marked, the table, the card under its cursor."""

    @dataclass
    class Found(Message):
        """What a search has found so far."""

        query: str
        cards: Sequence[CardOf]
        whole: bool
        """Whether this is all of it."""

    @dataclass
    class Fetched(Message):
        """Rows of the table."""

        start: int
        cards: Sequence[CardOf]
        rows: Sequence[Listed | None]

    def __init__(self, desk: Desk, query: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._query = query
        self._order = AS_IN_DECKS
        self._marked: frozenset[CardOf] = frozenset()
        self._typing: Timer | None = None
        self._at: CardOf | None = None

    def compose(self) -> ComposeResult:
        """The line and its numbers over the table and the card."""
        with Horizontal(id="head"):
            yield Input(self._query, placeholder="Search: words, tag:un, is:due, prop:s>21; F1 lists all", compact=True)
            yield Static(id="tally")
        yield Static(id="problem")
        with Horizontal(id="body"):
            yield CardTable()
            with Vertical(id="preview"):
                yield CardPreview()

    def on_mount(self) -> None:
        """Find the cards."""
        self.search()

    def on_resize(self, event: Resize) -> None:
        """Show the card where there is room."""
        self.set_class(event.size.width >= _BROAD, "-broad")
        self.preview()

    @property
    def table(self) -> CardTable:
        """The cards found."""
        return self.query_one(CardTable)

    @property
    def chosen(self) -> list[CardOf]:
        """The marked cards in the table's order, or else the one under the cursor."""
        table = self.table
        if self._marked:
            return [card for card in table.cards if card in self._marked]
        return [table.current] if table.current else []

    @property
    def has_marks(self) -> bool:
        """Whether any card is marked."""
        return bool(self._marked)

    def search(self, query: str | None = None) -> None:
        """Search again, or for something else."""
        if query is not None:
            self.query_one(Input).value = self._query = query
        self._at = self.table.current
        self._look(self._query, self._order)

    def put_in_order(self, by: SortBy | None = None) -> None:
        """Put the cards in order of something; turn the order round if that is it, or nothing is given."""
        if by in {None, self._order.by}:
            self._order = replace(self._order, descending=not self._order.descending)
        elif by:
            self._order = Order(by)
        self.search()

    def put_in_next_order(self) -> None:
        """Put the cards in order of the next column."""
        names = list(SortBy)
        self.put_in_order(names[(names.index(self._order.by) + 1) % len(names)])

    def mark_current(self) -> None:
        """Mark the card under the cursor, or take its mark away, and go on to the next."""
        if self.table.current:
            self._mark(self._marked ^ {self.table.current})
            self.table.action_move(1)

    def mark_all(self) -> None:
        """Mark every card found; none if all are marked."""
        cards = frozenset(self.table.cards)
        self._mark(frozenset() if cards <= self._marked else cards)

    def unmark(self) -> None:
        """Take every mark away."""
        self._mark(frozenset())

    def tell(self, words: str) -> None:
        """A few words beside the search."""
        self.query_one("#tally", Static).update(shown(words))

    def complain(self, reason: str) -> None:
        """A line on what went wrong; none if nothing did."""
        problem = self.query_one("#problem", Static)
        problem.update(shown(reason))
        problem.display = bool(reason)

    @on(Input.Changed)
    def type_on(self, event: Input.Changed) -> None:
        """Search once typing rests."""
        if event.value != self._query:
            self._query = event.value
            if self._typing:
                self._typing.stop()
            self._typing = self.set_timer(_PAUSE_S, self.search)

    @on(Input.Submitted)
    def to_table(self) -> None:
        """On to what was found."""
        self.table.focus()

    @on(CardTable.HeadingChosen)
    def order_by(self, chosen: CardTable.HeadingChosen) -> None:
        """Put the cards in order of the column; turn it round the second time."""
        self.put_in_order(chosen.column.sort)

    @on(CardTable.MarkChosen)
    def mark_clicked(self) -> None:
        """Mark the row that was clicked."""
        self.mark_current()

    @on(CardTable.Wanted)
    def fetch(self, wanted: CardTable.Wanted) -> None:
        """Fetch rows that are in view."""
        self._fetch(wanted.start, wanted.cards)

    @on(CardTable.Moved)
    def preview(self) -> None:
        """Show the card under the cursor beside the table, where there is room."""
        if not self.has_class("-broad"):
            return
        listed = self.table.listed
        self.query_one(CardPreview).show(listed, self._desk.deck(listed.deck if listed else ""), self._desk.now())

    @on(Found)
    def show_found(self, found: Found) -> None:
        """The cards found; the cursor stays on the card that it was on when the search began."""
        if found.query != self._query:
            return
        self.table.hold(found.cards, self._order, self._desk.now(), at=self._at)
        if found.whole and self._marked:
            self._mark(self._marked & frozenset(found.cards))
        self.complain("")
        self.count(found.whole)

    @on(Failed)
    def explain(self, failed: Failed) -> None:
        """Say what is wrong with the search, or with the cards; what was found before stays."""
        failed.stop()
        self.complain(str(failed.error))

    @on(Fetched)
    def fill(self, fetched: Fetched) -> None:
        """Show rows that were fetched."""
        self.table.fill(fetched.start, fetched.cards, fetched.rows)

    @aside(exclusive=True, group="search")
    def _look(self, query: str, order: Order) -> None:
        """Find the first cards, then all of them."""
        worker = get_current_worker()
        is_whole = self._look_for(query, order, _FIRST, worker)
        if not (is_whole or worker.is_cancelled):
            self._look_for(query, order, -1, worker)

    def _look_for(self, query: str, order: Order, most: int, worker: Worker[None]) -> bool:
        """Find at most so many cards; whether that is all of them."""

        def verb(collection: Collection) -> list[CardOf]:
            return collection.search(query, order, most, lambda: worker.is_cancelled)

        found = self._desk.ask(verb)
        is_whole = most < 0 or len(found) < most
        if not worker.is_cancelled:
            self.post_message(self.Found(query, found, is_whole))
        return is_whole

    @aside(group="fetch")
    def _fetch(self, start: int, cards: Sequence[CardOf]) -> None:
        self.post_message(self.Fetched(start, cards, self._desk.ask(lambda collection: collection.listed(cards))))

    def _mark(self, marked: frozenset[CardOf]) -> None:
        self._marked = marked
        self.table.mark(marked)
        self.count(True)

    def count(self, whole: bool = True) -> None:
        """How many cards are found, and how many of them marked."""
        found = counted(len(self.table.cards), "card")
        marked = f" · {len(self._marked):,} marked" if self._marked else ""
        self.tell(f"{found}{'' if whole else ' …'}{marked}")
