"""What phrases go back to, as the network tells from the sentences before them: for each, how surely and to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from trainer.language.network import IMPOSSIBLE, Network, going_back
from trainer.language.phrases import heads_phrase
from trainer.transformer.layers import Floats

WINDOW, CONTEXT = 382, 128
"""Pieces that are read together, and those of the sentences before that are read again with what follows."""
LEAST = 0.02
"""What is less likely is not listed."""

Spot = tuple[int, int]
"""The number of a sentence and of a word in it."""
Shares = tuple[tuple[Spot, float], ...]
"""Words, the likeliest first, each with its probability."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a phrase stands to the text before it."""

    back: float
    """The log odds that it needs that text."""
    fresh: float
    """How likely it is to need nothing before it: 0 to 1."""
    again: float
    """How likely it is to mean what an earlier phrase means: 0 to 1."""
    leaning: float
    """How likely it is to be placed by an earlier phrase that it does not mean: 0 to 1."""
    empty: float
    """How likely it is to mean nothing: 0 to 1."""
    same: Shares
    """The words that it may mean the same as."""
    owner: Shares
    """Likewise those that it may lean on."""


def told(network: Network, docs: Sequence[Doc]) -> dict[Spot, Told]:
    """For each word that heads a phrase in sentences that follow each other, by its spot."""
    words = [[token.text for token in doc] for doc in docs]
    return told_of(network, words, [[heads_phrase(token) for token in doc] for doc in docs])


def told_of(network: Network, words: list[list[str]], heads: list[list[bool]]) -> dict[Spot, Told]:
    """Likewise of the words of each sentence, and whether each heads a phrase."""
    found: dict[Spot, Told] = {}
    for first, new, end in stretches([network.size(row) for row in words]):
        spots = [(k, i) for k in range(first, end) for i in range(len(words[k]))]
        if spots:
            found.update(_told(network, spots, new, words, heads))
    return found


def stretches(sizes: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Sentences to read together: the first, the first that was not read before, and one past the last.

    >>> list(stretches([200, 100, 50, 90, 300]))
    [(0, 0, 3), (1, 3, 4), (3, 4, 5)]
    """
    new = 0
    while new < len(sizes):
        first, size = new, sizes[new]
        while first and sum(sizes[first - 1 : new]) <= CONTEXT and size + sizes[first - 1] <= WINDOW:
            first -= 1
            size += sizes[first]
        end = new + 1
        while end < len(sizes) and size + sizes[end] <= WINDOW:
            size += sizes[end]
            end += 1
        yield first, new, end
        new = end


def _told(
    network: Network, spots: list[Spot], new: int, words: list[list[str]], heads: list[list[bool]]
) -> Iterator[tuple[Spot, Told]]:  # fmt: skip
    flags = [heads[k][i] for k, i in spots]
    earlier = network.earlier([words[k][i] for k, i in spots], [k for k, _ in spots], flags)
    back = going_back(earlier.status)
    status = _shares(earlier.status)
    for n, spot in enumerate(spots):
        if spot[0] >= new and flags[n]:
            same, owner = (_likeliest(scores[n, :n], spots) for scores in (earlier.same, earlier.owner))
            fresh, again, leaning, _, empty = (float(share) for share in status[n])
            yield spot, Told(float(back[n]), fresh, again, leaning, empty, same, owner)


def _likeliest(scores: Floats, spots: list[Spot]) -> Shares:
    if not len(scores) or scores.max() < IMPOSSIBLE:
        return ()
    shares = _shares(scores)
    listed = [int(n) for n in np.argsort(-shares)[:8] if shares[n] >= LEAST]
    return tuple((spots[n], float(shares[n])) for n in listed)


def _shares(scores: Floats) -> Floats:
    raised: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised
