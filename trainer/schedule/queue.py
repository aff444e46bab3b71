"""What a day holds: learning cards when their wait is over, then reviews and new cards within the day's limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from trainer.settings import Mix

Waiting = TypeVar("Waiting")
_REVIEW, _NEW = 0, 1


def left(limit: int, done: int) -> int:
    """How much of a day's limit is left."""
    return max(0, limit - done)


def turns(reviews: int, new: int, mix: Mix) -> Iterator[bool]:
    """For each card of a day in turn, whether it is a new one.

    >>> "".join("n" if is_new else "r" for is_new in turns(6, 2, Mix.MIXED))
    'rnrrrrnr'
    >>> "".join("n" if is_new else "r" for is_new in turns(2, 1, Mix.AFTER))
    'rrn'
    """
    if mix is not Mix.MIXED:
        old, fresh = [False] * reviews, [True] * new
        yield from (*old, *fresh) if mix is Mix.AFTER else (*fresh, *old)
        return
    done = [0, 0]
    counts = (reviews, new)
    for _ in range(reviews + new):
        places = [(done[kind] + 0.5) / counts[kind] if done[kind] < counts[kind] else 2.0 for kind in (_REVIEW, _NEW)]
        kind = _NEW if places[_NEW] < places[_REVIEW] else _REVIEW
        done[kind] += 1
        yield kind == _NEW


def taken(turn: Iterable[bool], reviews: Sequence[Waiting], new: Sequence[Waiting]) -> list[Waiting]:
    """The cards in turn, as far as there are any."""
    sources = iter(reviews), iter(new)
    in_turn = (next(sources[is_new], None) for is_new in turn)
    return [card for card in in_turn if card is not None]
