"""An amount as a person types it: the number or range, its hedge, its unit, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from trainer.text import fold
from trainer.values.number_words import DIGITS, MOST_DIGITS, Number, is_number_word, number_at, share_at
from trainer.values.quantities import Quantity
from trainer.values.slips import slips_in_word
from trainer.values.typed_hedges import hedge_at, hedge_behind
from trainer.values.units import MONEY, Unit, unit_named

MOST_WORDS = 8
"""Beside the number; a longer text is a sentence and not an amount."""

_TOKEN = re.compile(
    rf"[0-9]+(?:st|nd|rd|th)\b|{DIGITS}|(?:us|[ac])?\$|[^\W\d_]+(?:/[a-z])?|[€£¥₹₦₽₺₴]|>=|<=|[-%+<>≥≤~≈/]"
)
_GLUED = re.compile(r"(?<=[0-9])(?=[a-z])(?!(?:st|nd|rd|th)\b)")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_ASIDE = re.compile(r"\([^()]*\)")
_LEADING = frozenset({"exactly", "precisely", "only", "just", "the", "total", "of", "a", "an", "were", "was", "between",
                      "from", "another", "further", "additional", "within", "in", "after"})  # fmt: skip
_NOT_ALONE = frozenset({"or", "no", "not", "nor", "than", "minus", "versus", "vs", "except", "without"})
_JOINTS = frozenset({"-", "to", "through"})
_SCALES = ("million", "billion", "trillion", "thousand", "hundred")
_BARE_SCALES = {"hundred", "thousand", "million", "billion", "trillion", "k", "m", "mn", "mln", "bn", "b", "tn", "trn"}


@dataclass(frozen=True, slots=True)
class Amount:
    """One reading of a text as an amount."""

    quantity: Quantity
    """Low and high exact: whole numbers as `int`. Its unit is the first name of `unit`, or `share` for a fraction."""
    unit: Unit | None = None
    """None for a plain count and for a fraction."""
    counted: tuple[str, ...] = ()
    """The words that say what is counted."""


@lru_cache(maxsize=1 << 12)
def amounts(text: str) -> tuple[Amount, ...]:
    """Every reading of a text as one amount; none where it is no amount, or names more than one.

    >>> [amount.quantity.low for amount in amounts("twelve hundred thousand")]
    [1200000]
    >>> amounts("an estimated $2-3 billion")[0].quantity
    Quantity(low=2000000000, high=3000000000, hedge='an estimated', unit='$')
    >>> amounts("168 or 186"), amounts("MINUSMA")
    ((), ())
    """
    if text.isdigit() and text.isascii() and len(text) <= MOST_DIGITS:
        return (Amount(Quantity(int(text), int(text))),)
    tokens = tokens_of(text)
    if not tokens or len(tokens) > 3 * MOST_WORDS or not any(map(_may_begin, tokens)):
        return ()
    return tuple(dict.fromkeys(_readings(tokens)))


def tokens_of(text: str) -> list[str]:
    """Digits, words and signs of a text, folded; what stands in brackets is left out."""
    plain = _ASIDE.sub(" ", fold(text)).replace("per cent", "percent")
    return _TOKEN.findall(_HYPHEN.sub(" ", _GLUED.sub(" ", plain)))


def with_scales_spelled(text: str) -> str:
    """The text with a misspelt scale put right: `5.3 millon`; no figure and no other word is touched.

    >>> with_scales_spelled("5.3 millon people")
    '5.3 million people'
    """
    return re.sub(r"[a-z]{6,}", _scale_meant, fold(text))


def _scale_meant(match: re.Match[str]) -> str:
    return next((scale for scale in _SCALES if slips_in_word(scale, match[0])), match[0])


def _may_begin(token: str) -> bool:
    return is_number_word(token) or token in {"a", "an", "half", "third", "quarter", "none", "once", "twice"}


def _readings(tokens: list[str]) -> Iterator[Amount]:
    first = list(_read(tokens))
    yield from first
    if first and first[0].unit is None and "m" in tokens and (at := tokens.index("m")) and tokens[at - 1][:1].isdigit():
        yield from _read([*tokens[:at], "meters", *tokens[at + 1 :]])


def _read(tokens: list[str]) -> Iterator[Amount]:
    """The reading from the left; nothing if it does not use up the text."""
    hedge, at = _hedge_before(tokens)
    ends = _ends(tokens, at)
    if ends is None:
        return
    low, high, unit, at = ends
    behind, counted = _behind(tokens[at:])
    if counted is not None:
        name = unit.name if isinstance(unit, Unit) else unit
        quantity = Quantity(_number(low), _number(high), hedge or behind, name)
        yield Amount(quantity, unit if isinstance(unit, Unit) else None, counted)


def _number(value: Decimal) -> float:
    return int(value) if value == value.to_integral_value() else float(value)


def _hedge_before(tokens: list[str]) -> tuple[str, int]:
    """The hedge, and where the amount begins; a hedge on a hedge: the first counts."""
    hedge, at = "", 0
    while at < len(tokens):
        said, length = hedge_at(tokens, at)
        if length:
            hedge, at = hedge or said, at + length
        elif tokens[at] in _LEADING and _one(tokens, at) is None:
            at += 1
        else:
            break
    return hedge, at


def _ends(tokens: list[str], at: int) -> tuple[Decimal, Decimal, Unit | str, int] | None:
    """Both ends of the range, or the number twice; its unit; the place behind it."""
    first = _one(tokens, at)
    if first is None:
        return None
    low, unit, after = first
    joint = tokens[after : after + 1]
    between = joint == ["and"] and "between" in tokens[:at]
    second = _one(tokens, after + 1) if joint and (joint[0] in _JOINTS or between) else None
    if second is None:
        return low, low, unit, after
    high, unit_behind, end = second
    if unit and unit_behind and unit != unit_behind:
        return None
    low = _with_the_scale_of(tokens, after, low, high, end)
    return (low, high, unit_behind or unit, end) if low < high else None


def _with_the_scale_of(tokens: list[str], after: int, low: Decimal, high: Decimal, end: int) -> Decimal:
    """The lower end with the scale that is said once for both: `2 to 3 million`."""
    if tokens[after - 1] in _BARE_SCALES or unit_named(tokens[after - 1]) is not None:
        return low
    plain = number_at([token for token in tokens[after + 1 : end] if token not in _BARE_SCALES], 0)
    if plain is None or not plain[0] or high <= plain[0] or low >= plain[0]:
        return low
    return low * high / plain[0]


def _one(tokens: list[str], at: int) -> tuple[Decimal, Unit | str, int] | None:
    """One number with its unit: `$5 million`, `12 percent`, `two thirds`, `a year`."""
    special = {"none": Decimal(0), "once": Decimal(1), "twice": Decimal(2)}.get(tokens[at] if at < len(tokens) else "")
    if special is not None:
        return special, "", at + 1
    before, at = _unit_at(tokens, at)
    if before is not None and before.measures not in MONEY:
        return None
    sign, at = (-1, at + 1) if tokens[at : at + 1] in (["-"], ["minus"]) else (1, at)
    share = share_at(tokens, at) if before is None else None
    found = share or number_at(tokens, at) or _one_unit(tokens, at)
    if found is None:
        return None
    value, after = found
    behind, after = _unit_at(tokens, after + (tokens[after : after + 1] == ["-"] and _is_unit(tokens, after + 1)))
    return sign * value, "share" if share else before or behind or "", after


def _one_unit(tokens: list[str], at: int) -> Number | None:
    """`a year`, `an hour`: one of the unit."""
    is_one = at < len(tokens) and tokens[at] in {"a", "an"} and _is_unit(tokens, at + 1)
    return (Decimal(1), at + 1) if is_one else None


def _is_unit(tokens: list[str], at: int) -> bool:
    return _unit_at(tokens, at)[0] is not None


def _unit_at(tokens: list[str], at: int) -> tuple[Unit | None, int]:
    """The longest name of a unit that begins here, and the place behind it."""
    for length in (3, 2, 1):
        unit = unit_named(" ".join(tokens[at : at + length])) if at + length <= len(tokens) else None
        if unit is not None:
            return unit, at + length
    return None, at


def _behind(rest: list[str]) -> tuple[str, tuple[str, ...] | None]:
    """The hedge behind the number, and what is counted; None if the rest goes on with something else.

    `of the 44` behind a number says of how many, and not how many.
    """
    if rest[:1] == ["of"] and any(map(is_number_word, rest)):
        rest = []
    said, left = hedge_behind(rest)
    return said, _counted(left)


def _counted(rest: list[str]) -> tuple[str, ...] | None:
    """The words that are left, if they are the words of one thing that is counted."""
    words = tuple(token for token in rest if token not in {"-", "/"})
    odd = any(not word.isalpha() or is_number_word(word) or word in _NOT_ALONE for word in words)
    return None if odd or len(words) > MOST_WORDS else words
