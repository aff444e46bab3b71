"""The review log on disk: one durable transaction an entry, the card's state with it."""

from __future__ import annotations

import importlib.resources
import os
import sys
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import apsw

from trainer.errors import LogRefused, NotSaved
from trainer.reviews.entries import Entry, Options, Review, Undo
from trainer.reviews.rows import ENTRY_COLUMNS, STATE_COLUMNS, entry_of, entry_row, state_of, state_row
from trainer.reviews.states import CardState
from trainer.text import one_line

VERSION = 1
"""The schema that this version writes, and the newest that it opens."""
_APPLICATION = 0x7472_6E72  # "trnr"
_WAIT_MS = 30_000
_PAUSES_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)
_Given = TypeVar("_Given")

Advance = Callable[[CardState, Review], CardState]
Replay = Callable[[Iterable[Entry]], CardState]

_ADD = f"insert into log (device, {ENTRY_COLUMNS}) values ({', '.join('?' * 12)})"
_STORE = f"insert or replace into card_state (deck, card, {STATE_COLUMNS}) values ({', '.join('?' * 13)})"
_UNDONE = "exists (select 1 from log as undo where undo.undoes = log.id)"


class Log:
    """One person's review log, open. Safe to use from one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Open the log, made new if there is none. Raises LogRefused and NotSaved; see `_opened`."""
        self.path = path
        with self._saving("opened"):
            self._db = _opened(path)
        self._device: str = self._rows("select value from meta where key = 'device'")[0][0]

    def close(self) -> None:
        """Close the database; the log may be opened again."""
        self._db.close()

    def record(self, review: Review, advance: Advance, options: Options | None = None) -> CardState:
        """Add a review and move its card on, in one transaction; on return both are on the disk.

        The card moves on from where the database says it stands, which another window may have changed. The options
        that it moves by go on record before it unless they are the deck's last, so that a replay uses them too.
        Raises NotSaved; nothing was changed then.
        """
        with self._transaction():
            if options is not None and self._last_body(options.deck) != options.body:
                self._add(options)
            after = advance(self.state(review.deck, review.card), review)
            self._add(review)
            self._store(review.deck, review.card, after)
        return after

    def take_back(self, undo: Undo, replay: Replay) -> CardState:
        """Add an undo and put its card back to where its other reviews left it. Raises NotSaved."""
        with self._transaction():
            self._add(undo)
            after = replay(self.entries_of(undo.deck, undo.card))
            self._store(undo.deck, undo.card, after)
        return after

    def add(self, entry: Entry) -> None:
        """Add an entry that moves no card. Raises NotSaved."""
        with self._transaction():
            self._add(entry)

    def state(self, deck: str, card: str) -> CardState:
        """Where a card stands."""
        query = f"select {STATE_COLUMNS} from card_state where deck = ? and card = ?"
        row = next(iter(self._rows(query, (deck, card))), None)
        return state_of(row) if row else CardState()

    def states(self, deck: str) -> dict[str, CardState]:
        """Card id to state, for each card of a deck that was ever reviewed."""
        query = f"select card, {STATE_COLUMNS} from card_state where deck = ?"
        return {card: state_of(tuple(row)) for card, *row in self._rows(query, (deck,))}

    def entries_of(self, deck: str, card: str) -> list[Entry]:
        """What bears on a card, in order: its reviews that stand, and its deck's options."""
        query = (
            f"select {ENTRY_COLUMNS} from log where deck = ? and (card = ? or card = '') "
            f"and kind in ('review', 'options') and not {_UNDONE} order by seq"
        )
        return [entry_of(row) for row in self._rows(query, (deck, card))]

    def reviews(self, deck: str) -> list[Review]:
        """A deck's reviews that stand, in order."""
        query = f"select {ENTRY_COLUMNS} from log where deck = ? and kind = 'review' and not {_UNDONE} order by seq"
        return [entry for row in self._rows(query, (deck,)) if isinstance(entry := entry_of(row), Review)]

    def last_options(self, deck: str) -> Options | None:
        """How a deck was scheduled last; None if it never was."""
        query = (
            f"select {ENTRY_COLUMNS} from log "
            "where deck = ? and card = '' and kind = 'options' order by seq desc limit 1"
        )
        entry = next((entry_of(row) for row in self._rows(query, (deck,))), None)
        return entry if isinstance(entry, Options) else None

    def rebuild(self, replay: Replay) -> int:
        """Make every card's state again from the log; how many cards have one. Raises NotSaved."""
        with self._transaction():
            cards = self._rows("select distinct deck, card from log where card <> ''")
            self._db.execute("delete from card_state")
            for deck, card in cards:
                self._store(deck, card, replay(self.entries_of(deck, card)))
        return len(cards)

    def changed_at(self, deck: str, card: str, digest: str, now_s: int) -> int:
        """The Unix second at which a card's exported content became what the digest says. Raises NotSaved."""
        query = "select digest, changed_at from exported where deck = ? and card = ?"
        row = next(iter(self._rows(query, (deck, card))), None)
        if row and row[0] == digest:
            return int(row[1])
        moment = max(now_s, int(row[1]) + 1) if row else now_s
        with self._transaction():
            self._db.execute("insert or replace into exported values (?, ?, ?, ?)", (deck, card, digest, moment))
        return moment

    def _last_body(self, deck: str) -> Mapping[str, Any] | None:
        last = self.last_options(deck)
        return last.body if last else None

    def _rows(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        with self._saving("read"):
            return self._db.execute(query, values).fetchall()

    def _add(self, entry: Entry) -> None:
        self._db.execute(_ADD, (self._device, *entry_row(entry)))

    def _store(self, deck: str, card: str, state: CardState) -> None:
        row = state_row(state)
        if row:
            self._db.execute(_STORE, (deck, card, *row))
        else:
            self._db.execute("delete from card_state where deck = ? and card = ?", (deck, card))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of it or none of it, on the disk when it ends."""
        with self._saving("saved"):
            self._db.execute("begin immediate")
            try:
                yield
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise

    @contextmanager
    def _saving(self, done: str) -> Iterator[None]:
        """Turn the database's errors into one that a user can act on."""
        try:
            yield
        except (apsw.NotADBError, apsw.CorruptError) as error:
            raise LogRefused(
                "is damaged or not a review log.",
                where=one_line(str(self.path)),
                remedy="Move it away to begin a new one, or put a copy of your own in its place.",
            ) from error
        except (apsw.Error, OSError) as error:
            raise NotSaved(
                f"could not be {done}: {_cause(error)}; what was saved before is safe.",
                where=one_line(str(self.path)),
                remedy=_remedy(error),
            ) from error


def _cause(error: Exception) -> str:
    """Why the disk refused, in a few words."""
    if isinstance(error, apsw.FullError):
        return "the disk is full"
    if isinstance(error, (apsw.ReadOnlyError, PermissionError)):
        return "it may not be written to"
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return "a file is in the folder's place"
    if isinstance(error, apsw.BusyError):
        return "another window has kept it busy"
    return one_line(getattr(error, "strerror", None) or str(error), 100).lower().rstrip(".")


def _remedy(error: Exception) -> str:
    if isinstance(error, apsw.FullError):
        return "Free some space and try again."
    return "Check the folder's permissions, or set TRAINER_HOME to another folder."


def _opened(path: Path) -> apsw.Connection:
    """The database, private to its owner, checked and brought to the current schema. Raises LogRefused."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    db = apsw.Connection(str(path))
    try:
        db.set_busy_timeout(_WAIT_MS)
        is_new = _patiently(db, lambda: _checked(db, path))
        _patiently(db, lambda: _set_up(db))
        if is_new:
            _patiently(db, lambda: _make(db))
    except BaseException:
        db.close()
        raise
    return db


def _patiently(db: apsw.Connection, step: Callable[[], _Given]) -> _Given:
    """What a step of the opening gives, tried again while another window is at the same step.

    SQLite does not wait by itself where two connections would wait for each other, as in the switch to WAL.
    """
    for pause_s in _PAUSES_S:
        try:
            return step()
        except apsw.BusyError:
            if db.in_transaction:
                db.execute("rollback")
            time.sleep(pause_s)
    return step()


def _checked(db: apsw.Connection, path: Path) -> bool:
    """Whether the database is still empty. Raises LogRefused if it is not ours to write; not a byte was changed then.

    Read in one transaction: another window may be making the schema at this moment.
    """
    db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    db.execute("begin")
    [(tables,)] = db.execute("select count(*) from sqlite_schema").fetchall()
    application, version = int(db.pragma("application_id")), int(db.pragma("user_version"))
    db.execute("commit")
    if application != _APPLICATION and (tables or application or version):
        raise LogRefused(
            "is another program's database.",
            where=one_line(str(path)),
            remedy="Set TRAINER_HOME to another folder.",
        )
    if version > VERSION:
        raise LogRefused(
            f"was written by a newer trainer (log version {version}; this one knows {VERSION}).",
            where=one_line(str(path)),
            remedy="Update trainer; nothing was changed.",
        )
    db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    return not tables


def _set_up(db: apsw.Connection) -> None:
    """Every commit reaches the disk; nothing in the file is trusted to be code."""
    pragmas = {"journal_mode": "wal", "synchronous": "full", "trusted_schema": "off", "cell_size_check": "on"}
    if sys.platform == "darwin":
        pragmas |= {"fullfsync": "on", "checkpoint_fullfsync": "on"}
    for name, value in pragmas.items():
        db.pragma(name, value)


def _make(db: apsw.Connection) -> None:
    """The schema, in one transaction; another window may have been quicker."""
    db.execute("begin immediate")
    if int(db.pragma("user_version")) == 0:
        db.execute(importlib.resources.files("trainer.reviews").joinpath("schema.sql").read_text("utf-8"))
        db.execute("insert into meta values ('device', ?)", (str(uuid.uuid4()),))
        db.execute(f"pragma application_id = {_APPLICATION}")
        db.execute(f"pragma user_version = {VERSION}")
    db.execute("commit")
