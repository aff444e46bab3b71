"""A card in a session: what it brings along, how it is shown, what the person told of it before the answer."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.cards import Card
from trainer.reviews import CardState, Learning, Relearning, Reviewing
from trainer.reviews.review import DAY_MS
from trainer.schedule import DeckOptions, Moment


@dataclass(frozen=True, slots=True)
class Item:
    """A card in a session, and what it brings along."""

    deck: str
    """Its deck's id."""
    card: Card
    state: CardState
    """Where it stands."""
    options: DeckOptions
    """How its deck is scheduled."""
    marking: str = ""
    """What must be shown with it."""

    @property
    def due_ms(self) -> int:
        """When a card in its steps comes back, in Unix milliseconds; 0 for any other card."""
        stage = self.state.stage
        return stage.due_ms if isinstance(stage, (Learning, Relearning)) else 0

    def is_back(self, moment: Moment) -> bool:
        """Whether the wait of a card in its steps is over.

        As in Anki, a wait that reaches into a later study day is over when that day begins: a step of one day, begun
        in the evening, is over the next morning.
        """
        days = max(1, -(-(self.due_ms - self.state.last_ms) // DAY_MS))
        return self.due_ms <= moment.ms or moment.day >= self.state.last_day + days

    def is_for(self, day: int) -> bool:
        """Whether the card may still be met on a study day: not aside, not put off, not done."""
        stage = self.state.stage
        is_away = self.state.suspended or self.state.buried_until > day
        return not is_away and not (isinstance(stage, Reviewing) and stage.due_day > day)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person told before the answer was shown."""

    mode: str = ""
    """`type`, `choice` or `range`; empty where the card was flipped."""
    given: str = ""
    """What was typed or picked."""
    verdict: str = ""
    """What the grader said of it."""
    confidence: int | None = None
    """How sure the person was, in percent; None where nobody asked."""
    thought_ms: int = 0
    """From the question to what was given."""


@dataclass(frozen=True, slots=True)
class Showing:
    """One card in front of a person."""

    item: Item
    id: str
    """The id that the review will have."""
    since_ms: int
    """When the question appeared, in Unix milliseconds."""
    revealed: bool = False
    """Whether the answer is in view."""
    told: Told = Told()
    """What the person said of it so far."""
    seed: str = ""
    """The id that this showing had before an undo, by which due days fall as they did; else empty."""


@dataclass(frozen=True, slots=True)
class Later:
    """What a deck holds for today beyond the cards that the session has in hand."""

    deck: str
    """The deck's id."""
    new: int
    reviews: int
