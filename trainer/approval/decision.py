"""What can be decided about a proposed card."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer.cards import Card


class Reason(StrEnum):
    """Why a card was refused."""

    WRONG = "wrong"
    UNCLEAR = "unclear"
    TRIVIAL = "not worth knowing"
    GIVEN_AWAY = "given away"
    DUPLICATE = "duplicate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The card goes into the deck."""

    card: Card
    """As it goes there: as it was proposed, or as it was edited."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The card goes nowhere, and is not proposed for this deck again."""

    reason: Reason
    """From the closed list."""
    note: str = ""
    """The person's own words; may be empty."""

    @property
    def said(self) -> str:
        """The reason as a person would put it: their own words where they gave any."""
        return self.note or ("no reason given" if self.reason is Reason.OTHER else str(self.reason))


Decision = Accepted | Refused


@dataclass(frozen=True, slots=True)
class Step:
    """One gesture, which can be taken back as one."""

    at_ms: int
    """Unix milliseconds; no two steps of one approval have the same."""
    decisions: tuple[tuple[int, Decision], ...]
    """The place of a card among those proposed, and what was decided about it."""
