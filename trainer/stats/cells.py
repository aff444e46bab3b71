"""Text by the cells that it takes in a terminal, and the pieces that a drawing is put together from."""

from __future__ import annotations

import unicodedata
from enum import Enum


class Part(Enum):
    """The part that a piece of a drawing plays."""

    TEXT = "text"
    NAME = "name"
    """What a thing is called, quieter than what it says."""
    BAR = "bar"
    """What is drawn."""


Piece = tuple[str, Part]
Line = tuple[Piece, ...]


def width_of(text: str) -> int:
    """How many cells a text takes.

    >>> width_of("首都"), width_of("nai\u0308ve")
    (4, 5)
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, width: int) -> str:
    """A text within so many cells, an ellipsis at its end if some of it is missing.

    >>> cut("readiness", 6), cut("ready", 6)
    ('readi…', 'ready')
    """
    if width_of(text) <= width:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character) > width - 1:
            break
        kept += character
    return kept.rstrip() + "…" if width > 0 else ""


def fitted(text: str, width: int) -> str:
    """A text cut to so many cells or filled up with spaces."""
    text = cut(text, width)
    return text + " " * (width - width_of(text))
