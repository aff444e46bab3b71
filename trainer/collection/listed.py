"""A card as a list shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.cards import Card, CardOf
from trainer.reviews import CardState

if TYPE_CHECKING:
    from trainer.collection.collection import Collection


@dataclass(frozen=True, slots=True)
class Listed:
    """One card and where it stands."""

    deck: str
    """Its deck's id."""
    card: Card
    state: CardState


def listed(collection: Collection, cards: Sequence[CardOf]) -> list[Listed | None]:
    """Cards in the order given; None for one that its deck does not have any more."""
    wanted: dict[str, list[str]] = {}
    for deck, card in cards:
        wanted.setdefault(deck, []).append(card)
    found: dict[CardOf, Listed] = {}
    for deck, ids in wanted.items():
        states = collection.queues.states(deck, ids)
        known = collection.shelf.some(deck, ids)
        found |= {(deck, id_): Listed(deck, card, states.get(id_, CardState())) for id_, card in known.items()}
    return [found.get(card) for card in cards]
