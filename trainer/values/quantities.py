"""A quantity as briefs give it: a number or a range, with its hedge and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
"""The words that multiply a number."""

ABBREVIATED = {"k": 1_000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12}
"""What stands for a scale word behind digits: `$5bn`."""

_OTHER_SCALES = {"dozen": 12, "score": 20, "lakh": 100_000, "crore": 10_000_000}
_MULTIPLIERS = SCALES | _OTHER_SCALES

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {
    word: 10 * ten
    for ten, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
WORDS = {word: number for number, word in enumerate(SMALL)} | _TENS | {"dozen": 12}
"""Numbers that are written as one word."""

_SAID = {
    "at least": "at least / no fewer than / no less than / not less than / not fewer than / a minimum of"
    " / at a minimum",
    "at most": "at most / no more than / not more than / a maximum of / at the most",
    "up to": "up to / as many as / as much as",
    "more than": "more than / over / above / upwards of / upward of / in excess of / greater than / higher than"
    " / well over / well above / just over / just above / slightly over / slightly more than / a little over"
    " / a little more than / little more than / far more than / rather more than / somewhat more than / beyond",
    "fewer than": "fewer than",
    "less than": "less than / under / below / lower than / well under / well below / little less than",
    "about": "about / around / roughly / approximately / some / circa / in the region of / on the order of"
    " / in the order of / perhaps / barely / scarcely / broadly / something like / somewhere around",
    "nearly": "nearly / almost / close to / just under / just below / just short of / a little under / slightly under"
    " / slightly less than / not quite / approaching / virtually",
    "an estimated": "an estimated / estimated / estimates of / an estimate of",
    "an average of": "an average of / on average",
}
HEDGES = {written: said for said, forms in _SAID.items() for written in forms.split(" / ")}
"""How a brief qualifies a number, and the wording that a question keeps."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ATTACHED = re.compile(rf"([\d.,]+)({'|'.join(sorted(ABBREVIATED, key=len, reverse=True))})")
_HALF = re.compile(r"\b(?:and a half|and-a-half)\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count, share or sum, as far as the source goes."""

    low: float
    """The number, or the lower end of a range; scale words multiplied in."""
    high: float
    """The same as `low`, or the upper end of a range."""
    hedge: str = ""
    """A value of HEDGES; empty if the source gives the number outright."""
    unit: str = ""
    """`percent`, a currency as written (`$`, `€`, `US$`, `EUR`), or empty for a plain count."""

    @property
    def is_range(self) -> bool:
        """Whether two ends were given."""
        return self.low != self.high

    @property
    def spoken(self) -> str:
        """Without its hedge: `13,000`, `800 to 1,000`, `4.5 percent`, `$2.3 billion`."""
        if self.is_range:
            low = replace(self, high=self.low, unit="" if self.unit == "percent" else self.unit)
            return f"{_written(low)} to {_written(replace(self, low=self.high))}"
        return _written(self)


def parse_number(text: str) -> float | None:
    """The number that digits, a word, or either with scale words name; None if none.

    >>> parse_number("13 thousand"), parse_number("two dozen"), parse_number("1,250"), parse_number("5bn")
    (13000, 24, 1250, 5000000000)
    """
    words, half = _HALF.subn("", text.lower())
    total, current, seen = 0.0, 0.0, False
    for word in _split(words):
        if word in {"and", "a", "an", "of"}:
            continue
        value = _plain(word)
        factor = _MULTIPLIERS.get(word) or (ABBREVIATED.get(word) if seen else None)
        if factor:
            current = (current if seen and current else 1) * factor + (half and factor / 2)
            half = 0
            total, current = (total + current, 0.0) if factor >= SCALES["thousand"] else (total, current)
        elif value is None:
            return None
        else:
            current += value
        seen = True
    result = total + current + (0.5 if half else 0)
    if not seen:
        return None
    rounded = round(result, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def _split(text: str) -> list[str]:
    """Words; hyphens apart them, and a scale glued to its digits comes off: `5bn` is `5 bn`, `half a` is 0.5."""
    text = _ATTACHED.sub(r"\1 \2", text.replace("half a ", "0.5 ").replace("half-a-", "0.5 "))
    return text.replace("-", " ").split()


def _plain(word: str) -> float | None:
    """The value of one word without a scale."""
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    return WORDS.get(word) if word != "dozen" else None


def _written(quantity: Quantity) -> str:
    """One number with its unit."""
    number, scale = quantity.low, ""
    if number >= SCALES["million"]:
        scale = max((word for word in SCALES if SCALES[word] <= number), key=SCALES.__getitem__)
        number = round(number / SCALES[scale], 6)
    digits = f"{number:,.6f}".rstrip("0").rstrip(".")
    text = f"{digits} {scale}".strip()
    if quantity.unit == "percent":
        return f"{text} percent"
    return f"{quantity.unit}{' ' if len(quantity.unit) > 1 and quantity.unit.isalpha() else ''}{text}"
