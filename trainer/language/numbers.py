"""Quantities in a sentence: their number, their hedge, their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.values.quantities import HEDGES, SCALES, WORDS, Quantity, parse_number

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = "|".join([*SCALES, "dozen"])
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_ONE = rf"(?:(?:{_DIGITS}|(?:{_WORD})(?:-(?:{_WORD}))?)(?:\s(?:{_SCALE}))*)"
_HEDGE = "|".join(sorted((hedge.replace(" ", r"\s") for hedge in HEDGES), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?:\b(?P<hedge>{_HEDGE})\s)?(?P<currency>US\$|[$€£])?(?<![\w.])(?P<low>{_ONE})"
    rf"(?:\s?(?:-|to|and)\s?[$€£]?(?P<high>{_ONE}))?(?P<percent>\s?%|\spercent\b|\sper\scent\b)?(?![\w,.]*\d)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A quantity as written."""

    start: int
    """First character, the hedge not counted."""
    end: int
    """One past the last character, scale and percent sign counted."""
    hedge_start: int
    """First character of the hedge; `start` if there is none."""
    text: str
    """As written, without the hedge."""
    quantity: Quantity
    """What it amounts to."""


def number_mentions(text: str) -> tuple[NumberMention, ...]:
    """Every quantity of a plain sentence in order; dates are among them until the caller takes them out."""
    return tuple(mention for match in _QUANTITY.finditer(text) if (mention := _mention(text, match)) is not None)


def _mention(text: str, match: re.Match[str]) -> NumberMention | None:
    low, high, end = parse_number(match["low"]), None, match.end()
    if match["high"]:
        high = parse_number(match["high"])
        joined_by_and = re.search(r"\sand\s", match[0]) is not None
        if (
            high is None
            or low is None
            or high <= low
            or (joined_by_and and "between" not in text[: match.start()][-9:])
        ):
            end, high = match.end("low"), None
    if low is None:
        return None
    if (
        high is not None
        and (scale := match["high"].split()[-1].lower()) in SCALES
        and match["low"].split()[-1].lower() not in SCALES
    ):
        low *= SCALES[scale]
    start = match.start("currency") if match["currency"] else match.start("low")
    unit = "percent" if match["percent"] and end == match.end() else match["currency"] or ""
    hedge = HEDGES[" ".join(match["hedge"].lower().split())] if match["hedge"] else ""
    quantity = Quantity(low, low if high is None else high, hedge, unit)
    return NumberMention(start, end, match.start("hedge") if hedge else start, text[start:end], quantity)
