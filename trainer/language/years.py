"""Whether four digits are a year."""

from __future__ import annotations

import re

YEAR = r"(?:1[89]|20)\d\d"
"""Years that briefs name without more ado."""

_YEAR = re.compile(YEAR)
_COUNTED = re.compile(
    r"\s(?:people|men|women|children|troops|soldiers|civilians|personnel|percent|per cent|(?:million|billion|thousand)"
    r"|hours? (?:local|GMT|UTC)|(?:local|GMT|UTC|EST|CET)\b)"
)
_PLURAL = re.compile(
    r"\s(?!news|crisis|series|status|sports|politics|this|was|is|as|does|has|elections|protests|attacks|coups|talks|clashes"
    r"|floods|earthquakes|accords|riots|killings|uprisings|reforms|sanctions|polls|games|plans|guidelines|rules|figures"
    r"|results|levels|prices|revenues|sales|earnings|accounts|operations|across|unless|towards|besides|perhaps|whereas"
    r"|afterwards|always|sometimes|minus|plus|thus)[a-z]+s\b"
)
_LED = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|during|before|after|around|between|of|for|to|and|through|throughout|or|early|late|mid"
    r"|than|over|into|till|circa|the|a|an|its|their|his|her|this|that|as|year|summer|winter|spring|autumn|fall|late-|early-)"
    r"|'s|s'|[,(\[\"-])\s?$", re.IGNORECASE,
)  # fmt: skip
_HEDGED = re.compile(
    r"\b(?:some|about|nearly|almost|over|than|least|most|roughly|approximately|estimated|around)\s$", re.IGNORECASE
)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits from here to there are a year of the calendar and count nothing.

    >>> is_year("the 2015 settlement", 4, 8), is_year("2021 people died", 0, 4)
    (True, False)
    """
    if end - start != 4 or not _YEAR.fullmatch(text[start:end]):
        return False
    before = text[max(0, start - 16) : start]
    if before[-1:] in {"$", "€", "£", "¥", "#", "/", "."} or text[end : end + 1] in {"%", "°"}:
        return False
    if _HEDGED.search(before):
        return False
    led = _LED.search(before) is not None
    if _COUNTED.match(text, end):
        return bool(re.search(r"\b(?:[Ii]n|[Ss]ince)\s$", before)) and not text[end:].startswith(
            (" people", " percent", " per cent")
        )
    return led or not _PLURAL.match(text, end)
