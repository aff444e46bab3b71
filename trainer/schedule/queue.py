"""What a day holds: learning cards when their wait is over, then reviews and new cards within the day's limits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.cards import Card, Status
from trainer.reviews import CardState, Learning, New, Relearning, Reviewing


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a deck a day may bring."""

    new_per_day: int
    """New cards."""
    reviews_per_day: int
    """Reviews of cards that had graduated."""


@dataclass(frozen=True, slots=True)
class Today:
    """A deck's day: what is left of it."""

    learning: tuple[Card, ...]
    """In their steps, soonest first, whether their wait is over or not."""
    reviews: tuple[Card, ...]
    """Due today or before, within the limit, longest overdue first."""
    new: tuple[Card, ...]
    """Within the limit, in the deck's order."""


def today(cards: Iterable[Card], states: Mapping[str, CardState], day: int, limits: Limits) -> Today:
    """What is left of a deck's day. Of siblings only one is met a day, since one gives the other away."""
    current = [card for card in cards if card.status is Status.CURRENT]
    known = {card.id: states.get(card.id, CardState()) for card in current}
    learning = [card for card in current if isinstance(known[card.id].stage, (Learning, Relearning))]
    met = {card.fact for card in current if card.fact and known[card.id].last_day == day} | {c.fact for c in learning}
    due = [card for card in current if _is_due(known[card.id], day)]
    due.sort(key=lambda card: _review_order(card, known[card.id], day))
    reviews = _one_of_each(due, met)[: _left(limits.reviews_per_day, reviews_done(known.values(), day))]
    unseen = [card for card in current if isinstance(known[card.id].stage, New)]
    new = _one_of_each(unseen, met)[: _left(limits.new_per_day, new_done(known.values(), day))]
    learning.sort(key=lambda card: (getattr(known[card.id].stage, "due_ms", 0), card.id))
    return Today(tuple(learning), tuple(reviews), tuple(new))


def new_done(states: Iterable[CardState], day: int) -> int:
    """How many cards were met for the first time on a day."""
    return sum(state.first_day == day for state in states)


def reviews_done(states: Iterable[CardState], day: int) -> int:
    """How many cards of earlier days were reviewed on a day."""
    return sum(state.last_day == day and 0 < state.first_day < day for state in states)


def mixed(reviews: Iterable[Card], new: Iterable[Card]) -> list[Card]:
    """Reviews with the new cards spread evenly among them."""
    placed = [
        ((index + 0.5) / max(1, len(group)), order, card)
        for order, group in enumerate((list(reviews), list(new)))
        for index, card in enumerate(group)
    ]
    return [card for _, _, card in sorted(placed, key=lambda place: place[:2])]


def _is_due(state: CardState, day: int) -> bool:
    return isinstance(state.stage, Reviewing) and state.stage.due_day <= day


def _review_order(card: Card, state: CardState, day: int) -> tuple[int, bytes]:
    """Longest overdue first; cards of one due day in an order that is new each day and the same all day."""
    due_day = state.stage.due_day if isinstance(state.stage, Reviewing) else 0
    return due_day, hashlib.sha256(f"{day}/{card.id}".encode()).digest()[:8]


def _one_of_each(cards: Iterable[Card], met: set[str]) -> list[Card]:
    """Without the siblings of a card that was met already; marks those that it lets through as met."""
    through = []
    for card in cards:
        if not card.fact or card.fact not in met:
            through.append(card)
            met.add(card.fact)
    return through


def _left(limit: int, done: int) -> int:
    return max(0, limit - done)
