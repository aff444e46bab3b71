"""Progress from Anki into the review log, after its cards are in their decks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer.anki.history import AnkiCard, entries_of, unknown
from trainer.reviews import Review
from trainer.reviews.entries import CardEntry
from trainer.schedule import Moment
from trainer.schedule.replay import replay

if TYPE_CHECKING:
    from trainer.anki.told import Arrived
    from trainer.collection import Collection


def take_progress(collection: Collection, arrived: Arrived, tell: Callable[[int], None]) -> tuple[int, int]:
    """Put what Anki knows of the cards on record, each once; how many reviews and other entries were new.

    `tell` hears of each card. Raises NotSaved, and what `tell` does; nothing was changed then.
    """
    fresh: list[CardEntry] = []
    for card in arrived.cards:
        fresh += _fresh(collection, arrived, card)
        tell(1)
    fresh.sort(key=lambda entry: entry.at_ms)
    collection.log.add_all(fresh, replay)
    reviews = sum(isinstance(entry, Review) for entry in fresh)
    return reviews, len(fresh) - reviews


def _fresh(collection: Collection, arrived: Arrived, card: AnkiCard) -> list[CardEntry]:
    """The entries of one card that the log does not have."""
    day_starts_at = collection.settings.day_starts_at

    def moment_of(ms: int) -> Moment:
        return Moment.of(dt.datetime.fromtimestamp(ms / 1000, dt.UTC).astimezone(), day_starts_at)

    known = [entry for entry in collection.log.history(card.deck, card.card) if isinstance(entry, CardEntry)]
    return unknown(entries_of(card, arrived.first_day, collection.now(), moment_of), known)
