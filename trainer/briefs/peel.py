"""Notices and headings taken off the blocks that they were written into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.notices import Notice, Role, find_notices

Item = Part | Notice

_ENDS = (".", "!", "?", ";", ",", ":", "…", ".”", '."')
_HEADING_WORDS = 10
_SHORT_BLOCK = 4


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
    """The notices above the text, the text, and the notices below it.

    Below a long paragraph only a marking is one: its last line can be a bare year or a name.
    """
    if block.form is not Form.PARAGRAPH:
        yield block
        return
    first, last = 0, len(block.lines)
    above: list[Item] = []
    while first < last and (found := _above(block, first)):
        above.extend(found)
        first += 1
    below: list[Item] = []
    while first < last and (found := _below(block, first, last)):
        below[:0] = found
        last -= 1
    yield from above
    if first < last:
        yield Block(block.form, block.lines[first:last], block.line + first)
    yield from below


def _above(block: Block, position: int) -> tuple[Item, ...]:
    line, number = block.lines[position], block.line + position
    if notices := find_notices(line, number):
        return notices
    follows = block.lines[position + 1 : position + 2]
    return (Heading(line, number),) if follows and is_shouted(line) and not follows[0].isupper() else ()


def _below(block: Block, first: int, last: int) -> tuple[Notice, ...]:
    notices = find_notices(block.lines[last - 1], block.line + last - 1)
    return notices if last - first < _SHORT_BLOCK or any(n.role is Role.MARKING for n in notices) else ()


def _headings(items: Sequence[Item]) -> Iterator[Item]:
    for item, follower in zip(items, (*items[1:], None), strict=True):
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
