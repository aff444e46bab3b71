"""The row of keys: those that fit, what decides first, help always."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

FIRST = ("guide", "accept", "refuse", "edit", "save", "end", "undo", "next", "list", "find", "rest", "context")
"""Actions, the one to keep longest first; what is not named here goes before them."""
_ROOM_TO_BREATHE = 100
"""Columns from which the keys stand apart."""


class KeyRow(Footer):
    """A footer that leaves out whole keys where there is no room, so that none is cut; the help names them all."""

    def compose(self) -> ComposeResult:
        """The keys that fit, in their order."""
        width = self.app.size.width
        self.compact = width < _ROOM_TO_BREATHE
        keys = [key for key in super().compose() if isinstance(key, FooterKey)]
        kept = fitting([(key.action, _columns(key, self.compact)) for key in keys], width)
        yield from (key for number, key in enumerate(keys) if number in kept)


def fitting(keys: Sequence[tuple[str, int]], room: int) -> set[int]:
    """The numbers of the keys, given with the columns that each takes, that are kept in so much room.

    >>> sorted(fitting([("accept", 9), ("list", 7), ("guide", 7)], 16))
    [0, 2]
    """
    kept: set[int] = set()
    for number in sorted(range(len(keys)), key=lambda number: _rank(keys[number][0])):
        room -= keys[number][1]
        if room < 0:
            break
        kept.add(number)
    return kept


def _rank(action: str) -> int:
    return FIRST.index(action) if action in FIRST else len(FIRST)


def _columns(key: FooterKey, compact: bool) -> int:
    """What a key takes, the gap after it included."""
    return len(key.key_display) + len(key.description) + (2 if compact else 3)
