"""What a day deals: how many cards, those that a session takes in hand, and the next one in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.cards import Card, CardOf
from trainer.collection.day import CHUNK, Counts, DeckDay
from trainer.collection.meanwhile import ELSEWHERE
from trainer.decks import Cover
from trainer.reviews import CardState, New, Reviewing, entry_id
from trainer.study import Item, Later, Session

if TYPE_CHECKING:
    from trainer.collection.collection import Collection
    from trainer.reviews.entries import Aim


def counts(collection: Collection, deck: Cover) -> Counts:
    """What a deck holds for today; nothing on a holiday."""
    if collection.is_paused():
        return Counts()
    day, aim = _day(collection, deck), collection.aim_ahead(deck.id)
    if aim is None:
        return day.counts()
    items = _planned(collection, deck, aim)
    new = sum(isinstance(item.state.stage, New) for item in items)
    return Counts(new, len(day.learning), len(items) - new)


def next_in_days(collection: Collection, deck: Cover) -> int | None:
    """Days from a finished day until the deck has a card again; None if it has none to come.

    A card that today's limits or a sibling held back comes tomorrow.
    """
    day = collection.now().day
    tally = collection.queues.tally(deck.id)
    if tally.get("new"):
        return 1
    if not tally.get("reviewing"):
        return None
    due = collection.queues.next_due_day(deck.id, day)
    held = collection.queues.is_due(deck.id, day)
    return 1 if held or due is None else due - day


def start(collection: Collection, decks: Sequence[Cover] | None) -> Session:
    """A session over today's cards of the decks (all if not given), with the first card in view."""
    wanted = [cover.id for cover in (collection.decks if decks is None else decks)]
    fresh = collection.reread(Session(()), wanted)
    later: list[Later] = []
    waiting: list[Item] = []
    learning: list[Item] = []
    for cover in () if collection.is_paused() else map(collection.covers.__getitem__, wanted):
        day = _day(collection, cover)
        if aim := collection.aim_ahead(cover.id):
            waiting += _planned(collection, cover, aim)
        else:
            counts = day.counts()
            later.append(Later(cover.id, counts.new, counts.due))
        cards = collection.shelf.some(cover.id, [each.card for each, _ in day.learning])
        learning += [_item(collection, cover, cards[each.card], state) for each, state in day.learning]
    learning.sort(key=lambda item: (item.due_ms, item.card.id))
    ahead_ms = collection.settings.learn_ahead_minutes * 60_000
    begun = replace(
        fresh, waiting=tuple(waiting), learning=tuple(learning), later=tuple(later), learn_ahead_ms=ahead_ms
    )
    return next_in_view(collection, begun)


def practice(collection: Collection, cards: Iterable[CardOf], seed: str) -> Session:
    """A session of extra practice over some cards, shuffled by the seed; the schedule does not move."""
    import random

    chosen = sorted(set(cards))
    random.Random(seed).shuffle(chosen)  # noqa: S311 - an order, no secret
    known = (each for each in collection.listed(chosen) if each and each.deck in collection.covers)
    items = tuple(_item(collection, collection.covers[each.deck], each.card, each.state) for each in known)
    return next_in_view(collection, Session(items, practice=True))


def skip(collection: Collection, session: Session) -> Session:
    """The session with the next card in view and this one, unrated, behind all in hand; a word if it is alone."""
    while session.needs_more:
        session = _refilled(collection, session)
    after = next_in_view(collection, session.skipped())
    is_alone = after.showing is not None and not after.waiting
    return replace(after, news=after.news or "There is no other card in hand.") if is_alone else after


def next_in_view(collection: Collection, session: Session) -> Session:
    """The session with the next card in view as it stands by now, and more cards in hand if they are used up."""
    session = collection.reread(session, {item.deck for item in session.in_hand})
    while True:
        while session.needs_more:
            session = _refilled(collection, session)
        moment = collection.now()
        session = session.show_next(moment, entry_id(moment.ms))
        if session.showing is None:
            return session
        item = session.showing.item
        session = session.stands(collection.log.state(item.deck, item.card.id), moment)
        if session.showing:
            return session
        session = replace(session, news=ELSEWHERE)


def _planned(collection: Collection, cover: Cover, aim: Aim) -> list[Item]:
    """What is left of today's minutes on the way to the day by which a deck is to be known, of siblings one."""
    from trainer.collection.foresight import planned

    spent_s = collection.queues.spent_s(cover.id, collection.now().day)
    chosen = planned(collection, cover, aim.day_due, max(0.0, aim.minutes - spent_s / 60))
    cards, states = collection.shelf.some(cover.id, chosen), collection.queues.states(cover.id, chosen)
    items = [
        _item(collection, cover, cards[card], states[card])
        for card in chosen
        if card in cards and isinstance(states[card].stage, New | Reviewing)
    ]
    return _day(collection, cover).apart(items, lambda item: item.card.fact)


def _refilled(collection: Collection, session: Session) -> Session:
    """The session with more cards of the first deck that has any."""
    deck = next(later.deck for later in session.later if later.new or later.reviews)
    cover = collection.covers[deck]
    in_hand = {item.card.id for item in session.in_hand if item.deck == deck}
    day = _day(collection, cover)
    counts = day.counts()
    waiting, new, reviews = day.next(counts, CHUNK + len(in_hand))
    cards = collection.shelf.some(deck, [each.card for each in waiting])
    states = collection.queues.states(deck, [each.card for each in waiting])
    items = [
        _item(collection, cover, cards[each.card], states[each.card])
        for each in waiting
        if each.card in cards and each.card not in in_hand
    ]
    after = Later(deck, counts.new - new, counts.due - reviews) if items else Later(deck, 0, 0)
    return session.refilled(items, [after if later.deck == deck else later for later in session.later])


def _item(collection: Collection, cover: Cover, card: Card, state: CardState) -> Item:
    return Item(cover.id, card, state, collection.options(cover.id), cover.marking_of(card))


def _day(collection: Collection, cover: Cover) -> DeckDay:
    return DeckDay(collection.queues, cover, collection.settings.for_deck(cover.id), collection.now().day)
