"""A small transformer with a head for each layer of annotation, in numpy.

Arcs and their labels are scored as Dozat and Manning (2017) do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

import numpy as np

from trainer.transformer import bundled
from trainer.transformer.layers import Floats, Layers, gelu, together
from trainer.transformer.linked import going_back
from trainer.transformer.rows import of_words, spread


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the n words of one sentence."""

    tags: Floats
    """(n, tags)"""
    parts: Floats
    """(n, parts of speech)"""
    names: Floats
    """(n, labels of name spans)"""
    arcs: Floats
    """(n, n + 1): column 0 for being the root, column k + 1 for hanging on word k."""
    dependents: Floats
    """(n, rank + 1): what a label's matrix takes from the left."""
    heads: Floats
    """(n + 1, rank + 1): what it takes from the right, the root first."""
    leaning: Floats
    """(n,): above 0 for the head word of a phrase that speaks of what the text before has named."""


class Network:
    """Weights, read once, and the way of words through them."""

    def __init__(self, folder: Path) -> None:
        held = np.load(folder / "weights.npz")
        own = {name: held[name] for name in held.files if name not in bundled.WORDS}
        self._layers = Layers({**bundled.words(folder), **own})
        self._dense, self._of = self._layers.dense, self._layers.of
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text("utf-8"))
        self.pieces = bundled.pieces(folder)

    def read(self, sentences: Sequence[Sequence[str]]) -> Iterator[Scores]:
        """The scores of each sentence, in order; a sentence has one word at least."""
        rows = [[self.pieces.of(word) for word in words] for words in sentences]
        lengths = [sum(map(len, row)) + 2 for row in rows]
        for start, end in together(lengths):
            yield from self._scores(sentences[start:end], rows[start:end], lengths[start:end])

    def relations(self, scores: Scores, heads: Sequence[int]) -> list[str]:
        """The likeliest label of each word's arc to its head, the root its own head."""
        above = scores.heads[[0 if head == word else head + 1 for word, head in enumerate(heads)]]
        left = scores.dependents @ self._relations
        best = (left.reshape(len(heads), -1, above.shape[1]) @ above[:, :, None])[:, :, 0].argmax(axis=1)
        return [self.labels["relations"][n] for n in best]

    @cached_property
    def _relations(self) -> Floats:
        """(rank + 1, labels * (rank + 1)): the matrices of all labels side by side."""
        matrices = self._of("relations").transpose(1, 0, 2)
        return np.ascontiguousarray(matrices.reshape(len(matrices), -1))

    def _scores(
        self, sentences: Sequence[Sequence[str]], rows: Sequence[Sequence[tuple[int, ...]]], lengths: Sequence[int]
    ) -> Iterator[Scores]:
        read = self._encoded(sentences, rows, lengths)
        first = 0
        for row, length in zip(rows, lengths, strict=True):
            yield self._said(of_words(read[first : first + length], row))
            first += length

    def _encoded(
        self, sentences: Sequence[Sequence[str]], rows: Sequence[Sequence[tuple[int, ...]]], lengths: Sequence[int]
    ) -> Floats:
        """A row for each piece of each sentence, an opening and a closing one with them."""
        made = [spread(words, row, self.pieces) for words, row in zip(sentences, rows, strict=True)]
        numbers, shapes = (list(chain.from_iterable(each[k] for each in made)) for k in (0, 1))
        return self._layers.encoded(numbers, shapes, lengths)

    def _said(self, words: Floats) -> Scores:
        """From the opening's row and the words' rows."""
        each = words[1:]
        arcs = gelu(self._dense(each, "dependent")) @ self._of("arcs")
        above = gelu(self._dense(words, "head"))
        scores = arcs @ above.T + above @ self._of("arcs.head")
        np.fill_diagonal(scores[:, 1:], np.float32(-1e9))
        return Scores(
            self._dense(each, "tags"), self._dense(each, "parts"), self._dense(each, "names"), scores,
            _with_one(gelu(self._dense(each, "label.dependent"))), _with_one(gelu(self._dense(words, "label.head"))),
            going_back(self._dense(each, "status")),
        )  # fmt: skip


@cache
def loaded(folder: Path) -> Network:
    """The network of a folder, read once."""
    return Network(folder)


def _with_one(x: Floats) -> Floats:
    return np.concatenate([x, np.ones((len(x), 1), dtype=np.float32)], axis=1)
