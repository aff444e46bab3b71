"""Everything that a person may set; a deck may differ in how it is scheduled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Mode(StrEnum):
    """How an answer is given."""

    FLIP = "flip"
    """Think of it, turn the card, judge oneself."""
    TYPE = "type"
    """Type it; the grader says how it differs and suggests a rating."""
    CHOICE = "choice"
    """Pick it from a few options; a card without options is flipped."""


class ReviewOrder(StrEnum):
    """Which of the due cards come first, as Anki names them."""

    DUE = "due"
    """Longest overdue first."""
    RETRIEVABILITY = "retrievability"
    """Most forgotten first."""
    RETRIEVABILITY_HIGH = "retrievability high"
    """Best remembered first: saves most cards of a backlog."""
    DIFFICULTY = "difficulty"
    """Hardest first."""
    INTERVAL = "interval"
    """Shortest interval first."""
    ADDED = "added"
    """In the deck's order."""
    RANDOM = "random"
    """Shuffled."""


class NewOrder(StrEnum):
    """Which of the new cards come first."""

    DECK = "deck"
    """In the deck's order."""
    RANDOM = "random"
    """Shuffled, the same way each time."""


class Mix(StrEnum):
    """Where new cards stand among the reviews."""

    MIXED = "mixed"
    """Spread evenly."""
    AFTER = "after reviews"
    """Once the reviews are done."""
    BEFORE = "before reviews"
    """Ahead of the reviews."""


class Leech(StrEnum):
    """What happens to a card that keeps being forgotten."""

    SUSPEND = "suspend"
    """It is set aside and marked as a leech."""
    TAG = "tag"
    """It is marked as a leech and goes on."""


@dataclass(frozen=True, slots=True)
class Scheduling:
    """How the cards of a deck come back."""

    desired_retention: float = 0.9
    """The chance of recall at which a card is due again, 0.7 to 0.99."""
    learning_steps: tuple[int, ...] = (60, 600)
    """Waits within the day before a new card graduates, in seconds."""
    relearning_steps: tuple[int, ...] = (600,)
    """Waits within the day after a lapse, in seconds."""
    maximum_interval_days: int = 36_500
    """No interval is longer."""
    fuzz: bool = True
    """Spread due days a little, so that cards learned together part."""
    balance: bool = True
    """Within that spread, take the day with the least to do; needs `fuzz`."""
    easy_days: tuple[float, ...] = (1.0,) * 7
    """Monday to Sunday: how much of a usual day's reviews each may bring, 0 to 1."""
    new_per_day: int = 20
    """New cards a day, for each deck."""
    reviews_per_day: int = 200
    """Reviews a day, for each deck."""
    new_order: NewOrder = NewOrder.DECK
    """Which new cards come first."""
    review_order: ReviewOrder = ReviewOrder.DUE
    """Which due cards come first."""
    backlog_order: ReviewOrder = ReviewOrder.RETRIEVABILITY_HIGH
    """The order while more is due than a day may bring."""
    mix: Mix = Mix.MIXED
    """Where new cards stand among the reviews."""
    bury_siblings: bool = True
    """Meet one card of a fact a day, since one gives the other away."""
    leech_threshold: int = 8
    """Lapses after which a card is a leech; 0 for never."""
    leech_action: Leech = Leech.SUSPEND
    """What happens to it then."""
    parameters: tuple[float, ...] = ()
    """FSRS-6 weights, 21 of them; empty for those fitted last, else the published ones."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A holiday: nothing is due on its days, and nothing new is put there."""

    start: dt.date
    """Its first day."""
    end: dt.date
    """Its last day."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a person may set."""

    day_starts_at: int = 4
    """The hour at which a new study day begins, on the local clock."""
    learn_ahead_minutes: int = 20
    """When nothing else is left, learning cards due within this time are shown early."""
    mode: Mode = Mode.FLIP
    """How answers are given when a session does not say otherwise."""
    confidence: bool = False
    """Ask how sure one is before the answer is shown."""
    timer: bool = False
    """Show how long the card in view has been there."""
    theme: str = "textual-dark"
    """The screens' colours: any theme that Textual names."""
    pauses: tuple[Pause, ...] = ()
    """Days without reviews."""
    scheduling: Scheduling = Scheduling()
    """For every deck that does not say otherwise."""
    decks: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    """Deck id to the scheduling settings in which the deck differs."""

    def for_deck(self, deck_id: str) -> Scheduling:
        """How one deck is scheduled."""
        own = self.decks.get(deck_id)
        return replace(self.scheduling, **own) if own else self.scheduling

    def is_paused(self, day: dt.date) -> bool:
        """Whether a day lies in a pause."""
        return any(pause.start <= day <= pause.end for pause in self.pauses)
