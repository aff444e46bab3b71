"""Extra practice: the cards that a scope means, and what there is to choose from. The schedule does not move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.cards import Card, Status
from trainer.decks import Cover
from trainer.reviews import Review
from trainer.study import Session
from trainer.study.scope import Scope

if TYPE_CHECKING:
    from trainer.cards import CardOf
    from trainer.collection.collection import Collection


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be practised."""

    name: str
    """As people call it."""
    scope: Scope
    cards: int
    """How many cards it has."""


def cram(collection: Collection, scope: Scope, decks: Sequence[Cover]) -> Session:
    """A session of extra practice over the cards of some decks that a scope means, in an order of its own each time."""
    return collection.practice(scoped(collection, scope, decks), seed=str(collection.now().ms))


def scoped(collection: Collection, scope: Scope, decks: Sequence[Cover]) -> list[CardOf]:
    """The cards that a scope means, those first that were not seen for longest."""
    found: list[tuple[int, str, str]] = []
    for cover in decks:
        shown = collection.log.shown(cover.id)
        last_ms = {review.card: review.at_ms for review in shown}
        found += [(last_ms.get(card.id, 0), cover.id, card.id) for card in _meant(collection, scope, cover, shown)]
    in_turn = [(deck, card) for _, deck, card in sorted(found)]
    return in_turn[: scope.limit] if scope.limit else in_turn


def offers(collection: Collection, decks: Sequence[Cover]) -> list[Offer]:
    """What can be practised of some decks: everything, what went wrong, each kind and each tag that there is."""
    cards = [card for cover in decks for card in _usable(collection, cover)]
    kinds = Counter(card.kind for card in cards).most_common()
    tags = Counter(tag for card in cards for tag in dict.fromkeys(card.tags)).most_common()
    went_wrong = (("missed this week", Scope(missed=True)), ("sure and wrong", Scope(sure_and_wrong=True)))
    return [
        Offer("everything", Scope(), len(cards)),
        *(Offer(name, scope, len(scoped(collection, scope, decks))) for name, scope in went_wrong),
        *(Offer(f"kind {kind}".replace("_", " "), Scope(kinds=frozenset({kind})), count) for kind, count in kinds),
        *(Offer(f"tag {tag}", Scope(tags=frozenset({tag})), count) for tag, count in tags),
    ]


def _meant(collection: Collection, scope: Scope, cover: Cover, shown: Sequence[Review]) -> Iterable[Card]:
    """The cards of a deck that a scope means; only those that the log names are read where it decides."""
    if not scope.asks_log:
        return filter(scope.takes, _usable(collection, cover))
    named = scope.of_log(shown, collection.now().day) - collection.queues.suspended(cover.id)
    return filter(scope.takes, collection.shelf.some(cover.id, sorted(named)).values())


def _usable(collection: Collection, cover: Cover) -> Iterable[Card]:
    """The cards of a deck that are current and not set aside."""
    aside = collection.queues.suspended(cover.id)
    return (card for card in collection.shelf.cards(cover.id) if card.status is Status.CURRENT and card.id not in aside)
