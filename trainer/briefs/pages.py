"""Plain text that was printed: what runs along the edges of its pages, which form feeds part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trainer.briefs.notices import find_marking

_EDGE_LINES = 2
_LONGEST = 160
_DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)
"""All of a line that numbers a page: `- 3 -`, `Page iv of 12`."""


def join_pages(text: str) -> str:
    r"""The text of all pages, with the heads, feet and numbers of its pages made blank lines; a marking there stays.

    >>> join_pages("Watch 1\nIt rained and\n\fWatch 2\nit stopped.\n\f").split()
    ['It', 'rained', 'and', 'it', 'stopped.']
    """
    pages = [page.split("\n") for page in text.split("\f")]
    counts = Counter(key for page in pages for key in {_key(page[place]) for place in _edges(page)})
    for page in pages if len(pages) > 1 else ():
        for place in _edges(page):
            line = page[place].strip()
            if PAGE_NUMBER.fullmatch(line) or (len(line) <= _LONGEST and counts[_key(line)] >= max(2, len(pages) // 2)):
                page[place] = _markings(line)
    return "\n".join(line for page in pages for line in page)


def _edges(page: Sequence[str]) -> list[int]:
    """Places of the first and the last lines of a page that are not blank."""
    places = [place for place, line in enumerate(page) if line.strip()]
    return list(dict.fromkeys([*places[:_EDGE_LINES], *places[-_EDGE_LINES:]]))


def _key(line: str) -> str:
    return " ".join(_DIGITS.sub("#", line).casefold().split())


def _markings(line: str) -> str:
    """The marking of a line with others on it; empty if it has none."""
    return next((part for part in (line, *re.split(r"\s{2,}|\s+[|–—-]\s+", line)) if find_marking(part)), "")
