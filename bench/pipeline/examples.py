"""Annotated sentences as numbers, and batches of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import torch
from encoder import Batch
from sentences import LABELS
from spacy.tokens import Doc
from torch import Tensor

from trainer.language.wordpieces import NO_WORD, WordPieces, shape

NAMES = ["O", *(f"{place}-{kind}" for kind in LABELS for place in "BI")]
LONGEST = 200
"""Pieces of a sentence that is trained on."""
AT_ONCE = 2200
"""Pieces in a batch, its empty ones counted."""


@dataclass(frozen=True)
class Labels:
    """What the network can say, each list in the order of its numbers."""

    tags: list[str]
    parts: list[str]
    relations: list[str]
    names: list[str] = field(default_factory=lambda: NAMES)


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
        return sum(map(len, self.pieces)) + 2


def labels_of(docs: Iterable[Doc]) -> Labels:
    """All that is said in parsed sentences."""
    tokens = [token for doc in docs for token in doc]
    relations = {_relation(token) for token in tokens}
    return Labels(sorted({t.tag_ for t in tokens}), sorted({t.pos_ for t in tokens}), sorted(relations))


def example(doc: Doc, pieces: WordPieces, labels: Labels) -> Example:
    """A sentence as numbers, with as much as is annotated."""
    words = [token.text for token in doc]
    plain = Example([pieces.of(word) for word in words], [shape(word) for word in words], [_name(t) for t in doc])
    if not doc.has_annotation("DEP"):
        return plain
    return Example(
        plain.pieces, plain.shapes, plain.names,
        [_number(labels.tags, token.tag_) for token in doc], [_number(labels.parts, token.pos_) for token in doc],
        [0 if token.head == token else token.head.i - doc[0].i + 1 for token in doc],
        [_number(labels.relations, _relation(token)) for token in doc],
    )  # fmt: skip


def batches(examples: Sequence[Example], seed: int) -> list[list[Example]]:
    """All that is short enough, those of about one length together, in an order by chance."""
    rng = random.Random(seed)  # noqa: S311 - an order of training, not secrets
    made: list[list[Example]] = []
    short = [one for one in examples if one.size <= LONGEST]
    for one in sorted(short, key=lambda one: one.size + 6 * rng.random()):
        if made and (len(made[-1]) + 1) * one.size <= AT_ONCE:
            made[-1].append(one)
        else:
            made.append([one])
    rng.shuffle(made)
    return made


def batch(examples: Sequence[Example], pieces: WordPieces) -> Batch:
    """The numbers of several sentences in one table each."""
    p, n = max(one.size for one in examples), max(len(one.names) for one in examples)
    opened = [[pieces.opening, *(k for word in one.pieces for k in word), pieces.closing] for one in examples]
    told = [one for one in examples if one.heads is not None]
    return Batch(
        _table(opened, p, 0),
        _table([[NO_WORD, *_spread(one, one.shapes), NO_WORD] for one in examples], p, NO_WORD),
        _table([[0, *_spread(one, range(1, n + 1)), n + 1] for one in examples], p, n + 1),
        _table([[1] * one.size for one in examples], p, 0).bool(),
        _table([[1] * (len(one.names) + 1) for one in examples], n + 1, 0).bool(),
        _table([one.names for one in examples], n, -1),
        *([_table([getattr(one, name) for one in told], n, -1) for name in ("tags", "parts", "heads", "relations")]
          if told else ()),
    )  # fmt: skip


def _spread(one: Example, numbers: Iterable[int]) -> list[int]:
    """A number of each word for each of its pieces."""
    return [number for number, word in zip(numbers, one.pieces, strict=False) for _ in word]


def _table(rows: Sequence[Sequence[int]], width: int, filler: int) -> Tensor:
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def _relation(token) -> str:
    return "root" if token.head == token else token.dep_.lower()


def _name(token) -> int:
    """The label of a word in a name span: -1 if it is unknown, 0 if it is in none of a kind that is learned."""
    if not token.ent_iob:
        return -1
    return NAMES.index(f"{token.ent_iob_}-{token.ent_type_}") if token.ent_type_ in LABELS else 0


def _number(names: list[str], name: str) -> int:
    return names.index(name) if name in names else -1
