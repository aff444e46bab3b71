"""What the review log holds: reviews, and the events that change what reviews mean or when a card comes back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

DAY_MS = 86_400_000
LONGEST_MS = 60_000
"""A showing counts for a minute at most, as in Anki: people leave the room."""


class Rating(IntEnum):
    """How well a card was recalled, as in FSRS and Anki."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class _Happened:
    """What every entry says."""

    id: str
    """A UUID, version 7, of this entry alone."""
    at_ms: int
    """When, in Unix milliseconds."""
    tz_min: int
    """The local clock's offset from UTC then, in minutes."""
    day: int
    """The study day then: days since 1970-01-01, each beginning at the chosen hour."""
    deck: str
    """The deck's id; empty for the whole collection."""


@dataclass(frozen=True, slots=True)
class Review(_Happened):
    """One showing of a card and its rating."""

    card: str
    """The card's id in its deck."""
    rating: Rating
    """What the person chose."""
    elapsed_ms: int
    """From the question to the rating."""
    practice: bool = False
    """Whether it was extra practice, which moves no schedule."""
    mode: str = ""
    """How the answer was given: `type`, `choice`, `range`, or in a `drill`; empty where the card was flipped."""
    given: str = ""
    """What was typed or picked."""
    verdict: str = ""
    """What the grader said of it."""
    confidence: int | None = None
    """How sure the person was before the answer was shown, in percent."""
    interval_days: int = 0
    """The interval that was taken where the load of days was balanced; 0 where the formulas alone decided."""
    seed: str = ""
    """The id of the review that this one does again after an undo, so that fuzz falls the same way; else empty."""


@dataclass(frozen=True, slots=True)
class _OfCard(_Happened):
    """What every entry about a card says."""

    card: str
    """The card's id in its deck."""


@dataclass(frozen=True, slots=True)
class Suspend(_OfCard):
    """A card set aside until it is taken up again, or taken up again."""

    on: bool


@dataclass(frozen=True, slots=True)
class Bury(_OfCard):
    """A card put off."""

    until_day: int
    """The study day on which it may come again; 0 brings it back at once."""


@dataclass(frozen=True, slots=True)
class SetDue(_OfCard):
    """A card given a day of its own."""

    due_day: int
    """The study day on which it is due."""


@dataclass(frozen=True, slots=True)
class Reset(_OfCard):
    """A card made new again; its reviews stay on record."""


@dataclass(frozen=True, slots=True)
class Flag(_OfCard):
    """A coloured flag on a card."""

    flag: int
    """1 to 7 as in Anki: red, orange, green, blue, pink, turquoise, purple; 0 for none."""


@dataclass(frozen=True, slots=True)
class Remark(_OfCard):
    """A person's own note on a card; the last one counts."""

    text: str
    """Empty takes it away."""


@dataclass(frozen=True, slots=True)
class Recall(_OfCard):
    """A memory state that came from elsewhere, such as another program's."""

    stability: float
    difficulty: float
    interval_days: int
    due_day: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Undo(_OfCard):
    """An entry about a card taken back."""

    undoes: str
    """The id of the entry."""


@dataclass(frozen=True, slots=True)
class Options(_Happened):
    """How a deck is scheduled from here on."""

    body: Mapping[str, Any]
    """The scheduling options by name."""


@dataclass(frozen=True, slots=True)
class Fitted(_Happened):
    """FSRS weights fitted to the log, in force for a deck or for all."""

    parameters: tuple[float, ...]
    """The 21 weights; none for the published ones."""
    body: Mapping[str, Any]
    """How well they did on reviews that they were not fitted to."""


@dataclass(frozen=True, slots=True)
class Aim(_Happened):
    """A day by which a deck is to be known."""

    day_due: int
    """The study day of the briefing; 0 calls it off."""
    minutes: int
    """What a day may take, in minutes."""


@dataclass(frozen=True, slots=True)
class Note(_Happened):
    """Something that has to be on record, such as an override of a marking."""

    topic: str
    """What it is about."""
    body: Mapping[str, Any]
    """Its particulars."""


CardEntry = Review | Suspend | Bury | SetDue | Reset | Flag | Remark | Recall
"""What moves a card or says something of it, and can be undone."""
Entry = CardEntry | Undo | Options | Fitted | Aim | Note


def entry_id(at_ms: int) -> str:
    """A new UUID, version 7 (RFC 9562): sorts by time, unique without asking anyone."""
    return _uuid(at_ms, os.urandom(10))


def first_id(at_ms: int) -> str:
    """What no entry made at this time or later sorts before."""
    return _uuid(max(0, at_ms), bytes(10))


def _uuid(at_ms: int, rest: bytes) -> str:
    value = int.from_bytes(at_ms.to_bytes(6) + rest)
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    text = f"{value:032x}"
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])
