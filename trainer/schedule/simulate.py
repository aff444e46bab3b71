"""What a desired retention costs: the same cards studied for a while by a simulated learner, once for each."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice

from trainer.reviews import Rating
from trainer.schedule.learner import Learned, Learner


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a day may bring."""

    new: int
    reviews: int
    maximum_days: int = 36_500
    """No interval is longer."""


@dataclass(frozen=True, slots=True)
class SimulatedDay:
    """One day of a simulation."""

    reviews: int
    new: int
    recalled: int
    """Reviews that were not Again."""
    minutes: float
    known: float
    """Cards that would be recalled at its end: the sum of their chances."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What a desired retention costs and what it brings, over some days."""

    retention: float
    reviews_a_day: float
    minutes_a_day: float
    most_minutes: float
    """Of the busiest day."""
    known: float
    """Cards that would be recalled at the end: the sum of their chances."""
    recalled: float
    """The share of reviews that were not Again."""


def simulated(
    cards: Sequence[Learned], learner: Learner, first_day: int, retention: float, limits: Limits
) -> Iterator[SimulatedDay]:
    """Day after day without end: what is due, longest overdue first, then new cards, as far as the limits go.

    The cards are moved on in place.
    """
    fresh = [card for card in reversed(cards) if card.memory is None]
    met = [card for card in cards if card.memory]
    due = [(card.due_day, place, card) for place, card in enumerate(met)]
    heapq.heapify(due)
    for day in count(first_day):
        today: list[Learned] = []
        while due and due[0][0] <= day and len(today) < limits.reviews:
            today.append(heapq.heappop(due)[2])
        new = [fresh.pop() for _ in range(min(limits.new, len(fresh)))]
        done = [learner.study(card, day, retention, limits.maximum_days) for card in (*today, *new)]
        met += new
        for place, card in enumerate((*today, *new)):
            heapq.heappush(due, (card.due_day, day * len(cards) + place, card))
        yield SimulatedDay(
            reviews=len(today),
            new=len(new),
            recalled=sum(rating is not Rating.AGAIN for rating, _ in done[: len(today)]),
            minutes=sum(seconds for _, seconds in done) / 60,
            known=sum(learner.curve.recall(card.memory, day - card.last_day) for card in met),
        )


def workload(cards: Sequence[Learned], learner: Learner, span: range, retention: float, limits: Limits) -> Workload:
    """What a retention costs over a span of study days; the cards given stay as they are."""
    mine = [replace(card) for card in cards]
    days = list(islice(simulated(mine, learner, span.start, retention, limits), len(span)))
    reviews = sum(day.reviews for day in days)
    return Workload(
        retention=retention,
        reviews_a_day=reviews / len(days),
        minutes_a_day=sum(day.minutes for day in days) / len(days),
        most_minutes=max(day.minutes for day in days),
        known=days[-1].known,
        recalled=sum(day.recalled for day in days) / reviews if reviews else 0.0,
    )
