"""A piece of work that another thread does for a screen: how far it is, and how it is given up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

from trainer.watched import GivenUp

_EVERY_S = 0.1
"""How often a screen is told how far the work is."""


class UnderWay:
    """Counts what is done of some cards; the thread that works calls `step`, the screen `give_up`."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        """`tell` hears now and then, on the thread that works, how many cards are done."""
        self._tell = tell
        self._done = 0
        self._told_at = monotonic()
        self._is_given_up = Event()

    def step(self, count: int) -> None:
        """So many more are done. Raises GivenUp."""
        if self._is_given_up.is_set():
            raise GivenUp
        self._done += count
        if monotonic() - self._told_at >= _EVERY_S:
            self._told_at = monotonic()
            self._tell(self._done)

    def give_up(self) -> None:
        """Stop it, all of it undone."""
        self._is_given_up.set()
