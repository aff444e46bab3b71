"""What a drill does not do, and why."""

from __future__ import annotations

from enum import StrEnum

from trainer.errors import TrainerError


class Why(StrEnum):
    """The sorts of refusal, as a page or a script tells them apart."""

    NO_CODE = "code"
    """The join code or key is not this drill's."""
    NO_PLAYER = "player"
    """Nobody plays under this token or id."""
    NAME = "name"
    """The name cannot be used."""
    TAKEN = "taken"
    """Somebody in the drill has the name."""
    LOCKED = "locked"
    """Nobody new may come in."""
    LATE = "late"
    """The question takes no answer any more, or not yet."""
    TURN = "turn"
    """Somebody else has the floor."""
    BAD = "bad"
    """The message makes no sense here."""
    PHASE = "phase"
    """The drill is not at a point at which this can be done."""


class Refused(TrainerError):
    """Something that a drill does not do; the drill stands as it was."""

    def __init__(self, why: Why, message: str, *, remedy: str = "") -> None:
        """Keep the sort beside the sentence."""
        super().__init__(message, remedy=remedy)
        self.why = why
