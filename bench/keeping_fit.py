"""The training behind `keeping.py --fit`, in PyTorch; `trainer/transformer/scored.py` is the same network in numpy."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from keeping import (
    CRITERIA,
    EPOCHS,
    MARKS,
    SELF_CONTAINED,
    TOGETHER,
    Judged,
)
from starting import WIDTH, Encoder, train, weights_of
from torch import Tensor, nn
from torch.nn import functional

from trainer.questions.keeping import FOLDER
from trainer.transformer.bundled import pieces
from trainer.transformer.rows import Row, row_of
from trainer.transformer.scored import MOST_PIECES, NO_MARK
from trainer.transformer.wordpieces import NO_WORD

SEED = 1
BUCKET = 8
"""Batches that are sorted by length together."""
OTHERS, ANY_WORD, EACH_WORD = 0.5, 0.5, 4.0
"""What a criterion, a card's likeliest word and each of its words weigh beside the verdict."""
RARE = 3.0
"""How many times as much a word that is marked weighs as one that is not."""
LIKE = (SELF_CONTAINED, "grammatical")
"""The criteria that stand for the marks in cards of which no words are marked."""


class Reader(Encoder):
    """Texts to the logits of the verdict and of each criterion's failure, and of the marks of each word."""

    def __init__(self) -> None:
        super().__init__()
        self.scores = nn.Linear(2 * WIDTH, 1 + len(CRITERIA))
        self.marks, self.mix = nn.Linear(WIDTH, len(MARKS)), nn.Linear(len(MARKS), 1)
        nn.init.zeros_(self.mix.weight)

    def forward(self, told: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Logits: (b, 1 + criteria) of the texts, (b, p, marks) of the pieces, (b, marks) of the likeliest words."""
        x = self.encoded(told.pieces, told.shapes, told.is_piece)
        mean = (x * told.is_piece[..., None]).sum(1) / told.is_piece.sum(1, keepdim=True)
        marks = self.marks(self.drop(x))
        peaks = marks.masked_fill(~told.is_asked[..., None], NO_MARK).amax(1)
        scores = self.scores(self.drop(torch.cat([x[:, 0], mean], 1)))
        return torch.cat([scores[:, :1] + self.mix(peaks), scores[:, 1:]], 1), marks, peaks


class Batch(NamedTuple):
    """Cards in tables of (cards, pieces)."""

    pieces: Tensor
    shapes: Tensor
    is_piece: Tensor
    is_asked: Tensor
    """Whether a piece opens a word of the question."""
    marked: Tensor
    """(cards, pieces, marks): whether a piece opens a word that bears the mark."""


def fit(cards: Sequence[Judged]) -> None:
    """Learn from the cards and write the weights into the package."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311 - an order of training, not secrets
    reader, rows = Reader(), [row_of(card.text, pieces(), MOST_PIECES) for card in cards]
    verdicts = torch.tensor([[float(card.kept), *(float(name in card.fails) for name in CRITERIA)] for card in cards])
    any_word = torch.tensor([_bears_any(card) for card in cards])
    is_marked = torch.tensor([card.marked is not None for card in cards])
    updates = EPOCHS * -(-len(cards) // TOGETHER)

    def loss_of(some: Sequence[int]) -> Tensor:
        told = _batch([cards[n] for n in some], [rows[n] for n in some])
        return _loss(reader(told), told, verdicts[some], any_word[some], is_marked[some])

    train(reader, NEW, (_batches(rows, rng) for _ in range(EPOCHS)), updates, loss_of)
    save(reader)


NEW = frozenset({"scores", "marks", "mix"})
"""What the network that parses does not have."""


def _bears_any(card: Judged) -> list[float]:
    """Of each mark whether a word of the card bears it; by the verdict, where nobody marked its words."""
    if card.marked is not None:
        return [float(bool(places)) for places in card.marked]
    return [float(name in card.fails) for name in LIKE]


def _loss(
    made: tuple[Tensor, Tensor, Tensor], told: Batch, verdicts: Tensor, any_word: Tensor, is_marked: Tensor
) -> Tensor:
    """Of the verdicts and criteria, of the likeliest word of each card, and of every word of those that are marked."""
    scores, marks, peaks = made
    weighed = torch.tensor([1.0, *[OTHERS] * len(CRITERIA)])
    loss = (functional.binary_cross_entropy_with_logits(scores, verdicts, reduction="none") * weighed).mean()
    loss = loss + ANY_WORD * functional.binary_cross_entropy_with_logits(peaks, any_word)
    counts = (told.is_asked & is_marked[:, None])[..., None].expand_as(marks)
    if counts.any():
        rare = torch.full((len(MARKS),), RARE)
        missed = functional.binary_cross_entropy_with_logits(marks, told.marked, pos_weight=rare, reduction="none")
        loss = loss + EACH_WORD * missed[counts].mean()
    return loss


def _batches(rows: Sequence[Row], rng: random.Random) -> Iterator[list[int]]:
    """All cards in an order by chance, those of about one length together."""
    order = list(range(len(rows)))
    rng.shuffle(order)
    wide = [sorted(order[n : n + BUCKET * TOGETHER], key=lambda k: len(rows[k].numbers))
            for n in range(0, len(order), BUCKET * TOGETHER)]  # fmt: skip
    made = [some[n : n + TOGETHER] for some in wide for n in range(0, len(some), TOGETHER)]
    rng.shuffle(made)
    yield from made


def _batch(cards: Sequence[Judged], rows: Sequence[Row]) -> Batch:
    """Cards in tables, those of fewer pieces filled up."""
    longest = max(len(row.numbers) for row in rows)
    numbers, shapes = (np.full((len(rows), longest), filler) for filler in (0, NO_WORD))
    is_piece, is_asked = (np.zeros((len(rows), longest), dtype=bool) for _ in range(2))
    marked = np.zeros((len(rows), longest, len(MARKS)), dtype=np.float32)
    for n, (card, row) in enumerate(zip(cards, rows, strict=True)):
        length = len(row.numbers)
        numbers[n, :length], shapes[n, :length], is_piece[n, :length] = row.numbers, row.shapes, True
        begins = np.array(row.begins)
        is_asked[n, :length] = (begins >= card.asked[0]) & (begins < card.asked[1])
        for mark, places in enumerate(card.marked or ()):
            for start, end in places:
                marked[n, :length, mark][(begins >= start) & (begins < end)] = 1
    return Batch(*map(torch.from_numpy, (numbers, shapes, is_piece, is_asked, marked)))


def save(reader: Reader) -> None:
    """Write the weights into the package."""
    FOLDER.mkdir(exist_ok=True)
    np.savez(FOLDER / "weights.npz", **weights_of(reader, {name: getattr(reader, name) for name in NEW}))
