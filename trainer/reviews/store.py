"""The database under the review log: opened with care, one durable transaction a gesture, errors with a remedy."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TypeVar

import apsw

from trainer.errors import LogRefused, NotSaved, TrainerError
from trainer.text import one_line

APPLICATION = 0x7472_6E72  # "trnr"
_WAIT_S = 30.0
"""For how long another window is waited for."""
_PAUSES_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""Between two tries to open the database; the last from then on."""
_WAL_PAGES = 200
"""After so many, some 35 answers, the WAL is written over from its start: a file that does not grow syncs sooner."""
FAULTS = (apsw.Error, OSError)
"""What a database, or the disk under it, may raise."""
_Given = TypeVar("_Given")
Values = tuple[Any, ...]


class Store:
    """One person's database, open. Safe to use from one thread at a time."""

    def __init__(self, path: Path | None) -> None:
        """Open the database, made new if there is none; without a path, one in memory. Raises LogRefused, NotSaved."""
        self.path = path
        self._is_together = False
        try:
            self._db = _opened(path) if path else _in_memory()
        except FAULTS as error:
            raise self._refusal(error, "opened") from error

    def close(self) -> None:
        """Close the database; it may be opened again."""
        self._db.close()

    def rows(self, query: str, values: Values = ()) -> list[Any]:
        """All rows that a query gives."""
        try:
            return self._db.execute(query, values).fetchall()
        except FAULTS as error:
            raise self._refusal(error, "read") from error

    def walk(self, query: str, values: Values = ()) -> Iterator[Any]:
        """The rows that a query gives, read as they are asked for."""
        try:
            yield from self._db.execute(query, values)
        except FAULTS as error:
            raise self._refusal(error, "read") from error

    def define(self, name: str, function: Callable[..., Any], arguments: int) -> None:
        """A function of our own for queries, which gives the same for the same arguments."""
        self._db.create_scalar_function(name, function, arguments, deterministic=True)

    def do(self, statement: str, values: Values = ()) -> None:
        """One statement, within a transaction."""
        self._db.execute(statement, values)

    def do_each(self, statement: str, values: Iterable[Values]) -> None:
        """One statement for each of many values, within a transaction."""
        self._db.executemany(statement, values)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several transactions as one: all of them or none of them. Raises NotSaved."""
        with self.transaction():
            self._is_together = True
            try:
                yield
            finally:
                self._is_together = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or none of it, on the disk when it ends. Raises NotSaved."""
        if self._is_together:
            yield
            return
        try:
            self._db.execute("begin immediate")
            try:
                yield
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise
        except FAULTS as error:
            raise self._refusal(error, "saved") from error

    def _refusal(self, error: Exception, done: str) -> TrainerError:
        return refusal(error, str(self.path or "the database in memory"), done)


def refusal(error: Exception, where: str, done: str) -> TrainerError:
    """A database's error as one that a user can act on; `done` says what was to be done with it."""
    where = one_line(where)
    if isinstance(error, (apsw.NotADBError, apsw.CorruptError)):
        return LogRefused(
            "is damaged or not a review log.",
            where=where,
            remedy="Put a backup in its place with `trainer restore`, or move it away to begin a new one.",
        )
    return NotSaved(
        f"could not be {done}: {_cause(error)}; what was saved before is safe.", where=where, remedy=_remedy(error)
    )


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
        db.set_busy_timeout(int(_WAIT_S * 1000))
        version = _patiently(db, lambda: _checked(db, path))
        _patiently(db, lambda: set_up(db))
        if version < VERSION:
            _patiently(db, lambda: _migrate(db))
    except BaseException:
        db.close()
        raise
    return db


def _in_memory() -> apsw.Connection:
    """A database that is gone when it is closed."""
    db = apsw.Connection(":memory:")
    _migrate(db)
    return db


def _patiently(db: apsw.Connection, step: Callable[[], _Given]) -> _Given:
    """What a step of the opening gives, tried again while another window is at the same step.

    SQLite does not wait by itself where two connections would wait for each other, as in the switch to WAL.
    """
    pauses_s, until = chain(_PAUSES_S, repeat(_PAUSES_S[-1])), time.monotonic() + _WAIT_S
    while True:
        try:
            return step()
        except apsw.BusyError:
            if db.in_transaction:
                db.execute("rollback")
            if time.monotonic() >= until:
                raise
        time.sleep(next(pauses_s))


def _checked(db: apsw.Connection, path: Path) -> int:
    """The version of the schema, 0 while it is empty. Raises LogRefused if it is not ours to write.

    Read in one transaction: another window may be making the schema at this moment. Not a byte was changed if it is
    refused.
    """
    db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    db.execute("begin")
    [(tables,)] = db.execute("select count(*) from sqlite_schema").fetchall()
    application, version = int(db.pragma("application_id")), int(db.pragma("user_version"))
    db.execute("commit")
    if application != APPLICATION and (tables or application or version):
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
    return version


def set_up(db: apsw.Connection) -> None:
    """Every commit reaches the disk; nothing in the file is trusted to be code."""
    pragmas: dict[str, str | int] = {
        "journal_mode": "wal",
        "wal_autocheckpoint": _WAL_PAGES,
        "synchronous": "full",
        "trusted_schema": "off",
        "cell_size_check": "on",
    }
    if sys.platform == "darwin":
        pragmas |= {"fullfsync": "on", "checkpoint_fullfsync": "on"}
    for name, value in pragmas.items():
        db.pragma(name, value)


def _migrate(db: apsw.Connection) -> None:
    """Every step from the version that the file has, in one transaction; another window may have been quicker."""
    db.execute("begin immediate")
    for step in STEPS[int(db.pragma("user_version")) :]:
        step(db)
    db.pragma("application_id", APPLICATION)
    db.pragma("user_version", VERSION)
    db.execute("commit")


def _make_log(db: apsw.Connection) -> None:
    """To version 1: the log and what was exported."""
    import uuid

    db.execute(_sql("log.sql"))
    db.execute("insert into meta values ('device', ?)", (str(uuid.uuid4()),))


def _make_shelf(db: apsw.Connection) -> None:
    """To version 2: cards wait in queues, and deck files are kept; where cards stood before is taken over."""
    [(stood,)] = db.execute("select count(*) from sqlite_schema where name = 'card_state'").fetchall()
    if stood:
        db.execute("alter table card_state rename to stood")
    db.execute(_sql("shelf.sql"))
    if stood:
        past = "step, due, interval_days, stability, difficulty, first_day, last_day, last_ms, reps, lapses"
        db.execute(
            "insert into card_state (deck, card, stage, suspended, buried_until, flag, leech, overconfident, "
            f"{past}) select deck, card, stage, 0, 0, 0, 0, 0, {past} from stood"
        )
        db.execute("drop table stood")


def _make_exports(db: apsw.Connection) -> None:
    """To version 3: what was exported is kept whole, so that it can be retired."""
    db.execute("drop table exported")
    db.execute(_sql("exports.sql"))


def _sql(name: str) -> str:
    import importlib.resources  # slow to load, and needed once in the life of a database

    return importlib.resources.files("trainer.reviews").joinpath(name).read_text("utf-8")


STEPS = (_make_log, _make_shelf, _make_exports)
"""What brings a database from each version to the next."""
VERSION = len(STEPS)
"""The schema that this version writes, and the newest that it opens."""
