"""One page of a PDF: pieces of text at their places, put into lines and the lines into reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

_SAME_BASELINE = 0.35
"""Of the font's size: how far two baselines may lie apart within one line."""
_WORD_GAP = 0.15
"""Of the font's size: a wider step is a space."""
_CELL_GAP = 1.6
"""Of the font's size: a wider step parts two cells."""
_COLUMN_GAP = 0.8
"""Of the font's size: the least step between two columns."""
_COLUMN_LINES = 4
_MOST_PEAKS = 6
_MOST_SPANNING = 0.3
_FILLED = 0.5
"""Of its width: a column of text is filled so far in most lines, and one of a table is not."""
_LINE = 10.0
"""Of the size: so wide is a line of text, and a cell of a table is narrower."""
_SNAP = 3.0
_SMALLER = 0.92
"""Of the size of the text: what is raised and not larger is the mark of a note."""
_RAISED = 0.2
_MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one font; lengths are in points, from the page's lower left corner."""

    x: float
    y: float
    size: float
    width: float
    text: str
    bold: bool = False

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one baseline of one column."""

    x: float
    y: float
    end: float
    size: float
    text: str
    boldness: float
    """The share of its letters that are bold."""
    cells: int = 1
    """How many runs of text stand on it with wide spaces between."""

    @property
    def bold(self) -> bool:
        """Whether it is bold as a whole."""
        return self.boldness > 0.95


def lay_pages(pages: Sequence[Sequence[Piece]]) -> list[list[Line]]:
    """The lines of each page in reading order.

    Bands of lines that reach over a page, and between them column after column. Where the columns of one page
    part, those of another may, that has too few lines to show it.
    """
    rows = [_rows([piece for piece in page if piece.text.strip()]) for page in pages]
    gutters = [gutter for page in rows if (gutter := _gutter(page)) is not None]
    return [_laid(page, _MOST_COLUMNS, gutters) for page in rows]


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that share a baseline, from the top of the page down, each row from left to right.

    A raised or lowered piece belongs to the row that it overlaps; what is drawn twice at one place counts once.
    """
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x)):
        if rows and _is_level(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_once(sorted(row, key=lambda piece: piece.x)) for row in _with_marks(rows)]


def _with_marks(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The rows with each raised mark of a note, which was met before the line that it stands on, in that line."""
    merged: list[list[Piece]] = []
    for row in reversed(rows):
        below = merged[-1] if merged else None
        if below and all(any(_is_level([other], piece) and _is_note(piece, other) for other in below) for piece in row):
            below += row
        else:
            merged.append(row)
    return merged[::-1]


def _is_level(row: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece stands on a row's baseline, or next to it as the mark of a note does."""
    base = max(row, key=lambda other: other.size)
    apart = abs(base.y - piece.y)
    if min(base.size, piece.size) < _SMALLER * max(base.size, piece.size):
        return apart <= 0.6 * max(base.size, piece.size) and any(_touches(other, piece) for other in row)
    return apart <= _SAME_BASELINE * max(base.size, piece.size)


def _touches(one: Piece, other: Piece) -> bool:
    return abs(other.x - one.end) < 0.5 * one.size or abs(one.x - other.end) < 0.5 * one.size


def _once(row: Sequence[Piece]) -> list[Piece]:
    """A row without pieces that are drawn again a hair beside themselves, as a poor man's bold."""
    kept: list[Piece] = []
    for piece in row:
        if not any(abs(piece.x - other.x) < 0.1 * piece.size and piece.text == other.text for other in kept[-3:]):
            kept.append(piece)
    return kept


def _laid(rows: Sequence[list[Piece]], columns: int, gutters: Sequence[float] = ()) -> list[Line]:
    """Lines of rows that may stand in so many columns; other pages have columns that part at `gutters`."""
    gutter = _gutter(rows, gutters) if columns > 1 else None
    if gutter is None:
        return [_line(row) for row in rows]
    lines: list[Line] = []
    left: list[list[Piece]] = []
    right: list[list[Piece]] = []
    for row in rows:
        halves = _halves(row, gutter)
        if halves is None:
            lines += [*_laid(left, columns - 1), *_laid(right, columns - 1), _line(row)]
            left, right = [], []
        else:
            left += [halves[0]] if halves[0] else []
            right += [halves[1]] if halves[1] else []
    return [*lines, *_laid(left, columns - 1), *_laid(right, columns - 1)]


def _halves(row: Sequence[Piece], gutter: float) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces of a row left and right of a gutter; None if text runs over it."""
    left = [piece for piece in row if piece.x < gutter - _SNAP]
    right = [piece for piece in row if piece.x >= gutter - _SNAP]
    end = max((piece.end for piece in left), default=0.0)
    start = min((piece.x for piece in right), default=gutter)
    size = max(piece.size for piece in row)
    if left and end > gutter + _SNAP:
        return None
    if left and right and start - end < _COLUMN_GAP * size:
        return None
    return (left, right)


def _gutter(rows: Sequence[list[Piece]], known: Sequence[float] = ()) -> float | None:
    """Where the second column begins; None if there is one column.

    Several rows must have text that begins at one place behind a gap, of the rows between them few may reach over
    it, and both sides must be filled as columns of text are. Where other pages part, two rows are enough.
    """
    if len(rows) < _COLUMN_LINES:
        return None
    left, right = min(row[0].x for row in rows), max(row[-1].end for row in rows)
    low, high = left + 0.2 * (right - left), left + 0.8 * (right - left)
    starts = sorted(piece.x for row in rows for before, piece in _followed(row) if _is_apart(before, piece))
    peaks = [list(group) for _, group in groupby(starts, key=lambda x: round(x / _SNAP))]
    for peak in sorted(peaks, key=len, reverse=True)[:_MOST_PEAKS]:
        place = median(peak)
        least = 2 if any(abs(place - other) < _SNAP for other in known) else _COLUMN_LINES
        if low < place < high and len(peak) >= least and _parts_columns(rows, place, (left, right), least):
            return place
    return None


def _followed(row: Sequence[Piece]) -> Iterable[tuple[Piece | None, Piece]]:
    """Each piece of a row with the one before it."""
    return ((row[place - 1] if place else None, piece) for place, piece in enumerate(row))


def _is_apart(before: Piece | None, piece: Piece) -> bool:
    return before is None or piece.x - before.end >= _COLUMN_GAP * piece.size


def _parts_columns(rows: Sequence[list[Piece]], place: float, edges: tuple[float, float], least: int) -> bool:
    """Whether two columns of text stand left and right of a place, the right one over at least so many rows."""
    halves = [_halves(row, place) for row in rows]
    filled = [number for number, half in enumerate(halves) if half and half[1]]
    if len(filled) < least:
        return False
    beside = halves[filled[0] : filled[-1] + 1]
    if sum(half is None for half in beside) > _MOST_SPANNING * len(beside):
        return False
    first = [pieces[-1].end - pieces[0].x for half in halves if half and (pieces := half[0])]
    second = [pieces[-1].end - pieces[0].x for half in halves if half and (pieces := half[1])]
    if len(first) < least:
        return False
    wide = _LINE * median(piece.size for row in rows for piece in row)
    return median(first) > min(wide, _FILLED * (place - edges[0])) and median(second) > min(
        wide, _FILLED * (edges[1] - place)
    )


def _line(row: Sequence[Piece]) -> Line:
    """One line of a row's pieces, without the raised numbers of notes."""
    base = max(row, key=lambda piece: len(piece.text.strip()))
    kept = [piece for place, piece in enumerate(row) if not (place and _is_note(piece, base))]
    letters = sum(len(piece.text.strip()) for piece in kept)
    bold = sum(len(piece.text.strip()) for piece in kept if piece.bold)
    cells = 1 + sum(piece.x - before.end > _CELL_GAP * base.size for before, piece in pairwise(kept))
    return Line(row[0].x, base.y, row[-1].end, base.size, _joined(kept), bold / letters if letters else 0.0, cells)


def _joined(row: Sequence[Piece]) -> str:
    """The text of pieces, with a space wherever the pen stepped over one."""
    text = ""
    for before, piece in _followed(row):
        if before and piece.x - before.end > _WORD_GAP * max(before.size, piece.size):
            text += " "
        text += piece.text
    return " ".join(text.split())


def _is_note(piece: Piece, base: Piece) -> bool:
    """Whether a piece is the raised number of a footnote."""
    text = piece.text.strip().strip("*†‡,[]")
    is_raised = piece.y - base.y > _RAISED * base.size or piece.size < 0.8 * base.size
    return piece.size < _SMALLER * base.size and is_raised and (text.isdigit() or not text)
