"""From the parts of a text to its outline: what it says of itself, and its passages under their headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from trainer.briefs.apparatus import is_back_matter, is_pointer
from trainer.briefs.block import Block, Heading, Part, join, plain, words_of
from trainer.briefs.brief import Form, Passage
from trainer.briefs.dates import split_dateline, strip_dateline
from trainer.briefs.days import LABELLED, Dating
from trainer.briefs.factbox import find_boxed
from trainer.briefs.fields import is_field, is_form_line
from trainer.briefs.marks import find_mark
from trainer.briefs.masthead import (
    headline_of,
    is_headline,
    is_masthead,
    is_over_series,
    mastheads,
    names_house,
    names_kind,
    names_programme,
)
from trainer.briefs.notices import Notice, Role, is_label
from trainer.briefs.outlined import Outline
from trainer.briefs.peel import is_heading, peel
from trainer.briefs.portions import split_portion, strictest
from trainer.briefs.signals import named_of
from trainer.briefs.titles import is_title_below, retitle, split_headline, take_title, take_title_below
from trainer.briefs.told import is_yearless, speaks_of_itself
from trainer.text import fold

_HEADLINE_CHARACTERS = 200
_HEADLINE_LINES = 3
_TITLE_WORDS = 6
"""Words of a line that is no name of anybody."""
_SHOUTED_WORDS = 3
"""The same in capitals, or in a question."""
_ROW = re.compile(r"\S\s{4,}\S")
"""In a row of a table."""
_SENTENCE = 60
"""Characters."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")


def outline(parts: Iterable[Part], title: str = "") -> Outline:
    """The outline of a text; `title` is the one already known, so that no heading is taken for it."""
    items = peel(parts)
    found = Outline(title=title)
    words = words_of(item for item in items if isinstance(item, Block))
    boxed = find_boxed(items)
    stories = _stories([item for item in items if isinstance(item, Heading)])
    for item, following in zip_longest(items, items[1:]):
        match item:
            case Notice():
                _take_notice(found, replace(item, text=plain(item.text)))
            case Heading():
                text = _without_portion(found, plain(item.text), item.line)
                leads = isinstance(following, Heading)
                found.is_under_masthead |= item in stories and _is_series_title(found.title)
                if not (found.is_top and is_yearless(text)):
                    _take_heading(found, text, is_marked=item.is_marked, leads=leads)
            case Block():
                text = _without_portion(found, join(item.lines, words), item.line)
                _take_block(found, item, text, is_boxed=item in boxed)
    retitle(found)
    if found.portions and not found.markings:
        marking = strictest(portion for portion, _ in found.portions)
        found.markings.append((marking, dict(found.portions)[marking]))
    return found


def _stories(headings: Sequence[Heading]) -> list[Heading]:
    """The headings that can be the title below the name of a series: alone on their level, or with a colon."""
    below = [heading for heading in headings if heading.level > 1]
    levels = Counter(heading.level for heading in below)
    with_colon = [heading for heading in below if ": " in heading.text]
    return [
        *(heading for heading in below if levels[heading.level] == 1),
        *(with_colon if len(with_colon) == 1 else ()),
    ]


def _is_series_title(title: str) -> bool:
    """Whether a title is that of a series, or the name of a house and no mere initials."""
    return names_kind(title) or (names_house(title) and " " in title)


def _without_portion(found: Outline, text: str, line: int) -> str:
    """A text without its portion mark, which marks the brief if no line of its own does."""
    portion, text = split_portion(text)
    found.portions += [(portion, line)] if portion else []
    return text


def _take_notice(found: Outline, notice: Notice) -> None:
    """A date or a publisher below the first passage is about something else than the brief."""
    body = found.is_begun
    match notice.role:
        case Role.MARKING:
            found.markings.append((notice.text, notice.line))
        case Role.NOTE:
            found.left_out.append((notice.text, notice.line))
        case Role.LABEL:
            found.heading = notice.text
        case Role.SUBJECT if found.is_under_masthead and not body:
            take_title_below(found, notice.text)
        case Role.SUBJECT if body or found.title:
            found.heading = notice.text
            found.tops += [] if body else [notice.text]
        case Role.SUBJECT:
            found.title = notice.text
        case Role.DATE if notice.dating:
            _take_date(found, notice.dating)
        case Role.PUBLISHER if not body:
            found.publisher = found.publisher or notice.text


def _take_date(found: Outline, dating: Dating) -> None:
    """A day at the top may have a name beside it; below it, without a label, it heads what follows."""
    if not found.is_begun:
        found.is_dated, found.name = True, found.name or dating.name
        is_numbered = names_kind(dating.name) and not found.passages
        found.is_under_masthead |= is_numbered and names_programme(found.title)
    elif dating.ground not in LABELLED:
        found.heading = dating.text


def _take_heading(found: Outline, text: str, *, is_marked: bool = False, leads: bool = False) -> None:
    """`leads` is whether another heading follows at once."""
    mark = find_mark(text)
    if mark and mark.form is Form.NUMBERED:
        found.heading = text[mark.end :].rstrip(": ")
        return
    if is_pointer(text) or (found.title and fold(found.title) == fold(text)):
        return
    if found.is_top and not is_label(text) and not is_back_matter(text):
        publisher, headline = split_headline(text)
        if not found.title or fold(found.title) in {fold(headline), fold(text)}:
            take_title(found, headline, publisher)
            found.is_under_masthead = not is_marked and is_masthead(headline)
            return
        under_series = leads and bool(found.publisher) and is_headline(headline)
        if under_series or is_title_below(found, headline):
            take_title_below(found, headline)
            return
        if not is_marked and (is_over_series(found.title, headline) or (found.is_under_masthead and is_masthead(text))):
            _take_series(found, headline)
            return
        found.tops.append(headline)
    found.heading = text.rstrip(": ")


def _take_series(found: Outline, text: str) -> None:
    """Take a line below the name of a house for that of the series, below which the title is still to come."""
    if not found.is_under_masthead:
        found.passed.append(found.title)
        found.publisher, found.title = found.publisher or found.title, text
        found.is_under_masthead = True


def _take_block(found: Outline, block: Block, text: str, *, is_boxed: bool) -> None:
    """`is_boxed` is whether the block is one of several answers that stand together."""
    if not _WORD.search(text):
        return
    is_paragraph = block.form is Form.PARAGRAPH
    if is_paragraph and ((found.is_top and is_yearless(text)) or speaks_of_itself(text)):
        return
    if is_paragraph and found.is_top and (name := named_of(text)):
        _take_named(found, name)
        return
    is_boxed = is_boxed and is_paragraph and found.is_top and bool(found.title)
    is_above = is_paragraph and not is_boxed
    if is_above and (_is_series(found, text) or _is_masthead_below(found, block) or _is_top(found, block, text)):
        return
    is_form = is_boxed or (is_paragraph and found.is_top and is_form_line(block.lines[0]))
    if is_paragraph and found.is_top and not is_form:
        if found.title and (is_heading(block) or _is_second_title(block, text)):  # who wrote it, a series
            found.tops.append(text)
            return
        found.name = found.name or (text if is_field(text) else "")
        text = _without_dateline(text)
    label, colon, rest = text.partition(": ")
    if colon and rest and is_paragraph and is_label(label):
        found.heading, text = label, rest
    is_form = is_form or (is_paragraph and found.is_top and bool(found.title) and is_field(text))
    found.forms += is_form
    found.is_begun |= not is_form and (len(text) >= _SENTENCE or text.endswith((".", "!", "?")))
    found.passages.append(Passage(len(found.passages) + 1, text, block.form, found.heading))


def _take_named(found: Outline, name: str) -> None:
    """Take what a form calls its case or its person: the title, unless another stands above it."""
    if found.is_under_masthead or not found.title:
        take_title_below(found, name)
    else:
        found.tops.append(name)


def _is_second_title(block: Block, text: str) -> bool:
    """Whether a line above the first passage is no sentence, but as long as a title."""
    fewest = _SHOUTED_WORDS if text.isupper() or text.endswith("?") else _TITLE_WORDS
    latin = len(_LATIN_WORD.findall(text)) >= fewest
    return latin and _is_short(block, text) and is_headline(text)


def _without_dateline(text: str) -> str:
    """The first paragraph without its dateline."""
    dateline = split_dateline(text)
    return dateline[1] if dateline else strip_dateline(text)


def _is_series(found: Outline, text: str) -> bool:
    """Whether a line below a title in capitals names a series, so that the title names who publishes it."""
    above = found.title.isupper() and ":" not in found.title and found.is_top
    if not above or not names_kind(text):
        return False
    found.is_under_masthead = True
    return True


def _is_masthead_below(found: Outline, block: Block) -> bool:
    """Whether a block below a masthead goes on with it: the series, the section of a house."""
    return found.is_under_masthead and found.is_top and mastheads(block.lines) == len(block.lines)


def _is_top(found: Outline, block: Block, text: str) -> bool:
    """Take a block that is the title, or a masthead with it or above it; whether it is one."""
    headline, publisher = headline_of(tuple(map(plain, block.lines)))
    headline = headline or (text if found.is_under_masthead else "")
    if headline and _is_short(block, text) and is_title_below(found, headline):
        take_title_below(found, headline)
        return True
    if not _is_headline(found, block, text):
        return False
    is_first, whole = not found.title, mastheads(block.lines) == len(block.lines)
    if whole and len(block.lines) > 1:
        publisher = next(filter(names_house, block.lines), "")
    _take_heading(found, headline if headline and is_first else text)
    found.publisher = found.publisher or (publisher if is_first else "")
    found.is_below_masthead |= is_first and not whole and mastheads(block.lines) > 0
    found.is_under_masthead = found.is_under_masthead or (is_first and whole)
    return True


def _is_short(block: Block, text: str) -> bool:
    """Whether a block has the length of a title and is no sentence."""
    short = len(block.lines) <= _HEADLINE_LINES and len(text) <= _HEADLINE_CHARACTERS
    is_known = is_form_line(block.lines[0]) or (is_field(text) and not _is_told(text.partition(": ")[2]))
    is_known = is_known or any(map(_ROW.search, block.lines))
    return short and not is_known and not text.endswith((".", "!", ";", ",", ":", "…"))


def _is_told(value: str) -> bool:
    """Whether what stands behind a colon goes on with a title: the name of a section, or words in small letters."""
    return is_label(value) or (" " in value and value[0].islower())


def _is_headline(found: Outline, block: Block, text: str) -> bool:
    """Whether a block at the top is the title: short, and no sentence; or the known title once more, anywhere."""
    if found.title or not found.is_top:
        return len(text) == len(found.title) and fold(text) == fold(found.title)
    return _is_short(block, text)
