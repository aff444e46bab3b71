"""One figure in every way of writing it: digits, words, scales."""

from __future__ import annotations

import re

from trainer.values.quantities import SCALES, SMALL, parse_number

_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SHORT = {"thousand": "k", "million": "m", "billion": "bn", "trillion": "tn"}


def spelled(value: int) -> str:
    """A whole number up to 999 in words.

    >>> spelled(17), spelled(73), spelled(168)
    ('seventeen', 'seventy-three', 'one hundred and sixty-eight')
    """
    if value < len(SMALL):
        return SMALL[value]
    if value < 100:
        return f"{_TENS[value // 10]}-{SMALL[value % 10]}" if value % 10 else _TENS[value // 10]
    rest = f" and {spelled(value % 100)}" if value % 100 else ""
    return f"{SMALL[value // 100]} hundred{rest}"


_ABOVE = {"thousand": "million", "million": "billion"}
_FRACTIONS = (
    ("half", "50 percent", "50%"),
    ("a third", "one third", "one-third", "one in three", "1 in 3", "one in every three"),
    ("two thirds", "two-thirds"),
    ("a quarter", "one quarter", "one-quarter", "25 percent", "25%", "one in four", "1 in 4"),
    ("three quarters", "three-quarters", "75 percent", "75%"),
    ("a fifth", "one fifth", "one-fifth", "20 percent", "20%", "one in five", "1 in 5"),
    ("a tenth", "one tenth", "one-tenth", "10 percent", "10%", "one in ten", "1 in 10"),
    ("one year", "a year", "1 year", "12 months"),
)
"""Shares and spans that are one in several words."""


_AND_A_HALF = re.compile(r"(?P<whole>[\w-]+) and a half(?P<scale> (?:thousand|million|billion|trillion))?")


def with_half(text: str) -> tuple[str, ...]:
    """So many and a half in figures; nothing for other texts.

    >>> with_half("two and a half"), with_half("one and a half million"), with_half("half")
    (('2.5', '2 1/2', '2 and a half'), ('1.5 million',), ())
    """
    found = _AND_A_HALF.fullmatch(text.lower())
    whole = parse_number(found["whole"]) if found is not None else None
    if found is None or whole is None:
        return ()
    if found["scale"]:
        return (f"{whole + 0.5:g}{found['scale']}",)
    return (f"{whole + 0.5:g}", f"{whole:g} 1/2", f"{whole:g} and a half")


def fractions(text: str) -> tuple[str, ...]:
    """What else a share that is no plain number is called; nothing for other texts.

    >>> fractions("two-thirds")
    ('two thirds',)
    """
    return next((tuple(form for form in alike if form != text) for alike in _FRACTIONS if text in alike), ())


def figures(value: float) -> tuple[str, ...]:
    """A number in every way of writing it, the plainest first.

    >>> figures(13000)
    ('13,000', '13 thousand', '13000', '13k', 'thirteen thousand')
    >>> figures(4_400_000), figures(73), figures(54.1)
    (('4.4 million', '4.4m', '4,400,000'), ('73', 'seventy-three'), ('54.1',))
    """
    if value < 1000:
        return (f"{value:g}", spelled(int(value))) if _is_whole(value) else (f"{value:g}",)
    digits = f"{value:,.2f}".rstrip("0").rstrip(".")
    if value >= SCALES["million"]:
        return (*_scaled(value), digits) if value < SCALES["billion"] else _scaled(value)
    if value % 1000:
        return (digits, digits.replace(",", ""))
    long, *rest = _scaled(value)
    return (digits, long, digits.replace(",", ""), *rest)


def _is_whole(value: float) -> bool:
    return value >= 0 and float(value).is_integer()


def _scaled(value: float) -> tuple[str, ...]:
    """`4.4 million` and `4.4m`; whole scales below a thousand in words too."""
    scale = max((word for word in _SHORT if SCALES[word] <= value), key=SCALES.__getitem__)
    number = round(value / SCALES[scale], 6)
    digits = f"{number:,.6f}".rstrip("0").rstrip(".")
    words = (f"{spelled(int(number))} {scale}",) if _is_whole(number) and number < 100 else ()
    one = (f"a {scale}",) if number == 1 else (f"half a {_ABOVE[scale]}",) if number == 500 and scale in _ABOVE else ()
    return (f"{digits} {scale}", f"{digits}{_SHORT[scale]}", *words, *one)
