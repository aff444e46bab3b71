"""Whole copies of a database: taken while windows write to it, looked at before they are trusted, put back.

Source: SQLite, Online Backup API. A copy is one file, without a WAL beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import zip_longest
from pathlib import Path

import apsw

from trainer.errors import LogRefused, NotSaved
from trainer.reviews.soundness import Facts, facts_of, faults_of, stranger_in
from trainer.reviews.store import FAULTS, refusal, set_up
from trainer.text import one_line

_WAIT_S = 30.0
"""For how long a window that is just writing is waited for."""
_PATIENCE_S = 2.0
"""For how long a window that is about to close is waited for."""
_LONGEST = 64 * 2**20
"""Bytes of one value in a copy that somebody else may have made."""


def copy_database(source: Path, target: Path, wait_s: float = _WAIT_S) -> None:
    """What a database holds at one moment, in a new file; whoever writes to it meanwhile goes on.

    Raises apsw.Error and OSError.
    """
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(_to_read(source, wait_s=wait_s)) as db, closing(apsw.Connection(str(target))) as copy:
        with copy.backup("main", db, "main") as backup:
            backup.step(-1)
        copy.pragma("journal_mode", "delete")


def copy_log(source: Path, target: Path) -> Facts:
    """A sound copy of a log, and what it comes to. Raises LogRefused for a log that is not sound, and NotSaved."""
    with _telling(source, "copied"):
        copy_database(source, target)
    return read_copy(target, where=source)


def read_copy(copy: Path, where: Path | None = None) -> Facts:
    """What a copy of a log comes to. Raises LogRefused with the first thing that is wrong with it.

    Nothing in it is trusted: it is opened so that it can neither change nor run anything. `where` names it to a person.
    """
    where = where or copy
    with _telling(where, "read"), closing(_to_read(copy, is_copy=True)) as db:
        fault = next(faults_of(db), None)
        if fault:
            raise LogRefused(fault, where=str(where), remedy="`trainer doctor` tells all that is wrong with a log.")
        return facts_of(db)


def is_sound(copy: Path) -> bool:
    """Whether a copy of any database of ours is whole as a file."""
    try:
        with closing(_to_read(copy, is_copy=True)) as db:
            return str(db.pragma("integrity_check")) == "ok"
    except FAULTS:
        return False


def look_at_log(path: Path) -> tuple[Facts | None, list[str]]:
    """What a log in use comes to, or all that is wrong with it.

    Raises LogRefused if it is another program's or of a newer trainer, and NotSaved if it cannot be read.
    """
    try:
        with closing(_to_read(path)) as db:
            if stranger := stranger_in(db):
                raise LogRefused(stranger, where=str(path), remedy="Nothing was changed.")
            faults = list(faults_of(db))
            return (None if faults else facts_of(db)), faults
    except (apsw.NotADBError, apsw.CorruptError) as error:
        return None, [f"its file is damaged: {one_line(str(error), 120)}."]
    except FAULTS as error:
        raise refusal(error, str(path), "read") from error


def only_in(path: Path, copy: Path) -> int:
    """How many entries a log has that a copy of it has not. Raises NotSaved and LogRefused."""
    query = "select id from log"
    with _telling(path, "read"), closing(_to_read(path)) as db, closing(_to_read(copy, is_copy=True)) as other:
        return len({row[0] for row in db.execute(query)} - {row[0] for row in other.execute(query)})


def have_same_rows(path: Path, copy: Path, table: str) -> bool:
    """Whether a table holds in a database what it holds in a copy; not if either cannot be read."""
    query = f"select * from {table} order by 1"
    try:
        with closing(_to_read(path, wait_s=_PATIENCE_S)) as db, closing(_to_read(copy, is_copy=True)) as other:
            return all(mine == theirs for mine, theirs in zip_longest(db.execute(query), other.execute(query)))
    except FAULTS:
        return False


def refuse_if_open(path: Path) -> None:
    """Raise NotSaved if a window has a database open."""
    with _telling(path, "opened"), closing(apsw.Connection(str(path))) as db:
        _claim(db, path)


def put_back(copy: Path, path: Path, before: Facts | None = None) -> None:
    """Put what a copy holds in a database's place, in one transaction: until its end it is what it was.

    `before` is what a log is known to come to, if that matters. Raises NotSaved: a window has it open, or more has
    happened since; LogRefused for what is no database.
    """
    with _telling(path, "replaced"):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(apsw.Connection(str(path))) as db, closing(_to_read(copy, is_copy=True)) as source:
            _claim(db, path)
            if before and facts_of(db) != before:
                raise NotSaved("has changed meanwhile; it is as it was.", where=str(path), remedy="Restore once more.")
            with db.backup("main", source, "main") as backup:
                backup.step(-1)


def _claim(db: apsw.Connection, path: Path) -> None:
    """Have the database for this process alone, until it is closed."""
    db.set_busy_timeout(int(_PATIENCE_S * 1000))
    db.pragma("locking_mode", "exclusive")
    try:
        set_up(db)
        db.execute("begin exclusive")
        db.execute("commit")
    except apsw.BusyError as error:
        raise NotSaved(
            "is in use: a window of the trainer has it open; nothing was changed.",
            where=str(path),
            remedy="Close it and try again.",
        ) from error


def _to_read(path: Path, *, is_copy: bool = False, wait_s: float = _WAIT_S) -> apsw.Connection:
    """A database of which nothing is changed; a copy that nobody else has open, without a lock either."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    db = apsw.Connection(f"{path.absolute().as_uri()}?{'immutable=1' if is_copy else 'mode=ro'}", flags=flags)
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    db.limit(apsw.SQLITE_LIMIT_LENGTH, _LONGEST)
    db.set_busy_timeout(int(wait_s * 1000))
    db.pragma("cell_size_check", "on")
    return db


@contextmanager
def _telling(path: Path, done: str) -> Iterator[None]:
    """Turn the database's errors into ones that a user can act on."""
    try:
        yield
    except FAULTS as error:
        raise refusal(error, str(path), done) from error
