"""The forgetting curve on its own, for many cards at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from trainer.schedule.options import DeckOptions


@dataclass(frozen=True, slots=True)
class Forgetting:
    """R(t, S) = (1 + factor · t / S) ^ decay, as FSRS-6 has it: 0.9 where t is S."""

    factor: float
    decay: float
    """Below zero; the flatter, the nearer to it."""

    @classmethod
    def of(cls, options: DeckOptions) -> Self:
        """The curve that a deck's weights give."""
        decay = -options.parameters[20]
        return cls(0.9 ** (1 / decay) - 1, decay)

    def recall(self, stability: float, days: float) -> float:
        """The chance of recall so many days after the last review.

        >>> round(Forgetting.of(DeckOptions()).recall(12.0, 12.0), 6)
        0.9
        """
        return float((1 + self.factor * max(0.0, days) / stability) ** self.decay)
