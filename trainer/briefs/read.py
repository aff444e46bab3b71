"""Reading a brief: the file's ending decides the format, and one reader of parts serves them all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath

from trainer.briefs.block import Part
from trainer.briefs.brief import Brief
from trainer.briefs.decode import decode, settle
from trainer.briefs.front import Front, find_unclosed, parse_front, split_front
from trainer.briefs.intake import read_bytes
from trainer.briefs.markdown import parse_markdown
from trainer.briefs.outline import Outline, outline
from trainer.briefs.plain import parse_plain
from trainer.errors import BriefRefused, Finding
from trainer.text import one_line, slug

Parse = Callable[[str, str, int], tuple[tuple[Part, ...], tuple[Finding, ...]]]
"""A format: the text, its name and the number of its first line, to its parts and findings."""

FORMATS: dict[str, Parse] = {
    "": parse_plain,
    ".txt": parse_plain,
    ".text": parse_plain,
    ".md": parse_markdown,
    ".markdown": parse_markdown,
}
_STRICTER = ("TLP:CLEAR", "TLP:WHITE", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
_MOST_PARTS = 20_000


def read_brief(path: Path) -> tuple[Brief, tuple[Finding, ...]]:
    """The brief in a plain text or Markdown file, and what was noticed on the way.

    Raises BriefRefused if there is no such file, if it is no text of a known format and size, or if it has
    no passages.
    """
    content, name = read_bytes(path), one_line(str(path))
    brief, findings = parse_brief(decode(content, name), name)
    return replace(brief, sha256=hashlib.sha256(content).hexdigest()), findings


def parse_brief(text: str, name: str) -> tuple[Brief, tuple[Finding, ...]]:
    """The brief in a text whose file has this name; `sha256` stays empty. Raises BriefRefused as `read_brief` does."""
    name = one_line(name)
    parse = _format(name)
    fence, lines, body = split_front(settle(text, name))
    front, front_findings = parse_front(fence, lines, name) if fence else (Front(), find_unclosed(body, name))
    parts, part_findings = parse(body, name, len(lines) + 3 if fence else 1)
    if len(parts) > _MOST_PARTS:
        message = f"it has {len(parts):,} paragraphs and headings, and a brief may have {_MOST_PARTS:,}."
        raise BriefRefused(message, where=name, remedy="Split it into several files.")
    found = outline(parts, front.title)
    if not found.passages:
        remedy = "Put at least one sentence under the title."
        raise BriefRefused("it has no passages to ask about.", where=name, remedy=remedy)
    brief = Brief(
        id=front.id or slug(PurePath(name).stem),
        title=found.title or PurePath(name).stem,
        passages=tuple(found.passages),
        date=front.date or next((date for date, _ in found.dates), None),
        publisher=front.publisher or found.publisher,
        marking=_marking(front, found),
        file=name,
    )
    return brief, (*front_findings, *_contradictions(brief, found, front, name), *part_findings)


def _format(name: str) -> Parse:
    ending = PurePath(name).suffix.lower()
    if ending not in FORMATS:
        known = ", ".join(sorted(filter(None, FORMATS)))
        message = f"files ending in {one_line(ending, 20)} are not read."
        raise BriefRefused(message, where=name, remedy=f"Save it as plain text or Markdown ({known}).")
    return FORMATS[ending]


def _marking(front: Front, found: Outline) -> str:
    """The strictest TLP marking that the brief bears anywhere, else the first marking of another kind."""
    markings = [marking for marking in (front.marking, *(text for text, _ in found.markings)) if marking]
    known = [marking for marking in markings if marking in _STRICTER]
    return max(known, key=_STRICTER.index) if known else next(iter(markings), "")


def _contradictions(brief: Brief, found: Outline, front: Front, name: str) -> tuple[Finding, ...]:
    """A finding for each line of the text that says otherwise than the brief was read."""
    remedy = "Let the front matter and the text say the same."
    dates = [
        Finding(f"{name}:{line}", f"The text gives the date {date}, the brief was read as of {brief.date}.", remedy)
        for date, line in found.dates[:1]
        if date != brief.date
    ]
    stated = [(front.marking, front.marking_line)] * bool(front.marking) + found.markings
    markings = [
        Finding(f"{name}:{line}", f"This says {marking}, the brief was read as {brief.marking}.", remedy)
        for marking, line in stated
        if marking != brief.marking
    ]
    return (*dates, *markings)
