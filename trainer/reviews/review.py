"""The review: one showing of a card and its rating; with what every entry of the log says of itself."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import IntEnum

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
class Happened:
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
class Review(Happened):
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
