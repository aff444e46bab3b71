"""Lists as they are written: what divides their items, and names that have an `and` of their own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from trainer.text import fold
from trainer.values.known_names import known_as

MOST_ITEMS = 40
"""More pieces than this are no list that a card asks for."""
MOST_ANDS = 6
"""With more in one stretch, each of them divides."""

_BREAK = re.compile(
    r"\s*(?:[;\n•]|,(?!\d{3}(?!\d))|\s\(?\d{1,2}[.)](?=\s))\s*(?:(?:and|or|as well as|plus)\s+)?", re.IGNORECASE
)
_LINE = re.compile(r"\s*[;\n•]\s*(?:and\s+)?", re.IGNORECASE)
_LINK = re.compile(r"\s+(?:and|or|as well as|along with|plus)\s+|\s*[&+/]\s*", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|or|&)\s+")
_BOTH = re.compile(r"^\s*(?:both|either|(?:(?:and|or|also|plus)\b))\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-*])\s+")
_DATED = re.compile(r"\b([A-Z][a-z]+\.? \d{1,2}), ?(?=\d{4}\b)")
"""A date whose comma divides nothing."""
_ONE_BODY = re.compile(
    r"^(?:the |us |uk )*(?:ministry|department|office|bureau|agency|institute|committee|commission|council|secretary"
    r"|minister|federation|association|union|board|centers?|centres?)\b"
    r"|\b(?:agency|ministry|department|commission|authority|organi[sz]ation|administration|bureau|council|committee"
    r"|institute|fund|bank|office|service|union|association|company|university|court|party|programme|program)$"
)
"""Names of bodies, in which an `and` is often a part: Ministry of X and Y, X and Y Agency."""


def pieces_of(text: str) -> tuple[str, ...]:
    r"""The text cut wherever a list may be cut, in order, without bullets and numbers.

    >>> pieces_of("Germany, Sweden & the UK"), pieces_of("1. gold\n2. oil and gas")
    (('Germany', 'Sweden', 'the UK'), ('gold', 'oil', 'gas'))
    """
    cut = (piece for part in _BREAK.split(_undated(text)) for piece in _LINK.split(_NUMBERED.sub("", part)))
    pieces = (_BOTH.sub("", piece).strip(" .") for piece in cut)
    return tuple(piece for piece in pieces if piece and not _LINK.fullmatch(f" {piece} "))


def items_of(text: str, count: int = 0) -> tuple[str, ...]:
    """The items of a list, `count` of them if that is known.

    >>> items_of("Mali, Burkina Faso, and the Central African Republic")
    ('Mali', 'Burkina Faso', 'the Central African Republic')
    >>> items_of("the FBI and the Cybersecurity and Infrastructure Security Agency")
    ('the FBI', 'the Cybersecurity and Infrastructure Security Agency')
    """
    text = _undated(text)
    lines = [part for part in _LINE.split(text) if part.strip()]
    if len(lines) > 1:
        return tuple(_tidy(lines))
    *firsts, last = [part for part in _BREAK.split(text) if part.strip()] or [text]
    if firsts and _ended_by_comma(text):
        return tuple(_tidy([*firsts, last]))
    return tuple(_tidy([*firsts, *_cut_at_ands(last, max(0, count - len(firsts)))]))


def _undated(text: str) -> str:
    return _DATED.sub(r"\1 ", text)


def _tidy(items: list[str]) -> list[str]:
    found = (_BOTH.sub("", _NUMBERED.sub("", item)).strip(" .") for item in items)
    return [item for item in found if item]


def _ended_by_comma(text: str) -> bool:
    """Whether the last item is set off by a comma too: then no other `and` divides."""
    return re.search(r",\s*(?:and|or|as well as|plus)\s", text, re.IGNORECASE) is not None


def _cut_at_ands(text: str, count: int) -> tuple[str, ...]:
    """A stretch without commas, cut at those of its ands that divide items."""
    places = [match.span() for match in _AND.finditer(text)]
    if not places or len(places) > MOST_ANDS:
        return tuple(_AND.split(text))
    ways = [_cut(text, chosen) for chosen in _choices(places)]
    fitting = [way for way in ways if len(way) == count] or ([] if count else ways)
    return max(fitting or [way for way in ways if len(way) == 2] or ways, key=_likeness)


def _choices(places: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Every choice of at least one of the ands, fewest first."""
    for size in range(1, len(places) + 1):
        yield from itertools.combinations(places, size)


def _cut(text: str, places: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), len(text)]
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def _likeness(way: tuple[str, ...]) -> tuple[int, int]:
    """How much a way of cutting looks like one between names: known names and bodies whole, articles at the front."""
    whole = sum(2 * bool(known_as(item)) + (" and " in item and bool(_ONE_BODY.search(fold(item)))) for item in way)
    torn = sum(" and " in item and not known_as(item) and not _ONE_BODY.search(fold(item)) for item in way)
    return whole - torn, sum(item.startswith("the ") for item in way[1:])
