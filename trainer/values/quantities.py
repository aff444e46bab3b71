"""A quantity as briefs give it: a number or a range, with its hedge and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
"""The words that multiply a number."""

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

HEDGES = {
    "at least": "at least", "no fewer than": "at least", "not less than": "at least", "a minimum of": "at least",
    "at most": "at most", "no more than": "at most", "up to": "up to", "as many as": "up to",
    "more than": "more than", "over": "more than", "above": "more than", "upwards of": "more than",
    "fewer than": "fewer than", "less than": "less than", "under": "less than", "below": "less than",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "nearly": "nearly", "almost": "nearly", "close to": "nearly", "an estimated": "an estimated",
    "estimated": "an estimated",
}  # fmt: skip
"""How a brief qualifies a number, and the wording that a question keeps."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


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
    """`percent`, a currency as written (`$`, `€`, `US$`), or empty for a plain count."""

    @property
    def is_range(self) -> bool:
        """Whether two ends were given."""
        return self.low != self.high

    @property
    def spoken(self) -> str:
        """Without its hedge: `13,000`, `800 to 1,000`, `4.5 percent`, `$2.3 billion`."""
        if self.is_range:
            return f"{_written(replace(self, high=self.low, unit=''))} to {_written(replace(self, low=self.high))}"
        return _written(self)


def parse_number(text: str) -> float | None:
    """The number that digits, a word, or either with scale words name; None if none.

    >>> parse_number("13 thousand"), parse_number("two dozen"), parse_number("1,250")
    (13000, 24, 1250)
    """
    total: float | None = None
    for word in text.lower().replace("-", " ").split():
        factor = SCALES.get(word, 12 if word == "dozen" else None)
        if factor:
            total = (1 if total is None else total) * factor
        elif (value := _plain(word)) is None:
            return None
        else:
            total = value if total is None else total + value
    return int(total) if total is not None and total == int(total) else total


def _plain(word: str) -> float | None:
    """The value of one word without a scale."""
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    return WORDS.get(word)


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
    return f"{quantity.unit}{text}"


def near_values(quantity: Quantity) -> tuple[float, ...]:
    """Plausible wrong numbers: the key scaled up and down, rounded as roughly as the key is."""
    factors = (0.75, 1.25, 0.5, 1.5, 2.0)
    rounded = (_rounded_like(quantity.low, quantity.low * factor) for factor in factors)
    return tuple(dict.fromkeys(value for value in rounded if value and value != quantity.low))


def _rounded_like(model: float, value: float) -> float:
    """The value to the model's number of significant digits, at least two."""
    digits = len(f"{model:g}".replace(".", "").lstrip("0").rstrip("0")) if model < 1e6 else 2
    result = float(f"{value:.{max(digits, 2)}g}")
    return int(result) if float(model).is_integer() else round(result, 2)
