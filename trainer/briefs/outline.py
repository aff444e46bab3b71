"""From the parts of a text to its outline: what it says of itself, and its passages under their headings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from trainer.briefs.block import Block, Heading, Part, join, plain
from trainer.briefs.brief import Form, Passage
from trainer.briefs.dates import parse_date, split_dateline
from trainer.briefs.notices import Notice, Role, is_label
from trainer.briefs.peel import Item, peel
from trainer.text import fold

_CAMEL = re.compile(r"[A-Z]\w*[a-z][A-Z]\w*")
_SERIES = frozenset(
    ("agency", "brief", "briefing", "briefs", "bulletin", "center", "centre", "council", "digest", "dispatch",
     "foundation", "group", "insight", "insights", "institute", "journal", "ministry", "monitor", "network",
     "observatory", "office", "review", "tracker", "watch")
)  # fmt: skip
_HEADLINE_CHARACTERS = 200
_LABEL_CHARACTERS = 60
_HEADLINE_LINES = 3
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Outline:
    """What was found, item after item."""

    title: str = ""
    publisher: str = ""
    dates: list[tuple[dt.date, int]] = field(default_factory=list)
    """Each day that the top of the text gives as its own, and the line that says so."""
    markings: list[tuple[str, int]] = field(default_factory=list)
    """Each marking, wherever it stands, and its line."""
    passages: list[Passage] = field(default_factory=list)
    heading: str = ""
    """The heading that the next passage stands under."""


def outline(parts: Iterable[Part], title: str = "") -> Outline:
    """The outline of a text; `title` is the one already known, so that no heading is taken for it."""
    items = peel(parts)
    found = Outline(title=title)
    words = _words_of(items)
    for item in items:
        match item:
            case Notice():
                _take_notice(found, item)
            case Heading():
                _take_heading(found, plain(item.text))
            case Block():
                _take_block(found, item, join(item.lines, words))
    return found


def split_headline(text: str) -> tuple[str, str]:
    """The publisher or series that a headline names before a colon, and the headline without it.

    Only a label that can be one is split off: in "Mali: the UN leaves" Mali publishes nothing.

    >>> split_headline("IntelBrief: Malian Junta Seeks to Eject UN Force")
    ('IntelBrief', 'Malian Junta Seeks to Eject UN Force')
    """
    label, colon, rest = text.partition(": ")
    if not colon or len(label) > _LABEL_CHARACTERS:
        return "", text
    named = _CAMEL.search(label) or _SERIES.intersection(label.lower().split())
    return (label, rest) if named else ("", text)


def _words_of(items: Iterable[Item]) -> frozenset[str]:
    """The words of the text in lower case, if it breaks any word at the end of a line; else none."""
    lines = [line for item in items if isinstance(item, Block) for line in item.lines]
    if not any(line.endswith("-") for line in lines):
        return frozenset()
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line))


def _take_notice(found: Outline, notice: Notice) -> None:
    """A date or a publisher below the first passage is about something else than the brief."""
    body = bool(found.passages)
    match notice.role:
        case Role.MARKING:
            found.markings.append((notice.text, notice.line))
        case Role.LABEL:
            found.heading = notice.text
        case Role.DATE if body:
            found.heading = notice.text
        case Role.DATE if date := parse_date(notice.text):
            found.dates.append((date, notice.line))
        case Role.PUBLISHER if not body:
            found.publisher = found.publisher or notice.text


def _take_heading(found: Outline, text: str) -> None:
    if not found.passages and not is_label(text):
        publisher, headline = split_headline(text)
        if not found.title or fold(found.title) in {fold(headline), fold(text)}:
            found.title = found.title or headline
            found.publisher = found.publisher or publisher
            return
    found.heading = text.rstrip(": ")


def _take_block(found: Outline, block: Block, text: str) -> None:
    if not _WORD.search(text):
        return
    is_paragraph = block.form is Form.PARAGRAPH
    if is_paragraph and not found.passages:
        if _is_headline(found, block, text):
            _take_heading(found, text)
            return
        if dateline := split_dateline(text):
            found.dates.append((dateline[0], block.line))
            text = dateline[1]
    label, colon, rest = text.partition(": ")
    if colon and rest and is_paragraph and is_label(label):
        found.heading, text = label, rest
    found.passages.append(Passage(len(found.passages) + 1, text, block.form, found.heading))


def _is_headline(found: Outline, block: Block, text: str) -> bool:
    """Whether a block at the top is the title: short, and no sentence; or the known title once more."""
    if found.title:
        return fold(text) == fold(found.title)
    short = len(block.lines) <= _HEADLINE_LINES and len(text) <= _HEADLINE_CHARACTERS
    return short and not text.endswith((".", "!", ";", ",", ":", "…"))
