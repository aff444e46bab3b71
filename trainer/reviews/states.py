"""Where a card stands after its reviews; a cache: a replay of the log gives it again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Memory:
    """FSRS's memory state."""

    stability: float
    """Days after which recall has fallen to 90 %."""
    difficulty: float
    """1 (easy) to 10 (hard)."""


@dataclass(frozen=True, slots=True)
class New:
    """Never reviewed."""


@dataclass(frozen=True, slots=True)
class Learning:
    """In its first steps."""

    step: int
    """0-based index of the learning step that it waits for."""
    due_ms: int
    """When it comes back, in Unix milliseconds."""
    memory: Memory


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Graduated: comes back after days."""

    interval_days: int
    """The wait that was chosen."""
    due_day: int
    """The study day on which it comes back."""
    memory: Memory


@dataclass(frozen=True, slots=True)
class Relearning:
    """Forgotten after it had graduated; in its steps back."""

    step: int
    """0-based index of the relearning step that it waits for."""
    due_ms: int
    """When it comes back, in Unix milliseconds."""
    memory: Memory


Stage = New | Learning | Reviewing | Relearning


@dataclass(frozen=True, slots=True)
class CardState:
    """A card's stage and what its past adds to it."""

    stage: Stage = New()
    first_day: int = 0
    """The study day of its first review; 0 while it is new."""
    last_day: int = 0
    """The study day of its last review; 0 while it is new."""
    last_ms: int = 0
    """The time of its last review, in Unix milliseconds; 0 while it is new."""
    reps: int = 0
    """How many reviews it has had."""
    lapses: int = 0
    """How often it was forgotten after it had graduated."""
    suspended: bool = False
    """Whether it is set aside."""
    buried_until: int = 0
    """The study day before which it does not come; 0 if it is not put off."""
    flag: int = 0
    """The flag on it, 1 to 7; 0 for none."""
    leech: bool = False
    """Whether it was forgotten so often that it should be rewritten."""
    overconfident: bool = False
    """Whether it was last missed by somebody who was sure of it; such a card comes back sooner."""
