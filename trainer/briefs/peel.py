"""Notices and headings taken off the blocks that they were written into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.notices import Notice, Role, find_marking, find_notices

Item = Part | Notice

_ENDS = (".", "!", "?", ";", ",", ":", "…", ".”", '."')
_HEADING_WORDS = 10
_TOP_LINES = 4
_LONGEST_MARKING = 80


def peel(parts: Iterable[Part]) -> tuple[Item, ...]:
    """The parts in order, with every line that is a notice or a heading standing for itself.

    A short line without a full stop is a heading if text follows it; the last line, or one of several such
    lines in a row, is text.
    """
    items = [item for part in parts for item in (_of_heading(part) if isinstance(part, Heading) else _of_block(part))]
    return tuple(_headings(items))


def _of_heading(heading: Heading) -> Iterator[Item]:
    notices = [notice for notice in find_notices(heading.text, heading.line) if notice.role is not Role.LABEL]
    yield from notices or (heading,)


def _of_block(block: Block) -> Iterator[Item]:
    """The text of a block, cut at each line that stands for itself."""
    start = 0
    for position in range(len(block.lines)):
        standing = _standing(block, position, start) if block.form is Form.PARAGRAPH else ()
        if standing:
            yield from _cut(block, start, position)
            yield from standing
            start = position + 1
    yield from _cut(block, start, len(block.lines))


def _cut(block: Block, start: int, end: int) -> Iterator[Block]:
    if start < end:
        yield Block(block.form, block.lines[start:end], block.line + start)


def _standing(block: Block, position: int, start: int) -> tuple[Item, ...]:
    """What a line is besides text: a notice near the top, a marking anywhere, a heading above its text."""
    line, number = block.lines[position], block.line + position
    if position < _TOP_LINES and (notices := find_notices(line, number)):
        return notices
    if marking := find_marking(line) if len(line) <= _LONGEST_MARKING else "":
        return (Notice(Role.MARKING, marking, number),)
    below = block.lines[position + 1 : position + 2]
    is_above = position == start and bool(below) and not below[0].isupper()
    return (Heading(line, number),) if is_above and is_shouted(line) else ()


def _headings(items: Sequence[Item]) -> Iterator[Item]:
    for item, follower in zip_longest(items, items[1:]):
        if isinstance(item, Block) and isinstance(follower, Block) and is_heading(item) and not is_heading(follower):
            yield Heading(item.lines[0], item.line)
        else:
            yield item


def is_shouted(line: str) -> bool:
    """Whether a line is a heading in capitals.

    >>> is_shouted("HUMANITARIAN SITUATION"), is_shouted("MINUSMA LEFT.")
    (True, False)
    """
    return line.isupper() and len(line.split()) <= _HEADING_WORDS and len(line) > 3 and not line.endswith(_ENDS)


def is_heading(block: Block) -> bool:
    """Whether a block is one short line that is no sentence and no `label: value`."""
    line = block.lines[0]
    return (
        block.form is Form.PARAGRAPH
        and len(block.lines) == 1
        and len(line) <= 100
        and len(line.split()) <= _HEADING_WORDS
        and (line[:1].isupper() or line[:1].isdigit())
        and ": " not in line
        and not line.endswith(_ENDS)
    )
