"""Numbers: by value, whatever way they are written; a hedge or a unit that differs is said; another number is wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from trainer.cards.card import GAP
from trainer.cards.grade import RIGHT, Grade, Lack, Verdict, better, nearly, partly, wrong
from trainer.cards.grading_words import stems_of
from trainer.text import fold
from trainer.values.amounts import Amount, amounts, with_scales_spelled
from trainer.values.quantities import HEDGES, Quantity
from trainer.values.typed_hedges import PLUS
from trainer.values.units import MONEY, UNITS, Unit, counted
from trainer.values.wording import SMALL, stem

CLOSE = 0.05
"""How far, as a share of the key, a number may be off that is said to be about so much, to be called close."""

_POINTED = re.compile(r"(?<=\d)[.'’](?=\d{3}(?!\d))")
"""What divides thousands elsewhere: `40.689`, `13'000`."""
_NO_UNIT = Unit("", "")
_UP, _DOWN, _ABOUT = "up", "down", "about"
_DIRECTIONS = {
    "at least": _UP, "more than": _UP, PLUS: _UP, "at most": _DOWN, "up to": _DOWN, "fewer than": _DOWN,
    "less than": _DOWN, "nearly": _DOWN, "about": _ABOUT, "an estimated": _ABOUT, "an average of": _ABOUT,
}  # fmt: skip
_SAME = (
    frozenset({"at least", PLUS}), frozenset({"more than", PLUS}), frozenset({"at most", "up to"}),
    frozenset({"fewer than", "less than"}),
)  # fmt: skip
"""Hedges of which one may stand for the other."""
_SAID = "|".join(sorted(map(re.escape, HEDGES), key=len, reverse=True))
_ASKED = re.compile(
    rf"\b({_SAID})\s+(?:us\$|[$€£¥])?(?:[\w'-]+\s+){{0,2}}?(?:how (?:many|much)\b|what\b|which\b|\[\.\.\.\])"
)
_ASKED_BEHIND = re.compile(r"(?:\[\.\.\.\]|how (?:many|much))(?: [\w-]+){0,3}? or (more|fewer|less)\b")
_MONEY_ASKED = re.compile(
    r"\bhow much\b|\b(?:price|cost|sum|amount|worth|value|loan|budget|debt|aid|dollars?|euros?|usd?|money|spend"
    r"|spent|paid|pay|ransom|fine|funding|bailout)\b|[$€£¥]"
)
_NAMED = re.compile(r"\b[A-Z][a-z]\w+ [A-Z][a-z]\w+")
"""Two capitalised words: `3 Engineer Regiment` is no number."""
_SMALL = SMALL | {"the", "a", "an"}
_PEOPLE = frozenset({"people", "persons", "dead", "killed", "total", "altogether"})
"""What may be beside a number of whatever is counted."""
_SHARE_ASKED = re.compile(r"\b(?:percent|percentage|share|rate|proportion|part)\b|%|\bper cent\b")


def grade_number(key: str, given: str, question: str) -> Grade | None:
    """A number held against the key's; None if the key is no number."""
    keys = amounts(key)
    if not keys:
        return None
    found = _grade(keys, given, question)
    plain = _POINTED.sub("", given)
    if found.verdict is Verdict.WRONG and plain != given:
        read = _grade(keys, plain, question)
        return replace(read, note=read.note or f"read as {keys[0].quantity.spoken}") if read.verdict.accepted else found
    return found


def _grade(keys: tuple[Amount, ...], given: str, question: str) -> Grade:
    """A text held against the readings of the key."""
    told = amounts(given)
    if not told or _NAMED.search(given):
        return wrong("no number, or more than one")
    found = _best(keys, told, fold(question))
    spelled = with_scales_spelled(given) if found.verdict is Verdict.WRONG and given.isascii() else ""
    if spelled and spelled != fold(given) and _best(keys, amounts(spelled), fold(question)) == RIGHT:
        return nearly("right but for the spelling", Lack.SPELLING)
    return found


def _best(keys: tuple[Amount, ...], told: tuple[Amount, ...], asked: str) -> Grade:
    """The best of all readings of both."""
    found: Grade | None = None
    for key in keys:
        for given in told:
            held = _held(key, given, asked)
            found = held if found is None else better(found, held)
    return found or wrong("no number, or more than one")


def _held(key: Amount, given: Amount, asked: str) -> Grade:
    """One reading against another: the value first, then the unit, then the hedge."""
    said, of_key = _said(given.quantity), _said(key.quantity)
    key, given = _in_one_unit(key, given)
    if (key.quantity.low, key.quantity.high) != (given.quantity.low, given.quantity.high):
        return _other_number(key.quantity, given.quantity, said, of_key)
    if len(_beside(key, given, asked)) > 2:
        return partly("more than the number", Lack.WORDING)
    return _unit(key, given, asked) or _hedge(key.quantity.hedge, given.quantity.hedge, asked)


def _beside(key: Amount, given: Amount, asked: str) -> list[str]:
    """What was said to be counted, and neither key nor question say so."""
    known = stems_of(asked) | frozenset(map(stem, key.counted)) | _PEOPLE
    return [word for word in given.counted if word not in _SMALL and word not in known and stem(word) not in known]


def _in_one_unit(key: Amount, given: Amount) -> tuple[Amount, Amount]:
    """Both in the smaller unit where they measure the same thing, a share as percent: `two weeks`, `14 days`."""
    if "share" in {key.quantity.unit, given.quantity.unit}:
        return _as_percent(key), _as_percent(given)
    one, other = key.unit, given.unit
    if one is None or other is None or one == other or one.measures != other.measures:
        return key, given
    return _in_smallest(key, one), _in_smallest(given, other)


def _in_smallest(amount: Amount, unit: Unit) -> Amount:
    low, high = (round(value * unit.size, 6) for value in (amount.quantity.low, amount.quantity.high))
    return Amount(Quantity(low, high, amount.quantity.hedge, unit.measures), None, amount.counted)


def _as_percent(amount: Amount) -> Amount:
    quantity, unit = amount.quantity, UNITS["percent"]
    if quantity.unit != "share":
        return amount
    low, high = (round(value * 100, 4) for value in (quantity.low, quantity.high))
    return Amount(Quantity(low, high, quantity.hedge, unit.name), unit, amount.counted)


def _other_number(wanted: Quantity, told: Quantity, said: str, of_key: str) -> Grade:
    """One end of a range, a rough number that is close, or another number."""
    if wanted.is_range and not told.is_range and told.low in {wanted.low, wanted.high}:
        return partly(f"one end of the range: {of_key}", Lack.DETAIL)
    rough = _DIRECTIONS.get(told.hedge) == _ABOUT and not wanted.is_range and not told.is_range
    if rough and abs(told.low - wanted.low) <= CLOSE * abs(wanted.low):
        return partly(f"close, but you said {said}", Lack.DETAIL)
    return wrong(f"you said {said}")


def _said(quantity: Quantity) -> str:
    """The number as it was understood: `1.3 million`, `14 days`."""
    unit = quantity.unit
    if not unit or unit == "percent" or UNITS.get(unit, _NO_UNIT).measures in MONEY:
        return quantity.spoken
    return f"{replace(quantity, unit='').spoken} {counted(unit, quantity.high)}"


def _unit(key: Amount, given: Amount, asked: str) -> Grade | None:
    """What is wrong with the unit; None if nothing is."""
    wanted, told = key.quantity.unit, given.quantity.unit
    if wanted == told:
        return None
    if wanted and told:
        return wrong(f"you said {_said(given.quantity)}")
    if told:
        return (
            None if _is_asked(given.unit, asked) else partly(f"the number is right, the unit is not: {told}", Lack.UNIT)
        )
    if _is_asked(key.unit, asked):
        return None
    missing = f"the unit is missing: {wanted}"
    timed = key.unit is not None and key.unit.measures in {"span", "months", "times"}
    return partly(missing, Lack.UNIT) if timed else nearly(f"right, but {missing}", Lack.UNIT)


def _is_asked(unit: Unit | None, asked: str) -> bool:
    """Whether the question says that it asks for that unit."""
    if unit is None:
        return False
    if unit.measures in MONEY:
        return _MONEY_ASKED.search(asked) is not None
    if unit.measures in {"share", "points"}:
        return _SHARE_ASKED.search(asked) is not None
    if "how old" in asked and unit.name == "years":
        return True
    return any(name in _words(asked) for name, other in UNITS.items() if other == unit)


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text))


def _hedge(key: str, given: str, asked: str) -> Grade:
    """The hedge of the source, which question or answer have, against the one that was typed."""
    in_question = _asked_hedge(asked)
    source = key or in_question
    if source == given or frozenset({source, given}) in _SAME:
        return RIGHT
    if not given:
        return RIGHT if in_question or not key else nearly(f"right, but the source says {key}", Lack.HEDGE)
    if {_DIRECTIONS.get(source), _DIRECTIONS.get(given)} == {_UP, _DOWN}:
        return wrong(f"the source says {source}, you said {given}")
    if not source:
        return nearly(f"right, but the source does not say {given}", Lack.HEDGE)
    return nearly(f"right, but the source says {source}", Lack.HEDGE)


@lru_cache(maxsize=256)
def _asked_hedge(asked: str) -> str:
    """The hedge that the question itself has: `at least how many`, `over [...]`."""
    if found := _ASKED.search(asked.replace(fold(GAP), GAP)):
        return HEDGES[found[1]]
    behind = _ASKED_BEHIND.search(asked)
    return {"more": "at least", "fewer": "at most", "less": "at most"}[behind[1]] if behind else ""
