"""What a format's reader hands on: the parts of a file's text, and what the file says of itself beside it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from trainer.briefs.block import Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.front import Front
from trainer.briefs.rows import Row
from trainer.errors import BriefRefused, Finding
from trainer.text import counted, one_line

MOST_PARTS = 20_000
"""Paragraphs and headings of one brief."""
MOST_CHARACTERS = 4_000_000
"""Characters in the parts of one document."""
_SENTENCES = "What should be asked must stand in sentences."


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that a document holds and that is no prose, such as its tables."""

    kind: str
    """In the singular."""
    count: int
    line: int
    """Where the first of them stands."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, before anything in it is judged."""

    parts: tuple[Part, ...]
    front: Front = field(default_factory=Front)
    """What the author states; it holds over what the text says."""
    fallback: Front = field(default_factory=Front)
    """The file's properties: the title holds where the text says nothing, the date only tells when it was made."""
    left_out: tuple[LeftOut, ...] = ()
    rows: tuple[Row, ...] = ()
    """The lines of a text, as its house set them; none of a document that has no lines of its own."""
    findings: tuple[Finding, ...] = ()
    """What was noticed that is not a kind left out."""


def where(name: str, line: int, unit: str) -> str:
    """A place in a file as findings name it: `brief.md:3`, or `brief.pdf, page 3`.

    >>> where("brief.pdf", 3, "page")
    'brief.pdf, page 3'
    """
    return f"{name}:{line}" if unit == "line" else f"{name}, {unit} {line}"


def count_left_out(kinds: Iterable[tuple[str, int]]) -> tuple[LeftOut, ...]:
    """One LeftOut for each kind, from (kind, line) of every thing left out."""
    lines: dict[str, list[int]] = {}
    for kind, line in kinds:
        lines.setdefault(kind, []).append(line)
    return tuple(LeftOut(kind, len(found), found[0]) for kind, found in lines.items())


def find_left_out(left_out: Iterable[LeftOut], name: str, unit: str) -> tuple[Finding, ...]:
    """One finding for each kind, at the place of its first."""
    return tuple(
        Finding(
            where(name, each.line, unit),
            f"{counted(each.count, f'{each.kind} was', f'{each.kind}s were')} not read.",
            _SENTENCES,
        )
        for each in left_out
    )


def to_json(document: Document) -> str:
    """A document as JSON, without its findings, for the pipe between the fence's two sides.

    Raises BriefRefused for more text than a brief may have.
    """
    size = sum(len(part.text) if isinstance(part, Heading) else sum(map(len, part.lines)) for part in document.parts)
    if size > MOST_CHARACTERS:
        message = f"it has {size:,} characters of text, and a brief may have {MOST_CHARACTERS:,}."
        raise BriefRefused(message, remedy="Save only the text to learn.")
    return json.dumps(
        {
            "parts": [_packed(part) for part in document.parts],
            "front": _packed_front(document.front),
            "fallback": _packed_front(document.fallback),
            "left_out": [[each.kind, each.count, each.line] for each in document.left_out],
        },
    )


def from_json(data: dict[str, Any]) -> Document:
    """The document that `to_json` wrote, its text made safe; raises KeyError, TypeError or ValueError for another."""
    return Document(
        tuple(_unpacked(*part) for part in data["parts"]),
        _unpacked_front(*data["front"]),
        _unpacked_front(*data["fallback"]),
        tuple(LeftOut(one_line(kind, 40), int(count), int(line)) for kind, count, line in data["left_out"]),
    )


def _packed(part: Part) -> list[object]:
    if isinstance(part, Heading):
        return ["heading", [part.text], part.line]
    return [part.form.value, list(part.lines), part.line]


def _unpacked(kind: str, lines: list[str], line: int) -> Part:
    safe = tuple(text for text in map(one_line, lines) if text)
    if kind == "heading":
        return Heading(" ".join(safe), int(line))
    return Block(Form(kind), safe or ("",), int(line))


def _packed_front(front: Front) -> list[str]:
    return [front.title, front.date.isoformat() if front.date else "", front.publisher]


def _unpacked_front(title: str, date: str, publisher: str) -> Front:
    day = dt.date.fromisoformat(date) if date else None
    return Front(title=one_line(title), date=day, publisher=one_line(publisher))
