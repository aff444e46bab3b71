"""Decks: text files of cards, read with every mistake named, written the same way each time."""

from trainer.decks.cover import Cover
from trainer.decks.deck import BriefRef, Deck

__all__ = ["BriefRef", "Cover", "Deck"]
