"""Where Anki has each imported card, and its reviews: what `told.arrived_of` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from trainer.anki.stored import Collection

MOST_DAYS = 36_500
"""The longest that a memory or an interval is believed to last."""


def standings(collection: Collection, cards: Mapping[int, tuple[str, str]]) -> dict[str, Any]:
    """The progress of the imported cards, which are deck and card by Anki's id."""
    stored = (card for notes in collection.notes(progress=True) for its in notes.cards for card in its)
    placed = {card.id: card.standing for card in stored if card.standing and card.id in cards}
    numbers = {id_: number for number, id_ in enumerate(placed)}
    reviews: list[list[list[int]]] = [[] for _ in placed]
    for id_, card, *rest in collection.reviews():
        if card in numbers:
            reviews[numbers[card]].append([id_, *rest])
    return {
        "created_at": collection.created_at,
        "west_minutes": collection.west_minutes,
        "cards": [
            [*cards[id_], at.type, at.queue, at.due, at.ivl, at.lapses, at.flags & 7, *_memory(at.data)]
            for id_, at in placed.items()
        ],
        "reviews": reviews,
    }


def _memory(data: bytes | None) -> tuple[float, float]:
    """Stability and difficulty; zeros if Anki has none."""
    try:
        kept = json.loads(data) if data else {}
        stability, difficulty = float(kept.get("s", 0)), float(kept.get("d", 0))
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return 0.0, 0.0
    if not 0 < stability < MOST_DAYS or not 1 <= difficulty <= 10:
        return 0.0, 0.0
    return stability, difficulty
