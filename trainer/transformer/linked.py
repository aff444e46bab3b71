"""How words go back to those before them, as a network tells that has layers of its own and the bundled one's words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trainer.transformer.bundled import pieces, sharing
from trainer.transformer.layers import Floats, Ints, gelu
from trainer.transformer.rows import of_words, spread

_NEVER = np.float32(-1e4)
IMPOSSIBLE = _NEVER / 2
"""A score below this is of what cannot be: no word stands there that heads a phrase."""


class Links(NamedTuple):
    """What is said of how the n words of a passage go back to the words before them, in logits."""

    status: Floats
    """(n, 5): fresh, again, leaning, told, empty."""
    same: Floats
    """(n, n): a row a word, a column each earlier word that it may mean the same as."""
    owner: Floats
    """(n, n): likewise for what a phrase leans on."""


class Linker:
    """The weights of a folder, read once."""

    def __init__(self, folder: Path) -> None:
        self._layers = sharing(folder)

    def links(self, words: Sequence[str], sentences: Sequence[int], heads: Sequence[bool]) -> Links:
        """How the words of a passage go back: sentences numbered in order, those words told that head phrases."""
        cut = [pieces().of(word) for word in words]
        numbers, shapes = spread(words, cut, pieces())
        each = of_words(self._layers.encoded(numbers, shapes, [len(numbers)]), cut)[1:]
        back = np.array(sentences)[:, None] - np.array(sentences)[None, :]
        stems = np.array([stem(word) for word in words])
        alike = (stems[:, None] == stems[None, :]).astype(int)
        before = np.tri(len(words), k=-1, dtype=bool) & np.array(heads)[None, :]
        scored = (self._scored(each, name, back, alike, before) for name in ("same", "owner"))
        return Links(self._layers.dense(each, "status"), *scored)

    def _scored(self, each: Floats, name: str, back: Ints, alike: Ints, before: NDArray[np.bool_]) -> Floats:
        later, earlier = (gelu(self._layers.dense(each, f"{name}.{side}")) for side in ("later", "earlier"))
        matrix, lean, far = (self._layers.of(f"{name}.{part}") for part in ("matrix", "lean", "far"))
        scores: Floats = later @ matrix @ earlier.T + earlier @ lean
        scores += far[np.clip(back, 0, len(far) - 1), alike]
        scores[~before] = _NEVER
        return scores


def going_back(status: Floats) -> Floats:
    """(n,) of (n, 5): the log odds that a phrase needs what stands before it."""
    odds: Floats = np.logaddexp.reduce(status[:, 1:4], axis=1) - status[:, 0]
    return odds


def stem(word: str) -> str:
    """What two forms of a noun share."""
    return word.casefold().removesuffix("s")


@cache
def linker(folder: Path) -> Linker:
    """The network of a folder."""
    return Linker(folder)
