"""What tests of the study core are given: moments, cards, decks and reviews, with only what matters spelled out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from trainer.cards import Card
from trainer.collection import Collection
from trainer.reviews import Rating, Review, entry_id
from trainer.reviews.log import Log
from trainer.schedule import Moment
from trainer.schedule.replay import replay

DAY_MS = 86_400_000
DAY_0 = 20_500  # 2026-02-16

DECK = """
[deck]
id = "capitals"
title = "Capitals"
"""


def moment(day: int = DAY_0, ms_of_day: int = 12 * 3_600_000) -> Moment:
    return Moment(day * DAY_MS + ms_of_day, 0, day)


def review(card="c", rating: int = 3, day: int = DAY_0, *, deck="d", ms_of_day: int = 12 * 3_600_000) -> Review:
    when = moment(day, ms_of_day)
    return Review(entry_id(when.ms), when.ms, 0, day, deck, card, Rating(rating), 1500)


def card(card_id: str, fact: str = "") -> Card:
    return Card(card_id, f"What is {card_id}?", card_id.upper(), fact=fact)


def write_deck(path: Path, cards: int, deck_id: str = "capitals") -> Path:
    """A deck of so many cards, `q000` first."""
    tables = "".join(
        f'[[cards]]\nid = "q{n:03}"\nquestion = "Question {n}?"\nanswer = "Answer {n}"\n' for n in range(cards)
    )
    path.write_text(DECK.replace("capitals", deck_id) + tables, "utf-8")
    return path


class Clock:
    """A clock that a test sets."""

    def __init__(self, now: dt.datetime | None = None) -> None:
        self.now = now or dt.datetime(2026, 2, 16, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def passes(self, **delta: float) -> None:
        self.now += dt.timedelta(**delta)


def reviews_in(log: Log, deck: str) -> list[Review]:
    """A deck's reviews that stand, in order, without practice."""
    return [each for each in log.shown(deck) if not each.practice]


def agrees(collection: Collection) -> bool:
    """Whether each card stands where a replay of the log leads."""
    log = collection.log
    return all(
        replay(log.entries_of(deck.id, card)) == state
        for deck in collection.decks
        for card, state in log.states(deck.id).items()
    )
