"""How a session asks: the way to answer, whether it wants to know how sure one is, whether a clock runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from trainer.settings import Mode, Settings
from trainer.study.showing import Showing

SURE = {50: "even chance", 60: "likely", 70: "likely", 80: "very likely", 90: "very likely", 100: "certain"}
"""How sure one may say to be, in percent and in the words of ICD 203, from a guess to no doubt."""
RANGE = "range"
"""The mode of an answer that was a range: it says itself how sure one is of it."""


class Step(Enum):
    """What the card in view waits for."""

    ANSWER = "answer"
    """To be thought of, typed or picked."""
    SURE = "sure"
    """To hear how sure the person is."""
    RATING = "rating"
    """To be rated: the answer is in view."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a session asks; it can be changed at any card."""

    mode: Mode = Mode.FLIP
    """How answers are given."""
    confidence: bool = False
    """Whether it asks how sure one is before it shows the answer."""
    timer: bool = False
    """Whether it shows for how long the card has been in view."""

    @classmethod
    def of(cls, settings: Settings, mode: Mode | None = None) -> Self:
        """As the settings say, in a mode of its own if one is given."""
        return cls(mode or settings.mode, settings.confidence, settings.timer)

    def mode_of(self, options: Sequence[str]) -> Mode:
        """How the answer to a card with these options is given; one without is flipped where others are picked."""
        return Mode.FLIP if self.mode is Mode.CHOICE and not options else self.mode

    def step(self, showing: Showing, options: Sequence[str] = ()) -> Step:
        """What a card in view waits for."""
        if showing.revealed:
            return Step.RATING
        told = showing.told
        is_given = self.mode_of(options) is Mode.FLIP or bool(told.mode)
        asks = self.confidence and told.confidence is None and told.mode != RANGE
        return Step.SURE if is_given and asks else Step.ANSWER

    def in_next_mode(self) -> Self:
        """The manner with the next way to answer: flip, type, choice, and around."""
        modes = tuple(Mode)
        return replace(self, mode=modes[(modes.index(self.mode) + 1) % len(modes)])
