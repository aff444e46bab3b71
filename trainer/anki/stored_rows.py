"""Notes and cards as a collection of Anki's has them: rows as tuples, since there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, NamedTuple

from trainer.anki.markup import SEPARATOR

BETWEEN = b"\x1e"
"""What stands between texts that are handled as one; few texts hold it, and those are handled one by one."""


class Standing(NamedTuple):
    """Where a card stands, in Anki's own words."""

    type: int
    queue: int
    due: int
    ivl: int
    factor: int
    reps: int
    lapses: int
    left: int
    flags: int
    data: bytes | None
    """JSON."""


class StoredCard(NamedTuple):
    """A row of `cards`; a tuple, since there are many."""

    note: int
    """The id of its note."""
    id: int
    ord: int
    """Which of its note's templates, or deletions, from 0."""
    deck: int
    """The deck that it belongs to, also while a filtered deck has borrowed it."""
    standing: Standing | None = None
    """None if nobody asked for it."""


class StoredNote(NamedTuple):
    """A row of `notes`, and its cards."""

    id: int
    guid: str
    type: int
    """The id of its note type."""
    tags: str
    """Spaces between them."""
    fields: str
    """HTML, with a unit separator between them."""
    signs: bytes
    """What stands in the fields besides plain text: separators, controls, signs that may begin markup."""
    cards: tuple[StoredCard, ...]
    """By `ord`."""


@dataclass(frozen=True, slots=True)
class StoredNotes:
    """Some notes, column by column: what is done with a text costs little if it is done with many as one."""

    ids: Sequence[int]
    guids: Sequence[str]
    types: Sequence[int]
    tags: Sequence[str]
    fields: Sequence[bytes]
    """UTF-8, or what passes for it: most fields are read with many as one, and only so become texts."""
    signs: Sequence[bytes]
    cards: Sequence[tuple[StoredCard, ...]]
    """Empty for a note without cards."""

    def __getitem__(self, some: slice) -> StoredNotes:
        return StoredNotes(*(column[some] for column in self._columns()))

    def each(self) -> Iterator[StoredNote]:
        """The notes, one by one."""
        columns = (self.ids, self.guids, self.types, self.tags, texts_of(self.fields), self.signs, self.cards)
        return starmap(StoredNote, zip(*columns, strict=True))

    @property
    def joined(self) -> str:
        """The fields of all notes as one text, with a separator between notes as between fields."""
        return SEPARATOR.encode().join(self.fields).decode("utf-8", "replace")

    def _columns(self) -> Sequence[Sequence[Any]]:
        return self.ids, self.guids, self.types, self.tags, self.fields, self.signs, self.cards


def texts_of(written: Sequence[bytes]) -> list[str]:
    """Texts of UTF-8, with marks where they are not; as one long text, which is many times quicker."""
    texts = BETWEEN.join(written).decode("utf-8", "replace").split(BETWEEN.decode())
    return texts if len(texts) == len(written) else [text.decode("utf-8", "replace") for text in written]
