"""Wrong values for numbers that people only set in certain steps or bounds: rates of interest, votes, ages."""

from __future__ import annotations

import re

from trainer.questions.distractors_rounded import rounded
from trainer.questions.draft import Draft
from trainer.questions.keys_numbers import counted_noun
from trainer.values.quantities import Quantity

_RATE = re.compile(
    r"\b(?:bank|base|benchmark|cash|deposit|discount|federal funds|interest|key|lending|main|policy|refinancing|repo"
    r"|target) rates?\b",
    re.IGNORECASE,
)
_YIELD = re.compile(r"\b(?:unemployment|yields?)\b", re.IGNORECASE)
_PRICED = re.compile(r"(?:\[\.\.\.\]|\b[Hh]ow much) (?:a|an|per) (?:barrel|gallon|litre|liter|ounce|tonne|ton)\b")
_NEAR_PRICES = (0.92, 0.86, 0.8, 0.72, 1.08, 1.15, 1.23, 1.32)
"""What is quoted every day, and so is known to lie in narrow bounds."""
_IN_POINTS = re.compile(r"(?:\[\.\.\.\]|\b[Hh]ow many) ?(?:basis points|bps?)\b")
_POINTS = 25
"""Basis points of one step."""
_STEPS = (-1, -2, -3, -4, 1, 2, 3, 4, 5, 6)
_AGED = re.compile(
    r"\b(?:aged|(?:at the|the) age of|at age|aged at) (?:\[\.\.\.\]|how many)|\[\.\.\.\][- ]years?[- ]old\b"
    r"|\bhow many years old\b|\b[Aa]t what age\b"
)
_GROWN, _OLD = 30, 80
"""Years between which those are of whom briefs tell how old they are."""
_NEAR_VOTES = (0.94, 0.88, 0.82, 1.05, 1.09, 1.13)
_FEW_VOTES, _MOST_OF_CHAMBER = 20, 700
"""Votes of a chamber, whose seats bound them."""
_YEARS_APART = (-3, -5, -8, -12, 4, 7, 10, 13)


def set_values(draft: Draft, quantity: Quantity) -> list[float]:
    """The values that such a number could be set at, the closest first; empty for a number that is free."""
    if quantity.is_range or quantity.low <= 0:
        return []
    return _of_share(draft, quantity.low) if quantity.unit == "percent" else _of_count(draft, quantity.low)


def _of_share(draft: Draft, key: float) -> list[float]:
    """Values of a rate or a yield."""
    if _RATE.search(draft.question) and 4 * key % 1 == 0:
        return _rates(key)
    return _quoted(key) if _YIELD.search(draft.question) and key % 1 else []


def _of_count(draft: Draft, key: float) -> list[float]:
    """Values of basis points, votes, an age or a price."""
    noun, values = counted_noun(draft), list[float]()
    if _IN_POINTS.search(draft.question) and key % _POINTS == 0:
        values = [key + _POINTS * step for step in _STEPS]
    elif noun == "votes" and _FEW_VOTES <= key <= _MOST_OF_CHAMBER:
        values = [float(round(key * factor)) for factor in _NEAR_VOTES]
    elif _AGED.search(draft.question) and _GROWN <= key <= _OLD:
        values = [key + step for step in _YEARS_APART if _GROWN - 5 <= key + step <= _OLD]
    elif _PRICED.search(draft.question):
        values = _quoted(key)
    return [value for value in values if value > 0]


def _quoted(key: float) -> list[float]:
    return [rounded(key, key * factor) for factor in _NEAR_PRICES]


def _rates(key: float) -> list[float]:
    """Rates a few steps away: whole ones from a whole one, halves from one at a half, else quarters of a point.

    >>> _rates(27)[:3], _rates(16.5)[:3], _rates(5.25)[:3]
    ([26, 25, 24], [15.5, 15, 14.5], [4.75, 4.5, 4.25])
    """
    step, first = (1.0, 1) if key % 1 == 0 else (0.5, 2) if 2 * key % 1 == 0 else (0.25, 2)
    values = [key + step * many for sign in (-1, 1) for many in range(sign * first, sign * (first + 4), sign)]
    return [int(value) if value % 1 == 0 else value for value in values if value > 0]
