"""A simulated learner studies for half a year through the real core; a replay of the log leads to the same place."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections import Counter

import pytest
from samples import Clock, write_deck

from trainer.collection import Collection
from trainer.reviews import Memory, New, Rating, Reviewing
from trainer.reviews.entries import Suspend
from trainer.reviews.log import Log
from trainer.schedule.learner import Curve
from trainer.schedule.replay import replay
from trainer.stats import gathered

CARDS, DAYS, SEED = 2_000, 180, 7

pytestmark = pytest.mark.long


class Person:
    """Somebody who remembers as FSRS says, changes their mind now and then, and puts cards aside."""

    def __init__(self, collection: Collection, clock: Clock) -> None:
        self._collection = collection
        self._clock = clock
        self._rng = random.Random(SEED)
        self._curve = Curve()
        self.did: Counter[str] = Counter()

    def day(self) -> None:
        """All of a day's cards."""
        session = self._collection.start()
        while not session.finished:
            self._clock.passes(seconds=self._rng.uniform(2, 20))
            session = self._act(session)

    def _act(self, session):
        chance = self._rng.random()
        collection = self._collection
        for name, share in (("undo", 0.02), ("redo", 0.01), ("bury", 0.01), ("suspend", 0.003), ("flag", 0.01),
                            ("set due", 0.003), ("reset", 0.001)):  # fmt: skip
            if chance < share:
                self.did[name] += 1
                match name:
                    case "set due":
                        return collection.set_due(session, self._rng.randrange(40))
                    case "flag":
                        return collection.flag(session, self._rng.randrange(8))
                    case "undo" | "redo" | "bury" | "suspend" | "reset":
                        return getattr(collection, name)(session)
            chance -= share
        self.did["review"] += 1
        told = dataclasses.replace(session.showing.told, confidence=self._rng.choice([None, 50, 95]))
        return collection.rate(session.tell(told).reveal(), self._rating(session.showing.item.state))

    def _rating(self, state) -> Rating:
        memory = getattr(state.stage, "memory", None) or Memory(1.0, 5.0)
        elapsed = self._collection.now().day - state.last_day if state.last_day else 0
        if self._rng.random() > self._curve.recall(memory, elapsed) * (0.8 if isinstance(state.stage, New) else 1.0):
            return Rating.AGAIN
        return self._rng.choices([Rating.HARD, Rating.GOOD, Rating.EASY], [12, 80, 8])[0]


def studied(path, clock, days) -> Counter[str]:
    """What a person did in so many days, the collection closed and opened again each week."""
    did: Counter[str] = Counter()
    for week in range(0, days, 7):
        with Collection.open([path], clock)[0] as collection:
            person = Person(collection, clock)
            for _ in range(min(7, days - week)):
                person.day()
                clock.now = clock.now.replace(hour=12) + dt.timedelta(days=1)
            taken_up = [
                ("capitals", card) for card, state in collection.log.states("capitals").items() if state.suspended
            ]
            collection.apply(Suspend, taken_up[::2], on=False)
            did += person.did
    return did


def test_two_thousand_cards_studied_for_half_a_year_are_replayed_bit_for_bit(tmp_path, home_in_memory):
    path, clock = write_deck(tmp_path / "deck.toml", cards=CARDS), Clock()
    did = studied(path, clock, DAYS)
    assert min(did[name] for name in ("undo", "redo", "bury", "suspend", "flag", "set due", "reset")) > 0
    with Collection.open([path], clock)[0] as collection:
        log: Log = collection.log
        kept = log.states("capitals")
        assert {card: replay(log.entries_of("capitals", card)) for card in kept} == kept
        [stats] = gathered(collection)
        assert stats.queues["reviewing"] > 0.9 * CARDS
        assert 0.85 < stats.retention < 0.95
        assert isinstance(next(iter(kept.values())).stage, Reviewing)
