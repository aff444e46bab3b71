"""A table of any number of cards: it holds their ids, and asks for the rows that are in view."""

from __future__ import annotations

from collections.abc import Collection as Members
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from trainer.cards import CardOf
from trainer.collection.listed import Listed
from trainer.schedule import Moment
from trainer.search import AS_IN_DECKS, Order
from trainer.tui.browse_columns import Column, Layout, is_dimmed

PAGE = 64
"""Rows that are asked for at once."""
_KEPT = 4_000
"""Rows that are kept at most."""


class CardTable(ScrollView, can_focus=True):
    """Rows under the names of their columns, and a cursor on one of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--heading", "table--cursor", "table--quiet"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home,g", "move_to(0)", "First", show=False),
        Binding("end,G", "move_to(-1)", "Last", show=False),
    ]

    @dataclass
    class Wanted(Message):
        """Rows are in view, or nearly, that are not known."""

        start: int
        cards: Sequence[CardOf]

    @dataclass
    class Moved(Message):
        """The cursor is on another card, or on none."""

    @dataclass
    class HeadingChosen(Message):
        """The name of a column was clicked."""

        column: Column

    @dataclass
    class MarkChosen(Message):
        """The gutter of a row was clicked, or the row with ctrl."""

    @dataclass
    class Opened(Message):
        """A row was clicked twice."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: Sequence[CardOf] = ()
        """What the table holds, in order."""
        self.cursor = 0
        """The row of the cursor."""
        self._rows: dict[CardOf, Listed | None] = {}
        self._asked: set[int] = set()
        self._marked: Members[CardOf] = frozenset()
        self._order = AS_IN_DECKS
        self._moment = Moment(0, 0, 0)
        self._layout = Layout.of(80)

    @property
    def current(self) -> CardOf | None:
        """The card under the cursor."""
        return self.cards[self.cursor] if self.cursor < len(self.cards) else None

    @property
    def listed(self) -> Listed | None:
        """The card under the cursor, once it is known."""
        return self._rows.get(self.current) if self.current else None

    def hold(self, cards: Sequence[CardOf], order: Order, moment: Moment, *, at: CardOf | None = None) -> None:
        """Hold other cards; the cursor goes to the one given if it is among them, else to the first."""
        self.cards, self._order, self._moment = cards, order, moment
        self._asked.clear()
        self.cursor = cards.index(at) if at in cards else 0
        self._resize()
        self._follow()

    def forget(self) -> None:
        """The rows may be other than they were: ask for them again."""
        self._asked.clear()
        self._ask()

    def fill(self, start: int, cards: Sequence[CardOf], rows: Sequence[Listed | None]) -> None:
        """The rows that were asked for."""
        if len(self._rows) > _KEPT:
            self._rows.clear()
            self._asked = {start // PAGE}
        self._rows |= dict(zip(cards, rows, strict=True))
        self.refresh()
        if self.current in cards:
            self.post_message(self.Moved())

    def mark(self, marked: Members[CardOf]) -> None:
        """Show which cards are marked."""
        self._marked = marked
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of what is in view: the names of the columns, then rows."""
        width = self.size.width
        if y == 0:
            heading = self._layout.heading(self._order.by, self._order.descending)
            return self._strip(heading.render_segments(self._style("table--heading")), width)
        place = round(self.scroll_y) + y - 1
        if place >= len(self.cards):
            return Strip.blank(width, self.rich_style)
        card = self.cards[place]
        listed = self._rows.get(card)
        content = self._layout.row(listed, self._moment, marked=card in self._marked)
        return self._strip(content.render_segments(self._style_of(place, listed)), width)

    def _style_of(self, place: int, listed: Listed | None) -> Style:
        if place == self.cursor:
            return self._style("table--cursor")
        return self._style("table--quiet") if listed and is_dimmed(listed.card, listed) else self.visual_style

    def _style(self, name: str) -> Style:
        return self.get_visual_style(name)

    def _strip(self, segments: list[Segment], width: int) -> Strip:
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def action_move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self._go(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by what is in view."""
        self._go(self.cursor + pages * max(1, self.size.height - 2))

    def action_move_to(self, row: int) -> None:
        """Move the cursor to the first row, or to the last."""
        self._go(row % max(1, len(self.cards)))

    def on_click(self, event: Click) -> None:
        """The row that was clicked, its mark, or the name of a column."""
        event.stop()
        if event.y == 0:
            column = self._layout.column_at(event.x)
            if column:
                self.post_message(self.HeadingChosen(column))
            return
        place = round(self.scroll_y) + event.y - 1
        if place < len(self.cards):
            self._go(place)
            if event.ctrl or event.x < 2:
                self.post_message(self.MarkChosen())
            elif event.chain == 2:
                self.post_message(self.Opened())

    def on_resize(self, _: Resize) -> None:
        """Lay out the columns anew, and ask for the rows that came into view."""
        self._layout = Layout.of(self.size.width)
        self._resize()
        self._follow()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that came into view."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def _resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.cards) + 1)
        self.refresh()

    def _go(self, place: int) -> None:
        before, self.cursor = self.cursor, max(0, min(place, len(self.cards) - 1))
        if before != self.cursor:
            self.refresh_line(before + 1)
            self.refresh_line(self.cursor + 1)
            self._follow()

    def _follow(self) -> None:
        """Keep the cursor in view, and ask for what is not known of it."""
        room = max(1, self.size.height - 1)
        top = round(self.scroll_y)
        if not top <= self.cursor < top + room:
            self.scroll_to(
                y=self.cursor if self.cursor < top else self.cursor - room + 1, animate=False, immediate=True
            )
        self._ask()
        self.post_message(self.Moved())

    def _ask(self) -> None:
        """Ask for the pages in view that were not asked for, and for the one after them."""
        top = round(self.scroll_y)
        for page in range(top // PAGE, (top + self.size.height) // PAGE + 2):
            cards = self.cards[page * PAGE : (page + 1) * PAGE]
            if cards and page not in self._asked:
                self._asked.add(page)
                self.post_message(self.Wanted(page * PAGE, cards))
