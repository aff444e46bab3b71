"""Trees over the words of a sentence."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from trainer.language.projective import best_heads, is_projective


@pytest.mark.parametrize(
    ("heads", "fits"),
    [
        ([0], True),
        ([1, 1, 1], True),
        ([0, 1], False),  # two roots
        ([1, 2, 0], False),  # round in a circle, no root
        ([1, 0, 2], False),  # a circle beside the root
        ([2, 3, 2, 2], False),  # two arcs cross
        ([2, 1, 1], False),  # an arc over the root
        ([1, 1, 1, 2, 3], True),
    ],
)
def test_a_tree_has_one_root_and_no_arcs_that_cross(heads, fits):
    assert is_projective(heads) is fits


def total(scores, heads) -> float:
    return sum(scores[word, 0 if head == word else head + 1] for word, head in enumerate(heads))


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_no_other_tree_scores_higher(words):
    rng = np.random.default_rng(words)
    for _ in range(25):
        scores = rng.normal(size=(words, words + 1)).astype(np.float32)
        np.fill_diagonal(scores[:, 1:], -1e9)
        trees = [heads for heads in map(list, product(range(words), repeat=words)) if is_projective(heads)]
        found = best_heads(scores)
        assert found in trees
        assert total(scores, found) == pytest.approx(max(total(scores, heads) for heads in trees), abs=1e-4)
