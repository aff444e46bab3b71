"""The columns of the browser: what each says of a card, and how wide it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from trainer.cards import GAP, Card, Status
from trainer.cards.leads import in_a_row
from trainer.collection.listed import Listed
from trainer.reviews import New, Reviewing
from trainer.schedule import Moment
from trainer.schedule.labels import days_label, wait_label
from trainer.search import SortBy
from trainer.text import one_line
from trainer.tui.session_bar import COLOURS
from trainer.tui.shown import shown

MARKED = "✓"
_GUTTER = 4
"""Cells before the first column: whether the card is marked, and its flag."""
_SPACE = 2
"""Cells between columns."""
_NARROW = 6
"""Cells that a share of what is left has at least."""
_MOST = 200
"""Characters of a text that a cell may need."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    sort: SortBy
    """What it is put in order by; its name too."""
    cells: int
    """How wide it is; 0 for one that takes what is left."""
    share: int
    """Its part of what is left, where it takes that."""
    least: int
    """How wide the table must be for it to be there, in cells."""
    text: Callable[[Listed, Moment], str]


def _question(listed: Listed, _: Moment) -> str:
    return in_a_row(listed.card.question).replace(GAP, "[…]")


def _answer(listed: Listed, _: Moment) -> str:
    return listed.card.answer


def _kind(listed: Listed, _: Moment) -> str:
    return listed.card.kind.replace("_", " ")


def due(listed: Listed, moment: Moment) -> str:
    """When the card comes again, in a word."""
    state, status = listed.state, listed.card.status
    if status is not Status.CURRENT:
        return str(status)
    if state.suspended:
        return "suspended"
    if state.buried_until > moment.day:
        return "buried"
    if isinstance(state.stage, New):
        return "new"
    if isinstance(state.stage, Reviewing) and state.stage.due_day <= moment.day:
        late = moment.day - state.stage.due_day
        return f"-{late}d" if late else "today"
    is_ready = getattr(state.stage, "due_ms", moment.ms + 1) <= moment.ms
    return "now" if is_ready else wait_label(state, moment)


def _stability(listed: Listed, _: Moment) -> str:
    memory = getattr(listed.state.stage, "memory", None)
    return days_label(max(1, round(memory.stability))) if memory else "–"


def _lapses(listed: Listed, _: Moment) -> str:
    return str(listed.state.lapses or "–")


def _tags(listed: Listed, _: Moment) -> str:
    return " ".join(listed.card.tags)


def _brief(listed: Listed, _: Moment) -> str:
    return listed.card.source.brief if listed.card.source else ""


COLUMNS = (
    Column(SortBy.QUESTION, 0, 3, 0, _question),
    Column(SortBy.ANSWER, 0, 1, 56, _answer),
    Column(SortBy.KIND, 8, 0, 100, _kind),
    Column(SortBy.DUE, 10, 0, 0, due),
    Column(SortBy.STABILITY, 9, 0, 76, _stability),
    Column(SortBy.LAPSES, 6, 0, 90, _lapses),
    Column(SortBy.TAGS, 14, 0, 116, _tags),
    Column(SortBy.BRIEF, 14, 0, 130, _brief),
)
"""From left to right."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that a table of some width has room for."""

    columns: tuple[tuple[Column, int], ...]
    """Each with its width in cells."""

    @classmethod
    def of(cls, cells: int) -> Layout:
        """The layout of a table so many cells wide."""
        there = [column for column in COLUMNS if column.least <= cells]
        fixed = sum(column.cells for column in there) + _SPACE * (len(there) - 1) + _GUTTER
        shares = sum(column.share for column in there)
        left = max(_NARROW * shares, cells - fixed)
        return cls(tuple((column, column.cells or left * column.share // shares) for column in there))

    def column_at(self, x: int) -> Column | None:
        """The column at a cell of a row; None in the gutter."""
        start = _GUTTER
        if x < start:
            return None
        for column, cells in self.columns:
            start += cells + _SPACE
            if x < start:
                return column
        return None

    def heading(self, by: SortBy, descending: bool) -> Content:
        """The names of the columns; the one that the rows are in order of points up or down."""
        sign = " ↓" if descending else " ↑"
        names = [(f"{column.sort}{sign if column.sort is by else ''}", cells) for column, cells in self.columns]
        return shown(" " * _GUTTER) + _cells(names)

    def row(self, listed: Listed | None, moment: Moment, *, marked: bool) -> Content:
        """One card; dots while it is not known yet."""
        if listed is None:
            return shown(" " * _GUTTER) + _cells([("…", cells) for _, cells in self.columns])
        texts = [(column.text(listed, moment), cells) for column, cells in self.columns]
        return gutter(listed, marked) + _cells(texts)


def gutter(listed: Listed, marked: bool) -> Content:
    """What stands before a row: a check where it is marked, the number of its flag, a sign for a leech."""
    flag = listed.state.flag
    check = shown(MARKED if marked else " ", "bold $text-success")
    number = shown(str(flag) if flag else " ", f"bold {COLOURS[(flag - 1) % len(COLOURS)]}" if flag else "")
    return check + number + shown("!" if listed.state.leech else " ", "bold $text-warning") + shown(" ")


def _cells(texts: Sequence[tuple[str, int]]) -> Content:
    """Texts in cells of their widths, cut with an ellipsis."""
    return Content("  ").join(_cell(text, cells) for text, cells in texts)


def _cell(text: str, cells: int) -> Content:
    return shown(one_line(text[:_MOST])).truncate(cells, ellipsis=True, pad=True)


def is_dimmed(card: Card, listed: Listed) -> bool:
    """Whether a card is out of the way, so that its row may be quieter."""
    return card.status is not Status.CURRENT or listed.state.suspended
