"""The collection as the screens share it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from trainer.cards import Card
from trainer.collection import Collection
from trainer.decks import Deck
from trainer.schedule import Moment

Answer = TypeVar("Answer")


class Desk:
    """One collection, asked by one thread at a time, as its log needs."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._turn = Lock()
        self._decks = {deck.id: deck for deck in collection.decks}

    @property
    def decks(self) -> tuple[Deck, ...]:
        """Every deck that was opened."""
        return self._collection.decks

    @property
    def theme(self) -> str:
        """The theme that the settings name."""
        return self._collection.settings.theme

    def now(self) -> Moment:
        """This moment."""
        return self._collection.now()

    def deck(self, deck_id: str) -> Deck:
        """The deck with an id; an empty one of that name if it is not among those opened."""
        return self._decks.get(deck_id) or Deck(deck_id, deck_id)

    def rivals(self, deck_id: str, card: Card) -> list[Card]:
        """The cards whose sources disagree with a card's."""
        return [other for other in self.deck(deck_id).cards if other.id in card.conflicts_with]

    def ask(self, verb: Callable[[Collection], Answer]) -> Answer:
        """What a verb of the collection gives, once every other thread has had its answer."""
        with self._turn:
            return verb(self._collection)
