"""What a person wants from a brief: how many cards, of which kinds, how much they must matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.cards.card import Card, Kind

LEAST_SALIENCE = 1
"""What a card matters of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants from a brief; by default everything."""

    max_cards: int | None = None
    """From each brief; None for as many as it gives."""
    kinds: frozenset[Kind] = frozenset(Kind)
    """What a card may ask for."""
    least_salience: int = LEAST_SALIENCE
    """1 takes every fact, 3 only what the brief is about."""

    def pick(self, cards: Iterable[Card], salience: Mapping[str, int]) -> tuple[Card, ...]:
        """The first so many that are wanted; cards come best first, `salience` is 1, 2 or 3 by a card's id."""
        return tuple(card for card in cards if self._wants(card, salience))[: self.max_cards]

    def _wants(self, card: Card, salience: Mapping[str, int]) -> bool:
        return card.kind in self.kinds and salience.get(card.id, LEAST_SALIENCE) >= self.least_salience
