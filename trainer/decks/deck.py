"""A deck: cards about one subject, and the briefs they came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any

from trainer.cards import Card, Source
from trainer.decks.markings import highest

FORMAT = 1
"""The version of the deck format that this version writes, and the newest that it reads."""
_MARKING = attrgetter("marking")


@dataclass(frozen=True, slots=True)
class BriefRef:
    """What a deck keeps of a brief."""

    id: str
    """Unique in the deck; a card's source names it."""
    title: str = ""
    """As the brief gave it."""
    date: dt.date | None = None
    """The brief's date; None if it had none."""
    file: str = ""
    """Its path, relative to the deck's folder."""
    sha256: str = ""
    """Of the file's bytes when the cards were made."""
    publisher: str = ""
    """Who put it out."""
    marking: str = ""
    """Its handling marking."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys that this version does not know, kept as they were."""


@dataclass(frozen=True, slots=True)
class Deck:
    """What one deck file holds; nobody's progress is in it."""

    id: str
    """Never changes: the review log and Anki know the deck by it."""
    title: str
    """What people call it."""
    cards: tuple[Card, ...] = ()
    """In the file's order."""
    briefs: tuple[BriefRef, ...] = ()
    """In the file's order."""
    marking: str = ""
    """The deck's own handling marking."""
    path: Path | None = None
    """The file it was read from."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys of `[deck]` that this version does not know, kept as they were."""

    def brief_of(self, source: Source) -> BriefRef | None:
        """The brief that a card's source names; None if the deck does not list it."""
        return brief_named(self.briefs, source.brief)

    def marking_of(self, card: Card) -> str:
        """The marking that must be shown with a card: the highest of its own, its brief's and its deck's."""
        return marking_with(self.marking, self.briefs, card)

    @property
    def highest_marking(self) -> str:
        """The highest marking of anything in the deck."""
        return highest({self.marking, *map(_MARKING, self.briefs), *map(_MARKING, self.cards)})


def brief_named(briefs: Sequence[BriefRef], brief_id: str) -> BriefRef | None:
    """The brief with an id; None if it is not there."""
    return next((brief for brief in briefs if brief.id == brief_id), None)


def origin_of(brief: BriefRef | None, source: Source) -> str:
    """Where a sentence stands: its brief's title, date and paragraph; the brief's id if the deck does not list it."""
    parts = [brief.title or brief.id, str(brief.date or "")] if brief else [source.brief]
    return ", ".join(filter(None, [*parts, f"paragraph {source.paragraph}" if source.paragraph else ""]))


def marking_with(marking: str, briefs: Sequence[BriefRef], card: Card) -> str:
    """The marking that must be shown with a card of a deck that has this marking and these briefs."""
    brief = brief_named(briefs, card.source.brief) if card.source else None
    return highest([marking, card.marking, brief.marking if brief else ""])
