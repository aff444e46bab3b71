"""Searching a collection, and looking for cards that ask the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.cards import CardOf
from trainer.search import AS_IN_DECKS, Ground, Order, parse_query
from trainer.search.tree import Is, State, asks_for
from trainer.search.twins import Asked
from trainer.search.twins import twins as grouped
from trainer.watched import IsGivenUp

if TYPE_CHECKING:
    from trainer.collection.collection import Collection


def search(collection: Collection, query: str, order: Order | None, most: int, cancelled: IsGivenUp) -> list[CardOf]:
    """The cards of a query. Raises SearchRefused."""
    node = parse_query(query)
    groups = twins(collection, cancelled) if asks_for(node, Is(State.DUPE)) else []
    moment = collection.now()
    options = {deck.id: collection.options(deck.id) for deck in collection.decks}
    number = {card: place for place, group in enumerate(groups) for card in group}
    ground = Ground(collection.decks, moment.day, moment.ms, options, frozenset(number))
    found = collection.find(node, ground, order or AS_IN_DECKS, most)
    return sorted(found, key=lambda card: number.get(card, 0)) if order in {None, AS_IN_DECKS} and groups else found


def twins(collection: Collection, cancelled: IsGivenUp) -> list[tuple[CardOf, ...]]:
    """The groups of current cards that ask the same."""
    each = (Asked(card, *words) for deck in collection.decks for card, *words in collection.shelf.asked(deck.id))
    return grouped(each, cancelled)
