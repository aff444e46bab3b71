"""From the parts of a text to its outline: what it says of itself, and its passages under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from trainer.briefs.apparatus import is_pointer
from trainer.briefs.block import Block, Heading, Part, join, plain, words_of
from trainer.briefs.brief import Form, Passage
from trainer.briefs.dates import split_dateline, strip_dateline
from trainer.briefs.days import LABELLED, Dating
from trainer.briefs.factbox import find_boxed
from trainer.briefs.fields import is_field, is_form_line
from trainer.briefs.head import first_title, led_by_state, publisher_above, read_head, runs
from trainer.briefs.headcells import Kind, kind_of
from trainer.briefs.marks import find_mark
from trainer.briefs.notices import Notice, Role, is_label
from trainer.briefs.outlined import Outline
from trainer.briefs.peel import peel
from trainer.briefs.pointed import EMPTY, Pointed, Sheet, title_in
from trainer.briefs.portions import split_portion, strictest
from trainer.briefs.titles import take_title
from trainer.briefs.told import is_yearless, speaks_of_itself

_SENTENCE = 60
"""Characters."""
_OF_PAPER = frozenset({Kind.NUMBER, Kind.MARKING, Kind.ADDRESS, Kind.CHROME, Kind.PEOPLE, Kind.DATE, Kind.ABOUT})
"""Answers of a form that tell nothing of its subject."""
_PAPERS = re.compile(
    r"(?:action|analyst|answered|deadline|distribution|document|handling|paper|person requesting|priority|product"
    r"|report|security|series|submission|version)\b(?: (?:by|code|date|from|id|level|no|number|of|on|sought|to)\.?)*:",
    re.IGNORECASE,
)
"""What a form asks of the paper that it heads."""
_WORD = re.compile(r"[^\W\d_]+")


def outline(parts: Iterable[Part], title: str = "", sheet: Sheet = EMPTY) -> Outline:
    """The outline of a text, its title that of its sheet, unless `title` is known already."""
    parts = tuple(parts)
    head = read_head(parts)
    pointed = Pointed() if title else title_in(sheet) or first_title(head)
    publisher = publisher_above(head, pointed.lines.start) if pointed else ""
    found = Outline(publisher=publisher, text_line=parts[head.end].line if parts else 0)
    take_title(found, title or led_by_state(head, pointed), is_known=bool(title))
    last = parts[head.end - 1].line if head.end else 0
    items = peel(parts)
    words = words_of(item for item in items if isinstance(item, Block))
    boxed = find_boxed(items)
    for item in items:
        match item:
            case Notice():
                _take_notice(found, replace(item, text=plain(item.text)))
            case Heading():
                text = _without_portion(found, plain(item.text), item.line)
                is_house = item.line < found.text_line and item.line != last
                if not (is_house or (found.is_top and is_yearless(text))):
                    _take_heading(found, text)
            case Block() if item.line in pointed.lines and not runs(item):
                continue
            case Block():
                text = _without_portion(found, join(item.lines, words), item.line)
                _take_block(found, item, text, is_boxed=item in boxed)
    if found.portions and not found.markings:
        marking = strictest(portion for portion, _ in found.portions)
        found.markings.append((marking, dict(found.portions)[marking]))
    return found


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
        case Role.SUBJECT if notice.line >= found.text_line:
            found.heading = notice.text
        case Role.DATE if notice.dating:
            _take_date(found, notice.dating)
        case Role.PUBLISHER if not body:
            found.publisher = found.publisher or notice.text


def _take_date(found: Outline, dating: Dating) -> None:
    """A day at the top may have a name beside it; below it, without a label, it heads what follows."""
    if not found.is_begun:
        found.name = found.name or dating.name
    elif dating.ground not in LABELLED:
        found.heading = dating.text


def _take_heading(found: Outline, text: str) -> None:
    """Keep a heading for what stands under it; not the title, nor what heads links to other pages."""
    mark = find_mark(text)
    if mark and mark.form is Form.NUMBERED:
        found.heading = text[mark.end :].rstrip(": ")
    elif not is_pointer(text) and not found.is_title(text):
        found.heading = text.rstrip(": ")


def _take_block(found: Outline, block: Block, text: str, *, is_boxed: bool) -> None:
    """`is_boxed` is whether the block is one of several answers that stand together."""
    if not _WORD.search(text):
        return
    is_paragraph = block.form is Form.PARAGRAPH
    if is_paragraph and ((found.is_top and is_yearless(text)) or speaks_of_itself(text)):
        return
    if found.is_title(text):
        return
    is_above = is_paragraph and block.line < found.text_line
    is_answer = is_boxed or is_form_line(block.lines[0])
    is_of_paper = kind_of(block.lines[0]) in _OF_PAPER or bool(_PAPERS.match(block.lines[0]))
    is_form = is_above and is_answer and not is_of_paper
    if is_above and not is_form:
        found.name = found.name or (text if is_field(text) else "")
        return
    if is_paragraph and found.is_top:
        text = _without_dateline(text)
    label, colon, rest = text.partition(": ")
    if colon and rest and is_paragraph and is_label(label):
        found.heading, text = label, rest
    found.forms += is_form
    found.is_begun |= not is_form and (len(text) >= _SENTENCE or text.endswith((".", "!", "?")))
    found.passages.append(Passage(len(found.passages) + 1, text, block.form, found.heading))


def _without_dateline(text: str) -> str:
    """The first paragraph without its dateline."""
    dateline = split_dateline(text)
    return dateline[1] if dateline else strip_dateline(text)
