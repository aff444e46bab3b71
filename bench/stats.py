"""What stats cost on a large log: processor seconds, memory, and the longest that a step keeps others waiting.

`python bench/stats.py` makes a collection of 100,000 cards and a million reviews and prints; `--cards` and `--reviews`
change the size. What is compared is one bare reading of the same rows in the same run: a slow machine reads slowly too.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorer.pairs import BENCH

from trainer.cards import Card, Kind, Source
from trainer.collection import Collection
from trainer.decks import BriefRef, Deck
from trainer.decks.shelf import Shelf
from trainer.reviews import CardState, Memory, Rating, Review, Reviewing, entry_id
from trainer.reviews.entry_rows import entry_row
from trainer.reviews.rows import ENTRY_COLUMNS, STATE_COLUMNS, state_row
from trainer.reviews.store import Store
from trainer.settings import Settings
from trainer.stats import steps

DECK = "bench"
DAY_MS = 86_400_000
SPAN_DAYS = 700
_ADD = f"insert into log (device, {ENTRY_COLUMNS}) values ({', '.join('?' * 12)})"  # noqa: S608 - our own columns
_PLACES = ", ".join(f"{name} = ?" for name in STATE_COLUMNS.split(", "))
_KEEP = f"update card_state set {_PLACES}, queue = 'reviewing' where deck = ? and card = ?"  # noqa: S608 - the same


def main(argv: Sequence[str] | None = None) -> int:
    """Make the collection, gather its stats, print what that took."""
    parser = argparse.ArgumentParser(description="Measure what stats cost on a large log.")
    parser.add_argument("--cards", type=int, default=100_000, metavar="N")
    parser.add_argument("--reviews", type=int, default=1_000_000, metavar="N")
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        os.environ["TRAINER_HOME"] = folder
        store = Store(Path(folder, "reviews.db"))
        cover = Shelf(store).put(deck_of(given.cards)).cover
        collection = Collection([cover], store, Settings())
        fill(store, collection.now().day, given.cards, given.reviews)
        print("\n".join(measured(collection, store)))
        collection.close()
    return 0


def deck_of(cards: int) -> Deck:
    """A deck with briefs, kinds and tags."""
    kinds = list(Kind)
    briefs = tuple(BriefRef(f"b{number}", f"Brief {number}") for number in range(40))
    made = (
        Card(
            f"q{number:06}",
            f"How many of the number {number} were counted in the year {1900 + number % 120}?",
            str(number),
            kinds[number % len(kinds)],
            tags=(f"topic {number % 12}",),
            source=Source(f"b{number % 40}", f"In all {number} were counted.", 3),
        )
        for number in range(cards)
    )
    return Deck(DECK, "Bench", tuple(made), briefs)


def fill(store: Store, today: int, cards: int, reviews: int) -> None:
    """Reviews in the order of their days, a third of them with confidence; every card in review."""
    chance = random.Random(1)  # noqa: S311 - the same figures each time
    days = sorted(chance.randrange(today - SPAN_DAYS, today) for _ in range(reviews))
    with store.transaction():
        store.do_each(_ADD, (("bench", *entry_row(_review(chance, day, cards))) for day in days))
        store.do_each(_KEEP, ((*state_row(_state(chance, today)), DECK, f"q{number:06}") for number in range(cards)))


def _review(chance: random.Random, day: int, cards: int) -> Review:
    at_ms = day * DAY_MS + chance.randrange(6 * 3_600_000, 22 * 3_600_000)
    [rating] = chance.choices(list(Rating), (10, 8, 70, 12))
    confidence = chance.choice((50, 60, 70, 80, 90, 100)) if chance.random() < 1 / 3 else None
    spent_ms = chance.randrange(2_000, 20_000)
    card = f"q{chance.randrange(cards):06}"
    return Review(entry_id(at_ms), at_ms, 60, day, DECK, card, rating, spent_ms, confidence=confidence)


def _state(chance: random.Random, today: int) -> CardState:
    last_day, interval_days = today - chance.randrange(1, 60), chance.randrange(1, 200)
    memory = Memory(chance.uniform(1, 300), chance.uniform(1, 10))
    return CardState(Reviewing(interval_days, last_day + interval_days, memory), last_day - 90, last_day, 0, 10, 1)


def measured(collection: Collection, store: Store) -> Iterator[str]:
    """The figures, a line each."""
    began = time.process_time()
    rows = sum(1 for _ in store.walk("select deck, card, kind, day, rating from log order by seq"))
    bare_s = time.process_time() - began
    began = before = time.process_time()
    longest_s, making = 0.0, steps(collection)
    for _ in making:
        now = time.process_time()
        longest_s, before = max(longest_s, now - before), now
    all_s = time.process_time() - began
    yield f"{rows:,} entries: read bare in {bare_s:.2f} CPU s, stats in {all_s:.2f}, {all_s / bare_s:.1f} times as long"
    yield f"the longest step takes {longest_s:.2f} CPU s, {longest_s / all_s:.0%} of all"
    yield f"at most {_memory_mb():.0f} MB, the making of the collection included"


def _memory_mb() -> float:
    try:
        import resource
    except ImportError:  # no such module on Windows
        return float("nan")
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    sys.exit(main())
