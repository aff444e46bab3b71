"""What lies ahead of a collection: weights fitted to its log, what a retention costs, how ready a deck will be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from trainer.decks import Cover
from trainer.reviews import Memory
from trainer.reviews.entries import Entry
from trainer.schedule.fitting import Fit, fitted
from trainer.schedule.habits import Habits, habits
from trainer.schedule.learner import Curve, Learned, Learner
from trainer.schedule.readiness import Readiness, plan, readiness
from trainer.schedule.simulate import Limits, Workload, workload

if TYPE_CHECKING:
    from trainer.collection.collection import Collection

RETENTIONS = (0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97)
"""The desired retentions that are weighed against one another."""
ENOUGH_MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)
"""The minutes a day that are tried for a briefing."""


def fit(collection: Collection, decks: Sequence[Cover], tell: Callable[[int], None] = lambda _: None) -> Fit | None:
    """Weights fitted to all reviews of some decks, against those in force; None if there are too few reviews.

    `tell` hears of each step of the fitting.
    """
    entries: list[Entry] = [entry for cover in decks for entry in collection.log.courses(cover.id)]
    in_force = collection.options(decks[0].id if len(decks) == 1 else "").parameters
    return fitted(entries, in_force, tell)


def workloads(
    collection: Collection, decks: Sequence[Cover], span_days: int, retentions: Sequence[float] = RETENTIONS
) -> Iterator[Workload]:
    """What each retention would cost with the cards of some decks as they stand, one after another."""
    day = collection.now().day
    cards = [card for cover in decks for card in learned(collection, cover)]
    hows = [collection.scheduling(cover.id) for cover in decks]
    limits = Limits(
        sum(how.new_per_day for how in hows),
        sum(how.reviews_per_day for how in hows),
        min((how.maximum_interval_days for how in hows), default=36_500),
    )
    person, curve = _habits(collection, decks), _curve(collection, decks)
    for retention in retentions:
        learner = Learner(curve, person, seed=day)
        yield workload(cards, learner, range(day, day + span_days), retention, limits)


def outlook(collection: Collection, deck: Cover) -> Readiness | None:
    """How ready a deck will be on the day that was named for it; None if none was, or it is past."""
    aim = collection.aim_ahead(deck.id)
    if aim is None:
        return None
    cards = learned(collection, deck)
    if len(deck.briefs) > 1:
        briefs = {card.id: card.source.brief if card.source else "" for card in collection.shelf.cards(deck.id)}
        for card in cards:
            card.part = briefs.get(card.key, "")
    return readiness(cards, collection.now().day, aim.day_due, aim.minutes, _learner(collection, deck))


def choices(collection: Collection, deck: Cover, target_day: int) -> Iterator[Readiness]:
    """How ready a deck would be on a day for each of some minutes a day, until more would change nothing."""
    day = collection.now().day
    cards = learned(collection, deck)
    before = -1.0
    for minutes in ENOUGH_MINUTES:
        found = readiness(cards, day, target_day, minutes, _learner(collection, deck))
        yield found
        if found.share - before < _NOTHING:
            return
        before = found.share


_NOTHING = 0.003
"""More minutes that bring less than this are not worth naming."""


def planned(collection: Collection, deck: Cover, target_day: int, minutes: float) -> list[str]:
    """The ids of the cards to study today so as to know most on the target day."""
    cards = learned(collection, deck)
    chosen = plan(cards, collection.now().day, target_day, minutes, _learner(collection, deck))
    return [card.key for card in chosen]


def learned(collection: Collection, deck: Cover) -> list[Learned]:
    """A deck's cards as a learner has them in mind, in the deck's order."""
    return [
        Learned(Memory(stability, difficulty) if stability else None, last_day, due_day, card)
        for card, stability, difficulty, last_day, due_day in collection.queues.standing(deck.id)
    ]


def _learner(collection: Collection, deck: Cover) -> Learner:
    day = collection.now().day
    return Learner(_curve(collection, [deck]), _habits(collection, [deck]), seed=day)


def _curve(collection: Collection, decks: Sequence[Cover]) -> Curve:
    return Curve(collection.options(decks[0].id if len(decks) == 1 else "").parameters)


def _habits(collection: Collection, decks: Sequence[Cover]) -> Habits:
    return habits(collection.tallies.lately([cover.id for cover in decks]))
