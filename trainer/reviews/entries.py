"""What the review log holds: reviews, and the events that change what reviews mean."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any


class Rating(IntEnum):
    """How well a card was recalled, as in FSRS and Anki."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class _Happened:
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


@dataclass(frozen=True, slots=True)
class Undo(_Happened):
    """A review taken back."""

    card: str
    """The card's id in its deck."""
    undoes: str
    """The id of the review."""


@dataclass(frozen=True, slots=True)
class Options(_Happened):
    """How a deck is scheduled from here on."""

    body: Mapping[str, Any]
    """The scheduling options by name."""


@dataclass(frozen=True, slots=True)
class Note(_Happened):
    """Something that has to be on record, such as an override of a marking."""

    topic: str
    """What it is about."""
    body: Mapping[str, Any]
    """Its particulars."""


Entry = Review | Undo | Options | Note


def entry_id(at_ms: int) -> str:
    """A new UUID, version 7 (RFC 9562): sorts by time, unique without asking anyone."""
    value = int.from_bytes(at_ms.to_bytes(6) + os.urandom(10))
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    text = f"{value:032x}"
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])
