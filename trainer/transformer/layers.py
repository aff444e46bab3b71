"""Transformer layers (BERT's: Devlin et al., 2019) in numpy: pieces of words to what they are in their text.

The pieces of many texts go through the dense layers as the rows of one matrix; attention stays within a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int_]

AT_ONCE = 768
"""Pieces that go through the layers together: more make nothing faster, fewer do."""
_IN_CACHE = 64
"""Rows that are worked on in one go where each is read many times."""
_SMALL = np.float32(1e-12)


class Layers:
    """Weights, kept as bytes, and the way of pieces through them."""

    def __init__(self, held: Mapping[str, NDArray[Any]]) -> None:
        self._held = held
        self._count = sum(name.startswith("layer") and name.endswith("qkv") for name in held)
        self._spread: dict[str, Floats] = {}

    def encoded(self, pieces: Sequence[int], shapes: Sequence[int], lengths: Sequence[int]) -> Floats:
        """A row for each piece of texts of these lengths, one behind the other: by its number, and its word's shape."""
        places = [place for length in lengths for place in range(length)]
        limit = len(self._held["places"]) - 1
        x = self._rows("words", pieces) + self._rows("shapes", shapes)
        x += self._rows("places", np.minimum(places, limit))
        x = _normal(x, self.of("norm"))
        for layer in range(self._count):
            x = self._through(x, f"layer{layer}.", lengths)
        return x

    def dense(self, x: Floats, name: str) -> Floats:
        """The rows through the dense layer of this name."""
        made = x @ self.of(name)
        made += self.of(name + ".add")
        return made

    def of(self, name: str) -> Floats:
        """Weights as numbers to reckon with: they are kept as bytes, each column with its own scale."""
        if name not in self._spread:
            weights = self._held[name]
            scale = self._held.get(name + ".scale")
            self._spread[name] = weights.astype(np.float32) if scale is None else weights * scale
        return self._spread[name]

    def _through(self, x: Floats, layer: str, lengths: Sequence[int]) -> Floats:
        """One layer: attention within each text, then a network of two steps, each added to what came in."""
        asked = self.dense(x, layer + "qkv")
        seen = np.empty_like(x)
        start = 0
        for length in lengths:
            seen[start : start + length] = _attended(asked[start : start + length])
            start += length
        x = _normal(x + self.dense(seen, layer + "out"), self.of(layer + "norm1"))
        inner = gelu(self.dense(x, layer + "up"))
        return _normal(x + self.dense(inner, layer + "down"), self.of(layer + "norm2"))

    def _rows(self, name: str, numbers: Sequence[int] | NDArray[np.int_]) -> Floats:
        rows: Floats = self._held[name][numbers].astype(np.float32)
        rows *= self._held[name + ".scale"][numbers]
        return rows


def together(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each run of texts of these lengths begins and ends that goes through the layers together."""
    start = 0
    while start < len(lengths):
        end, size = start, 0
        while end < len(lengths) and (end == start or size + lengths[end] <= AT_ONCE):
            size += lengths[end]
            end += 1
        yield start, end
        start = end


def _attended(asked: Floats, size: int = 32) -> Floats:
    """What each piece takes from all of its sentence; `asked` holds queries, keys and values side by side.

    A column of weights for each query: numpy finds the greatest of columns three times as fast as that of rows.
    """
    length, width = len(asked), asked.shape[1] // 3
    query, key, value = asked.reshape(length, 3, width // size, size).transpose(1, 2, 0, 3)
    weights: Floats = key @ query.transpose(0, 2, 1)
    weights *= np.float32(size**-0.5)
    weights -= weights.max(axis=1, keepdims=True)
    np.exp(weights, out=weights)
    taken: Floats = weights.transpose(0, 2, 1) @ value
    taken /= (np.ones(length, dtype=np.float32) @ weights)[:, :, None]
    return taken.transpose(1, 0, 2).reshape(length, width)


def _normal(x: Floats, norm: Floats) -> Floats:
    """Each row with mean 0 and variance 1, times the first row of `norm` plus its second."""
    np.subtract(x, x.mean(axis=1, keepdims=True), out=x)
    variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
    np.divide(x, np.sqrt(variance + _SMALL)[:, None], out=x)
    x *= norm[0]
    x += norm[1]
    return x


def gelu(x: Floats) -> Floats:
    """Gaussian error linear units, in place, by the hyperbolic tangent (Hendrycks and Gimpel, 2016)."""
    for start in range(0, len(x), _IN_CACHE):
        part = x[start : start + _IN_CACHE]
        made = part * part
        made *= np.float32(0.7978845608 * 0.044715)
        made += np.float32(0.7978845608)
        made *= part
        np.tanh(made, out=made)
        made += 1
        made *= np.float32(0.5)
        part *= made
    return x
