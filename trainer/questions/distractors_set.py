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
_FROM_TO = re.compile(
    r"\bfrom (?:about |around )?(?P<was>\d+(?:\.\d+)?) ?(?:%|per ?cent)? to (?:about |around )?"
    r"(?:\[\.\.\.\]|what percentage\b|how (?:many|much)\b)",
)
"""Where the number stood before."""
_SHARES_OF_MOVE = (0.66, 0.33, 1.33, 1.66, 2.0)
"""How far it might have moved, as shares of how far it has."""
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
_AGE_ALONE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who) (?:is|was|turned) \[\.\.\.\](?=[,.;:]| and\b)|[A-ZÀ-Ý][\w'’-]+, \[\.\.\.\](?=,)"
    r"|\b[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+ (?:is|was) \[\.\.\.\](?=[,.]| and [a-z]+[,.])"
    r"|\b(?:man|woman|mother|father|nurse|farmer|pilot|teacher) of \[\.\.\.\](?=[,.;]| (?:from|in|was|were|who|with)\b)"
)
"""An age that is told without saying so: `who is 71`."""
_MOTHER = re.compile(r"\b(?:pregnant|expectant|gave birth)\b")
_GROWN, _OLD = 18, 80
"""Years between which those are of whom briefs tell how old they are."""
_LAST_AS_MOTHER, _OLDEST = 44, 95
_TERM = re.compile(r"\[\.\.\.\]-year (?:[\w-]+ ){0,2}?(?:bonds?|bunds?|debt|gilts?|notes?|paper|securities|yields?)\b")
_TERMS = (2, 3, 5, 7, 10, 15, 20, 30)
"""Years for which states borrow."""
_TO_CURRENCY = re.compile(
    r"\[\.\.\.\] (?:a|to the|to one|against the|per) (?:US )?(?:dollar|euro|pound|yen|yuan|franc)\b"
)
_NEAR_EXCHANGE = (0.96, 0.93, 0.9, 1.04, 1.07, 1.1)
_NEAR_VOTES = (0.94, 0.88, 0.82, 1.05, 1.09, 1.13)
_FEW_VOTES, _MOST_OF_CHAMBER = 20, 700
"""Votes of a chamber, whose seats bound them."""
_YEARS_APART = (-3, -5, -8, -12, 4, 7, 10, 13)


def set_values(draft: Draft, quantity: Quantity) -> list[float]:
    """The values that such a number could be set at, the closest first; empty for a number that is free."""
    if quantity.is_range or quantity.low <= 0:
        return []
    found = _of_share(draft, quantity.low) if quantity.unit == "percent" else _of_count(draft, quantity.low)
    return [value for value in dict.fromkeys(found) if value != quantity.low]


def _of_share(draft: Draft, key: float) -> list[float]:
    """Values of a rate or a yield."""
    if _RATE.search(draft.question) and 4 * key % 1 == 0:
        return _rates(key)
    if (moved := _FROM_TO.search(draft.question)) is not None:
        was = float(moved["was"])
        return [value for share in _SHARES_OF_MOVE if (value := rounded(key, was + share * (key - was))) > 0]
    return _quoted(key) if _YIELD.search(draft.question) and key % 1 else []


def _of_count(draft: Draft, key: float) -> list[float]:
    """Values of basis points, votes, an age or a price."""
    noun, values = counted_noun(draft), list[float]()
    if _IN_POINTS.search(draft.question) and key % _POINTS == 0:
        values = [key + _POINTS * step for step in _STEPS]
    elif noun == "votes" and _FEW_VOTES <= key <= _MOST_OF_CHAMBER:
        values = [float(round(key * factor)) for factor in _NEAR_VOTES]
    elif _is_age(draft.question) and _GROWN <= key <= _OLDEST:
        values = _ages(draft.question, key)
    elif _TERM.search(draft.question) and key in _TERMS:
        values = sorted(
            (float(term) for term in _TERMS), key=lambda term: abs(_TERMS.index(int(term)) - _TERMS.index(int(key)))
        )
    elif _TO_CURRENCY.search(draft.question):
        values = [*(rounded(key, key * factor) for factor in _NEAR_EXCHANGE), *_quoted(key)]
    elif _PRICED.search(draft.question):
        values = _quoted(key)
    return [value for value in values if value > 0]


def _is_age(question: str) -> bool:
    return bool(_AGED.search(question) or _AGE_ALONE.search(question))


def _ages(question: str, key: float) -> list[float]:
    """Ages some years from one, none that its bearer cannot have."""
    oldest = _LAST_AS_MOTHER if _MOTHER.search(question) else min(max(_OLD, key + _YEARS_APART[5]), _OLDEST)
    return [key + step for step in _YEARS_APART if min(key, _GROWN) <= key + step <= oldest]


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
