"""Work on many cards that somebody watches: told how far it is, given up when nobody wants it any more."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[int], None]
"""Told how many more cards are done; raises GivenUp to stop, and all of the work is then undone."""


class GivenUp(Exception):
    """Nobody wants the work any more."""


def unwatched(_: int) -> None:
    """For work that nobody watches."""
