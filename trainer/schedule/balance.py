"""Days with less to do: within an interval's spread, the day that has the least, with easy days and holidays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Loads:
    """How full the days to come are, and how full they may be."""

    between: Callable[[int, int], Mapping[int, int]]
    """Gives study day to reviews due on it, from a first to a last day."""
    shares: Sequence[float] = (1.0,) * 7
    """Monday to Sunday: the part of a usual day's reviews that each may bring, 0 to 1."""
    pauses: Sequence[tuple[int, int]] = ()
    """Holidays: first and last study day of each."""
    found: dict[tuple[int, int, int], int] = field(default_factory=dict)
    """What `best` gave: a key says it, and the answer asks for it again."""

    def best(self, first_day: int, last_day: int, wished_day: int) -> int:
        """Of the days from the first to the last, the least full for what it may hold; nearest to the wished one.

        >>> Loads(lambda first, last: {10: 5, 11: 2, 12: 2}).best(10, 12, 12)
        12
        """
        asked = first_day, last_day, wished_day
        if asked not in self.found:
            self.found[asked] = self._best(*asked)
        return self.found[asked]

    def _best(self, first_day: int, last_day: int, wished_day: int) -> int:
        counts = self.between(first_day, last_day)

        def rank(day: int) -> tuple[float, int, int]:
            """Reviews after one more over what the day may hold, without end where that is nothing; then how far."""
            share = 0.0 if self._is_paused(day) else self.shares[weekday(day)]
            return (counts.get(day, 0) + 1) / share if share else _NEVER, abs(day - wished_day), day

        return min(range(first_day, last_day + 1), key=rank)

    def _is_paused(self, day: int) -> bool:
        """Whether a day lies in a holiday."""
        return any(first <= day <= last for first, last in self.pauses)


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday; the first study day of all, 1970-01-01, was a Thursday."""
    return (day + 3) % 7
