"""What a second network says of whole texts: it has layers of its own, and the bundled network's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np

from trainer.language.layers import Floats, Layers, together
from trainer.language.parser import network
from trainer.language.wordpieces import NO_WORD, WordPieces, shape

MOST_PIECES = 152
"""Of a text, with the two that open and close it; what is beyond is not read."""
_WORD = re.compile(r"\w+|[^\w\s]")
_Row = tuple[list[int], list[int]]
"""The numbers of a text's pieces, and the shapes of their words."""


class Scorer:
    """The weights of a folder, read once."""

    def __init__(self, folder: Path) -> None:
        held = np.load(folder / "weights.npz")
        self._layers = Layers({**network().words, **{name: held[name] for name in held.files}})
        self._pieces = network().pieces

    def scores(self, texts: Sequence[str]) -> Floats:
        """A row of logits for each text; those of about one length go through the layers together."""
        rows = [pieces_of(text, self._pieces) for text in texts]
        order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]))
        ordered = [rows[n] for n in order]
        made = [self._scored(ordered[a:b]) for a, b in together([len(numbers) for numbers, _ in ordered])]
        found: Floats = np.concatenate(made)[np.argsort(order)] if made else np.zeros((0, 1), dtype=np.float32)
        return found

    def _scored(self, rows: Sequence[_Row]) -> Floats:
        """From the opening's row and the mean of all rows."""
        lengths = [len(numbers) for numbers, _ in rows]
        numbers, shapes = (list(chain.from_iterable(row[k] for row in rows)) for k in (0, 1))
        read = self._layers.encoded(numbers, shapes, lengths)
        starts = np.cumsum([0, *lengths[:-1]])
        means = np.add.reduceat(read, starts, axis=0) / np.array(lengths, dtype=np.float32)[:, None]
        return self._layers.dense(np.concatenate([read[starts], means], axis=1), "scores")


def pieces_of(text: str, pieces: WordPieces) -> _Row:
    """A text as numbers.

    Words are cut at every mark; what is too long is left out at its end.
    """
    numbers, shapes = [pieces.opening], [NO_WORD]
    for word in _WORD.findall(text):
        made = pieces.of(word)
        numbers += made
        shapes += [shape(word)] * len(made)
    numbers, shapes = numbers[: MOST_PIECES - 1], shapes[: MOST_PIECES - 1]
    return [*numbers, pieces.closing], [*shapes, NO_WORD]


@cache
def scorer(folder: Path) -> Scorer:
    """The network of a folder."""
    return Scorer(folder)
