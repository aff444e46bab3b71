"""Plain text: lines to headings and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.marks import Mark, find_mark, interrupts
from trainer.errors import BriefRefused, Finding

_RULE = re.compile(r"[\s_=*#~.—–+-]{3,}$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_HASHES = re.compile(r"#{1,6}\s+(?P<text>[^\s#].*)$")
_ENDS = (".", "!", "?", "”", '"', ".)")
_MOST_LINES = 150_000
_UNWRAPPED = 120
"""Characters; a longer line was not wrapped by hand and can be a whole paragraph."""
_SHORT = 80


def parse_plain(text: str, name: str, first_line: int = 1) -> tuple[tuple[Part, ...], tuple[Finding, ...]]:
    """The parts of a plain text whose first line has this number; it has no findings to give.

    Raises BriefRefused for more lines than any brief has.
    """
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        raise BriefRefused(
            f"it has {len(lines):,} lines, and a brief may have {_MOST_LINES:,}.",
            where=name,
            remedy="Split it into several files.",
        )
    return tuple(lay_out(lines, first_line, is_pasted=True)), ()


def lay_out(lines: Iterable[str], first_line: int, *, is_pasted: bool) -> Iterator[Part]:
    """Headings and blocks from lines: blank lines, rules and marks end a block; wrapped lines stay together.

    In a pasted text a long line can be a whole paragraph, with no blank line around it.
    """
    run = _begin("", first_line)
    for number, raw in enumerate(lines, first_line):
        line = raw.strip()
        if run.takes(line) and not (is_pasted and _begins_anew(run.lines[-1], line)):
            run.lines.append(line)
        else:
            yield from run.parts(line)
            run = _begin(line, number)
    yield from run.parts("")


@dataclass(slots=True)
class _Run:
    """Lines that belong together so far."""

    mark: Mark | None
    lines: list[str]
    line: int
    is_heading: bool = False

    def takes(self, line: str) -> bool:
        """Whether a line goes on with this run."""
        if not self.lines or self.is_heading or _is_gap(line) or _HASHES.match(line):
            return False
        mark = find_mark(line)
        return mark is None or not interrupts(mark, line, self.lines[-1], self.mark)

    def parts(self, below: str) -> Iterator[Part]:
        """What the run is, given the line below it; nothing if it is empty."""
        if self.is_heading or (len(self.lines) == 1 and _underlines(below, self.lines[0])):
            yield Heading(self.lines[0], self.line)
        elif self.lines:
            yield Block(self.mark.form if self.mark else Form.PARAGRAPH, tuple(self.lines), self.line)


def _begin(line: str, number: int) -> _Run:
    if _is_gap(line):
        return _Run(None, [], number)
    if heading := _HASHES.match(line):
        return _Run(None, [heading["text"].rstrip("# ")], number, is_heading=True)
    mark = find_mark(line)
    return _Run(mark, [line[mark.end :] if mark else line], number)


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
