"""A learner who follows FSRS: for weighing plans against one another before anybody has to live with them.

A card has one review a day here. What steps within the day do to memory is left out; the time that they take is not.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import fsrs_rs_python as fsrs

from trainer.reviews import Memory, Rating
from trainer.schedule.habits import Habits
from trainer.schedule.options import DEFAULT_PARAMETERS


@dataclass(slots=True)
class Learned:
    """A card in a simulated head."""

    memory: Memory | None
    """None while it is new."""
    last_day: int = 0
    """The study day of its last review."""
    due_day: int = 0
    """The study day on which it is due."""
    key: object = None
    """Whatever the caller knows the card by."""
    part: object = None
    """What it belongs to, where parts of a deck are told apart."""


class Curve:
    """The forgetting curve of some weights, quick to ask: R(t, S) = (1 + factor t / S) ^ decay."""

    def __init__(self, parameters: Sequence[float] = DEFAULT_PARAMETERS) -> None:
        """The curve of 21 weights."""
        self.parameters = tuple(parameters)
        self._model = fsrs.FSRS(list(parameters))
        self._decay = -parameters[20]
        self._factor = 0.9 ** (1 / self._decay) - 1

    def recall(self, memory: Memory | None, days: float) -> float:
        """The chance of recall after so many days; 0 for a card that was never met."""
        if memory is None:
            return 0.0
        return float((1 + self._factor * max(0.0, days) / memory.stability) ** self._decay)

    def after(self, memory: Memory | None, days: int, retention: float = 0.9) -> dict[Rating, tuple[Memory, float]]:
        """Rating to the memory that it leaves and the interval in days until recall falls to the retention."""
        before = fsrs.MemoryState(memory.stability, memory.difficulty) if memory else None
        states = self._model.next_states(before, retention, max(0, days))
        by_rating = zip(Rating, (states.again, states.hard, states.good, states.easy), strict=True)
        return {
            rating: (Memory(state.memory.stability, state.memory.difficulty), state.interval)
            for rating, state in by_rating
        }


class Learner:
    """A head that answers by chance, the same way each time for the same seed."""

    def __init__(self, curve: Curve, habits: Habits, seed: int = 0) -> None:
        """A learner whose memory follows the curve and who rates by habit."""
        self.curve = curve
        self.habits = habits
        self._rng = random.Random(seed)  # noqa: S311 - a simulation

    def answer(self, card: Learned, day: int) -> tuple[Rating, float]:
        """How the learner rates a card on a day, and the seconds that it takes."""
        if card.memory is None:
            [rating] = self._rng.choices(list(Rating), self.habits.first)
            return rating, self.habits.first_s
        if self._rng.random() >= self.curve.recall(card.memory, day - card.last_day):
            return Rating.AGAIN, self.habits.forgotten_s
        [rating] = self._rng.choices(list(Rating)[1:], self.habits.recalled)
        return rating, self.habits.recalled_s

    def study(self, card: Learned, day: int, retention: float, maximum_days: int = 36_500) -> tuple[Rating, float]:
        """Answer a card and move it on, due when recall falls to the retention; the rating and the seconds."""
        rating, seconds = self.answer(card, day)
        memory, interval_days = self.curve.after(card.memory, day - card.last_day, retention)[rating]
        card.memory, card.last_day = memory, day
        card.due_day = day + min(max(1, int(interval_days + 0.5)), maximum_days)
        return rating, seconds
