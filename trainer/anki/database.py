"""A SQLite file that others wrote, opened in memory: never written to, and nothing in it may be code."""

from __future__ import annotations

from typing import Any

import apsw

from trainer.errors import ImportRefused
from trainer.text import one_line

_LONGEST_VALUE = 32 * 2**20
_WAL = 2
AGAIN = "Export the deck from Anki again."
"""What to do about a damaged collection."""
DAMAGE = (apsw.Error, ValueError, TypeError)
"""What a damaged database raises, text in it that is no UTF-8, and values that are not what they should be."""


def opened(content: bytearray) -> apsw.Connection:
    """The database in memory, with its defences up; a file in write-ahead mode is read as it was when it was closed."""
    if not content.startswith(b"SQLite format 3\x00") or len(content) < 512:
        raise ImportRefused("its collection is no database.", remedy=AGAIN)
    if content[18] == _WAL:
        content[18:20] = b"\x01\x01"
    db = apsw.Connection(":memory:")
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    db.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    db.limit(apsw.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    try:
        db.deserialize("main", content)
        if db.pragma("encoding") != "UTF-8":
            raise ImportRefused("its collection is not written in UTF-8.", remedy=AGAIN)
        db.create_collation("unicase", _compared)
        db.pragma("query_only", "on")
        db.pragma("temp_store", "memory")  # behind the fence there is no file to sort in
        db.pragma("cell_size_check", "on")
    except DAMAGE as error:
        raise damaged(error) from None
    return db


def _compared(one: str, other: str) -> int:
    """Anki's order of names, which its newer collections ask for: that of their lower case."""
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def tables_of(db: apsw.Connection) -> frozenset[str]:
    """The names of the tables. Raises ImportRefused if there is anything that would run."""
    schema: list[tuple[Any, ...]] = db.execute("select type, lower(name), lower(sql) from sqlite_schema").fetchall()
    for kind, _, sql in schema:
        if kind not in {"table", "index"} or str(sql or "").split()[1:2] == ["virtual"]:
            message = "its collection holds views, triggers or virtual tables, as Anki's never do."
            raise ImportRefused(message, remedy="Do not trust this file.")
    return frozenset(name for kind, name, _ in schema if kind == "table")


def damaged(error: Exception) -> ImportRefused:
    """The refusal of a database that is not what it should be. Raises MemoryError if SQLite lacked only that."""
    if isinstance(error, apsw.NoMemError):
        raise MemoryError from error  # noqa: TRY004 - it is about memory and no type
    return ImportRefused(f"its collection is damaged ({one_line(str(error), 100)}).", remedy=AGAIN)
