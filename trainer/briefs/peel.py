"""Notices and headings taken off the blocks that they were written into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from trainer.briefs.apparatus import is_back_matter, is_boilerplate, is_caption
from trainer.briefs.block import Block, Heading, Part, join, plain
from trainer.briefs.brief import Form
from trainer.briefs.dates import split_dateline, strip_dateline
from trainer.briefs.fields import cut_at_labels, label_of
from trainer.briefs.notices import Notice, Role, find_marking, find_notices

Item = Part | Notice

_MARK_WITHIN = re.compile(r"(?<!^)\[(\d{1,3})\]|[^\W\d][.,”]?([¹²³⁴-⁹⁰]{1,3})")
_NOTE = re.compile(r"(?:\[(?P<mark>\d{1,3})\]|(?P<raised>[¹²³⁴-⁹⁰]{1,3}))\s*\S")
_MOST_BACK_MATTER = 0.4
_CAPTION_LINES = 8
_SHORTEST_CUT = 40
_GAP = re.compile(r"\s{4,}")
"""Between the texts of a line that is set at both edges of its page, or in columns."""
_COLUMNS = range(2, 5)
_OPEN = tuple(
    f" {word}"
    for word in ("a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "than", "that", "the",
                 "their", "to", "which", "with")
)  # fmt: skip
"""Words that no paragraph ends with."""
_MARKED = "]⁰¹²³⁴⁵⁶⁷⁸⁹"
"""What the mark of a note ends with."""
_CLOSED = (".", "!", "?", ":", ";", "”", '"', "…")
_ENDS = (".", "!", "?", ";", ",", ":", "…", ".”", '."')
_ASKS = re.compile(
    r"(?:who|what|when|where|why|how|which|is|are|was|were|does|do|did|will|can|has|have)\b[^.?!]*\?$", re.IGNORECASE
)
_HEADING_WORDS = 10
_ITEM_HEADING_WORDS = 4
_TOP_LINES = 4
_LONGEST_MARKING = 80
_LONGEST_HEADING = 100


def peel(parts: Iterable[Part]) -> tuple[Item, ...]:
    """The parts in order, with every line that is a notice or a heading standing for itself.

    A short line without a full stop is a heading if text follows it, and so are two in a row; the last line, or
    one of more such lines in a row, is text. Notes, and sections of them at the end, are notices.
    """
    items = [item for part in parts for item in (_of_heading(part) if isinstance(part, Heading) else _of_block(part))]
    headed = _headed(_mended(_without_notes(items)))
    return tuple(_without_back_matter(headed))


def _without_notes(items: Sequence[Item]) -> list[Item]:
    """The items with each footnote a notice: a paragraph that begins with a mark that the text above it bears."""
    texts = ["\n".join(item.lines) for item in items if isinstance(item, Block)]
    marks = {mark for text in texts for pair in _MARK_WITHIN.findall(text) for mark in pair if mark}
    return [_as_note(item, marks) if marks and isinstance(item, Block) else item for item in items]


def _as_note(block: Block, marks: AbstractSet[str]) -> Item:
    match = _NOTE.match(block.lines[0])
    return Notice(Role.NOTE, "footnote", block.line) if match and (match["mark"] or match["raised"]) in marks else block


def _mended(items: Sequence[Item]) -> list[Item]:
    """The items with each sentence whole again that a blank line, a caption or a page number has cut."""
    mended: list[Item] = []
    for item in items:
        place = next((place for place in range(len(mended) - 1, -1, -1) if not _is_credit(mended[place])), -1)
        last = mended[place] if place >= 0 else None
        if isinstance(item, Block) and isinstance(last, Block) and _goes_on(last, item):
            mended[place] = Block(last.form, (*last.lines, *item.lines), last.line)
        else:
            mended.append(item)
    return mended


def _is_credit(item: Item) -> bool:
    return isinstance(item, Notice) and item.role in {Role.CREDIT, Role.MARKING}


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a paragraph goes on with the sentence that the one above it left open."""
    return (
        above.form is below.form is Form.PARAGRAPH
        and (below.lines[0][:1].islower() or (above.lines[-1].endswith(_OPEN) and not _is_datelined(below.lines[0])))
        and not above.lines[-1].endswith(_CLOSED)
        and sum(map(len, above.lines)) >= _SHORTEST_CUT
    )


def _is_datelined(line: str) -> bool:
    """Whether a line begins with a place and a day, or with an agency, as the first of a report does."""
    return split_dateline(line) is not None or strip_dateline(line) != line


def _without_back_matter(items: Sequence[Item]) -> Iterator[Item]:
    """The items without a section of sources or of the like, if it is a lesser part of the text."""
    sizes = [sum(map(len, item.lines)) if isinstance(item, Block) else 0 for item in items]
    most = _MOST_BACK_MATTER * sum(sizes)
    place = 0
    while place < len(items):
        item = items[place]
        end = place + 1
        if isinstance(item, Heading) and is_back_matter(item.text):
            while end < len(items) and not isinstance(items[end], Heading):
                end += 1
            if sum(sizes[place:end]) <= most:
                yield Notice(Role.NOTE, "section of notes", item.line)
                place = end
                continue
        yield item
        place += 1


def _of_heading(heading: Heading) -> Iterator[Item]:
    notices = [notice for notice in find_notices(heading.text, heading.line) if notice.role is not Role.LABEL]
    is_credit = not notices and is_caption(heading.text)
    yield from notices or ((Notice(Role.CREDIT, "", heading.line) if is_credit else heading),)


def _of_block(block: Block) -> Iterator[Item]:
    """The text of a block, cut at each line that stands for itself; an item in capitals is a label, if short."""
    if block.form is Form.NUMBERED and (_is_item_heading(block.lines[0]) or _is_headed(block.lines)):
        yield Notice(Role.LABEL, block.lines[0].rstrip(".:"), block.line)
        if len(block.lines) > 1:
            yield from _of_block(Block(Form.PARAGRAPH, block.lines[1:], block.line + 1))
        return
    places = cut_at_labels(block.lines) if block.form is Form.PARAGRAPH else [0]
    for start, end in pairwise([*places, len(block.lines)]):
        yield from _of_lines(Block(block.form, block.lines[start:end], block.line + start))


def _of_lines(block: Block) -> Iterator[Item]:
    """The text of a block that holds one label at most, cut at each line that stands for itself."""
    start = 0
    for position in range(len(block.lines)):
        standing = _standing(block, position, start) if block.form is Form.PARAGRAPH else ()
        if standing:
            yield from _cut(block, start, position)
            yield from standing
            start = position + 1
    yield from _cut(block, start, len(block.lines))


def _cut(block: Block, start: int, end: int) -> Iterator[Item]:
    """Some lines of a block as one, or as a credit if they stand under a picture."""
    if start < end:
        lines, line = block.lines[start:end], block.line + start
        text = join(lines) if len(lines) <= _CAPTION_LINES else ""
        is_credit = block.form is Form.PARAGRAPH and (is_caption(text) or is_boilerplate(text))
        yield Notice(Role.CREDIT, "", line) if is_credit else Block(block.form, lines, line)


def _standing(block: Block, position: int, start: int) -> tuple[Item, ...]:
    """What a line is besides text: a notice near the top, a marking anywhere, a heading above its text."""
    line, number = block.lines[position], block.line + position
    line = f"{line[:1].upper()}{line[1:]}" if len(block.lines) == 1 else line
    if position < _TOP_LINES and (parted := _of_columns(line, number)):
        return parted
    if (position < _TOP_LINES or position == start) and (notices := find_notices(line, number)):
        return notices
    if marking := find_marking(line) if len(line) <= _LONGEST_MARKING else "":
        return (Notice(Role.MARKING, marking, number),)
    below = block.lines[position + 1 : position + 2]
    is_above = position == start and bool(below) and not below[0].isupper()
    return (Heading(line, number),) if is_above and is_shouted(line) else ()


def _of_columns(line: str, number: int) -> tuple[Item, ...]:
    """What the texts of a line say that stand far apart, if the last or all but the first speak of the brief."""
    texts = _GAP.split(line)
    noticed = [find_notices(text, number) for text in texts]
    if (
        len(texts) not in _COLUMNS
        or any(text.endswith(":") for text in texts)
        or not (noticed[-1] or (any(noticed) and all(map(label_of, texts[1:]))))
    ):
        return ()
    return tuple(item for text, found in zip(texts, noticed, strict=True) for item in found or (Heading(text, number),))


def _headed(items: Sequence[Item]) -> list[Item]:
    """The items with each short line that stands above text a heading, and the one above that line too."""
    short = [isinstance(item, Block) and is_heading(item) for item in items]
    headed = list(items)
    for place, item in enumerate(items):
        below = items[place + 1] if place + 1 < len(items) else None
        if isinstance(item, Block) and isinstance(below, Block) and _is_section(item, below):
            headed[place] = Notice(Role.LABEL, item.lines[0], item.line)
        if not (isinstance(item, Block) and short[place] and below):
            continue
        is_over_heading = isinstance(below, Heading) and is_shouted(item.lines[0])
        if not is_over_heading and (short[place + 1] or not isinstance(below, Block)):
            continue
        headed[place] = Heading(item.lines[0], item.line)
        above = items[place - 1] if place else item
        if short[place - 1] and isinstance(above, Block) and place and not (place > 1 and short[place - 2]):
            headed[place - 1] = Heading(above.lines[0], above.line)
    return headed


def is_shouted(line: str) -> bool:
    """Whether a line is a heading in capitals.

    >>> is_shouted("HUMANITARIAN SITUATION"), is_shouted("MINUSMA LEFT.")
    (True, False)
    """
    return line.isupper() and len(line.split()) <= _HEADING_WORDS and len(line) > 3 and not line.endswith(_ENDS)


def _is_item_heading(line: str) -> bool:
    """Whether a numbered line is the name of a section, as in `1. SITUATION.`."""
    return is_shouted(line.rstrip(".:")) and len(line.split()) <= _ITEM_HEADING_WORDS


def _is_headed(lines: Sequence[str]) -> bool:
    """Whether the first line of a numbered item is the name of a section: a few words above a longer line."""
    if len(lines) < 2 or len(lines[0].split()) > _ITEM_HEADING_WORDS or not is_titled(lines[0]):
        return False
    return lines[1][:1].isupper() and len(lines[1]) > max(_SHORTEST_CUT, 2 * len(lines[0]))


def _is_section(item: Block, below: Block) -> bool:
    """Whether a numbered line is the name of a section: a few words above a sentence."""
    return (
        item.form is Form.NUMBERED
        and len(item.lines) == 1
        and len(item.lines[0].split()) <= _ITEM_HEADING_WORDS
        and is_titled(item.lines[0])
        and sum(map(len, below.lines)) >= _SHORTEST_CUT
    )


def is_heading(block: Block) -> bool:
    """Whether a block is one short line that is no sentence and no `label: value`."""
    return block.form is Form.PARAGRAPH and len(block.lines) == 1 and is_titled(block.lines[0])


def is_titled(line: str) -> bool:
    """Whether a line can be a heading: short, a capital or a digit first, no end of a sentence.

    >>> is_titled("What happens next"), is_titled("Date: unknown"), is_titled("It rains.")
    (True, False, False)
    """
    line = plain(line) if line[-1:] in _MARKED else line
    return (
        len(line) <= _LONGEST_HEADING
        and len(line.split()) <= _HEADING_WORDS
        and (line[:1].isupper() or line[:1].isdigit())
        and ": " not in line
        and not _is_ended(line)
    )


def _is_ended(line: str) -> bool:
    """Whether a line ends as a sentence does; a question may head what answers it.

    >>> _is_ended("Who is Ann Lee?"), _is_ended("It rained, did it not?")
    (False, True)
    """
    return line.endswith(_ENDS) and _ASKS.match(line) is None
