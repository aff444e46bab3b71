"""FSRS-6: what a rating does to memory, and the interval that follows.

Computed by fsrs-rs, the library inside Anki; the formulas are published at
https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import fsrs_rs_python as fsrs

from trainer.reviews import Memory, Rating
from trainer.schedule.options import DeckOptions


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rating would leave."""

    memory: Memory
    """The memory state after it."""
    interval_days: float
    """Days until recall has fallen to the desired retention, not rounded."""


@lru_cache(maxsize=16)
def _model(parameters: tuple[float, ...]) -> fsrs.FSRS:
    return fsrs.FSRS(list(parameters))


@lru_cache(maxsize=4)
def outcomes(memory: Memory | None, elapsed_days: int, options: DeckOptions) -> Mapping[Rating, Outcome]:
    """What each rating would leave, for a card last reviewed `elapsed_days` study days ago; None for a new card.

    The last few are kept: what the keys said is asked for again when one of them is pressed.
    """
    before = fsrs.MemoryState(memory.stability, memory.difficulty) if memory else None
    states = _model(options.parameters).next_states(before, options.desired_retention, max(0, elapsed_days))
    by_rating = zip(Rating, (states.again, states.hard, states.good, states.easy), strict=True)
    return {
        rating: Outcome(Memory(state.memory.stability, state.memory.difficulty), state.interval)
        for rating, state in by_rating
    }


def retrievability(memory: Memory, elapsed_days: float, options: DeckOptions) -> float:
    """The chance of recall after so many days: the forgetting curve R(t, S)."""
    decay = -options.parameters[20]
    factor = 0.9 ** (1 / decay) - 1
    return float((1 + factor * max(0.0, elapsed_days) / memory.stability) ** decay)
