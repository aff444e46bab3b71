"""What is done to cards: each act is one entry in the log and one transaction, and can be undone and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from trainer.cards import CardOf
from trainer.collection.dealing import next_in_view
from trainer.reviews import CardState, Rating, Review, entry_id
from trainer.reviews.entries import CardEntry, Flag, Remark, SetDue, Undo
from trainer.schedule import Moment
from trainer.schedule.balance import Loads
from trainer.schedule.futures import Futures
from trainer.schedule.replay import change, replay, settled
from trainer.settings import Scheduling
from trainer.study import Session
from trainer.watched import Step

if TYPE_CHECKING:
    from trainer.collection.collection import Collection


def futures(collection: Collection, session: Session) -> Futures | None:
    """Where the card in view would stand after each rating, days balanced; None if its schedule does not move."""
    return session.futures(collection.now(), loads(collection, session))


def rate(collection: Collection, session: Session, rating: Rating) -> Session:
    """The session after a rating of the card in view, and the next card in view. Raises NotSaved."""
    review = session.rate(rating, collection.now())
    return next_in_view(collection, session.rated(*_recorded(collection, review, loads(collection, session))))


def lapse(collection: Collection, deck: str, card: str, drill: str) -> None:
    """A card that was missed in a drill, as a review rated Again. Raises NotSaved."""
    stamp = collection.stamp(collection.now())
    _recorded(collection, Review(*stamp, deck, card, Rating.AGAIN, 0, mode="drill", given=drill))


def act(
    collection: Collection, session: Session, kind: Callable[..., CardEntry], *, stays: bool, **body: Any
) -> Session:
    """The session after an entry of a kind was made about the card in view. Raises NotSaved."""
    if session.showing is None:
        return session
    item = session.showing.item
    entry, after = made(collection, kind, item.deck, item.card.id, **body)
    acted = session.acted(entry, after, leaves=not stays)
    return acted if stays else next_in_view(collection, acted)


def made(
    collection: Collection, kind: Callable[..., CardEntry], deck: str, card: str, **body: Any
) -> tuple[CardEntry, CardState]:
    """An entry made about a card, and where the card stands after it. Raises NotSaved."""
    entry = kind(*collection.stamp(collection.now()), deck, card, **body)
    return entry, _applied(collection, entry)


def each_made(
    collection: Collection, kind: Callable[..., CardEntry], cards: Iterable[CardOf], step: Step, **body: Any
) -> Iterator[CardEntry]:
    """The same entry made about each of some cards, one after another. Raises NotSaved, and what the step raises."""
    for deck, card in cards:
        yield made(collection, kind, deck, card, **body)[0]
        step(1)


def undo(collection: Collection, session: Session) -> Session:
    """The session before what was done last, which is taken back on the disk. Raises NotSaved."""
    moment = collection.now()
    entry = session.undo(moment, entry_id(moment.ms))
    if entry is None:
        return session
    collection.log.take_back(entry, replay)
    return session.went_back(entry_id(moment.ms))


def redo(collection: Collection, session: Session) -> Session:
    """The session with what was taken back last done again. Raises NotSaved."""
    moment = collection.now()
    entry = session.redo(moment, entry_id(moment.ms))
    if entry is None:
        return session
    left = session.undone[:-1]
    if isinstance(entry, Review):
        rated = session.rated(*_recorded(collection, entry))
        return replace(next_in_view(collection, rated), undone=left)
    stays = isinstance(entry, Flag | Remark)
    acted = session.acted(entry, _applied(collection, entry), leaves=not stays)
    return replace(acted if stays else next_in_view(collection, acted), undone=left)


def take_back(collection: Collection, entry: CardEntry) -> None:
    """An entry undone outside a session. Raises NotSaved."""
    stamp = collection.stamp(collection.now())
    collection.log.take_back(Undo(*stamp, entry.deck, entry.card, undoes=entry.id), replay)


def loads(collection: Collection, session: Session) -> Loads | None:
    """How full the days are on which the card in view may come back; None where days are not balanced.

    The same until another card is in view, so that an answer does what its key said.
    """
    if session.showing is None or session.practice:
        return None
    own = collection.scheduling(session.showing.item.deck)
    if not (own.balance and own.fuzz):
        return None
    shown = session.showing.id
    if shown not in collection.loads:
        collection.loads = {shown: _loads(collection, own)}
    return collection.loads[shown]


def _loads(collection: Collection, own: Scheduling) -> Loads:
    pauses = [(Moment.day_of(pause.start), Moment.day_of(pause.end)) for pause in collection.settings.pauses]
    decks = [cover.id for cover in collection.decks]
    return Loads(cache(lambda first, last: collection.queues.loads(decks, first, last)), own.easy_days, pauses)


def _recorded(collection: Collection, review: Review, loads: Loads | None = None) -> tuple[Review, CardState]:
    """A review as it is on the disk, and where its card stands after it."""
    options = collection.options(review.deck)
    return collection.log.record(review, lambda state, made: settled(state, made, options, loads), options.body())


def _applied(collection: Collection, entry: CardEntry) -> CardState:
    """Where a card stands after an entry about it, which is on the disk."""
    options = collection.options(entry.deck)
    moves_by = options.body() if isinstance(entry, SetDue) else None
    return collection.log.apply(entry, lambda state, made: change(state, made, options), moves_by)
