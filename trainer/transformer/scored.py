"""What a second network says of texts and of their words: it has layers of its own, and the bundled one's words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from trainer.transformer.bundled import pieces, sharing
from trainer.transformer.layers import Floats, Ints, together
from trainer.transformer.rows import Row, row_of

MOST_PIECES = 152
"""Of a text, with the two that open and close it; what is beyond is not read."""
NO_MARK = -30.0
"""The logit of a mark on what is no word, or not asked about."""


class Scores(NamedTuple):
    """What the network says of some texts."""

    logits: Floats
    """(texts, outputs): of each text as a whole."""
    peaks: Floats
    """(texts, marks): of each mark the highest logit among the words asked about."""
    places: Ints
    """(texts, marks): at which character of the text that word begins."""


class Scorer:
    """The weights of a folder, read once."""

    def __init__(self, folder: Path) -> None:
        self._layers = sharing(folder)

    def scores(self, texts: Sequence[str], asked: Sequence[tuple[int, int]]) -> Scores:
        """What is said of each text, and of its words between two characters.

        Texts of about one length go through the layers together.
        """
        rows = [row_of(text, pieces(), MOST_PIECES) for text in texts]
        within = [[a <= begin < b for begin in row.begins] for row, (a, b) in zip(rows, asked, strict=True)]
        order = sorted(range(len(rows)), key=lambda n: len(rows[n].numbers))
        runs = together([len(rows[n].numbers) for n in order])
        made = [self._scored([rows[n] for n in order[a:b]], [within[n] for n in order[a:b]]) for a, b in runs]
        back = np.argsort(order)
        if not made:
            return Scores(*(np.zeros((0, 1), dtype=kind) for kind in (np.float32, np.float32, np.int_)))
        return Scores(*(np.concatenate(part)[back] for part in zip(*made, strict=True)))

    def _scored(self, rows: Sequence[Row], within: Sequence[Sequence[bool]]) -> Scores:
        """From the opening's row, the mean of all rows, and the row of each word asked about."""
        lengths = [len(row.numbers) for row in rows]
        numbers, shapes = (list(chain.from_iterable(row[k] for row in rows)) for k in (0, 1))
        read = self._layers.encoded(numbers, shapes, lengths)
        starts = np.cumsum([0, *lengths[:-1]])
        means = np.add.reduceat(read, starts, axis=0) / np.array(lengths, dtype=np.float32)[:, None]
        logits = self._layers.dense(np.concatenate([read[starts], means], axis=1), "scores")
        marks = self._layers.dense(read, "marks")
        marks[~np.fromiter(chain.from_iterable(within), dtype=bool)] = NO_MARK
        parts = np.split(marks, starts[1:])
        peaks = np.stack([part.max(axis=0) for part in parts])
        places = np.stack([np.array(row.begins)[part.argmax(axis=0)] for row, part in zip(rows, parts, strict=True)])
        logits[:, :1] += self._layers.dense(peaks, "mix")
        return Scores(logits, peaks, places)


@cache
def scorer(folder: Path) -> Scorer:
    """The network of a folder."""
    return Scorer(folder)
