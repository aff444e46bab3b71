"""What a figure is: something to look at, with a sentence that says what is to be seen, and its numbers as text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Rows = tuple[tuple[str, ...], ...]
NOT_NAMED = ("what", "how much")
"""The heads of a table whose rows say enough without them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    name: str
    """What stands under it, or beside it."""
    value: float
    told: str
    """The value as text."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Bars side by side, such as a day each."""

    title: str
    says: str
    """What is to be seen, in a sentence."""
    heads: tuple[str, str]
    """What the names are, and what the values are."""
    bars: tuple[Bar, ...]
    highest: str = ""
    """The greatest value as text, which stands beside the top."""

    @property
    def rows(self) -> Rows:
        """Its numbers; without those of a long row that are nothing."""
        shown = [bar for bar in self.bars if bar.value or len(self.bars) <= 24]
        return tuple((bar.name, bar.told) for bar in shown)


@dataclass(frozen=True, slots=True)
class Shares:
    """Bars under one another, each a share of the whole width."""

    title: str
    says: str
    heads: tuple[str, str]
    bars: tuple[Bar, ...]
    """Values from 0 to 1."""

    @property
    def rows(self) -> Rows:
        """Its numbers."""
        return tuple((bar.name, bar.told) for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A square for each day, a column for each week."""

    title: str
    says: str
    heads: tuple[str, str]
    weeks: tuple[tuple[Bar | None, ...], ...]
    """Monday to Sunday, oldest week first; None for days to come."""

    @property
    def rows(self) -> Rows:
        """The days on which there was something."""
        return tuple((bar.name, bar.told) for week in self.weeks for bar in week if bar and bar.value)

    @property
    def highest(self) -> float:
        """The greatest value."""
        return max((bar.value for week in self.weeks for bar in week if bar), default=0.0)


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a curve."""

    name: str
    x: float
    y: float
    weight: int
    """How many answers stand behind it."""
    told: tuple[str, ...]
    """Its numbers as text."""


@dataclass(frozen=True, slots=True)
class Curve:
    """What was said against what came, both from 0 to 1; on the diagonal they agree."""

    title: str
    says: str
    heads: tuple[str, ...]
    points: tuple[Point, ...]

    @property
    def rows(self) -> Rows:
        """Its numbers."""
        return tuple((point.name, *point.told) for point in self.points)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what is better read than drawn."""

    title: str
    says: str
    heads: tuple[str, ...]
    rows: Rows


Figure = Columns | Shares | Calendar | Curve | Sheet


def level(value: float, highest: float, levels: int) -> int:
    """How dark a square is: 0 for nothing, else 1 to `levels`, by the root, so that one great day leaves others seen.

    >>> [level(value, 64, 4) for value in (0, 1, 4, 5, 16, 36, 37, 64)]
    [0, 1, 1, 2, 2, 3, 4, 4]
    """
    return 0 if value <= 0 else max(1, min(levels, math.ceil(levels * math.sqrt(value / max(highest, value)) - 1e-9)))


def grouped(values: Sequence[float], most: int) -> list[float]:
    """Values, some neighbours added up so that there are at most so many.

    >>> grouped([1, 2, 3, 4, 5], 3)
    [3, 7, 5]
    """
    size = -(-len(values) // most) if most > 0 else 1
    return [sum(values[at : at + size]) for at in range(0, len(values), max(1, size))]
