"""Decks to deck files: the same deck gives the same bytes, and a file is replaced whole or not at all."""

from __future__ import annotations

import codecs
import datetime as dt
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
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
    top = f"format = {FORMAT}\n\n[deck]\n{_body(head_table(deck), 'deck')}"
    return "\n".join([top, *map(format_brief, deck.briefs), *map(format_card, deck.cards)])


def format_brief(brief: BriefRef) -> str:
    """One `[[briefs]]` block."""
    return f"[[briefs]]\n{_body(brief_table(brief), 'briefs')}"


def format_card(card: Card) -> str:
    """One `[[cards]]` block; what is empty is left out."""
    return f"[[cards]]\n{_body(card_table(card), 'cards')}"


def head_table(deck: Deck) -> dict[str, Any]:
    """The keys of `[deck]`."""
    return {"id": deck.id, "title": deck.title, **_given(marking=deck.marking), **deck.extra}


def brief_table(brief: BriefRef) -> dict[str, Any]:
    """The keys of one of `[[briefs]]`."""
    given = {part.name: getattr(brief, part.name) for part in fields(brief) if part.name != "extra"}
    return {**_given(**given), **brief.extra}


def card_table(card: Card) -> dict[str, Any]:
    """The keys of one of `[[cards]]`, its source last."""
    table: dict[str, Any] = {}
    for name in _ORDER:
        value = getattr(card, name)
        if value or name in _ALWAYS:
            table[name] = list(value) if isinstance(value, tuple) else str(value)
    return {**table, **card.extra, **({"source": _source_table(card.source)} if card.source else {})}


def _body(table: Mapping[str, Any], name: str) -> str:
    """A table's lines, and after them its tables, under the name by which the file calls it."""
    lines = [_entry(key, value) for key, value in table.items() if not _tables(value)]
    for key, value in table.items():
        for inner in _tables(value):
            path = f"{name}.{_key(key)}"
            header = f"[{path}]" if isinstance(value, dict) else f"[[{path}]]"
            lines.append(f"\n{header}\n{_body(inner, path)}")
    return "".join(lines)


def _tables(value: Any) -> list[dict[str, Any]]:
    """The tables that a value is or lists; none for a value that stands on its key's line."""
    if isinstance(value, dict):
        return [value]
    return value if isinstance(value, list) and value and all(isinstance(item, dict) for item in value) else []


def _entry(key: str, value: Any) -> str:
    """A key's line; a list of texts or numbers stands on one line where there is room."""
    written = tomli_w.dumps({key: value})
    if not isinstance(value, list) or not value or any(isinstance(item, list | dict) for item in value):
        return written
    first, *items, last, _ = written.split("\n")
    line = first + ", ".join(item.strip().removesuffix(",") for item in items) + last + "\n"
    return line if len(line) <= _ROOM else written


def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


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


def rewrite_text(path: Path, text: str) -> None:
    """As `write_text`, for a file that is there: it keeps its byte order mark and its line ends. Raises NotSaved."""
    before = path.read_bytes()
    if b"\r\n" in before and before.count(b"\r\n") == before.count(b"\n"):
        text = text.replace("\n", "\r\n")
    write_bytes(path, [codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b"", text.encode()])


def write_bytes(path: Path, chunks: Iterable[bytes]) -> None:
    """As `write_text`, for bytes."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        temporary = Path(name)
        try:
            _fill(handle, chunks)
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            temporary.replace(path)
            _keep_name(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotSaved(
            f"could not be written: {reason}; nothing was changed.",
            where=one_line(str(path)),
            remedy="Free some space, or choose a folder that you may write to.",
        ) from error


def _fill(handle: int, chunks: Iterable[bytes]) -> None:
    """Write the chunks and wait until the disk has them."""
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _keep_name(folder: Path) -> None:
    """Wait until the disk has a folder's new name for the file; Windows keeps it by itself and has no such call."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
