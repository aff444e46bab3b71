"""The decks on the home screen, a row each."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import ListItem, ListView, Static

from trainer.decks import Cover
from trainer.text import counted, one_line
from trainer.tui.overview import Outlook, Overview, by_name, ready, soon
from trainer.tui.shown import shown

_COLUMNS = ("new", "learning", "due", "cards")
_WIDTHS = (5, 10, 6, 8)


class DeckRow(ListItem):
    """A deck's title and counts, over a quieter line about it."""

    def __init__(self, deck: Cover) -> None:
        super().__init__()
        self.deck = deck
        """The deck of this row."""

    def compose(self) -> ComposeResult:
        """Title, counts and details; the counts come once they are known."""
        with Horizontal():
            yield Static(shown(one_line(self.deck.title), "bold"), classes="title")
            yield Static(classes="columns")
        yield Static(details(self.deck, None), classes="details")
        yield Static(classes="words")

    def show(self, outlook: Outlook) -> None:
        """The deck's day."""
        cells = (*by_name(outlook.today).values(), self.deck.size)
        self.query_one(".columns", Static).update(columns([f"{cell}" if cell else "–" for cell in cells]))
        self.query_one(".details", Static).update(details(self.deck, outlook))
        self.query_one(".words", Static).update(words(outlook))


class DeckList(Vertical):
    """All decks under their columns' names."""

    def __init__(self, decks: Sequence[Cover]) -> None:
        super().__init__()
        self._decks = decks

    def compose(self) -> ComposeResult:
        """A heading over a row for each deck."""
        with Horizontal(id="names"):
            yield Static("Decks", classes="heading title")
            yield Static(columns(_COLUMNS), classes="columns")
        yield ListView(*map(DeckRow, self._decks))

    @property
    def under_cursor(self) -> Cover | None:
        """The deck that Enter would study."""
        row = self.query_one(ListView).highlighted_child
        return row.deck if isinstance(row, DeckRow) else None

    def show(self, overview: Overview) -> None:
        """Each deck's day in its row."""
        for row, outlook in zip(self.query(DeckRow), overview.outlooks, strict=True):
            row.show(outlook)


def columns(cells: Sequence[str]) -> Content:
    """Cells ranged right under one another."""
    return shown("".join(f"{cell:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True)))


def details(deck: Cover, outlook: Outlook | None) -> Content:
    """What is worth knowing about a deck beside its counts."""
    parts = [deck.highest_marking, counted(len(deck.briefs), "brief") if deck.briefs else ""]
    if outlook and outlook.readiness:
        parts.append(ready(outlook.readiness))
    if outlook and outlook.next_in_days is not None:
        parts.append(f"next cards {soon(outlook.next_in_days)}")
    return shown(" · ".join(filter(None, parts)) or "no briefs")


def words(outlook: Outlook) -> Content:
    """A deck's day where there is no room for columns."""
    parts = [f"{count} {name}" for name, count in by_name(outlook.today).items() if count]
    if not parts:
        parts = [f"next cards {soon(outlook.next_in_days)}" if outlook.next_in_days else "nothing is due"]
    if outlook.readiness:
        parts.append(f"{outlook.readiness.share:.0%} ready")
    return shown(" · ".join(parts))
