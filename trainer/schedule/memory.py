"""FSRS-6: what a rating does to memory, and the interval that follows.

Computed by fsrs-rs, the library inside Anki; the formulas are published at
https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import fsrs_rs_python as fsrs

from trainer.reviews import Memory, Rating
from trainer.schedule.options import DeckOptions


class Outcome(NamedTuple):
    """What one rating would leave."""

    memory: Memory
    """The memory state after it."""
    interval_days: float
    """Days until recall has fallen to the desired retention, not rounded."""


@lru_cache(maxsize=16)
def model_of(parameters: tuple[float, ...]) -> fsrs.FSRS:
    """The library's model of 21 weights."""
    return fsrs.FSRS(list(parameters))


@lru_cache(maxsize=4)
def outcomes(memory: Memory | None, elapsed_days: int, options: DeckOptions) -> Mapping[Rating, Outcome]:
    """What each rating would leave, for a card last reviewed `elapsed_days` study days ago; None for a new card.

    The last few are kept: what the keys said is asked for again when one of them is pressed.
    """
    return reckoned(model_of(options.parameters), memory, elapsed_days, options.desired_retention)


def reckoned(model: fsrs.FSRS, memory: Memory | None, elapsed_days: int, retention: float) -> dict[Rating, Outcome]:
    """The same of a model and a desired retention, reckoned anew each time."""
    before = fsrs.MemoryState(memory.stability, memory.difficulty) if memory else None
    states = model.next_states(before, retention, max(0, elapsed_days))
    by_rating = zip(Rating, (states.again, states.hard, states.good, states.easy), strict=True)
    return {
        rating: Outcome(Memory(state.memory.stability, state.memory.difficulty), state.interval)
        for rating, state in by_rating
    }
