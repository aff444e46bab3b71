"""A card as a list shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.cards import Card, CardOf
from trainer.reviews import CardState

if TYPE_CHECKING:
    from trainer.collection.collection import Collection

Cancelled = Callable[[], bool]
"""Asked now and then by what takes long: whether nobody waits for it any more."""
_MANY = 5_000
"""Cards that are asked of the database at once."""


def never() -> bool:
    """For callers that do not cancel."""
    return False


@dataclass(frozen=True, slots=True)
class Listed:
    """One card and where it stands."""

    deck: str
    """Its deck's id."""
    card: Card
    state: CardState


def listed(collection: Collection, cards: Sequence[CardOf]) -> list[Listed | None]:
    """Cards in the order given; None for one that its deck does not have any more."""
    found: dict[CardOf, Listed] = {}
    for start in range(0, len(cards), _MANY):
        some = cards[start : start + _MANY]
        for deck in dict.fromkeys(deck for deck, _ in some):
            ids = [card for of, card in some if of == deck]
            states = collection.queues.states(deck, ids)
            known = collection.shelf.some(deck, ids)
            found |= {(deck, id_): Listed(deck, card, states.get(id_, CardState())) for id_, card in known.items()}
    return [found.get(card) for card in cards]
