"""Anki's collection in schema 11, the oldest that every Anki still reads, as the bytes of one SQLite file.

Source: Anki, rslib/src/storage/schema11.sql and rslib/src/import_export/package.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import apsw

from trainer.anki import markup
from trainer.anki.notes import Note
from trainer.anki.notetypes import Family, notetype

_CREATED_AT = 1_762_905_600
"""The collection's first day, from which Anki counts the due days of cards that are reviewed."""

_COL = "insert into col values (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')"
_NOTE = "insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
_CARD = "insert into cards select id, id, ?2, 0, mod, -1, 0, 0, ?3, 0, 0, 0, 0, 0, 0, 0, 0, '' from notes where id = ?1"


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """One deck as Anki knows it."""

    id: int
    """Its key in the package; Anki matches decks by name."""
    name: str
    """`::` divides a deck from the one above it."""
    description: str
    """Markdown."""
    notes: tuple[Note, ...]
    """In the order in which they will be learned."""

    @property
    def changed_at(self) -> int:
        """Unix seconds of its notes' last change; 0 without notes."""
        return max((note.changed_at for note in self.notes), default=0)


def format_collection(decks: Sequence[AnkiDeck]) -> bytes:
    """The SQLite file of a collection with these decks: every card new, in its deck's order."""
    tables, indexes = _schema()
    placed = list(_placed(decks))
    db = apsw.Connection(":memory:")
    try:
        with db:
            db.execute(tables)
            db.execute(_COL, _col(decks))
            db.executemany(_NOTE, sorted(_note_row(row, note) for row, _, _, note in placed))
            db.executemany(_CARD, sorted(position for *position, _ in placed))
            db.execute(indexes)
        return db.serialize("main")
    finally:
        db.close()


def _schema() -> tuple[str, str]:
    """The statements that make tables, and those that make indexes once the tables are full."""
    written = resources.files("trainer.anki").joinpath("schema11.sql").read_text(encoding="utf-8")
    tables, index, rest = written.partition("create index")
    return tables, index + rest


def _placed(decks: Sequence[AnkiDeck]) -> Iterator[tuple[int, int, int, Note]]:
    """Each note after its row, its deck and its place in it; a row that is taken gives way to the next free one."""
    taken: set[int] = set()
    for deck in decks:
        for place, note in enumerate(deck.notes, 1):
            row = note.id
            while row in taken:
                row += 1
            taken.add(row)
            yield row, deck.id, place, note


def _note_row(row: int, note: Note) -> tuple[int | str, ...]:
    first = markup.bare(note.fields[0])
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    fields = "\x1f".join(note.fields)
    return row, note.guid, note.family.id, note.changed_at, tags, fields, first, checksum(first)


def checksum(text: str) -> int:
    """What Anki finds notes with the same first field by: 32 bits of a SHA-1, for speed and not for safety."""
    return int.from_bytes(hashlib.sha1(text.encode(), usedforsecurity=False).digest()[:4])


def _col(decks: Sequence[AnkiDeck]) -> tuple[int | str, ...]:
    """The one row of `col`: note types and decks live in it as JSON."""
    fixed = json.loads(resources.files("trainer.anki").joinpath("schema11.json").read_text(encoding="utf-8"))
    shelf = [fixed["deck"], *(_deck(deck, fixed["deck"]) for deck in decks)]
    changed_at = max((deck.changed_at for deck in decks), default=0)
    models = {str(family.id): notetype(family) for family in Family}
    by_id = {str(deck["id"]): deck for deck in shelf}
    parts = (fixed["conf"], models, by_id, fixed["dconf"])
    return _CREATED_AT, changed_at * 1000, *map(json.dumps, parts)


def _deck(deck: AnkiDeck, blank: dict[str, Any]) -> dict[str, Any]:
    return {**blank, "id": deck.id, "name": deck.name, "desc": deck.description, "mod": deck.changed_at}
