"""Long work that somebody watches: told how far it is, given up when nobody wants it any more."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[int], None]
"""Told how many more are done; may raise to stop, and all of the work is then undone."""
Tell = Callable[[int, int], None]
"""Told how much is done, and of how much."""
TellOf = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""
IsGivenUp = Callable[[], bool]
"""Asked now and then by what takes long: whether nobody waits for it any more."""


class GivenUp(Exception):
    """Nobody wants the work any more."""


def never() -> bool:
    """An IsGivenUp for work that is done to its end."""
    return False


def unwatched(_: int) -> None:
    """A Step for work that nobody watches."""


def untold(_: int, __: int) -> None:
    """A Tell for work that nobody watches."""


def untold_of(_: str, __: int, ___: int) -> None:
    """A TellOf for work that nobody watches."""
