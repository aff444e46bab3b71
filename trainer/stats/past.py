"""What was done: reviews by day, hour, rating and how long the card had been away."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

Key = TypeVar("Key")
AWAY_DAYS = (1, 2, 7, 21, 90, 365)
"""Where the bands of days since a card's last review begin."""
MATURE_DAYS = 21
"""From here on a card is mature, as Anki has it."""
PRACTICE, IN_STEPS = -1, 0
"""What stands for the band where a review was extra practice, or of a card that had not graduated or was met before on
that day; the bands are 1 to 6."""
YOUNG = range(1, 1 + AWAY_DAYS.index(MATURE_DAYS))
MATURE = range(YOUNG.stop, 1 + len(AWAY_DAYS))
GRADUATED = range(1, 1 + len(AWAY_DAYS))
_BANDS = [bisect_right(AWAY_DAYS, days) for days in range(AWAY_DAYS[-1] + 1)]


def band_of(days: int) -> int:
    """The band of so many days.

    >>> [band_of(days) for days in (0, 1, 6, 20, 21, 400)]
    [0, 1, 2, 3, 4, 6]
    """
    return _BANDS[min(days, AWAY_DAYS[-1])]


Cell = tuple[int, int, int, int]
"""Reviews that are counted together: study day, hour of the local clock, band, rating."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """Of so many reviews, how many were not rated Again."""

    reviews: int = 0
    recalled: int = 0

    @property
    def share(self) -> float | None:
        """The share recalled; None of nothing."""
        return self.recalled / self.reviews if self.reviews else None


@dataclass(frozen=True)
class Past:
    """Some decks' reviews that stand, and what was practised."""

    cells: Mapping[Cell, tuple[int, int]] = field(default_factory=dict)
    """How many there are of each, and the milliseconds that they took, a minute a showing at most."""

    @classmethod
    def together(cls, parts: Iterable[Past]) -> Past:
        """What several decks have, added up."""
        found: dict[Cell, tuple[int, int]] = {}
        for part in parts:
            for cell, (count, ms) in part.cells.items():
                before = found.get(cell, (0, 0))
                found[cell] = before[0] + count, before[1] + ms
        return cls(found)

    @cached_property
    def _days(self) -> Mapping[tuple[int, int, int], int]:
        """Reviews by day, band and rating."""
        return _summed(((day, band, rating), count) for (day, _, band, rating), (count, _) in self.cells.items())

    def reviews(self, *, practice: bool = False) -> Counter[int]:
        """Study day to its reviews, or to its showings in practice."""
        return _summed((day, count) for (day, band, _), count in self._days.items() if (band == PRACTICE) is practice)

    def minutes(self) -> dict[int, float]:
        """Study day to minutes spent, practice included."""
        spent = _summed((day, ms) for (day, *_), (_, ms) in self.cells.items())
        return {day: ms / 60_000 for day, ms in spent.items()}

    def hours(self) -> Counter[int]:
        """Hour of the day to its reviews."""
        return _summed((hour, count) for (_, hour, band, _), (count, _) in self.cells.items() if band != PRACTICE)

    def ratings(self, bands: Container[int]) -> Counter[int]:
        """Rating to how often it was given in some bands."""
        return _summed((rating, count) for (_, band, rating), count in self._days.items() if band in bands)

    def recalled(self, bands: Container[int], since_day: int = 0) -> Recalled:
        """True retention: of graduated cards' first reviews of a day after so long, how many were not Again."""
        found = _summed(
            (rating > 1, count)
            for (day, band, rating), count in self._days.items()
            if band in bands and day >= since_day
        )
        return Recalled(found.total(), found[True])


def _summed(counts: Iterable[tuple[Key, int]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for key, count in counts:
        found[key] += count
    return found
