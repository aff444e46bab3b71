"""Numbers asked for by a range: the person says between what and what it lies, and is as sure of that as was asked."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.cards.card import Card, Kind
from trainer.values.amounts import Amount, amounts
from trainer.values.said_dates import said_dates

CONFIDENCE = 0.8
"""How sure of a range a person is asked to be."""


@dataclass(frozen=True, slots=True)
class Range:
    """Between what and what a number is said to lie, both ends included."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Whether a number lies in it."""
        return self.low <= number <= self.high


def number_of(card: Card) -> float | None:
    """The number that a card asks for; None for a range, a hedge that leaves it open, a date, or another answer.

    >>> number_of(Card("c", "How many?", "13,000", Kind.HOW_MANY)), number_of(Card("c", "Who?", "Diop"))
    (13000, None)
    """
    amount = _amount_of(card)
    if amount is None or amount.quantity.is_range or amount.quantity.hedge not in _CLOSED:
        return None
    return amount.quantity.low


_CLOSED = frozenset({"", "about", "an estimated", "an average of"})
"""Hedges with which a number still has a place of its own."""


def _amount_of(card: Card) -> Amount | None:
    counted = card.kind is Kind.HOW_MANY or (card.kind in {Kind.WHAT, Kind.CLOZE} and not said_dates(card.answer))
    readings = amounts(card.answer) if counted else ()
    return readings[0] if readings and (card.kind is Kind.HOW_MANY or not readings[0].counted) else None


def parse_range(text: str, card: Card) -> Range | None:
    """The range that a text names, in the card's unit and scale; one number is a range without width. None if neither.

    >>> troops = Card("c", "How many troops?", "13,000", Kind.HOW_MANY)
    >>> parse_range("10-15k", troops), parse_range("between 12,000 and 14,000", troops), parse_range("many", troops)
    (Range(low=10000, high=15000), Range(low=12000, high=14000), None)
    """
    key, readings = _amount_of(card), amounts(text)
    if key is None or not readings:
        return None
    told = readings[0]
    if told.unit is not None and key.unit is not None and told.unit != key.unit:
        return None
    return Range(told.quantity.low, told.quantity.high)
