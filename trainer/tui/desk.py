"""The collection as the screens share it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from trainer.cards import Card
from trainer.collection import Collection
from trainer.decks import Cover
from trainer.errors import told_of
from trainer.schedule import Moment
from trainer.study import Manner

Answer = TypeVar("Answer")


class Desk:
    """One collection, asked by one thread at a time, as its log needs."""

    def __init__(self, collection: Collection, manner: Manner | None = None) -> None:
        """The collection, asked in a manner; without one, as the settings say."""
        self._collection = collection
        self._turn = Lock()
        self.manner = manner or Manner.of(collection.settings)
        """How sessions ask, until a key changes it."""

    @property
    def decks(self) -> tuple[Cover, ...]:
        """Every deck that was opened."""
        return self._collection.decks

    @property
    def theme(self) -> str:
        """The theme that the settings name."""
        return self._collection.settings.theme

    def now(self) -> Moment:
        """This moment."""
        return self._collection.now()

    def deck(self, deck_id: str) -> Cover:
        """The deck with an id; an empty one of that name if it is not among those opened."""
        return self._collection.cover(deck_id) or Cover(deck_id, deck_id)

    def rivals(self, deck_id: str, card: Card) -> list[Card]:
        """The cards whose sources disagree with a card's."""
        if not card.conflicts_with:
            return []
        found = self.ask(lambda collection: collection.shelf.some(deck_id, card.conflicts_with))
        return [found[other] for other in card.conflicts_with if other in found]

    def ask(self, verb: Callable[[Collection], Answer]) -> Answer:
        """What a verb of the collection gives, once every other thread has had its answer.

        What the system refuses is raised as a TrainerError too.
        """
        with self._turn:
            try:
                return verb(self._collection)
            except OSError as error:
                raise told_of(error) from error
