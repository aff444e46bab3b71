"""Plain texts as the layers read them: a row of numbers for each piece of each word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from trainer.transformer.layers import Floats
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


def spread(words: Sequence[str], cut: Sequence[tuple[int, ...]], pieces: WordPieces) -> tuple[list[int], list[int]]:
    """The pieces and the shapes of words that are cut already, with the two that open and close them."""
    numbers = [pieces.opening, *(n for each in cut for n in each), pieces.closing]
    written = (shape(word) for word in words)
    return numbers, [NO_WORD, *(s for s, each in zip(written, cut, strict=True) for _ in each), NO_WORD]


def of_words(read: Floats, cut: Sequence[tuple[int, ...]]) -> Floats:
    """The mean of each word's pieces, after the row of the opening; the closing's is left out."""
    sizes = [1, *map(len, cut)]
    starts = np.cumsum([0, *sizes[:-1]])
    summed: Floats = np.add.reduceat(read[:-1], starts, axis=0)
    summed /= np.array(sizes, dtype=np.float32)[:, None]
    return summed
