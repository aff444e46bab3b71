"""What phrases go back to, as the network tells from the sentences before them: for each, how surely and to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from trainer.language.phrases import heads_phrase
from trainer.transformer.bundled import pieces
from trainer.transformer.layers import Floats
from trainer.transformer.linked import IMPOSSIBLE, Linker, going_back
from trainer.transformer.linked import linker as bundled

FOLDER = Path(__file__).parent / "linker"
"""The weights of the network that tells."""
WINDOW, CONTEXT, HEAD = 508, 200, 80
"""Pieces that are read together, those of the sentences before that are read again with what follows, and the most of a
title, which goes before each such stretch."""
TITLE = -1
"""The number of the title among the rows of a brief."""
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


class Row(NamedTuple):
    """A sentence, a heading or the title, as it is read."""

    number: int
    """The number of the line; TITLE, or less for a heading."""
    words: list[str]
    """Its words."""
    heads: list[bool]
    """For each whether it heads a phrase."""


def row_of(number: int, doc: Doc) -> Row:
    """A parsed row."""
    return Row(number, [token.text for token in doc], [heads_phrase(token) for token in doc])


def told(rows: Sequence[Row], linker: Linker | None = None) -> dict[Spot, Told]:
    """For each word that heads a phrase, in the rows of a brief in their order, by its spot; the title comes first."""
    reader = linker if linker is not None else bundled(FOLDER)
    sizes = [sum(len(pieces().of(word)) for word in row.words) for row in rows]
    titled = bool(rows) and rows[0].number == TITLE and sizes[0] <= HEAD
    title = rows[:1] if titled else []
    body, room = rows[titled:], sizes[:titled]
    found: dict[Spot, Told] = {}
    for first, new, end in stretches(sizes[titled:], WINDOW - sum(room)):
        if any(row.words for row in body[new:end]):
            found.update(_told(reader, [*title, *body[first:end]], new - first + titled))
    return found


def stretches(sizes: Sequence[int], window: int = WINDOW) -> Iterator[tuple[int, int, int]]:
    """Sentences to read together: the first, the first that was not read before, and one past the last.

    >>> list(stretches([300, 100, 90, 150, 400]))
    [(0, 0, 3), (1, 3, 4), (4, 4, 5)]
    """
    new = 0
    while new < len(sizes):
        first, size = new, sizes[new]
        while first and sum(sizes[first - 1 : new]) <= CONTEXT and size + sizes[first - 1] <= window:
            first -= 1
            size += sizes[first]
        end = new + 1
        while end < len(sizes) and size + sizes[end] <= window:
            size += sizes[end]
            end += 1
        yield first, new, end
        new = end


def _told(linker: Linker, rows: Sequence[Row], new: int) -> Iterator[tuple[Spot, Told]]:
    """What is said of the rows from the number `new` on."""
    spots = [(row.number, i) for row in rows for i in range(len(row.words))]
    order = [n for n, row in enumerate(rows) for _ in row.words]
    flags = [flag for row in rows for flag in row.heads]
    links = linker.links([word for row in rows for word in row.words], order, flags)
    back, status = going_back(links.status), _shares(links.status)
    for n, spot in enumerate(spots):
        if order[n] >= new and flags[n]:
            same, owner = (_likeliest(scores[n, :n], spots) for scores in (links.same, links.owner))
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
