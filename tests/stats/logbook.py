"""A log as the tests write it: a few entries, and what stands of them as the tallies read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from samples import DAY_0, moment

from trainer.cards import Card, Kind, Source
from trainer.decks import BriefRef, Deck
from trainer.reviews import Rating, Review, entry_id
from trainer.reviews.entries import Entry, Options, Reset, SetDue, Undo
from trainer.reviews.log import Log
from trainer.reviews.store import Store
from trainer.reviews.tallies import Row, Tallies
from trainer.schedule import DeckOptions
from trainer.schedule.replay import replay
from trainer.stats.tally import Tally

HOUR_MS = 3_600_000


def rated(card: str, rating: int, day: int, hour: int = 12, **more: Any) -> Review:
    """A review on a day counted from the first."""
    when = moment(DAY_0 + day, hour * HOUR_MS)
    return Review(entry_id(when.ms), when.ms, 0, when.day, "d", card, Rating(rating), more.pop("ms", 6_000), **more)


def about(kind: type[Any], card: str, day: int, **body: Any) -> Any:
    """Any other entry about a card."""
    when = moment(DAY_0 + day)
    return kind(entry_id(when.ms), when.ms, 0, when.day, "d", card, **body)


def options(**changed: Any) -> Options:
    """How the deck is scheduled, on record from the first day."""
    when = moment(DAY_0, 0)
    return Options(entry_id(when.ms), when.ms, 0, when.day, "d", replace(DeckOptions(), **changed).body())


def log_of(entries: Iterable[Entry]) -> tuple[Log, Tallies]:
    """A log in memory that holds the entries."""
    store = Store(None)
    log = Log(store)
    log.add_all(entries, replay)
    return log, Tallies(store)


def rows_of(*entries: Entry) -> list[Row]:
    """What the tallies read of the entries."""
    return log_of(entries)[1].slice(["d"], 0)


def tallied(rows: Iterable[Row]) -> dict[str, Tally]:
    """Deck to what its rows come to."""
    found: dict[str, Tally] = {}
    for row in rows:
        found.setdefault(row[0], Tally()).add(row)
    return found


DECK = Deck(
    "d",
    "Deck",
    (
        Card("a", "Who leads?", "A", Kind.WHO, tags=("mali", "people"), source=Source("b1", "A leads.")),
        Card("b", "How many?", "12", Kind.HOW_MANY, tags=("mali",), source=Source("b1", "There are 12.")),
        Card("c", "When?", "2023", Kind.WHEN, source=Source("b2", "It was in 2023.")),
        Card("e", "What is <E>?", "E & co"),
    ),
    (BriefRef("b1", "The first brief"), BriefRef("b2", "The <second> brief")),
)

__all__ = ["DECK", "Reset", "SetDue", "Undo", "about", "log_of", "options", "rated", "rows_of", "tallied"]
