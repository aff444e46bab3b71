"""Decks to deck files: the same deck gives the same bytes, and a file is replaced whole or not at all."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import tomli_w

from trainer.cards import Card, Source
from trainer.decks.deck import BriefRef, Deck
from trainer.decks.format import FORMAT
from trainer.errors import NotSaved
from trainer.text import one_line

_ORDER = (
    "id", "fact", "kind", "question", "answer", "accepted", "reject", "distractors", "as_of", "attribution", "marking",
    "status", "superseded_by", "conflicts_with", "tags", "origin",
)  # fmt: skip
_ROOM = 110  # characters
_ALWAYS = frozenset({"id", "kind", "question", "answer", "status", "origin"})


def format_deck(deck: Deck) -> str:
    """The deck as TOML, in the order of docs/deck-format.md."""
    head = {"id": deck.id, "title": deck.title, **_given(marking=deck.marking), **deck.extra}
    top = f"format = {FORMAT}\n\n[deck]\n{_body(head)}"
    return "\n".join([top, *map(format_brief, deck.briefs), *map(format_card, deck.cards)])


def format_brief(brief: BriefRef) -> str:
    """One `[[briefs]]` block."""
    given = {part.name: getattr(brief, part.name) for part in fields(brief) if part.name != "extra"}
    return f"[[briefs]]\n{_body({**_given(**given), **brief.extra})}"


def format_card(card: Card) -> str:
    """One `[[cards]]` block; what is empty is left out."""
    table: dict[str, Any] = {}
    for name in _ORDER:
        value = getattr(card, name)
        if value or name in _ALWAYS:
            table[name] = list(value) if isinstance(value, tuple) else str(value)
    block = f"[[cards]]\n{_body({**table, **card.extra})}"
    return f"{block}\n[cards.source]\n{_body(_source_table(card.source))}" if card.source else block


def _body(table: Mapping[str, Any]) -> str:
    """A table's lines; a list of texts stands on one line where there is room."""
    return "".join(_entry(key, value) for key, value in table.items())


def _entry(key: str, value: Any) -> str:
    written = tomli_w.dumps({key: value})
    if not isinstance(value, list):
        return written
    first, *items, _ = written.splitlines() if value else (written, "")
    line = first + ", ".join(item.strip().removesuffix(",") for item in items) + "]\n"
    return line if items and len(line) <= _ROOM else written


def _source_table(source: Source) -> dict[str, Any]:
    table: dict[str, Any] = {"brief": source.brief}
    if source.paragraph is not None:
        table["paragraph"] = source.paragraph
    table["sentence"] = source.sentence
    if source.span:
        table["span"] = list(source.span)
    return table


def _given(**values: str | dt.date | None) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def write_deck(deck: Deck, path: Path) -> None:
    """Write the deck's file. Raises NotSaved; the old file then stands as it was."""
    write_text(path, format_deck(deck))


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step: written beside it, flushed to the disk, then renamed. Raises NotSaved."""
    write_bytes(path, [text.encode()])


def write_bytes(path: Path, chunks: Iterable[bytes]) -> None:
    """As `write_text`, for bytes."""
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary:
            temporary.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise NotSaved(
            f"could not be written: {reason}; nothing was changed.",
            where=one_line(str(path)),
            remedy="Free some space, or choose a folder that you may write to.",
        ) from error


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
