"""Plain texts as the layers read them: a row of numbers for each piece of each word."""

from __future__ import annotations

import re
from typing import NamedTuple

from trainer.transformer.wordpieces import NO_WORD, WordPieces, shape

_WORD = re.compile(r"\w+|[^\w\s]")


class Row(NamedTuple):
    """A text as the layers read it, a number of each for each piece."""

    numbers: list[int]
    """Which piece it is."""
    shapes: list[int]
    """How its word is written."""
    begins: list[int]
    """At which character its word begins, for the first piece of a word; -1 for any other."""


def row_of(text: str, pieces: WordPieces, most: int) -> Row:
    """A text as at most so many pieces, those that open and close it among them.

    Words are cut at every mark; what is too long is left out at its end.
    """
    row = Row([pieces.opening], [NO_WORD], [-1])
    for word in _WORD.finditer(text):
        if len(row.numbers) >= most:
            break
        made = pieces.of(word[0])
        row.numbers.extend(made)
        row.shapes.extend([shape(word[0])] * len(made))
        row.begins.extend([word.start(), *[-1] * (len(made) - 1)])
    closing = ([pieces.closing], [NO_WORD], [-1])
    return Row(*([*part[: most - 1], *end] for part, end in zip(row, closing, strict=True)))
