"""Numbers in answers: read, and held against a fact's own number, its hedge and its unit."""

from __future__ import annotations

import re

from scorer.gold import Fact, Value
from scorer.wording import without_asides
from trainer.cards import GAP
from trainer.text import fold

Range = tuple[float, float]

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: number for number, word in enumerate(_SMALL.split())} | {
    word: 10 * ten for ten, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"hundred": 100, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ABBREVIATED = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_RUN = "|".join(sorted([*_WORDS, *_SCALES], key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.])(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:[\s-]?(?P<scale>{'|'.join([*_SCALES, *_ABBREVIATED])})\b)?"
    rf"(?!\w|,\d{{3}})|\b(?P<words>(?:{_RUN})\b(?:[\s-](?:and )?(?:{_RUN})\b)*)"
)
_TO = re.compile(r"\s*(?:to|-|and|through)\s*(?:us)?[$€£]?\s*")


def number_range(text: str) -> Range | None:
    """The number in a text, or both ends of its range; None if it has none, or several that are no range.

    >>> number_range("13 thousand"), number_range("an estimated 800 to 1,000"), number_range("168 in 2023")
    ((13000.0, 13000.0), (800.0, 1000.0), None)
    """
    folded = fold(text)
    found = list(_NUMBER.finditer(folded))
    if len(found) == 1:
        return _number(found[0]), _number(found[0])
    if len(found) != 2 or not _TO.fullmatch(folded[found[0].end() : found[1].start()]):
        return None
    low, high = _number(found[0]), _number(found[1])
    if found[1]["scale"] and not found[0]["scale"] and low < 1000:
        low *= _scale(found[1]["scale"])
    return low, high


def _scale(word: str) -> float:
    return {**_SCALES, **_ABBREVIATED}[word]


def _number(match: re.Match[str]) -> float:
    if match["digits"]:
        return float(match["digits"].replace(",", "")) * (_scale(match["scale"]) if match["scale"] else 1)
    total, part = 0.0, 0.0
    for word in re.findall(rf"\b(?:{_RUN})\b", match["words"]):
        if word in _WORDS:
            part += _WORDS[word]
        elif word == "hundred":
            part = (part or 1) * 100
        else:
            total, part = total + (part or 1) * _SCALES[word], 0.0
    return total + part


_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_FRACTION = re.compile(rf"\b(?:(an?|one|two|three|four|[1-9])[\s-])?({'|'.join(_PARTS)})s?\b")
_IN = re.compile(r"\b([\w.]+) (?:in|out of)(?: every)? ([\w.]+)\b")


def fraction(text: str) -> float | None:
    """The part of a whole that a text names in words; None if it names none.

    >>> fraction("roughly two thirds"), fraction("one in every four"), fraction("the third review")
    (0.6666666666666666, 0.25, None)
    """
    folded = fold(text)
    if (match := _FRACTION.search(folded)) and (match[1] or match[2] == "half"):
        return _count(match[1] or "one") / _PARTS[match[2]]
    match = _IN.search(folded)
    top, whole = (number_range(match[1]), number_range(match[2])) if match else (None, None)
    return top[0] / whole[0] if top and whole and whole[0] else None


def _count(word: str) -> float:
    return float(word) if word.isdigit() else float(_WORDS.get(word, 1))


def same_quantity(fact: Fact, answer: str, question: str) -> bool | None:
    """Whether an answer is the fact's number by value; None if one of them is no single number or range.

    A hedge is passed over unless it points the other way, a unit unless it is another.
    """
    key = _key_range(fact)
    answer = without_asides(answer)
    share = fraction(answer)
    if key and share is not None:
        return abs(share - key[0]) < 0.01 or (_in_percent(fact) and abs(100 * share - key[0]) < 0.5)
    given = number_range(answer)
    if not key or not given:
        return None
    if _points_away(fact, answer, question) or not _same_unit(fact, answer, question):
        return False
    return _meets(key, given)


def _meets(key: Range, given: Range) -> bool:
    """Equal, or at the closed end of a range that is open."""
    low, high = key
    if high == float("inf"):
        return given[0] == low
    if low in (0.0, float("-inf")) and low != high:
        return given[1] == high
    return given == key


def _key_range(fact: Fact) -> Range | None:
    """Both ends of the fact's number; an open end is infinite."""
    if isinstance(fact.value, Value):
        return fact.value.low, fact.value.low if fact.value.high is None else fact.value.high
    return (fact.value, fact.value) if isinstance(fact.value, float) else number_range(fact.answer)


_DOWN = re.compile(
    r"\b(?:no more than|not more than|at most|up to|as many as|(?<!no )fewer than|(?<!no )(?<!not )less than|under"
    r"|below|nearly|almost|close to|a maximum of)\b"
)
_UP = re.compile(
    r"\b(?:no fewer than|no less than|not less than|at least|more than|over|above|upwards of|a minimum of|or more)\b"
    r"|\+"
)
_ASKING = re.compile(rf"((?:[\w-]+ ){{0,3}})(?:how (?:many|much)\b|what (?:percentage|share|number)|{re.escape(GAP)})")


def _points_away(fact: Fact, answer: str, question: str) -> bool:
    """Whether fact and card hedge in opposite directions; a card may hedge in front of `how many` or of a gap."""
    hedge = fact.value.hedge.replace("_", " ") if isinstance(fact.value, Value) else ""
    asked = _ASKING.search(fold(question))
    told = f"{asked[1] if asked else ''}{fold(answer)}"
    return {_direction(f"{hedge} {fold(fact.answer)}"), _direction(told)} == {"up", "down"}


def _direction(text: str) -> str:
    """Where a hedge points: `up`, `down`, or nowhere."""
    return "down" if _DOWN.search(text) else "up" if _UP.search(text) else ""


_UNITS = {"percent": "percent", "%": "percent", "$": "$", "dollar": "$", "€": "€", "euro": "€", "£": "£"}


def _same_unit(fact: Fact, answer: str, question: str) -> bool:
    """No other currency, and percent only of what is told in percent."""
    key, given = _units(fact.answer), _units(answer)
    if key and given:
        return key == given
    if "percent" not in key | given:
        return True
    told = f"{question} {answer}" if "percent" in key else f"{fact.question} {' '.join(fact.answers)}"
    return bool(re.search(r"percent|per cent|%|percentage|share|rate", fold(told)))


def _in_percent(fact: Fact) -> bool:
    unit = fact.value.unit if isinstance(fact.value, Value) else ""
    return "percent" in _units(f"{fact.answer} {unit}")


def _units(text: str) -> set[str]:
    folded = fold(text).replace("per cent", "percent").replace("eurobond", "")
    return {unit for sign, unit in _UNITS.items() if sign in folded}
