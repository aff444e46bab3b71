"""One deck's day: what is left of it, and the next cards in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from trainer.decks import Cover
from trainer.reviews import CardState
from trainer.reviews.queues import Queues, Siblings, Waiting
from trainer.schedule.queue import left, taken, turns
from trainer.settings import Scheduling

CHUNK = 40
"""How many cards a session takes in hand at once: few, so that a deck of any size starts at once."""

_PILE = 10_000
"""So many due cards are not put in the order of a backlog any more: that would take longer than anybody waits."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a deck holds for today."""

    new: int = 0
    """New cards within today's limit."""
    learning: int = 0
    """Cards in their steps."""
    due: int = 0
    """Reviews due, within today's limit."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.new + other.new, self.learning + other.learning, self.due + other.due)

    @property
    def total(self) -> int:
        """Everything that today holds."""
        return self.new + self.learning + self.due


class DeckDay:
    """A deck on a study day, as its queues have it at this moment."""

    def __init__(self, queues: Queues, cover: Cover, scheduling: Scheduling, day: int) -> None:
        """Look once at what was done today and what is in its steps."""
        self._queues = queues
        self._deck = cover.id
        self._how = scheduling
        self._day = day
        self._siblings = Siblings.APART if scheduling.bury_siblings else Siblings.TOGETHER
        self.learning: list[tuple[Waiting, CardState]] = queues.learning(cover.id, day)
        """Cards in their steps, soonest first."""
        done = queues.done(cover.id, day)
        self._met = done.facts | {waiting.fact for waiting, _ in self.learning if waiting.fact}
        self._most = left(scheduling.new_per_day, done.new), left(scheduling.reviews_per_day, done.reviews)

    def counts(self) -> Counts:
        """What is left of the day."""
        new, due = self._queues.within(self._deck, self._day, self._met, self._most, self._siblings)
        return Counts(new, len(self.learning), due)

    def next(self, counts: Counts, most: int = CHUNK) -> tuple[list[Waiting], int, int]:
        """The next cards in turn, at most so many, and how many of them are new and how many reviews."""
        turn = list(islice(turns(counts.due, counts.new, self._how.mix), most))
        met = set(self._met)
        reviews = self._unmet(
            self._queues.reviews(self._deck, self._day, self._order(counts.due)), met, turn.count(False)
        )
        new = self._unmet(self._queues.new(self._deck, self._day, self._how.new_order), met, turn.count(True))
        return taken(turn, reviews, new), len(new), len(reviews)

    def _order(self, due: int) -> str:
        """The order of reviews: another one while the day cannot bring all that is due."""
        is_backlog = due >= self._most[1] > 0 and self._queues.pile(self._deck, self._day, _PILE) < _PILE
        return self._how.backlog_order if is_backlog else self._how.review_order

    def _unmet(self, queue: Iterator[Waiting], met: set[str], most: int) -> list[Waiting]:
        """The first cards of a queue, of siblings one."""
        found: list[Waiting] = []
        while len(found) < most and (waiting := next(queue, None)):
            if self._is_unmet(waiting.fact, met):
                found.append(waiting)
                met.add(waiting.fact)
        return found

    def apart(self, cards: Iterable[Any], fact_of: Callable[[Any], str]) -> list[Any]:
        """Some cards in their order without those whose sibling was met today or stands before them."""
        met = set(self._met)
        kept = []
        for card in cards:
            if self._is_unmet(fact_of(card), met):
                kept.append(card)
                met.add(fact_of(card))
        return kept

    def _is_unmet(self, fact: str, met: set[str]) -> bool:
        return self._siblings is Siblings.TOGETHER or not fact or fact not in met
