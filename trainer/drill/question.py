"""One question of a drill: a card, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer.cards import Card
from trainer.decks import BriefRef
from trainer.decks.deck import origin_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""By which options are named, in their order."""


class Form(StrEnum):
    """How an answer is given."""

    CHOICE = "choice"
    """One of several options."""
    TYPED = "typed"
    """A few words."""
    NUMBER = "number"
    """A number that may be off by the share that the drill allows."""
    LIST = "list"
    """Several things; each one named counts."""
    CURRENT = "current"
    """One of several options, of which all held once and one holds now."""


@dataclass(frozen=True, slots=True)
class Question:
    """A card as a drill asks it; whole, so that a drill is read back without its decks."""

    deck: str
    """The id of the card's deck."""
    deck_title: str
    """What people call the deck."""
    card: Card
    """What is asked, and what is right."""
    form: Form
    """How it is answered."""
    options: tuple[str, ...] = ()
    """In the order shown; empty where the answer is typed."""
    right: int = -1
    """The index of the right option; -1 where the answer is typed."""
    marking: str = ""
    """The marking that must be shown with it."""
    brief: BriefRef | None = None
    """The brief that its sentence is from."""

    @property
    def prompt(self) -> str:
        """What the players are asked."""
        if self.form is Form.CURRENT:
            return f"Which answer is the current one? {self.card.question}"
        return self.card.question

    @property
    def origin(self) -> str:
        """Where its sentence stands: the brief's title, date and paragraph; empty if it is from none."""
        return origin_of(self.brief, self.card.source) if self.card.source else ""

    @property
    def source(self) -> str:
        """As of when, according to whom, and where its sentence stands; empty if nothing of it is told."""
        return ", ".join(filter(None, [*self.card.held, self.origin]))
