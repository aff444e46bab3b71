"""Portion marks: the marking of a single paragraph, in brackets before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_GRADES = {
    "U": "UNCLASSIFIED", "FOUO": "UNCLASSIFIED//FOUO", "CUI": "CUI", "R": "RESTRICTED", "C": "CONFIDENTIAL",
    "S": "SECRET", "TS": "TOP SECRET",
}  # fmt: skip
_ORDER = tuple(_GRADES.values())
_PORTION = re.compile(r"\((?P<grade>TS|U|C|S|R|CUI|FOUO)(?P<caveats>(?:\s?//\s?[A-Z][A-Z ,/-]{1,40})*)\)\s+(?=\S)")


def split_portion(text: str) -> tuple[str, str]:
    """The marking that a paragraph begins with, spelt out, and the paragraph without it; empty if it bears none.

    >>> split_portion("(S//NF) The group moved north.")
    ('SECRET//NF', 'The group moved north.')
    """
    match = _PORTION.match(text)
    if match is None:
        return "", text
    grade = "FOUO" if match["grade"] == "U" and "FOUO" in match["caveats"] else match["grade"]
    caveats = "" if grade == "FOUO" else "".join(match["caveats"].split())
    return _GRADES[grade] + caveats, text[match.end() :]


def strictest(markings: Iterable[str]) -> str:
    """The strictest of the markings that `split_portion` gives; empty if there are none.

    >>> strictest(["UNCLASSIFIED", "SECRET//NF", "SECRET"])
    'SECRET//NF'
    """
    return max(markings, key=lambda marking: (_rank(marking), len(marking)), default="")


def _rank(marking: str) -> int:
    return max((rank for rank, grade in enumerate(_ORDER) if marking.startswith(grade)), default=-1)
