"""Whether a log's database is whole: its file, its tables, and each of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from trainer.reviews.entry_rows import entry_of
from trainer.reviews.rows import ENTRY_COLUMNS
from trainer.reviews.store import APPLICATION, STEPS, VERSION
from trainer.text import counted, one_line

_MOST_NAMED = 5
"""Faults of one kind that are told one by one."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a log comes to."""

    version: int
    """Of its schema."""
    entries: int
    """All that ever happened."""
    reviews: int
    """Those of them that are reviews or practice."""
    last_ms: int
    """When the last of them was, in Unix milliseconds; 0 if there is none."""


def facts_of(db: apsw.Connection) -> Facts:
    """What the log in an open database comes to."""
    entries = _number(db, "select count(*) from log")
    reviews = _number(db, "select count(*) from log where kind in ('review', 'practice')")
    last_ms = _number(db, "select coalesce(max(at_ms), 0) from log")
    return Facts(int(db.pragma("user_version")), entries, reviews, last_ms)


def faults_of(db: apsw.Connection) -> Iterator[str]:
    """What is wrong with a log, a sentence each; where its file or its tables are not sound, its rows are not read.

    What happened is added in order and nothing is ever taken out, so the numbers of the rows have no gap.
    """
    if stranger := stranger_in(db):
        yield stranger
        return
    for faults in (_faults_of_file, _faults_of_schema):
        found = list(faults(db))
        yield from found
        if found:
            return
    yield from _gaps(db)
    yield from _bad_rows(db)


def stranger_in(db: apsw.Connection) -> str:
    """Whose database it is if it is not one that this version knows; empty if it is."""
    application, version = int(db.pragma("application_id")), int(db.pragma("user_version"))
    if application != APPLICATION:
        return "is not a review log."
    return "" if 0 < version <= VERSION else f"was written by a newer trainer (log version {version})."


def _faults_of_file(db: apsw.Connection) -> Iterator[str]:
    for (said,) in db.execute(f"pragma integrity_check({_MOST_NAMED})"):
        if said != "ok":
            yield f"its file is damaged: {one_line(str(said), 120)}."


def _faults_of_schema(db: apsw.Connection) -> Iterator[str]:
    found, wanted = _schema(db), _schema_of(int(db.pragma("user_version")))
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            what = "lacks" if name not in found else "has another" if name in wanted else "has, and a log has not,"
            yield f"{what} {one_line(name, 40)} in its schema."


def _gaps(db: apsw.Connection) -> Iterator[str]:
    lost = _number(db, "select coalesce(max(seq), 0) - count(*) from log")
    if lost:
        yield f"{counted(lost, 'entry was', 'entries were')} taken out of it."
    query = "select count(*) from log as undo where kind = 'undo' and undoes not in (select id from log)"
    dangling = _number(db, query)
    if dangling:
        yield f"{counted(dangling, 'undo takes', 'undos take')} back what it does not hold."


def _bad_rows(db: apsw.Connection) -> Iterator[str]:
    bad = 0
    for seq, *row in db.execute(f"select seq, {ENTRY_COLUMNS} from log order by seq"):
        try:
            entry_of(tuple(row))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            bad += 1
            if bad <= _MOST_NAMED:
                yield f"its entry {seq:,}, a {one_line(str(row[1]), 20)}, cannot be read."
    if bad > _MOST_NAMED:
        yield f"so it is with {counted(bad - _MOST_NAMED, 'further entry', 'further entries')}."


def _number(db: apsw.Connection, query: str) -> int:
    [(number,)] = db.execute(query).fetchall()
    return int(number or 0)


def _schema(db: apsw.Connection) -> dict[str, str]:
    """Each table, index, trigger and view by its name, as it was made: comments and spaces do not count."""
    rows = db.execute("select name, sql from sqlite_schema where sql is not null").fetchall()
    return {str(name): " ".join(re.sub(r"--[^\n]*", " ", str(sql)).split()) for name, sql in rows}


def _schema_of(version: int) -> dict[str, str]:
    db = apsw.Connection(":memory:")
    for step in STEPS[:version]:
        step(db)
    return _schema(db)
