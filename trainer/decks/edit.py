"""Edits of the cards in one deck file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.cards import Card


@dataclass(frozen=True, slots=True)
class Wording:
    """One card's place in a deck file, as it was and as it is now."""

    before: Card | None
    """The card as it was; None if it was added."""
    after: Card | None
    """The card as it is; None if its adding was taken back."""
    old: str
    """Its lines as they were."""
    new: str
    """Its lines as they are."""

    @property
    def card(self) -> Card:
        """The card that it is about."""
        card = self.after or self.before
        assert card is not None  # noqa: S101 - there is one of them
        return card

    @property
    def changed(self) -> tuple[str, ...]:
        """The keys that are other than before, in a card's order; none where a card came or went."""
        return changed(self.before, self.after) if self.before and self.after else ()


@dataclass(frozen=True, slots=True)
class Edit:
    """What one gesture changed in one deck file."""

    deck: str
    """The deck's id."""
    path: Path
    """The deck's file."""
    wordings: tuple[Wording, ...]
    """The cards that were changed."""
    old_sha256: str = ""
    """Of the whole file's text, as it was."""
    new_sha256: str = ""
    """Of the whole file's text, as it is."""

    @property
    def card(self) -> Card:
        """The card that it is about, or the first of them."""
        return self.wordings[0].card


def changed(before: Card, after: Card) -> tuple[str, ...]:
    """The keys in which two cards differ, in a card's order."""
    names = (name for name in Card.__dataclass_fields__ if name not in {"id", "extra"})
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
