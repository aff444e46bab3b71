"""What is learned from, as numbers, and batches of it: annotated sentences, and passages with what goes back."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import torch
from encoder import Batch, PassageBatch
from numpy.typing import NDArray
from passages import Passage
from torch import Tensor

from trainer.transformer.linked import stem
from trainer.transformer.wordpieces import NO_WORD, WordPieces, shape

LONGEST = 200
"""Pieces of a sentence that is trained on."""
WINDOW, STEP = 384, 230
"""Pieces of a passage that are read together, and those by which two windows of training differ."""

Row = NDArray[np.int_]


@dataclass(frozen=True)
class Labels:
    """What the network can say, each list in the order of its numbers."""

    tags: list[str]
    parts: list[str]
    relations: list[str]
    names: list[str]


@dataclass(frozen=True)
class Example:
    """One sentence; the lists have a number a word, but `pieces`, which has some a word."""

    pieces: list[tuple[int, ...]]
    shapes: list[int]
    names: list[int]
    tags: list[int] | None = None
    parts: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None

    @property
    def size(self) -> int:
        """Pieces, with those that open and close."""
        return len(self.spread) + 2

    @cached_property
    def spread(self) -> Row:
        """The word of each piece, 1 for the first."""
        return np.repeat(np.arange(1, len(self.pieces) + 1), [len(word) for word in self.pieces])


@dataclass(frozen=True)
class Window:
    """As much of a passage as is read together, as numbers; the lists have one a word."""

    words: Example
    sentences: list[int]
    stems: list[int]
    """The number of the word, whatever its form."""
    heads: list[bool]
    status: list[int]
    things: list[int]
    owners: list[int]
    loose: list[bool]


def windows(passage: Passage, pieces: WordPieces) -> Iterator[Window]:
    """Stretches of whole sentences that overlap, each as long as is read together."""
    sizes = [len(pieces.of(word)) for word in passage.words]
    starts = [n for n, s in enumerate(passage.sentences) if not n or s != passage.sentences[n - 1]]
    ends = [*starts[1:], len(passage.words)]
    begun, last = 0, -1
    for start in starts:
        if start and sum(sizes[begun:start]) < STEP:
            continue
        fitting = [end for end in ends if end > start and sum(sizes[start:end]) <= WINDOW - 2]
        if fitting and fitting[-1] > last:
            begun, last = start, fitting[-1]
            yield window(passage, range(start, last), pieces)


def window(passage: Passage, held: Sequence[int], pieces: WordPieces) -> Window:
    """The words of a passage that stand at these places, as numbers."""
    words, stems = [passage.words[n] for n in held], {}
    rows = [pieces.of(word) for word in words]
    lists = (passage.sentences, passage.heads, passage.status, passage.things, passage.owners, passage.loose)
    sentences, *told = ([every[n] for n in held] for every in lists)
    return Window(
        Example(rows, [shape(word) for word in words], [-1] * len(words)), sentences,
        [stems.setdefault(stem(word), len(stems)) for word in words], *told,
    )  # fmt: skip


def batches(examples: Sequence[Example], seed: int, at_once: int) -> list[list[Example]]:
    """All that is short enough, those of about one length together, in an order by chance."""
    rng = random.Random(seed)  # noqa: S311 - an order of training, not secrets
    made: list[list[Example]] = []
    short = [one for one in examples if one.size <= LONGEST]
    for one in sorted(short, key=lambda one: one.size + 6 * rng.random()):
        if made and (len(made[-1]) + 1) * one.size <= at_once:
            made[-1].append(one)
        else:
            made.append([one])
    rng.shuffle(made)
    return made


def window_batches(found: Sequence[Window], seed: int, together: int) -> list[list[Window]]:
    """All of them, so many in a batch, in an order by chance."""
    mixed = list(found)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - an order of training, not secrets
    return [mixed[n : n + together] for n in range(0, len(mixed), together)]


def batch(examples: Sequence[Example], pieces: WordPieces) -> Batch:
    """The numbers of several sentences in one table each."""
    p, n = max(one.size for one in examples), max(len(one.names) for one in examples)
    told = [one for one in examples if one.heads is not None]
    return Batch(
        _table([[pieces.opening, *chain(*one.pieces), pieces.closing] for one in examples], p, 0),
        _table([[NO_WORD, *np.array(one.shapes)[one.spread - 1], NO_WORD] for one in examples], p, NO_WORD),
        _table([[0, *one.spread, n + 1] for one in examples], p, n + 1),
        _table([[1] * one.size for one in examples], p, 0).bool(),
        _table([[1] * (len(one.names) + 1) for one in examples], n + 1, 0).bool(),
        _table([one.names for one in examples], n, -1),
        *([_table([getattr(one, name) for one in told], n, -1) for name in ("tags", "parts", "heads", "relations")]
          if told else ()),
    )  # fmt: skip


def window_batch(found: Sequence[Window], pieces: WordPieces) -> PassageBatch:
    """The numbers of several stretches of passages in one table each."""
    n = max(len(one.heads) for one in found)
    fillers = {"sentences": 0, "stems": -1, "heads": 0, "status": -1, "things": -1, "owners": -1, "loose": 0}
    tables = {name: _table([getattr(one, name) for one in found], n, filler) for name, filler in fillers.items()}
    flags = {name: tables[name].bool() for name in ("heads", "loose")}
    return PassageBatch(batch([one.words for one in found], pieces), **(tables | flags))


def _table(rows: Sequence[Sequence[int]], width: int, filler: int) -> Tensor:
    made = np.full((len(rows), width), filler)
    for number, row in enumerate(rows):
        made[number, : len(row)] = row
    return torch.from_numpy(made)
