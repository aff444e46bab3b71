"""The keys under a card, drawn side by side: each can be pressed or clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content
from textual.events import Click, Leave, MouseMove
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from trainer.tui.kept_lines import KeptLines
from trainer.tui.shown import shown

_GAP = 1
"""Columns between two keys."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A key, what it does, and what comes of it."""

    key: str
    """As it stands on the keyboard; may be empty."""
    name: str
    detail: str
    """What comes of it; may be empty, and is left out where there is no room."""
    action: str
    """What the key does, as a binding names it."""
    lit: bool = False
    """Whether it is the one that Enter takes."""


class KeyCells(Widget):
    """A row of keys that share its width; one widget, however many keys, so that a new row costs one drawing."""

    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """A key was clicked."""

        action: str
        """What it does."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[Cell, ...] = ()
        self.auto_links = False  # there are none
        self._pointed: int | None = None
        self._lines = KeptLines(self)

    def show(self, cells: Sequence[Cell]) -> None:
        """Other keys."""
        if tuple(cells) != self._cells:
            self._cells, self._pointed = tuple(cells), None
            self.refresh()

    def render(self) -> Content:
        """The keys."""
        return drawn(self._cells, self.size.width, self.size.height, self._pointed)

    def render_line(self, y: int) -> Strip:
        """A line, as it was drawn for the same keys."""
        return self._lines.line(y, (self._cells, self._pointed, self.size.height), self.render)

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        super().notify_style_update()
        self._lines.forget()

    def on_click(self, event: Click) -> None:
        """Ask for what the key does."""
        place = place_at(event.x, len(self._cells), self.size.width)
        if place is not None:
            self.post_message(self.Clicked(self._cells[place].action))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Let the key under the mouse stand out."""
        self._point_at(place_at(event.x, len(self._cells), self.size.width))

    def on_leave(self, _: Leave) -> None:
        """Let none stand out."""
        self._point_at(None)

    def _point_at(self, place: int | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self.refresh()


def edges(count: int, width: int) -> list[tuple[int, int]]:
    """Where each of so many keys begins and ends, side by side over a width.

    >>> edges(3, 20)
    [(0, 6), (7, 13), (14, 20)]
    """
    room = width + _GAP
    starts = [number * room // count for number in range(count + 1)]
    return [(start, end - _GAP) for start, end in pairwise(starts)]


def place_at(column: int, count: int, width: int) -> int | None:
    """The number of the key at a column; None between two keys."""
    found = (place for place, (start, end) in enumerate(edges(count, width) if count else ()) if start <= column < end)
    return next(found, None)


def drawn(cells: Sequence[Cell], width: int, height: int, pointed: int | None = None) -> Content:
    """The keys in so much room; what comes of each under its name where it does not fit beside it."""
    if not cells:
        return Content()
    rooms = [end - start for start, end in edges(len(cells), width)]
    is_tight = any(_columns(cell) > room for cell, room in zip(cells, rooms, strict=True))
    top = height - 2 if is_tight else (height - 1) // 2
    return Content("\n").join(_row(cells, rooms, line - top, is_tight, pointed) for line in range(height))


def _row(cells: Sequence[Cell], rooms: Sequence[int], line: int, is_tight: bool, pointed: int | None) -> Content:
    numbers = range(len(cells))
    return Content(" ").join(_part(cells[n], rooms[n], line, is_tight, n == pointed) for n in numbers)


def _part(cell: Cell, room: int, line: int, is_tight: bool, is_pointed: bool) -> Content:
    """One line of one key."""
    ground = "on $primary-muted" if cell.lit else "on $panel" if is_pointed else "on $surface"
    if is_tight and line < 0:
        return shown(" " * room)
    return _centred(_text(cell, room, line, is_tight), room).stylize(ground)


def _centred(text: Content, room: int) -> Content:
    """A text in the middle of so many columns."""
    cut = text.truncate(room, ellipsis=True)
    spare = room - cut.cell_length
    return cut.pad(spare // 2, spare - spare // 2)


def _text(cell: Cell, room: int, line: int, is_tight: bool) -> Content:
    """What stands on a line of a key: its name and what comes of it, which has the next line where room is tight."""
    if line == 0:
        return _name(cell) if is_tight or not cell.detail else _name(cell) + _detail(cell, " ")
    return _detail(cell, "") if line == 1 and is_tight and len(cell.detail) <= room else Content()


def _name(cell: Cell) -> Content:
    return shown(f"{cell.key} " if cell.key else "") + shown(cell.name, "bold underline" if cell.lit else "bold")


def _detail(cell: Cell, before: str) -> Content:
    return shown(f"{before}{cell.detail}", "$foreground-muted")


def _columns(cell: Cell) -> int:
    """What a key takes on one line, a space at each end included."""
    return len(cell.key) + len(cell.name) + len(cell.detail) + bool(cell.key) + bool(cell.detail) + 2
