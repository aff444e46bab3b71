"""Fuzz: due days spread a little, the same way each time for the same review.

The ranges are Anki's (rslib/src/scheduler/states/fuzz.rs), so that our intervals can be compared with its own.
"""

from __future__ import annotations

_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From day, to day, share of the days within that range."""


def fuzz_factor(seed: str) -> float:
    """A number from 0 up to 1 that follows from the review's id."""
    import hashlib

    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:6]) / 2**48


def spread_days(interval_days: float) -> float:
    """How far an interval may be moved either way, in days; none under two and a half days."""
    if interval_days < _RANGES[0][0]:
        return 0.0
    beyond_a_day = 0.0
    for start, end, share in _RANGES:
        beyond_a_day += share * max(0.0, min(interval_days, end) - start)
    return 1.0 + beyond_a_day


def whole_days(interval_days: float, minimum: int, maximum: int) -> int:
    """An interval in whole days from `minimum` to `maximum`, not spread."""
    return min(max(rounded(interval_days), minimum), maximum)


def within(first: int, last: int, factor: float) -> int:
    """A day from the first to the last, by a number from 0 up to 1."""
    return int(first + factor * (1 + last - first))


def least_days(interval_days: float, last_days: int, maximum: int) -> int:
    """What a passed review must not fall below: a day more than last time if the memory says more, else the last
    interval if it is still within the spread, else a day.

    >>> [least_days(interval, 4, 36_500) for interval in (4.6, 4.4, 2.8, 1.0)]
    [5, 4, 4, 1]
    """  # noqa: D205 - one sentence
    if rounded(interval_days) > last_days:
        return last_days + 1
    _, upper = bounds(interval_days, 1, maximum)
    return max(1, last_days) if last_days <= upper else 1


def rounded(days: float) -> int:
    """Half days up, as in Rust; never `round`, which sends 2.5 to 2."""
    return int(days + 0.5)


def bounds(interval_days: float, minimum: int, maximum: int) -> tuple[int, int]:
    """The first and the last day of an interval's spread, within limits, two days at least where they allow it."""
    minimum = min(minimum, maximum)
    interval_days = min(max(interval_days, minimum), maximum)
    spread = spread_days(interval_days)
    lower = min(max(rounded(interval_days - spread), minimum), maximum)
    upper = min(max(rounded(interval_days + spread), minimum), maximum)
    if lower == upper and 2 < upper < maximum:
        upper = lower + 1
    return lower, upper
