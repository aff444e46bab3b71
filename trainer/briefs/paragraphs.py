"""From the lines of a PDF's pages to headings and blocks, over the ends of columns and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from trainer.briefs.apparatus import is_caption
from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.marks import find_mark, interrupts
from trainer.briefs.notices import find_notices
from trainer.briefs.sheet import Line

_WIDER = 1.3
"""Of the usual step from line to line: a larger one ends a paragraph."""
_WIDEST = 1.9
"""Of the font's size: a step from line to line within a paragraph is less."""
_LOOSE = 1.45
"""Of the font's size: a smaller step never ends one, so that large lines stay together."""
_INDENT = 0.8
"""Of the font's size."""
_OTHER_SIZE = 0.12
_LARGER = 1.12
_TITLE = 1.3
_SMALL = 0.9
_ENDS = (".", "!", "?", "”", '"', ":", ";", ")")
_CLOSED = (".", "!", "?", "”", '"', ":", ";")
_SHORT = 0.85
"""Of the column's width: a line that ends before it and ends a sentence ends its paragraph."""
_WORD_ROOM = 0.7
"""Of the size, for letters that are wider than the mean."""
_CENTRED = 4.0
"""Points, of twice the middle of two lines that are centred."""
_STUMP = 0.6
"""Of the column's width: a line that is shorter and stands alone is a label and no paragraph that goes on."""
_HEADING_CHARACTERS = 160
_TITLE_LINES = 12
_TABLE_ROWS = 2
_PLAIN = 0.05
"""The share of bold letters in a line that is not bold."""


@dataclass(slots=True)
class _Run:
    """Lines that belong together so far."""

    lines: list[Line]
    page: int
    cut: bool = False
    """Whether a column or a page ended under it, so that the next one may go on with it."""
    right: float = 0.0
    """Where the lines of its column end."""


@dataclass(slots=True)
class Paragraphs:
    """What the pages were put together to."""

    title: str = ""
    """What stands largest at the top of the first page."""
    parts: list[Part] = field(default_factory=list)
    left_out: list[tuple[str, int]] = field(default_factory=list)
    """Each table and footnote, with its page."""


def build(pages: Sequence[Sequence[Line]]) -> Paragraphs:
    """The headings and blocks of the pages; the line of each is its page, from 1."""
    found = Paragraphs()
    lines = [line for page in pages for line in page]
    if not lines:
        return found
    body = _body_size(lines)
    runs: list[_Run] = []
    for number, page in enumerate(pages, 1):
        for column in _columns(page):
            text = _without_notes(column, body, number, found)
            text = _without_tables(text, number, found)
            for run in _split(text, number):
                _add(runs, run)
    _take_title(runs, body, found)
    found.parts = [part for run in runs for part in _parts(run, body)]
    return found


def _add(runs: list[_Run], run: _Run) -> None:
    """Go on with the last run where a column or a page cut it, else add another."""
    if runs and runs[-1].cut and _continues(runs[-1], run.lines[0]):
        runs[-1].lines += run.lines
        runs[-1].cut, runs[-1].right = run.cut, run.right
    else:
        runs.append(run)


def _body_size(lines: Sequence[Line]) -> float:
    """The size that most characters have."""
    sizes: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        sizes[size] = sizes.get(size, 0) + len(line.text)
    return max(sizes, key=lambda size: sizes[size])


def _columns(page: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a page, parted where they jump up to the next column."""
    column: list[Line] = []
    for line in page:
        if column and line.y > column[-1].y + 0.5 * line.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _without_notes(column: Sequence[Line], body: float, number: int, found: Paragraphs) -> list[Line]:
    """A column without the footnotes at its end: small lines below all others, of which the first bears a mark."""
    place = len(column)
    while place and column[place - 1].size <= _SMALL * body:
        place -= 1
    first = column[place].text[:1] if place < len(column) else ""
    if not first or not (first.isdigit() or first in "*†‡[¹²³"):
        return list(column)
    found.left_out.append(("footnote", number))
    return list(column[:place])


def _without_tables(page: Sequence[Line], number: int, found: Paragraphs) -> list[Line]:
    """A page without rows of three cells or more, and rows of two between them."""
    rows = [line.cells > 2 for line in page]  # two can be a label and its text
    tabular = [
        line.cells > 1 and (is_row or any(rows[max(0, place - 2) : place + 3]))
        for place, (line, is_row) in enumerate(zip(page, rows, strict=True))
    ]
    if sum(tabular) < _TABLE_ROWS:
        return list(page)
    starts = sum(1 for before, after in pairwise([False, *tabular]) if after and not before)
    found.left_out += [("table", number)] * starts
    return [line for line, out in zip(page, tabular, strict=True) if not out]


def _split(column: Sequence[Line], number: int) -> Iterator[_Run]:
    """Runs of lines of one column; the last is cut."""
    if not column:
        return
    steps = [above.y - line.y for above, line in pairwise(column) if 0 < above.y - line.y < _WIDEST * line.size]
    step = median(steps) if steps else column[0].size * 1.2
    right = max(line.end for line in column)
    run = _Run([column[0]], number)
    for above, line in pairwise(column):
        if _begins(run.lines, above, line, step, _column_end(column, line, right)):
            yield run
            run = _Run([line], number)
        else:
            run.lines.append(line)
    run.cut, run.right = True, right
    yield run


def _column_end(column: Sequence[Line], line: Line, right: float) -> float:
    """Where the lines that begin about where this one does end at the latest."""
    ends = [other.end for other in column if abs(other.x - line.x) < 3 * line.size]
    return min(right, max(ends, default=right))


def _begins(run: Sequence[Line], above: Line, line: Line, step: float, right: float) -> bool:
    """Whether a line begins another paragraph than the one above it."""
    size = max(above.size, line.size)
    is_apart = above.y - line.y > max(_WIDER * step, _LOOSE * size)
    if is_apart or abs(above.size - line.size) > _OTHER_SIZE * size:
        return True
    is_over = _is_short(above, right) or above.text.endswith(_ENDS)
    if is_over and _changes_weight(above, line):
        return True
    mark, over = find_mark(line.text), find_mark(run[0].text)
    if (mark and interrupts(mark, line.text, above.text, over)) or _is_shifted(run, line, is_item=over is not None):
        return True
    is_chosen = _is_short(above, right) or _has_room(above, line, right)
    return is_chosen and above.text.endswith(_ENDS) and not line.text[:1].islower()


def _has_room(above: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have stood on the one above it."""
    letter = (line.end - line.x) / max(1, len(line.text))
    return right - above.end > letter * (len(line.text.split(" ", 1)[0]) + 1) + _WORD_ROOM * line.size


def _is_shifted(run: Sequence[Line], line: Line, *, is_item: bool) -> bool:
    """Whether a line begins a paragraph by where it begins: further in than the last, or back from an item."""
    above, indent = run[-1], _INDENT * line.size
    hangs = len(run) > 1 and above.x > run[0].x + indent
    if is_item:
        return hangs and line.x <= run[0].x
    if abs(above.x + above.end - line.x - line.end) < _CENTRED and abs(above.x - line.x) > 1:
        return False
    if line.x - above.x > indent and not line.text[:1].islower():
        return len(run) > 1 or line.x - above.x < 4 * line.size
    is_block = len(run) > 1 and run[1].x >= run[0].x - 1
    return line.x < run[0].x - indent and is_block and above.text.endswith(_ENDS)


def _changes_weight(above: Line, line: Line) -> bool:
    return (above.bold and line.boldness < _PLAIN) or (line.bold and above.boldness < _PLAIN)


def _is_short(line: Line, right: float) -> bool:
    return line.end - line.x < _SHORT * (right - line.x)


def _continues(run: _Run, first: Line) -> bool:
    """Whether a paragraph that a column or a page cut goes on with this line."""
    last = run.lines[-1]
    if abs(last.size - first.size) > _OTHER_SIZE * max(last.size, first.size) or find_mark(first.text):
        return False
    if _changes_weight(last, first) or (last.bold and first.bold):
        return False
    if first.text[:1].islower():
        return True
    is_stump = len(run.lines) == 1 and last.end - last.x < _STUMP * (run.right - last.x)
    return not (last.text.endswith(_CLOSED) or is_stump or is_caption(" ".join(line.text for line in run.lines)))


def _take_title(runs: list[_Run], body: float, found: Paragraphs) -> None:
    """Take the largest run at the top of the first page as the title; what stands above it speaks of the brief.

    Of that only what is known, such as a date or a marking, is kept.
    """
    top: list[_Run] = []
    for run in runs:
        if run.page > 1 or sum(len(one.lines) for one in top) >= _TITLE_LINES:
            break
        top.append(run)
    largest = max(top, key=_size_of, default=None)
    if largest is None or _size_of(largest) < _TITLE * body:
        return
    found.title = " ".join(line.text for line in largest.lines)
    place = runs.index(largest)
    runs[: place + 1] = [run for run in runs[:place] if any(find_notices(line.text, 1) for line in run.lines)]


def _size_of(run: _Run) -> float:
    return run.lines[0].size


def _parts(run: _Run, body: float) -> Iterator[Part]:
    lines = tuple(line.text for line in run.lines if line.text)
    if not lines:
        return
    text = " ".join(lines)
    is_larger = run.lines[0].size > _LARGER * body
    is_bold = all(line.bold for line in run.lines)
    if (is_larger or is_bold) and len(text) <= _HEADING_CHARACTERS and not text.endswith((".", ";", ",")):
        yield Heading(text, run.page)
        return
    mark = find_mark(lines[0])
    if mark:
        lines = (lines[0][mark.end :], *lines[1:])
    yield Block(mark.form if mark else Form.PARAGRAPH, lines, run.page)
