"""Plain text: lines to headings and blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trainer.briefs.block import Block, Heading, Part, plain
from trainer.briefs.brief import Form
from trainer.briefs.dates import MONTH_WORDS
from trainer.briefs.document import Document, count_left_out
from trainer.briefs.marks import Mark, find_mark, interrupts, with_letters
from trainer.briefs.peel import is_titled
from trainer.briefs.tables import without_frames, without_tables
from trainer.briefs.timeline import LABEL, is_time, with_entries
from trainer.briefs.wrapping import chosen_breaks
from trainer.errors import BriefRefused

_RULE = re.compile(r"(?:[\s_=*#~.—–+-]{3,}|[-–—]\s*\d{1,4}\s*[-–—])$")
"""Signs alone, or the number of a page between them."""
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_HASHES = re.compile(r"#{1,6}\s+(?P<text>[^\s#].*)$")
_ENDS = (".", "!", "?", "”", '"', ".)")
_ITEM = re.compile(r"\s*[-–—*+]\s+[A-Z0-9“\"]|\s*o\s+[A-Z“\"]")
_OPENING = re.compile(
    rf"(?:[QA]\d{{0,2}}[:.]|{LABEL}: |\d{{1,2}} {MONTH_WORDS}(?: [12]\d{{3}})?\s*[:–—-]"
    rf"|{MONTH_WORDS} \d{{1,2}}(?:, [12]\d{{3}})?\s*[:–—-]"
    r"|[12]\d{3}-\d\d-\d\d\s*[:–—-]|(?:\d\d:\d\d|\d{4}(?:Z|[hH]rs?))\s*[:–—-])\s*\S",
    re.IGNORECASE,
)
"""A question, an answer, or the entry of a day or an hour in a timeline."""
_MOST_LINES = 150_000
_UNWRAPPED = 120
"""Characters; a longer line was not wrapped by hand and can be a whole paragraph."""
_SHORT = 80


def parse_plain(text: str, name: str, first_line: int = 1) -> Document:
    """The parts of a plain text whose first line has this number; tables are left out.

    Raises BriefRefused for more lines than any brief has.
    """
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        raise BriefRefused(
            f"it has {len(lines):,} lines, and a brief may have {_MOST_LINES:,}.",
            where=name,
            remedy="Split it into several files.",
        )
    kept, tables = without_tables(without_frames(lines))
    left_out = count_left_out(("table", first_line + line) for line in tables)
    return Document(tuple(lay_out(kept, first_line, is_pasted=True)), left_out=left_out)


def lay_out(lines: Iterable[str], first_line: int, *, is_pasted: bool) -> Iterator[Part]:
    """Headings and blocks from lines: blank lines, rules and marks end a block; wrapped lines stay together.

    A pasted text may have no blank lines between its paragraphs and headings: there the length of its lines tells.
    """
    rows = with_letters(with_entries([line.rstrip().expandtabs(4) for line in lines]))
    chosen = chosen_breaks(rows) if is_pasted else [False] * len(rows)
    listed = _listed(rows)
    run = _begin("", first_line)
    for place, row in enumerate(rows):
        line = row.strip()
        if run.takes(row, line, is_listed=line[:1] in listed) and not (
            is_pasted and run.lines and _ends_above(run, rows, chosen, place)
        ):
            run.add(row, line)
        else:
            yield from run.parts(line)
            run = _begin(row, first_line + place)
    yield from run.parts("")


def _listed(rows: Sequence[str]) -> frozenset[str]:
    """The dashes and stars that open several lines with a capital after them: they make items of lists."""
    signs = Counter(row.lstrip()[:1] for row in rows if _ITEM.match(row))
    return frozenset(sign for sign, count in signs.items() if count > 1)


def _ends_above(run: _Run, rows: Sequence[str], chosen: Sequence[bool], place: int) -> bool:
    """Whether the paragraph, the item or the heading above a line ended there without a blank line."""
    line, last = rows[place].strip(), run.lines[-1]
    if _begins_anew(last, line) or (_OPENING.match(line) and _is_closed(last)):
        return True
    if (_OPENING.match(line) or is_time(line)) and (_OPENING.match(run.lines[0]) or is_time(run.lines[0])):
        return True
    if run.mark is None and len(run.lines) == 1 and _is_heading_above(rows, chosen, place):
        run.is_heading = True
        return True
    if line[:1].islower() or not _is_closed(last):
        return False
    is_deeper = run.mark is None and _indent(rows[place]) > run.indent + 1
    indent = _indent(rows[place])
    is_back = run.mark is not None and (indent < run.mark_indent or indent <= run.mark_indent < run.indent)
    return chosen[place - 1] or is_deeper or is_back or _is_heading(rows, chosen, place, max(map(len, run.lines)))


def _is_closed(line: str) -> bool:
    """Whether a line ends a sentence, a note mark behind it left aside."""
    return line.endswith(_ENDS) or (line.endswith("]") and plain(line).endswith(_ENDS))


def _is_heading(rows: Sequence[str], chosen: Sequence[bool], place: int, width: int) -> bool:
    """Whether a line below the end of a paragraph of this width is a heading, with or without a blank line below it."""
    line = rows[place].strip()
    if place + 1 == len(rows) or not rows[place + 1].strip():
        return is_titled(line) and 2 * len(line) <= width
    return _is_heading_above(rows, chosen, place + 1)


def _is_heading_above(rows: Sequence[str], chosen: Sequence[bool], place: int) -> bool:
    """Whether the line above a place is a heading: short on purpose, no sentence, and text stands below it."""
    line = rows[place - 1].strip()
    below = rows[place].strip() if place < len(rows) else ""
    if not chosen[place - 1] or not below or not is_titled(line) or below[:1].islower():
        return False
    return bool(find_mark(below)) or len(below) > 2 * len(line) or below.endswith(_ENDS)


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


@dataclass(slots=True)
class _Run:
    """Lines that belong together so far."""

    mark: Mark | None
    lines: list[str]
    line: int
    is_heading: bool = False
    mark_indent: int = 0
    indent: int = 0
    """Of the last line; with `mark_indent` it shows where an item's lines hang."""

    def takes(self, row: str, line: str, *, is_listed: bool) -> bool:
        """Whether a line goes on with this run."""
        if not self.lines or self.is_heading or _is_gap(line) or _HASHES.match(line):
            return False
        mark = find_mark(line)
        if mark is None:
            return True
        is_item = is_listed and mark.form is Form.BULLET and bool(_ITEM.match(row))
        return not is_item and not interrupts(mark, line, self.lines[-1], self.mark)

    def add(self, row: str, line: str) -> None:
        """Go on with a line."""
        self.lines.append(line)
        self.indent = _indent(row)

    def parts(self, below: str) -> Iterator[Part]:
        """What the run is, given the line below it; nothing if it is empty."""
        if self.is_heading or (len(self.lines) == 1 and _underlines(below, self.lines[0])):
            yield Heading(self.lines[0], self.line)
        elif self.lines:
            yield Block(self.mark.form if self.mark else Form.PARAGRAPH, tuple(self.lines), self.line)


def _begin(row: str, number: int) -> _Run:
    line = row.strip()
    if _is_gap(line):
        return _Run(None, [], number)
    if heading := _HASHES.match(line):
        return _Run(None, [heading["text"].rstrip("# ")], number, is_heading=True)
    mark = find_mark(line)
    return _Run(mark, [line[mark.end :] if mark else line], number, mark_indent=_indent(row), indent=_indent(row))


def _is_gap(line: str) -> bool:
    return not line or bool(_RULE.match(line))


def _begins_anew(last: str, line: str) -> bool:
    """Whether a line is another paragraph than the one above it, by their lengths: nobody wrapped either."""
    if len(last) > _UNWRAPPED:
        return last.endswith(_ENDS) and not line[:1].islower()
    return len(last) <= _SHORT and len(line) > _UNWRAPPED


def _underlines(below: str, text: str) -> bool:
    """Whether a line of signs makes the line above it a heading."""
    return bool(_UNDERLINE.match(below)) and not text.endswith(_ENDS)
