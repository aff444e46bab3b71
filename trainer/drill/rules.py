"""What a drill is played by, chosen before it begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scoring(StrEnum):
    """What a right answer is worth."""

    ACCURACY = "accuracy"
    """The same whenever it comes."""
    SPEED = "speed"
    """Up to half less towards the deadline."""
    CONFIDENCE = "confidence"
    """What a proper score gives for how sure the player was."""


class Style(StrEnum):
    """Who may answer."""

    TOGETHER = "together"
    """Everybody, each once."""
    TURNS = "turns"
    """One after the other; who comes next may steal what the one before missed."""
    BUZZER = "buzzer"
    """Whoever buzzes first, then whoever buzzes next."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a drill is played; it does not change once the drill is made."""

    style: Style = Style.TOGETHER
    """Who may answer."""
    scoring: Scoring = Scoring.ACCURACY
    """What a right answer is worth."""
    streak: bool = False
    """Whether right answers in a row are worth more, a tenth for each, half at most."""
    seconds: int = 30
    """For each question; 0 for no clock."""
    grace_ms: int = 500
    """How long after the deadline an answer still counts: what a slow network costs."""
    teams: tuple[str, ...] = ()
    """What a player may join; empty where everybody plays alone."""
    steal: bool = True
    """In turns: whether the next one may answer what was missed, for half."""
    within: float = 0.0
    """How far a number may be off and still be right, as a share of it."""
    anonymous: bool = False
    """Whether names are left out of the boards and the report."""
    most_players: int = 2_000
    """Who comes after them is turned away."""
