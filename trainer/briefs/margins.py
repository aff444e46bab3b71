"""What a PDF repeats on its pages: running heads and feet, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trainer.briefs.notices import find_marking
from trainer.briefs.pages import PAGE_NUMBER
from trainer.briefs.sheet import Line

_EDGE_LINES = 4
_FEWEST_PLACED = 2
_PLACED_SHARE = 0.2
_LONGEST = 160
_DIGITS = re.compile(r"\d+")


def take_margins(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without what runs along their edges, and the markings among that, each once."""
    counts = Counter(key for page in pages for key in {_key(page[place].text) for place in _edges(page)})
    places = Counter(place for page in pages for place in {_place(line) for line in page})
    least = max(_FEWEST_PLACED, _PLACED_SHARE * len(pages))
    markings: dict[str, None] = {}
    kept: list[list[Line]] = []
    for page in pages:
        gone = _gone(page, counts, len(pages))
        gone |= {number for number, line in enumerate(page) if places[_place(line)] >= least}
        markings |= dict.fromkeys(text for place in sorted(gone) for text in find_markings(page[place].text))
        kept.append([line for place, line in enumerate(page) if place not in gone])
    return kept, list(markings)


def _place(line: Line) -> tuple[str, int, int]:
    """What a line says and where: a head in the outer margin, beside the text, is the same on every other page."""
    return (line.text, round(line.x / 3), round(line.y / 3))


def find_markings(line: str) -> list[str]:
    """The markings of a line, which may stand next to a title or a number.

    >>> find_markings("River Watch No. 12 – TLP:GREEN")
    ['TLP:GREEN']
    """
    return [part for part in (line, *re.split(r"\s+[–—|•·-]\s+", line), *line.split()[-1:]) if find_marking(part)][:1]


def _edges(page: Sequence[Line]) -> list[int]:
    """Places of the lines that stand highest and lowest on a page."""
    order = sorted(range(len(page)), key=lambda place: -page[place].y)
    return list(dict.fromkeys([*order[:_EDGE_LINES], *order[-_EDGE_LINES:]]))


def _gone(page: Sequence[Line], counts: Counter[str], pages: int) -> set[int]:
    """Lines at an edge that repeat, from the edge inwards as far as they do."""
    order = sorted(range(len(page)), key=lambda place: -page[place].y)
    gone: set[int] = set()
    for side in (order[:_EDGE_LINES], order[::-1][:_EDGE_LINES]):
        for place in side:
            text = page[place].text
            is_lone = side[0] == place or gone.intersection(side)
            repeats = pages > 1 and len(text) <= _LONGEST and counts[_key(text)] >= max(2, 0.5 * pages - 1)
            if not (repeats or (is_lone and (PAGE_NUMBER.fullmatch(text) or find_markings(text) == [text]))):
                break
            gone.add(place)
    return gone


def _key(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()
