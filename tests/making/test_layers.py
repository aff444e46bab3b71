"""The network's sums, worked out in pieces and in place, are those of the papers."""

from __future__ import annotations

import numpy as np

from trainer.transformer.layers import _attended, gelu


def test_gaussian_units_are_the_same_in_every_row_however_many_there_are() -> None:
    x = np.linspace(-9, 9, 150 * 7, dtype=np.float32).reshape(150, 7)
    by_the_paper = 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))
    assert np.allclose(gelu(x.copy()), by_the_paper, atol=1e-5)


def test_each_piece_takes_from_all_by_the_weight_of_their_keys_even_where_one_outweighs_all() -> None:
    asked = np.random.default_rng(3).standard_normal((5, 3 * 64), dtype=np.float32)
    asked[2, :128] *= 100
    query, key, value = (asked[:, n * 64 : (n + 1) * 64].reshape(5, 2, 32).swapaxes(0, 1) for n in range(3))
    scores = (query @ key.swapaxes(1, 2)).astype(np.float64) / np.sqrt(32)
    raised = np.exp(scores - scores.max(axis=2, keepdims=True))
    taken = (raised / raised.sum(axis=2, keepdims=True)) @ value
    assert np.allclose(_attended(asked), taken.swapaxes(0, 1).reshape(5, 64), atol=1e-3)
