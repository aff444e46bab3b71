"""What waits in which queue: read from an index, so that a hundred thousand cards cost no more than a hundred."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from trainer.reviews.review import DAY_MS, LONGEST_MS, first_id
from trainer.reviews.rows import STANDS, STATE_COLUMNS, state_of
from trainer.reviews.states import CardState
from trainer.reviews.store import Store

_QUEUE = "card_state indexed by card_queue"
_STEPS = "('learning', 'relearning')"
_ORDERS = {
    "due": "due, spread",
    "random": "spread",
    "added": "position",
    "retrievability": "(? - last_day) / stability desc, spread",
    "retrievability high": "(? - last_day) / stability, spread",
    "difficulty": "difficulty desc, spread",
    "interval": "interval_days, spread",
}
"""Names of orders to SQL. Recall falls with days over stability, whatever the weights."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card in a queue."""

    card: str
    """Its id in its deck."""
    fact: str
    """What it shares with its siblings; empty for none."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a day has brought already."""

    new: int
    """Cards met for the first time."""
    reviews: int
    """Cards of earlier days reviewed."""
    facts: frozenset[str]
    """The facts of all of them."""


class Siblings(Enum):
    """Whether cards of one fact may be met on one day."""

    APART = "one a day"
    TOGETHER = "all at once"


class Queues:
    """The queues of one person's decks."""

    def __init__(self, store: Store) -> None:
        """The queues in an open database."""
        self._store = store

    def reviews(self, deck: str, day: int, order: str) -> Iterator[Waiting]:
        """Graduated cards due on a study day or before, in an order by its name in the settings."""
        values: tuple[str | int, ...] = (deck, day, day)
        query = (
            f"select card, fact from {_QUEUE} where deck = ? and queue = 'reviewing' and due <= ? "
            f"and buried_until <= ? order by {_ORDERS[order]}"
        )
        yield from (
            Waiting(*row) for row in self._store.walk(query, (*values, day) if "?" in _ORDERS[order] else values)
        )

    def new(self, deck: str, day: int, order: str) -> Iterator[Waiting]:
        """Cards never reviewed, in the deck's order or shuffled."""
        by = "spread" if order == "random" else "due, spread"
        query = f"select card, fact from {_QUEUE} where deck = ? and queue = 'new' and buried_until <= ? order by {by}"
        yield from (Waiting(*row) for row in self._store.walk(query, (deck, day)))

    def learning(self, deck: str, day: int) -> list[tuple[Waiting, CardState]]:
        """Cards in their steps, soonest first, whether their wait is over or not."""
        query = (
            f"select card, fact, {STATE_COLUMNS} from {_QUEUE} where deck = ? and queue in {_STEPS} "
            "and buried_until <= ? order by due, card"
        )
        return [
            (Waiting(card, fact), state_of(tuple(row))) for card, fact, *row in self._store.rows(query, (deck, day))
        ]

    def states(self, deck: str, cards: Sequence[str]) -> dict[str, CardState]:
        """Card id to where the card stands, for those of a deck that are named, however many they are."""
        named = "card in (select value from json_each(?))"
        query = f"select card, {STATE_COLUMNS} from card_state where deck = ? and {named}"
        return {card: state_of(tuple(row)) for card, *row in self._store.rows(query, (deck, json.dumps(cards)))}

    def within(
        self, deck: str, day: int, met: Iterable[str], most: tuple[int, int], siblings: Siblings
    ) -> tuple[int, int]:
        """How many new cards and how many reviews a day still brings, at most so many of each.

        Where siblings are kept apart, cards of a fact count once, and those of a fact that was met not at all.
        """
        apart = siblings is Siblings.APART
        key = "iif(fact = '', card, fact)" if apart else "card"
        unmet = "and (fact = '' or fact not in (select value from json_each(?1)))" if apart else ""
        query = (
            f"with due as materialized (select distinct {key} as fact from {_QUEUE} where deck = ?2 "
            f"and queue = 'reviewing' and due <= ?3 and buried_until <= ?3 {unmet} limit ?5), "
            f"fresh as (select distinct {key} as fact from {_QUEUE} where deck = ?2 and queue = 'new' "
            f"and buried_until <= ?3 {unmet} {'and fact not in (select fact from due)' if apart else ''} limit ?4) "
            "select (select count(*) from fresh), (select count(*) from due)"
        )
        new, due = self._store.rows(query, (json.dumps(sorted(met)), deck, day, *most))[0]
        return new, due

    def done(self, deck: str, day: int) -> Done:
        """What a study day has brought already; only the log's last days are looked at."""
        query = (
            "select first_day = ?3, fact from card_state where deck = ?1 and card in (select card from log "
            f"where id >= ?2 and day = ?3 and +deck = ?1 and kind = 'review' and {STANDS})"
        )
        rows = self._store.rows(query, (deck, first_id((day - 2) * DAY_MS), day))
        new = sum(is_new for is_new, _ in rows)
        return Done(new, len(rows) - new, frozenset(fact for _, fact in rows if fact))

    def spent_s(self, deck: str, day: int) -> float:
        """Seconds that a deck's cards took on a study day, each showing counted for a minute at most."""
        query = (
            f"select coalesce(sum(min(elapsed_ms, {LONGEST_MS})), 0) from log where id >= ? and day = ? and +deck = ? "
            f"and kind = 'review' and {STANDS}"
        )
        found: int = self._store.rows(query, (first_id((day - 2) * DAY_MS), day, deck))[0][0]
        return found / 1000

    def loads(self, decks: Sequence[str], day: int, last_day: int) -> dict[int, int]:
        """Study day to how many graduated cards of some decks are due on it, between two days."""
        marks = ", ".join("?" * len(decks))
        query = (
            f"select due, count(*) from {_QUEUE} where queue = 'reviewing' and deck in ({marks}) "
            "and due between ? and ? group by due"
        )
        return dict(self._store.rows(query, (*decks, day, last_day)))

    def standing(self, deck: str) -> list[tuple[str, float, float, int, int]]:
        """For each card that is studied: its id, stability (0 while new), difficulty, last study day, due study day.

        A card in its steps is due today or tomorrow and counts as due on the day of its last review.
        """
        query = (
            "select card, stability, difficulty, last_day, iif(stage = 'reviewing', due, last_day) from card_state "
            "where deck = ? and queue not in ('unlisted', 'suspended') order by position"
        )
        return self._store.rows(query, (deck,))

    def tally(self, deck: str) -> dict[str, int]:
        """Queue to how many cards of a deck are in it: new, learning, relearning, reviewing, suspended."""
        query = f"select queue, count(*) from {_QUEUE} where deck = ? and queue <> 'unlisted' group by queue"
        return dict(self._store.rows(query, (deck,)))

    def suspended(self, deck: str) -> set[str]:
        """The cards of a deck that are set aside, by their ids."""
        query = f"select card from {_QUEUE} where deck = ? and queue = 'suspended'"
        return {card for (card,) in self._store.rows(query, (deck,))}

    def is_due(self, deck: str, day: int) -> bool:
        """Whether any graduated card is due on a study day or before."""
        query = f"select exists (select 1 from {_QUEUE} where deck = ? and queue = 'reviewing' and due <= ?)"
        return bool(self._store.rows(query, (deck, day))[0][0])

    def pile(self, deck: str, day: int, most: int) -> int:
        """How many graduated cards are due on a study day or before; counted up to so many."""
        query = (
            f"select count(*) from (select 1 from {_QUEUE} where deck = ? and queue = 'reviewing' and due <= ? limit ?)"
        )
        found: int = self._store.rows(query, (deck, day, most))[0][0]
        return found

    def next_due_day(self, deck: str, day: int) -> int | None:
        """The first study day after this one on which a graduated card is due; None if there is none."""
        query = f"select min(due) from {_QUEUE} where deck = ? and queue = 'reviewing' and due > ?"
        found: int | None = self._store.rows(query, (deck, day))[0][0]
        return found
