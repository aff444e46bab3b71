"""Anki's collection in schema 11, the oldest that every Anki still reads, written to one SQLite file.

It has no indexes: Anki makes them when it imports, and they would cost a fifth of the time and of the size.
Source: Anki, rslib/src/storage/schema11.sql and rslib/src/import_export/package.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha1
from importlib import resources
from pathlib import Path
from typing import Any

import apsw

from trainer.anki import ids, markup
from trainer.anki.notes import Notes
from trainer.anki.notetypes import Family, notetype
from trainer.anki.progress import CREATED_AT, Progress

_COL = "insert into col values (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')"
_NOTE = "insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
_CARDS = (
    "insert into cards select id, id, ?1, 0, mod, -1, 0, 0, id - ?2 + 1, 0, 0, 0, 0, 0, 0, 0, 0, '' "
    "from notes where id >= ?2 order by id"
)
_STUDIED = (
    "update cards set type = ?, queue = ?, due = coalesce(?, due), ivl = ?, factor = ?, reps = ?, lapses = ?, "
    "left = ?, flags = ?, data = ? where id = ?"
)
_FIRST_BITS = struct.Struct(">I16x")
"""32 bits of a SHA-1."""
_REVIEW = "insert into revlog values (?, ?, -1, ?, ?, ?, ?, ?, ?)"
_PRAGMAS = (
    "pragma page_size = 16384; pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;"
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some notes of a deck, in the order in which they will be learned."""

    notes: Notes
    times: Sequence[int]
    """Unix seconds of each note's last change."""
    progress: Sequence[Progress | None] = ()
    """What is known of each card; empty where nothing of it goes along."""


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """One deck as Anki knows it."""

    name: str
    """What Anki matches it by; `::` divides a deck from the one above it."""
    description: str
    """Markdown."""
    batches: Iterable[Batch]
    """Its notes; read once."""

    @property
    def id(self) -> int:
        """Its key in the package, and that of its first note: the others follow."""
        return ids.row_id(self.name)


def write_collection(path: Path, decks: Sequence[AnkiDeck], tell: Callable[[int], None]) -> None:
    """Write the SQLite file of a collection with these decks; `tell` hears how many notes are written."""
    with _filling(path) as db:
        changed: dict[int, int] = {}
        progress: list[tuple[int, Progress]] = []
        free = 0
        for deck in sorted(decks, key=lambda deck: deck.id):
            first = max(deck.id, free)
            free, changed[deck.id] = _write_deck(db, deck, first, progress, tell)
        db.executemany(_STUDIED, ((*known.card, at) for at, known in progress))
        db.executemany(_REVIEW, _reviews(progress))
        db.execute(_COL, _col(decks, changed))


@contextmanager
def _filling(path: Path) -> Iterator[apsw.Connection]:
    """A new database, its tables made, in one transaction and without a journal: what fails is thrown away."""
    db = apsw.Connection(str(path))
    try:
        db.execute(_PRAGMAS).fetchall()
        db.execute("begin")
        db.execute(resources.files("trainer.anki").joinpath("schema11.sql").read_text(encoding="utf-8"))
        yield db
        db.execute("commit")
    finally:
        db.close()


def _write_deck(
    db: apsw.Connection, deck: AnkiDeck, first: int, progress: list[tuple[int, Progress]], tell: Callable[[int], None]
) -> tuple[int, int]:
    """The deck's notes and cards, and into the list what is known of them; the next free row and the last change."""
    row, changed_at = first, 0
    for batch in deck.batches:
        db.executemany(_NOTE, _rows(row, batch))
        progress += [(at, known) for at, known in enumerate(batch.progress, row) if known]
        row += len(batch.notes)
        changed_at = max(changed_at, *batch.times)
        tell(len(batch.notes))
    db.execute(_CARDS, (deck.id, first))
    return row, changed_at


def _reviews(progress: Sequence[tuple[int, Progress]]) -> Iterator[tuple[int, ...]]:
    """The rows of the review log by time; two of one millisecond get times of their own."""
    last = 0
    for id_, at, *rest in sorted((id_, at, *rest) for at, known in progress for id_, *rest in known.reviews):
        last = max(id_, last + 1)
        yield (last, at, *rest)


def _rows(row: int, batch: Batch) -> Iterator[tuple[int | str, ...]]:
    """The rows of `notes`."""
    notes = batch.notes
    firsts = list(map(markup.bare, notes.firsts))
    types = [family.id for family in notes.families]
    return zip(
        range(row, row + len(notes)), notes.guids, types, batch.times, notes.tags, notes.fields, firsts,
        checksums(firsts), strict=True,
    )  # fmt: skip


def checksums(texts: Iterable[str]) -> list[int]:
    """What Anki finds notes with the same first field by: 32 bits of a SHA-1, for speed and not for safety."""
    digests = b"".join([sha1(text.encode(), usedforsecurity=False).digest() for text in texts])
    return [number for (number,) in _FIRST_BITS.iter_unpack(digests)]


def _col(decks: Sequence[AnkiDeck], changed: dict[int, int]) -> tuple[int | str, ...]:
    """The one row of `col`: note types and decks live in it as JSON."""
    fixed = json.loads(resources.files("trainer.anki").joinpath("schema11.json").read_text(encoding="utf-8"))
    shelf = [fixed["deck"], *(_deck(deck, changed[deck.id], fixed["deck"]) for deck in decks)]
    models = {str(family.id): notetype(family) for family in Family}
    by_id = {str(deck["id"]): deck for deck in shelf}
    parts = (fixed["conf"], models, by_id, fixed["dconf"])
    return CREATED_AT, max(changed.values(), default=0) * 1000, *map(json.dumps, parts)


def _deck(deck: AnkiDeck, changed_at: int, blank: dict[str, Any]) -> dict[str, Any]:
    return {**blank, "id": deck.id, "name": deck.name, "desc": deck.description, "mod": changed_at}
