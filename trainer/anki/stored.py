"""A collection of Anki's as it is stored: note types, decks, notes and cards, each value looked at before its use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, repeat
from operator import itemgetter
from typing import Any

from trainer.anki.database import AGAIN, DAMAGE, damaged, opened, tables_of
from trainer.anki.schemas import config_18, decks_11, decks_18, object_of, types_11, types_18
from trainer.anki.stored_rows import BETWEEN, Standing, StoredCard, StoredNotes, texts_of
from trainer.errors import ImportRefused

MOST_NOTES = 250_000
MOST_CARDS = 500_000
_NUMBERS = ("type", "queue", "due", "ivl", "factor", "reps", "lapses", "left", "flags")
_STANDING = (
    "".join(
        f"case when odid <> 0 and typeof(odue) = 'integer' and odue <> 0 and '{name}' = 'due' then odue "
        f"when typeof({name}) = 'integer' then {name} else 0 end, "
        for name in _NUMBERS
    )
    + "cast(data as blob)"
)
"""The columns of `cards` that say where a card stands; a filtered deck has put its due day aside."""
_NOTES = (
    "select id, cast(coalesce(guid, '') as blob), mid, cast(coalesce(tags, '') as blob), cast(flds as blob) from notes "
    "where typeof(id) = 'integer' and typeof(mid) = 'integer' and typeof(flds) = 'text' order by id"
)
_NOTE_OF = itemgetter(0)
_IN_ORDER = itemgetter(0, 2)
_AT_ONCE = 2_000
_PLAIN = bytes({*range(0x20, 0x7F), *range(0x80, 0x100)} - set(b"<&[{"))
_YEAR_3000 = 32_503_680_000
_HALF_A_DAY = 24 * 60


class Collection:
    """A collection, open for reading."""

    def __init__(self, content: bytearray) -> None:
        """Open it. Raises ImportRefused for what is no collection of Anki's, or holds more than tables."""
        self._db = opened(content)
        try:
            tables = tables_of(self._db)
            rows = self._db.execute("select crt, models, decks, conf from col limit 1").fetchall()
        except DAMAGE as error:
            raise damaged(error) from None
        if not {"notes", "cards"} <= tables or not rows:
            raise ImportRefused("its collection has no notes and cards.", remedy=AGAIN)
        self.size = self._count("notes", MOST_NOTES)
        self._count("cards", MOST_CARDS)
        created_at, models, decks, conf = rows[0]
        self.created_at = created_at if type(created_at) is int and 0 <= created_at < _YEAR_3000 else 0
        try:
            if "notetypes" in tables:
                self.types, self.decks = types_18(self._db), decks_18(self._db)
                self.config = config_18(self._db) if "config" in tables else {}
            else:
                self.types, self.decks = types_11(object_of(models)), decks_11(object_of(decks))
                self.config = object_of(conf) if conf else {}
        except DAMAGE as error:
            raise damaged(error) from None

    def close(self) -> None:
        """Let go of it; nothing more can be read."""
        self._db.close()

    @property
    def west_minutes(self) -> int | None:
        """How far west of UTC the collection began, in minutes; None if it does not say."""
        west = self.config.get("creationOffset")
        return west if type(west) is int and abs(west) <= _HALF_A_DAY else None

    def notes(self, *, progress: bool = False) -> Iterator[StoredNotes]:
        """The notes in the order in which they were made, some at a time; rows that are no notes are passed over.

        Unless `progress`, cards are told without where they stand.
        """
        try:
            cards = self._cards(progress=progress)
            rows: Iterator[tuple[Any, ...]] = self._db.execute(_NOTES)
            while some := list(islice(rows, _AT_ONCE)):
                ids, guids, types, tags, fields = zip(*some, strict=True)
                its = list(map(cards.get, ids, repeat(())))
                yield StoredNotes(ids, texts_of(guids), types, texts_of(tags), fields, _signs(fields), its)
        except DAMAGE as error:
            raise damaged(error) from None

    def reviews(self) -> Iterator[tuple[int, ...]]:
        """Rows of the review log: id, cid, ease, ivl, lastIvl, factor, time, type."""
        try:
            rows: Iterator[tuple[Any, ...]] = self._db.execute(
                "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id"
            )
            for row in rows:
                if all(type(value) is int for value in row):
                    yield row
        except DAMAGE as error:
            raise damaged(error) from None

    def _count(self, table: str, most: int) -> int:
        """How many rows a table has. Raises ImportRefused if there are too many."""
        try:
            [row] = self._db.execute(f"select count(*) from {table}").fetchall()  # noqa: S608 - our own names
        except DAMAGE as error:
            raise damaged(error) from None
        count = int(str(row[0]))
        if count > most:
            message = f"it holds {count:,} {table}, and {most:,} are read at once."
            raise ImportRefused(message, remedy="Export one deck at a time.")
        return count

    def _cards(self, *, progress: bool) -> dict[int, tuple[StoredCard, ...]]:
        """Note to its cards; what is no number where one has to be costs its own row."""
        sound = " and ".join(f"typeof({name}) = 'integer'" for name in ("nid", "id", "ord", "did", "odid"))
        columns = f"nid, id, ord, case odid when 0 then did else odid end, {_STANDING if progress else 'null'}"
        query = f"select {columns} from cards where {sound}"  # noqa: S608 - our own names
        rows: Iterator[tuple[Any, ...]] = self._db.execute(query)
        if progress:
            rows = ((*row[:4], Standing(*row[4:])) for row in rows)
        cards = list(map(StoredCard._make, rows))
        notes = list(map(_NOTE_OF, cards))
        if len(set(notes)) == len(notes):
            return dict(zip(notes, zip(cards, strict=True), strict=True))
        cards.sort(key=_IN_ORDER)
        return {note: tuple(its) for note, its in groupby(cards, key=_NOTE_OF)}


def _signs(written: Sequence[bytes]) -> list[bytes]:
    """What stands in each text besides plain text."""
    signs = BETWEEN.join(written).translate(None, _PLAIN).split(BETWEEN)
    return signs if len(signs) == len(written) else [text.translate(None, _PLAIN) for text in written]
