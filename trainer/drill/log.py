"""A drill's log on the disk: events are added in groups, and each group is on the disk before anybody is told."""

from __future__ import annotations

import importlib.resources
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from trainer.drill.events import Event
from trainer.drill.wire import format_event, parse_event
from trainer.errors import LogRefused, NotSaved
from trainer.text import one_line

VERSION = 1
"""The schema that this version writes, and the newest that it opens."""
_APPLICATION = 0x7472_6472  # "trdr"
_ADD = "insert into event (at_ms, kind, player, question, body) values (?, ?, ?, ?, ?)"


class DrillLog:
    """One drill's log, open. One process has it at a time; it is safe to use from one thread at a time."""

    def __init__(self, path: Path, *, make: bool = False) -> None:
        """Open the log, or make it. Raises LogRefused, and NotSaved."""
        self.path = path
        with self._saving("opened"):
            self._db = _opened(path, make=make)

    def close(self) -> None:
        """Close the database; the log may be opened again."""
        self._db.close()

    def add(self, events: Sequence[Event]) -> None:
        """Add events in one transaction; on return all are on the disk. Raises NotSaved; none was added then."""
        with self._saving("saved"):
            self._db.execute("begin immediate")
            try:
                self._db.executemany(_ADD, [_row(event) for event in events])
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise

    def events(self) -> list[Event]:
        """All that happened, in order. Raises LogRefused for a row that is no event."""
        with self._saving("read"):
            rows = self._db.execute("select seq, body from event order by seq").fetchall()
        events = []
        for seq, body in rows:
            try:
                events.append(parse_event(str(body)))
            except ValueError as error:
                raise LogRefused(
                    f"has a row {seq} that is no event of this version.",
                    where=one_line(str(self.path)),
                    remedy="Update trainer, or put a copy of your own in its place.",
                ) from error
        return events

    def still_alive(self, at_ms: int) -> None:
        """Note that the drill runs. Raises NotSaved."""
        with self._saving("saved"):
            self._db.execute("insert or replace into alive values (1, ?)", (at_ms,))

    def last_alive_ms(self) -> int:
        """When the drill last ran as far as the log knows; 0 if it never did."""
        with self._saving("read"):
            rows = self._db.execute(
                "select max(at_ms) from (select at_ms from event union all select at_ms from alive)"
            ).fetchall()
        return int(rows[0][0] or 0)

    @contextmanager
    def _saving(self, done: str) -> Iterator[None]:
        """Turn the database's errors into one that a user can act on."""
        try:
            yield
        except (apsw.NotADBError, apsw.CorruptError) as error:
            raise LogRefused(
                "is damaged or not a drill's log.",
                where=one_line(str(self.path)),
                remedy="Move it away, or put a copy of your own in its place.",
            ) from error
        except apsw.BusyError as error:
            raise NotSaved(
                "is in use: the drill is running.",
                where=one_line(str(self.path)),
                remedy="End it first, or go on there.",
            ) from error
        except (apsw.Error, OSError) as error:
            raise NotSaved(
                f"could not be {done}: {one_line(getattr(error, 'strerror', None) or str(error), 100).lower()}; "
                "what was saved before is safe.",
                where=one_line(str(self.path)),
                remedy="Free some space, or check the folder's permissions.",
            ) from error


def read_drill_log(path: Path) -> list[Event]:
    """The events of a drill that is not running. Raises LogRefused, and NotSaved if it cannot be opened."""
    log = DrillLog(path)
    try:
        return log.events()
    finally:
        log.close()


def _row(event: Event) -> tuple[int, str, str | None, int | None, str]:
    player, question = getattr(event, "player", None), getattr(event, "question", None)
    return event.at_ms, event.kind, player, question, format_event(event)


def _opened(path: Path, *, make: bool) -> apsw.Connection:
    """The database, private to its owner, for this process alone. Raises LogRefused."""
    if make:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        _set_up(db)
        if make:
            _make(db)
        _check(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _set_up(db: apsw.Connection) -> None:
    """Every commit reaches the disk; the file is this process's; nothing in it is trusted to be code."""
    db.set_busy_timeout(1_000)
    pragmas = {"locking_mode": "exclusive", "journal_mode": "wal", "synchronous": "full", "trusted_schema": "off",
               "cell_size_check": "on"}  # fmt: skip
    if sys.platform == "darwin":
        pragmas |= {"fullfsync": "on", "checkpoint_fullfsync": "on"}
    for name, value in pragmas.items():
        db.pragma(name, value)


def _make(db: apsw.Connection) -> None:
    db.execute("begin immediate")
    db.execute(importlib.resources.files("trainer.drill").joinpath("schema.sql").read_text("utf-8"))
    db.execute(f"pragma application_id = {_APPLICATION}")
    db.execute(f"pragma user_version = {VERSION}")
    db.execute("commit")


def _check(db: apsw.Connection, path: Path) -> None:
    """Raise LogRefused for a database that is not a drill's, or of a newer version."""
    application, version = int(db.pragma("application_id")), int(db.pragma("user_version"))
    if application != _APPLICATION:
        raise LogRefused("is not a drill's log.", where=one_line(str(path)))
    if version > VERSION:
        raise LogRefused(
            f"was written by a newer trainer (log version {version}; this one knows {VERSION}).",
            where=one_line(str(path)),
            remedy="Update trainer; nothing was changed.",
        )
