"""What the log holds besides reviews: the events that change what reviews mean or when a card comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.reviews.review import Happened, Review


@dataclass(frozen=True, slots=True)
class _OfCard(Happened):
    """What every entry about a card says."""

    card: str
    """The card's id in its deck."""


@dataclass(frozen=True, slots=True)
class Suspend(_OfCard):
    """A card set aside until it is taken up again, or taken up again."""

    on: bool


@dataclass(frozen=True, slots=True)
class Bury(_OfCard):
    """A card put off."""

    until_day: int
    """The study day on which it may come again; 0 brings it back at once."""


@dataclass(frozen=True, slots=True)
class SetDue(_OfCard):
    """A card given a day of its own."""

    due_day: int
    """The study day on which it is due."""


@dataclass(frozen=True, slots=True)
class Reset(_OfCard):
    """A card made new again; its reviews stay on record."""


@dataclass(frozen=True, slots=True)
class Flag(_OfCard):
    """A coloured flag on a card."""

    flag: int
    """1 to 7 as in Anki: red, orange, green, blue, pink, turquoise, purple; 0 for none."""


@dataclass(frozen=True, slots=True)
class Remark(_OfCard):
    """A person's own note on a card; the last one counts."""

    text: str
    """Empty takes it away."""


@dataclass(frozen=True, slots=True)
class Recall(_OfCard):
    """A memory state that came from elsewhere, such as another program's."""

    stability: float
    difficulty: float
    interval_days: int
    due_day: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Undo(_OfCard):
    """An entry about a card taken back."""

    undoes: str
    """The id of the entry."""


@dataclass(frozen=True, slots=True)
class Options(Happened):
    """How a deck is scheduled from here on."""

    body: Mapping[str, Any]
    """The scheduling options by name."""


@dataclass(frozen=True, slots=True)
class Fitted(Happened):
    """FSRS weights fitted to the log, in force for a deck or for all."""

    parameters: tuple[float, ...]
    """The 21 weights; none for the published ones."""
    body: Mapping[str, Any]
    """How well they did on reviews that they were not fitted to."""


@dataclass(frozen=True, slots=True)
class Aim(Happened):
    """A day by which a deck is to be known."""

    day_due: int
    """The study day of the briefing; 0 calls it off."""
    minutes: int
    """What a day may take, in minutes."""


@dataclass(frozen=True, slots=True)
class Note(Happened):
    """Something that has to be on record, such as an override of a marking."""

    topic: str
    """What it is about."""
    body: Mapping[str, Any]
    """Its particulars."""


CardEntry = Review | Suspend | Bury | SetDue | Reset | Flag | Remark | Recall
"""What moves a card or says something of it, and can be undone."""
Entry = CardEntry | Undo | Options | Fitted | Aim | Note
