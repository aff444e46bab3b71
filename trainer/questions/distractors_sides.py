"""How options are spread around the key, so that its place among them tells nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

COUNT = 3
"""Options beside the key; with fewer than two there are none."""

_T = TypeVar("_T")


def both_sides(below: Sequence[_T], above: Sequence[_T], turn: int, count: int = COUNT) -> list[_T]:
    """So many of both, at least one of each where there is one; the turn says how many, which, and in what order.

    >>> both_sides([9, 8, 7], [12, 15, 18], 0), both_sides([9, 8, 7], [12, 15, 18], 3)
    ([9, 12, 15], [7, 15, 8])
    """
    under = min(len(below), max(1 + turn % 2, count - len(above)))
    over = min(len(above), count - under)
    picked = [*turned(below, turn // 2 % 2 if len(below) > under else 0)[:under]]
    picked += turned(above, turn // 4 % 2 + turn // 2 % 2 if len(above) > over else 0)[:over]
    return turned(picked, turn // 3)


def turned(options: Sequence[_T], turn: int) -> list[_T]:
    """The options, those first on which the turn falls."""
    start = turn % len(options) if options else 0
    return [*options[start:], *options[:start]]
