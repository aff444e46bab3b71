"""How one deck is scheduled, as the formulas need it and as the log keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

DEFAULT_PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""FSRS-6's published default weights, w0 to w20."""


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """What the next interval depends on besides the card."""

    desired_retention: float = 0.9
    """The chance of recall at which a card is due again."""
    learning_steps: tuple[int, ...] = (60, 600)
    """Seconds."""
    relearning_steps: tuple[int, ...] = (600,)
    """Seconds."""
    maximum_interval_days: int = 36_500
    """No interval is longer."""
    fuzz: bool = True
    """Whether due days are spread a little."""
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    """FSRS-6 weights."""
    leech_threshold: int = 8
    """Lapses after which a card is a leech; 0 for never."""
    leech_suspends: bool = True
    """Whether a leech is set aside."""

    def body(self) -> dict[str, Any]:
        """As the log keeps it: lists in place of tuples."""
        return dict(_body(self))

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> DeckOptions:
        """From what the log kept; names of a later version are passed over, and leeches where none were known."""
        known = {part.name for part in fields(cls)} & body.keys()
        given: dict[str, Any] = {"leech_threshold": 0} | {name: body[name] for name in known}
        for name, value in given.items():
            given[name] = tuple(value) if isinstance(value, list) else value
        return cls(**given)


@lru_cache(maxsize=64)
def _body(options: DeckOptions) -> dict[str, Any]:
    given = {part.name: getattr(options, part.name) for part in fields(options)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}
