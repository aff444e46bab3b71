"""One number in a row of tokens: digits, words, scales, parts of a whole."""

from __future__ import annotations

import re
from decimal import Decimal

from trainer.values.quantities import ABBREVIATED, SCALES, SMALL, WORDS

Number = tuple[Decimal, int]
"""A value, and the place of the first token behind it."""

MOST_DIGITS = 18
"""Longer rows of digits are no amounts that a brief has."""

DIGITS = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])|[0-9]+,[0-9]{1,2}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
)
"""Digits as they are typed: 1,200,000 and 1 200 000, 12,00,000, 1.200.000, 4.5 and 4,5."""
_BIG = {word: Decimal(size) for word, size in (SCALES | {"lakh": 100_000, "crore": 10_000_000}).items()}
_SHORT = {word: Decimal(size) for word, size in ABBREVIATED.items()}
_DOZEN = {"dozen": Decimal(12), "dozens": Decimal(12), "score": Decimal(20)}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNTS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(SMALL[:10])}


def is_number_word(word: str) -> bool:
    """Whether a token is digits or a word of a number."""
    return word[:1].isdigit() or word in WORDS or word in _BIG or word in _DOZEN


def of_digits(digits: str) -> Decimal | None:
    """What digits amount to, however they are grouped; None for an ordinal, and for more than an amount has."""
    if digits[-1:].isalpha() or sum(character.isdigit() for character in digits) > MOST_DIGITS:
        return None
    digits = digits.replace(" ", "")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    if re.fullmatch(r"[0-9]+,[0-9]{1,2}", digits):
        return Decimal(digits.replace(",", "."))
    return Decimal(digits.replace(",", ""))


def number_at(tokens: list[str], at: int) -> Number | None:
    """The number that begins at this token; None if none does.

    >>> number_at("twelve hundred thousand".split(), 0), number_at("160 8".split(), 0)
    ((Decimal('1200000'), 3), (Decimal('160'), 1))
    """
    found = _part_of_a_scale(tokens, at) or _scaled(tokens, at)
    return _and_a_half(tokens, *found) if found else None


def share_at(tokens: list[str], at: int) -> Number | None:
    """The part of a whole that begins at this token: `two thirds`, `half`, `one in four`, `3/4`; None if none does.

    >>> share_at("two thirds".split(), 0), share_at("one in every four".split(), 0)
    ((Decimal('0.666667'), 2), (Decimal('0.25'), 4))
    """
    if _part_of_a_scale(tokens, at) is not None:
        return None
    top, after = _count_before(tokens, at)
    if _token(tokens, after) in _PARTS and (after > at or _token(tokens, after) in {"half", "halves"}):
        return _share(Decimal(top), Decimal(_PARTS[tokens[after]]), after + 1)
    first = _scaled(tokens, at)
    if first is None:
        return None
    value, after = first
    link = next(
        (n for n, link in ((2, ["out", "of"]), (1, ["in"]), (1, ["/"])) if tokens[after : after + n] == link), 0
    )
    after += link + (_token(tokens, after + link) == "every")
    whole = _scaled(tokens, after) if link else None
    return _share(value, whole[0], whole[1]) if whole and whole[0] > value else None


def _share(part: Decimal, whole: Decimal, after: int) -> Number | None:
    return (round(part / whole, 6).normalize(), after) if whole else None


def _token(tokens: list[str], at: int) -> str:
    return tokens[at] if at < len(tokens) else ""


def _count_before(tokens: list[str], at: int) -> tuple[int, int]:
    """How many parts of a whole are meant, and where they are named: `two-thirds`, `a third`."""
    word = _token(tokens, at)
    count = _COUNTS.get(word) or (int(word) if re.fullmatch("[1-9]", word) else None)
    if count is None:
        return 1, at
    return count, at + 2 if _token(tokens, at + 1) == "-" else at + 1


def _part_of_a_scale(tokens: list[str], at: int) -> Number | None:
    """`half a million`, `three quarters of a million`."""
    top, after = _count_before(tokens, at)
    part = _PARTS.get(_token(tokens, after))
    if part is None:
        return None
    rest = tokens[after + 1 : after + 4]
    behind = next((n for n in range(min(3, len(rest))) if rest[n] in _BIG and set(rest[:n]) <= {"of", "a", "-"}), None)
    return None if behind is None else (Decimal(top) / part * _BIG[rest[behind]], after + 2 + behind)


def _scaled(tokens: list[str], at: int) -> Number | None:
    """Chunks below a thousand, each with a smaller scale than the one before: `one million two hundred thousand`."""
    total, last, start = Decimal(0), None, at
    while True:
        chunk = _chunk(tokens, at)
        if chunk is None:
            return (total, at) if at > start else None
        value, after = chunk
        scale, after = _scale(tokens, after, after_digits=tokens[after - 1][:1].isdigit())
        if last is not None and (scale >= last or value * scale >= last):
            return total, at
        total, last, at = total + value * scale, scale, after
        if scale < SCALES["thousand"]:
            return total, at
        at += _token(tokens, at) == "and" and _chunk(tokens, at + 1) is not None


def _scale(tokens: list[str], at: int, *, after_digits: bool) -> tuple[Decimal, int]:
    """What the words behind a chunk multiply it with."""
    word = _token(tokens, at)
    if after_digits and word in _SHORT:
        return _SHORT[word], at + 1
    if word in _DOZEN:
        return _DOZEN[word], at + 1
    at += word == "-" and _token(tokens, at + 1) in _BIG
    factor = Decimal(1)
    while _token(tokens, at) in _BIG:
        factor, at = factor * _BIG[tokens[at]], at + 1
    return factor, at


def _chunk(tokens: list[str], at: int) -> Number | None:
    """Digits, or a number below a hundred hundreds in words; `a` before a scale is one."""
    word = _token(tokens, at)
    if word[:1].isdigit() or word[:1] == ".":
        value = of_digits(word)
        return None if value is None else (value, at + 1)
    behind, one = _token(tokens, at + 1), (Decimal(1), at + 1)
    if word in {"a", "an"} and behind != "hundred":
        return one if behind in _BIG or behind in _DOZEN else None
    small = one if word in {"a", "an"} else _below_hundred(tokens, at)
    if small is None:
        return None
    value, after = small
    if _token(tokens, after) != "hundred":
        return small
    rest = _below_hundred(tokens, after + 1 + (_token(tokens, after + 1) == "and"))
    return (100 * value + rest[0], rest[1]) if rest else (100 * value, after + 1)


def _below_hundred(tokens: list[str], at: int) -> Number | None:
    """`seven`, `seventeen`, `seventy-one`."""
    word = _token(tokens, at)
    value = WORDS.get(word) if word != "dozen" else None
    if value is None:
        return None
    after = at + 1
    if value >= 20:
        ones = after + (_token(tokens, after) == "-")
        one = WORDS.get(_token(tokens, ones), 0)
        if 1 <= one <= 9:
            return Decimal(value + one), ones + 1
    return Decimal(value), after


def _and_a_half(tokens: list[str], value: Decimal, at: int) -> Number:
    """With what `and a half` adds, of the scale before it or behind it: `two and a half million`."""
    if tokens[at : at + 3] != ["and", "a", "half"]:
        return value, at
    scale = _BIG.get(tokens[at - 1], Decimal(1))
    factor, after = _scale(tokens, at + 3, after_digits=False)
    return (value + scale / 2) * factor, after
