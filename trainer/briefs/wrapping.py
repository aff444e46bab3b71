"""Where the lines of a text end on purpose, and where only the wrapping ended them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_UNWRAPPED = 120
"""Characters; a longer line was not wrapped by hand and can be a whole paragraph."""
_NARROWEST = 40
_FULL = 15
"""Characters by which a full line may be shorter than the widest."""
_FULL_LINES = 3
_OWN_WIDTH = 4
"""Lines of a stanza that show its own width."""
_ROOM = 2


def chosen_breaks(lines: Sequence[str]) -> list[bool]:
    """For each line whether it ends on purpose: the next line's first word had room on it.

    Tells nothing (False) above a blank line, at the end, and in a text that is not wrapped.
    """
    common = _common_width(lines)
    chosen = [False] * len(lines)
    start = 0
    for place in range(len(lines) + 1):
        if place == len(lines) or not lines[place].strip():
            _mark(lines, start, place, common, chosen)
            start = place + 1
    return chosen


def _mark(lines: Sequence[str], start: int, end: int, common: int, chosen: list[bool]) -> None:
    """Judge the breaks between the lines of one stanza."""
    lengths = [len(line.rstrip()) for line in lines[start:end]]
    if len(lengths) < 2 or max(lengths) > _UNWRAPPED:
        return
    width = max(lengths) if len(lengths) >= _OWN_WIDTH or not common else max(common, *lengths)
    if width < _NARROWEST:
        return
    for place in range(start, end - 1):
        word = lines[place + 1].split(maxsplit=1)[0]
        chosen[place] = lengths[place - start] + 1 + len(word) + _ROOM <= width


def _common_width(lines: Sequence[str]) -> int:
    """The width that a text is wrapped to; 0 if it is not, or if too few lines are full."""
    lengths = [
        len(line.rstrip())
        for line, below in pairwise(lines)
        if line.strip() and below.strip() and len(line) <= _UNWRAPPED
    ]
    width = max(lengths, default=0)
    return width if sum(length >= width - _FULL for length in lengths) >= _FULL_LINES else 0
