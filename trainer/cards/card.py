"""One card, as every room beyond the making wing knows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from itertools import repeat
from struct import Struct
from typing import Any

from trainer.cycles import no_search_for_cycles

GAP = "[...]"
"""What stands for the deletion in the question of a cloze card."""

CardOf = tuple[str, str]
"""A deck's id and the id of a card in it."""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no letter that looks like a digit


_PAIRS = tuple(high + low for high in _ALPHABET for low in _ALPHABET)
_FIRST_BITS = Struct(">Q24x")
"""64 bits of a SHA-256."""


class Kind(StrEnum):
    """What a card asks for."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    WHAT = "what"
    ACRONYM = "acronym"
    LIST = "list"
    WHY = "why"
    CLOZE = "cloze"


class Status(StrEnum):
    """Whether a card still holds."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Source:
    """The sentence behind a card."""

    brief: str
    """The brief's id within the deck."""
    sentence: str
    """Verbatim from the brief."""
    paragraph: int | None = None
    """1-based, counted over the brief's body."""
    span: tuple[int, int] | None = None
    """The answer's characters in the sentence, end exclusive; None if the answer is not there word for word."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question with one short answer; frozen, so that an edit makes a new card with the same id."""

    id: str
    """Given once, unique in the deck, kept through every edit."""
    question: str
    """Self-contained; a cloze card's question holds GAP once."""
    answer: str
    """Short, with its hedge where the question does not carry it."""
    kind: Kind = Kind.WHAT
    """What it asks for."""
    fact: str = ""
    """Cards of one fact are siblings; empty for a card of its own."""
    accepted: tuple[str, ...] = ()
    """Other answers that are right."""
    reject: tuple[str, ...] = ()
    """Near misses that must not pass for right."""
    distractors: tuple[str, ...] = ()
    """Wrong options for multiple choice."""
    as_of: str = ""
    """When the claim held: ISO year, month or day."""
    attribution: str = ""
    """Who says so, where somebody does."""
    marking: str = ""
    """The card's own handling marking, where it differs from its deck's."""
    status: Status = Status.CURRENT
    """Superseded and retired cards are kept for their history and not studied."""
    superseded_by: str = ""
    """The id of the card that took its place."""
    conflicts_with: tuple[str, ...] = ()
    """Ids of cards whose sources disagree with this one."""
    tags: tuple[str, ...] = ()
    """Topics, in the deck's order."""
    picture: str = ""
    """A picture shown with the question: a path from the deck's folder."""
    answer_picture: str = ""
    """A picture shown with the answer: a path from the deck's folder."""
    origin: str = "hand"
    """The maker and its version: `rules 1`, `hand`, `anki`, `llm MODEL`."""
    source: Source | None = None
    """The sentence behind it, if it came from a brief."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys that this version does not know, kept as they were."""

    @property
    def held(self) -> tuple[str, ...]:
        """When the claim held and who says so, as far as told: `as of February 2023`, `according to the UN`."""
        from trainer.values.dates import spoken_date  # no date is told before an answer is

        parts = (
            f"as of {spoken_date(self.as_of)}" if self.as_of else "",
            f"according to {self.attribution}" if self.attribution else "",
        )
        return tuple(filter(None, parts))


USUAL: Mapping[str, Any] = {
    part.name: part.default if part.default_factory is MISSING else part.default_factory()
    for part in fields(Card)
    if part.name not in {"id", "question", "answer"}
}
"""What a card has in each field that need not be given."""


def cards_of(count: int, columns: Mapping[str, Iterable[Any]]) -> tuple[Card, ...]:
    """So many cards from columns of so many values, each a field of all of them; a field without one is as usual.

    A field set for all cards at once costs a tenth of what it costs card by card, and a deck may have a hundred
    thousand.
    """
    with no_search_for_cycles():
        cards = tuple(map(object.__new__, repeat(Card, count)))
    for name in Card.__dataclass_fields__:
        column = columns[name] if name in columns else repeat(USUAL[name])
        deque(map(getattr(Card, name).__set__, cards, column), maxlen=0)
    return cards


def new_id(*parts: str) -> str:
    """Eight characters that follow from the parts: the same card made twice gets the same id.

    >>> new_id("mali-2023-06", "f3a81c", "how_many") == new_id("mali-2023-06", "f3a81c", "how_many")
    True
    """
    return _ids_of(["\x1f".join(parts)])[0]


def new_ids(before: str, parts: Iterable[str], after: str) -> list[str]:
    """`new_id(before, part, after)` for each of the parts, in half the time."""
    return _ids_of([f"{before}\x1f{part}\x1f{after}" for part in parts])


def _ids_of(texts: Iterable[str]) -> list[str]:
    """The first 40 bits of each text's SHA-256, in base 32."""
    from hashlib import sha256

    digests = b"".join([sha256(text.encode()).digest() for text in texts])
    pairs = _PAIRS
    return [
        f"{pairs[bits >> 54]}{pairs[bits >> 44 & 1023]}{pairs[bits >> 34 & 1023]}{pairs[bits >> 24 & 1023]}"
        for (bits,) in _FIRST_BITS.iter_unpack(digests)
    ]
