"""The browser: every card, a search over them, and what can be done to those found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from trainer.cards import CardOf
from trainer.collection.gesture import Act, Gesture, take_back
from trainer.decks.edit import Edit
from trainer.decks.markings import highest
from trainer.errors import TrainerError
from trainer.text import counted
from trainer.tui import browse_keys
from trainer.tui.aside import Failed, aside
from trainer.tui.browse_verbs import VERBS
from trainer.tui.card_finder import CardFinder
from trainer.tui.card_table import CardTable
from trainer.tui.desk import Desk
from trainer.tui.key_line import KeyLine
from trainer.tui.marking import MarkingBanner
from trainer.tui.search_guide import SearchGuide
from trainer.tui.under_way import UnderWay
from trainer.watched import GivenUp, Step

_MANY = 1_000
"""Cards from which on somebody may have to wait."""


class BrowseScreen(Screen[None]):
    """All cards; keys work on the marked ones, or else on the one under the cursor."""

    CSS_PATH = "browse.tcss"
    AUTO_FOCUS = "CardTable"
    BINDINGS: ClassVar[list[BindingType]] = browse_keys.BINDINGS

    @dataclass
    class Done(Message):
        """Something was done to cards, and is on the disk."""

        gesture: Gesture
        is_undo: bool = False

    @dataclass
    class Doing(Message):
        """Something is under way."""

        done: int
        of: int
        """How many cards it is done to."""

    def __init__(self, desk: Desk, query: str = "") -> None:
        """The desk's cards, or those that a query finds."""
        super().__init__()
        self.desk = desk
        """The collection of the cards."""
        self._query = query
        self._done: list[Gesture] = []
        self._work: UnderWay | None = None

    def compose(self) -> ComposeResult:
        """Marking, cards, keys."""
        yield MarkingBanner()
        yield CardFinder(self.desk, self._query)
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark the screen as highly as anything on it."""
        self.query_one(MarkingBanner).mark(highest(deck.highest_marking for deck in self.desk.decks))
        self._show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the keys may do now."""
        return browse_keys.may(
            str(parameters[0]) if action == "cards" else action,
            is_busy=self._work is not None,
            has_cards=bool(self.finder.table.cards),
            is_undoable=bool(self._done),
        )

    @property
    def finder(self) -> CardFinder:
        """The search and the cards that it finds."""
        return self.query_one(CardFinder)

    def action_search(self) -> None:
        """Type a search."""
        self.query_one(Input).focus()

    def action_words(self) -> None:
        """The search words."""
        self.app.push_screen(SearchGuide())

    def action_twins(self) -> None:
        """Find cards that ask the same."""
        self.finder.search("is:dupe")

    def action_order(self) -> None:
        """Put the cards in order of the next column."""
        self.finder.put_in_next_order()

    def action_turn(self) -> None:
        """Turn the order round."""
        self.finder.put_in_order()

    def action_mark(self) -> None:
        """Mark the card under the cursor, or take its mark away, and go on."""
        self.finder.mark_current()

    def action_mark_all(self) -> None:
        """Mark every card found, or none."""
        self.finder.mark_all()

    def action_leave(self) -> None:
        """Give up what is under way; from the search to the table; unmark the cards; back to the decks."""
        finder = self.finder
        if self._work:
            self._work.give_up()
        elif not finder.table.has_focus:
            finder.table.focus()
        elif finder.has_marks:
            finder.unmark()
        else:
            self.dismiss()

    def action_cards(self, verb: str) -> None:
        """Do something to the chosen cards, or look at the one under the cursor."""
        VERBS[verb](self)

    def action_undo(self) -> None:
        """Take back what was done last."""
        if self._done:
            last = self._done[-1]
            self._begin(last.count, lambda step: take_back(last, step), is_undo=True)

    @on(CardTable.Opened)
    def open_card(self) -> None:
        """Change the words of the card that was clicked twice."""
        if not self._work:
            self.action_cards("edit")

    @on(Done)
    def go_on(self, done: Done) -> None:
        """Say what was done and show the cards as they are now."""
        self._work = None
        if done.is_undo:
            self._done.pop()
        else:
            self._done.append(done.gesture)
        self.finder.complain("")
        self.finder.tell(f"{counted(done.gesture.count, 'card')} {done.gesture.told}")
        self.finder.table.forget()
        self._show_keys()

    @on(Doing)
    def tell_progress(self, doing: Doing) -> None:
        """How far it is."""
        if self._work:
            self.finder.tell(f"{doing.done:,} of {counted(doing.of, 'card')} …")

    @on(Failed)
    def stay(self, failed: Failed) -> None:
        """Say why nothing was done."""
        failed.stop()
        self._work = None
        self.finder.count()
        self.finder.complain(f"Not done: {failed.error}")
        self._show_keys()

    def _show_keys(self) -> None:
        """Name the keys that matter most; help has them all."""
        self.query_one(KeyLine).show(browse_keys.hints(is_busy=self._work is not None, is_undoable=bool(self._done)))
        self.refresh_bindings()

    def edited(self, edit: Edit | None) -> None:
        """Once a card was edited or added: it can be undone here too."""
        if edit:
            is_new = edit.wordings[0].before is None
            self.go_on(self.Done(Gesture("added" if is_new else "edited", 1, edits=(edit,))))
            if is_new:
                self.finder.search()

    def act(self, make: Callable[[list[CardOf], Step], Act]) -> None:
        """Do something to the chosen cards, off the screen's own thread."""
        cards = self.finder.chosen
        self._begin(len(cards), lambda step: make(cards, step))

    def _begin(self, count: int, make: Callable[[Step], Act], *, is_undo: bool = False) -> None:
        """Begin to do something to so many cards, and say how far it is."""

        def tell(done: int) -> None:
            self.post_message(self.Doing(done, count))

        self._work = UnderWay(tell)
        self.finder.tell("working …" if count < _MANY else f"0 of {counted(count, 'card')} …")
        self._show_keys()
        self._do(make(self._work.step), is_undo=is_undo)

    @aside(group="act")
    def _do(self, act: Act, *, is_undo: bool) -> None:
        try:
            self.post_message(self.Done(self.desk.ask(act), is_undo))
        except GivenUp as given_up:
            raise TrainerError("you gave it up; all cards are as they were.") from given_up

    def on_unmount(self) -> None:
        """Nobody waits for it any more."""
        if self._work:
            self._work.give_up()
