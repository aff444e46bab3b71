"""Reading a brief: the file's ending decides the format, and one reader of parts serves them all."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from trainer.briefs.block import Heading, Part
from trainer.briefs.brief import Brief
from trainer.briefs.days import Ground
from trainer.briefs.decode import decode, settle
from trainer.briefs.document import MOST_PARTS, Document, count_left_out, find_left_out, where
from trainer.briefs.doubts import find_doubts
from trainer.briefs.exercise import titled
from trainer.briefs.fence import read_document
from trainer.briefs.formats import Format, format_of
from trainer.briefs.front import Front, find_unclosed, parse_front, split_front
from trainer.briefs.intake import read_bytes, read_stream
from trainer.briefs.issuer import home_of
from trainer.briefs.legible import keep_english
from trainer.briefs.mail import split_mail
from trainer.briefs.markdown import parse_markdown
from trainer.briefs.outline import outline
from trainer.briefs.outlined import Outline
from trainer.briefs.plain import parse_plain
from trainer.briefs.pointed import sheet_of
from trainer.briefs.rows import Row, rows_of, rows_of_parts
from trainer.briefs.sightings import Place, Sighting, find_sightings
from trainer.briefs.slashes import spell_out
from trainer.briefs.standing import Stated, find_standing
from trainer.errors import BriefRefused, Finding
from trainer.text import one_line, slug
from trainer.watched import IsGivenUp, never

_PARSERS = {"plain": parse_plain, "markdown": parse_markdown}
_STRICTER = ("TLP:CLEAR", "TLP:WHITE", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
_STREAM = "standard input"
_MARKED_UP = re.compile(r"^#{1,6} |^```|^[-*] .*\*\*|\]\(https?:", re.MULTILINE)


def read_brief(
    path: Path, *, today: dt.date | None = None, date: dt.date | None = None, cancelled: IsGivenUp = never
) -> tuple[Brief, tuple[Finding, ...]]:
    """The brief in a file of a known format, and what was noticed on the way.

    `today` is the day by which a date lies in the future, the system's if not given; `date` is the brief's own,
    whatever the file says. Raises BriefRefused if there
    is no such file, if it is not of a known format and size, if it has no passages in English, and, for PDF, DOCX
    and HTML, if it passes the fence's limits; raises fence.Cancelled.
    """
    name = one_line(str(path))
    format_ = format_of(name)
    content = read_bytes(path, format_.largest)
    if format_.fenced:
        document = read_document(content, format_.module, name, cancelled)
    else:
        text, findings = decode(content, name)
        document = _with(findings, _parse_text(text, name, format_))
    return _finished(_of(date, document), name, content, today)


def read_stream_brief(
    stream: BinaryIO, *, today: dt.date | None = None, date: dt.date | None = None
) -> tuple[Brief, tuple[Finding, ...]]:
    """The brief in a stream of plain text or Markdown; if it states no id, its title gives it, or else its bytes.

    Raises BriefRefused as `read_brief` does.
    """
    content = read_stream(stream, _STREAM)
    text, decoded = decode(content, _STREAM)
    format_ = format_of("brief.md" if _MARKED_UP.search(text) else "brief.txt")
    document = _with(decoded, _parse_text(text, _STREAM, format_))
    brief, findings = _finished(_of(date, document), _STREAM, content, today)
    named = slug(brief.title) if brief.title != _STREAM else f"text-{brief.sha256[:8]}"
    return replace(brief, id=document.front.id or named, file="-"), findings


def parse_brief(text: str, name: str) -> tuple[Brief, tuple[Finding, ...]]:
    """The brief in a text whose file has this name; `sha256` stays empty. Raises BriefRefused as `read_brief` does."""
    name = one_line(name)
    return _assembled(_parse_text(text, name, format_of(name)), name, "line")


def parse_rows(text: str, name: str) -> tuple[Row, ...]:
    """The rows of a text below its front matter, as a file of this name has them; raises BriefRefused."""
    return _parse_text(text, name, format_of(name)).rows


def _finished(
    document: Document, name: str, content: bytes, today: dt.date | None
) -> tuple[Brief, tuple[Finding, ...]]:
    unit = "line" if name == _STREAM else format_of(name).unit
    brief, findings = _assembled(document, name, unit)
    day = today or dt.datetime.now().astimezone().date()
    return replace(brief, sha256=hashlib.sha256(content).hexdigest()), (*findings, *find_doubts(brief, day))


def _of(date: dt.date | None, document: Document) -> Document:
    """A document as of this day, if one is given."""
    return replace(document, front=replace(document.front, date=date)) if date else document


def _with(findings: tuple[Finding, ...], document: Document) -> Document:
    return replace(document, findings=(*findings, *document.findings))


def _parse_text(text: str, name: str, format_: Format) -> Document:
    if format_.fenced:
        message = f"files ending in {PurePath(name).suffix} are no plain text."
        raise BriefRefused(message, where=name, remedy="Read the file itself.")
    fence, lines, whole = split_front(settle(text, name))
    front, body = (Front(), whole) if fence else split_mail(whole)
    front, findings = parse_front(fence, lines, name) if fence else (front, find_unclosed(body, name))
    first = len(lines) + 3 if fence else 1
    document = _PARSERS[format_.module](body, name, first)
    return replace(document, front=front, rows=rows_of(spell_out(whole).split("\n"), first), findings=findings)


def _assembled(document: Document, name: str, unit: str) -> tuple[Brief, tuple[Finding, ...]]:
    parts, front, fallback = document.parts, document.front, document.fallback
    if len(parts) > MOST_PARTS:
        message = f"it has {len(parts):,} paragraphs and headings, and a brief may have {MOST_PARTS:,}."
        raise BriefRefused(message, where=name, remedy="Split it into several files.")
    rows = document.rows or rows_of_parts(parts)
    sheet = sheet_of(rows)
    found = outline(parts, front.title or ("" if _is_headed(parts) else front.subject), sheet)
    if not found.passages:
        remedy = "Put at least one sentence under the title."
        raise BriefRefused("it has no passages to ask about.", where=name, remedy=remedy)
    passages, language_findings = keep_english(tuple(found.passages), name)
    seen = find_sightings(rows)
    standing = find_standing(seen, found.titled, Stated(front.date, fallback.date, sheet), passages, name)
    publisher = front.publisher or found.publisher or fallback.publisher
    brief = Brief(
        id=front.id or slug(PurePath(name).stem),
        title=titled(found.title or fallback.title or found.name or PurePath(name).stem, parts),
        passages=passages,
        date=standing.date,
        month=standing.month,
        publisher=publisher,
        home=home_of([publisher, *(row.text for row in rows if row.line < found.text_line)]),
        marking=_marking(front, found),
        file=name,
    )
    findings = (
        *document.findings,
        *_contradictions(brief, seen, [*front.markings, *found.markings], name, unit),
        *standing.findings,
        *find_left_out((*document.left_out, *count_left_out(found.left_out)), name, unit),
        *language_findings,
    )
    return brief, findings


def _is_headed(parts: Sequence[Part]) -> bool:
    """Whether a text begins with a heading of the highest level that its markup has."""
    return bool(parts) and isinstance(parts[0], Heading) and parts[0].level == 1


def _marking(front: Front, found: Outline) -> str:
    """The strictest TLP marking that the brief bears anywhere, else the first marking of another kind."""
    markings = [text for text, _ in (*front.markings, *found.markings)]
    known = [marking for marking in markings if marking in _STRICTER]
    return max(known, key=_STRICTER.index) if known else next(iter(markings), "")


def _contradictions(
    brief: Brief, seen: Sequence[Sighting], stated: Sequence[tuple[str, int]], name: str, unit: str
) -> tuple[Finding, ...]:
    """A finding for each line of the text that says otherwise than the brief was read."""
    remedy = "Let the front matter and the text say the same."
    days = [(each.dating, each.line) for each in seen if each.place is Place.HEAD and not each.dating.whole_month]
    surest = min((dating.ground for dating, _ in days), default=Ground.KNOWN)
    dates = [
        Finding(
            where(name, line, unit),
            f"The text gives the date {dating.day}, the brief was read as of {brief.date}.",
            remedy,
        )
        for dating, line in days
        if dating.day != brief.date and dating.ground == surest <= Ground.NAMED
    ]
    markings = [
        Finding(where(name, line, unit), f"This says {marking}, the brief was read as {brief.marking}.", remedy)
        for marking, line in stated
        if marking != brief.marking
    ]
    return (*dates[:1], *markings)
