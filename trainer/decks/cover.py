"""What a deck says of itself, without its cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from trainer.cards import Card, Source, Status
from trainer.decks.deck import BriefRef, Deck, brief_named, marking_with


@dataclass(frozen=True, slots=True)
class Cover:
    """A deck without its cards, which may be a hundred thousand."""

    id: str
    """Never changes: the review log and Anki know the deck by it."""
    title: str
    """What people call it."""
    marking: str = ""
    """The deck's own handling marking."""
    highest_marking: str = ""
    """The highest marking of anything in the deck."""
    size: int = 0
    """How many cards are current."""
    briefs: tuple[BriefRef, ...] = ()
    """In the file's order."""
    path: Path | None = None
    """The file it was read from."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys of `[deck]` that this version does not know."""

    @classmethod
    def of(cls, deck: Deck) -> Self:
        """The cover of a deck."""
        size = sum(card.status is Status.CURRENT for card in deck.cards)
        return cls(deck.id, deck.title, deck.marking, deck.highest_marking, size, deck.briefs, deck.path, deck.extra)

    def brief_of(self, source: Source) -> BriefRef | None:
        """The brief that a card's source names; None if the deck does not list it."""
        return brief_named(self.briefs, source.brief)

    def marking_of(self, card: Card) -> str:
        """The marking that must be shown with a card: the highest of its own, its brief's and its deck's."""
        return marking_with(self.marking, self.briefs, card)
