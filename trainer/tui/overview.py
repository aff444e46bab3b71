"""What the home screen tells: each deck's day, and all of them together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.collection import Collection, Counts
from trainer.decks import Cover
from trainer.schedule import Moment
from trainer.schedule.labels import days_label
from trainer.text import counted

if TYPE_CHECKING:
    from trainer.schedule.readiness import Readiness

_SECONDS_A_CARD = 8


@dataclass(frozen=True, slots=True)
class Outlook:
    """One deck's day, and when it has something again."""

    deck: Cover
    today: Counts
    next_in_days: int | None
    """Days until it has a card, where today holds none; None where today does, or no card is left."""
    readiness: Readiness | None = None
    """How ready it will be on the day that was named for it; None if none was."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Some decks' day."""

    outlooks: tuple[Outlook, ...]

    @property
    def today(self) -> Counts:
        """What today holds in all."""
        return sum((outlook.today for outlook in self.outlooks), Counts())

    @property
    def minutes(self) -> int:
        """About how long today's cards take."""
        return math.ceil(self.today.total * _SECONDS_A_CARD / 60)

    @property
    def next_in_days(self) -> int | None:
        """Days until any of the decks has a card again; None if none ever has, or one has today."""
        return min((o.next_in_days for o in self.outlooks if o.next_in_days is not None), default=None)


def overview(collection: Collection, decks: Sequence[Cover]) -> Overview:
    """The decks' day as the log has it now."""
    return Overview(tuple(_outlook(collection, deck) for deck in decks))


def _outlook(collection: Collection, deck: Cover) -> Outlook:
    counts = collection.counts(deck)
    next_in_days = None if counts.total else collection.next_in_days(deck)
    return Outlook(deck, counts, next_in_days, _readiness(collection, deck))


def _readiness(collection: Collection, deck: Cover) -> Readiness | None:
    """How ready a deck will be; None if no day was named for it."""
    if collection.aim_ahead(deck.id) is None:
        return None
    from trainer.collection.foresight import outlook  # most decks have no day

    return outlook(collection, deck)


def by_name(today: Counts) -> dict[str, int]:
    """The three counts under their names."""
    return {"new": today.new, "learning": today.learning, "due": today.due}


def soon(days: int) -> str:
    """A number of days from now as people say it.

    >>> soon(1), soon(12)
    ('tomorrow', 'in 12d')
    """
    return "tomorrow" if days == 1 else f"in {days_label(days)}"


def ready(readiness: Readiness) -> str:
    """How ready a deck will be, in a few words: `82 % ready for 3 December, 14 minutes a day`."""
    date = Moment.date_of(readiness.day)
    return f"{readiness.share:.0%} ready for {date.day} {date:%B}, {counted(readiness.minutes, 'minute')} a day"
