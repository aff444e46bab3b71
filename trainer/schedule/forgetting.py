"""The forgetting curve of FSRS-6."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Forgetting:
    """R(t, S) = (1 + factor · t / S) ^ decay: 0.9 where t is S."""

    factor: float
    decay: float
    """Below zero; the flatter, the nearer to it."""

    @classmethod
    def of(cls, parameters: Sequence[float]) -> Self:
        """The curve that 21 weights give: the last of them is how fast it falls."""
        decay = -parameters[20]
        return cls(0.9 ** (1 / decay) - 1, decay)

    def recall(self, stability: float, days: float) -> float:
        """The chance of recall so many days after the last review.

        >>> round(Forgetting(19 / 81, -0.5).recall(12.0, 12.0), 6)
        0.9
        """
        return float((1 + self.factor * max(0.0, days) / stability) ** self.decay)

    def stabilities_until(self, recall: float) -> float:
        """When the chance of recall, above 0, has fallen so far: in days, as a multiple of stability.

        >>> round(Forgetting(19 / 81, -0.5).stabilities_until(0.9), 6)
        1.0
        """
        return float((recall ** (1 / self.decay) - 1) / self.factor)
