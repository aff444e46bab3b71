"""Which words of a text a network marks: it has layers of its own, and the bundled one's words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from trainer.transformer.bundled import pieces, sharing
from trainer.transformer.layers import Floats, Ints
from trainer.transformer.rows import row_of


class Marks(NamedTuple):
    """What is said of the n words of a text."""

    begins: Ints
    """(n,): at which character each begins, in order."""
    logits: Floats
    """(n, marks): above 0 for a word that bears the mark."""


class Marker:
    """The weights of a folder, read once."""

    def __init__(self, folder: Path) -> None:
        self._layers = sharing(folder)

    def marks(self, text: str, most: int) -> Marks:
        """What is said of the words of a text, of which at most so many pieces are read."""
        row = row_of(text, pieces(), most)
        read = self._layers.encoded(row.numbers, row.shapes, [len(row.numbers)])
        begins = np.array(row.begins)
        is_word = begins >= 0
        return Marks(begins[is_word], self._layers.dense(read[is_word], "marks"))


@cache
def marker(folder: Path) -> Marker:
    """The network of a folder."""
    return Marker(folder)
