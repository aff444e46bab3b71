"""A learner who follows FSRS: for weighing plans against one another before anybody has to live with them.

A card has one review a day here. What steps within the day do to memory is left out; the time that they take is not.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.reviews import Memory, Rating
from trainer.schedule.forgetting import Forgetting
from trainer.schedule.habits import Habits
from trainer.schedule.memory import Outcome, model_of, reckoned
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
    key: str = ""
    """What the caller knows the card by."""
    part: str = ""
    """What it belongs to, where parts of a deck are told apart."""


class Curve:
    """What some weights make of a memory, with time and with each rating."""

    def __init__(self, parameters: Sequence[float] = DEFAULT_PARAMETERS) -> None:
        """The curve of 21 weights."""
        self._model = model_of(tuple(parameters))
        self._forgetting = Forgetting.of(parameters)

    def recall(self, memory: Memory | None, days: float) -> float:
        """The chance of recall after so many days; 0 for a card that was never met."""
        return self._forgetting.recall(memory.stability, days) if memory else 0.0

    def after(self, memory: Memory | None, days: int, retention: float = 0.9) -> dict[Rating, Outcome]:
        """Rating to what it leaves after so many days."""
        return reckoned(self._model, memory, days, retention)


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
