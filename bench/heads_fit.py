"""The training behind `heads.py --fit`, in PyTorch; `trainer/transformer/marked.py` is the same network in numpy."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from heads import EPOCHS, MARKS, TOGETHER, Paper
from starting import WIDTH, Encoder, train, weights_of
from torch import Tensor, nn
from torch.nn import functional

from trainer.briefs.pointed import FOLDER, MOST_PIECES, sheet_of
from trainer.briefs.rows import Row as Line
from trainer.transformer.bundled import pieces
from trainer.transformer.rows import Row, row_of
from trainer.transformer.wordpieces import NO_WORD

SEED = 1
MORE = 0.4
"""The share of papers that are seen in a second way as well."""
RARE = (2.0, 4.0)
"""How many times as much a word that bears a mark weighs as one that does not, by the marks."""


class Told(NamedTuple):
    """A paper as the network reads it."""

    row: Row
    marks: np.ndarray
    """(pieces, marks): 1 for the first piece of a word that bears the mark."""
    counts: np.ndarray
    """(marks,): 0 for a mark that the paper cannot teach, for its words do not stand there."""


class Pointer(Encoder):
    """Texts to the logits of the marks of each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = nn.Linear(WIDTH, len(MARKS))

    def forward(self, numbers: Tensor, shapes: Tensor, is_piece: Tensor) -> Tensor:
        """(b, p) each to (b, p, marks)."""
        return self.marks(self.drop(self.encoded(numbers, shapes, is_piece)))


NEW = frozenset({"marks"})
"""What the network that parses does not have."""


def fit(papers: Sequence[Paper]) -> None:
    """Learn from the papers and write the weights into the package."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311 - an order of training, not secrets
    told = [each for paper in papers for each in _ways(paper, rng)]
    pointer = Pointer()
    updates = EPOCHS * -(-len(told) // TOGETHER)
    train(pointer, NEW, (_batches(told, rng) for _ in range(EPOCHS)), updates, lambda some: _loss(pointer, some))
    FOLDER.mkdir(exist_ok=True)
    np.savez(FOLDER / "weights.npz", **weights_of(pointer, {name: getattr(pointer, name) for name in NEW}))


def _told(paper: Paper, rows: Sequence[Line]) -> Told:
    """Some rows of a paper, and which of their words bear the marks."""
    sheet = sheet_of(rows)
    row = row_of(sheet.text, pieces(), MOST_PIECES)
    begins = np.array(row.begins)
    marked = paper.marked(sheet)
    marks = np.zeros((len(begins), len(MARKS)), dtype=np.float32)
    for mark, places in enumerate(marked):
        for start, end in places:
            marks[(begins >= start) & (begins < end), mark] = 1
    wanted = bool(paper.titles), bool(paper.date)
    whole = len(rows) == len(paper.rows)
    counts = [float(bool(places) or not (asked and whole)) for places, asked in zip(marked, wanted, strict=True)]
    return Told(row, marks, np.array(counts, dtype=np.float32))


def _ways(paper: Paper, rng: random.Random) -> Iterator[Told]:
    """A paper whole, and by chance without the lines of its title, without those of its day, or cut short."""
    rows = paper.rows
    yield _told(paper, rows)
    if rng.random() > MORE:
        return
    sheet = sheet_of(rows)
    mark = rng.randrange(len(MARKS) + 1)
    if mark < len(MARKS):
        lines = {sheet.line_at(place) for start, end in paper.marked(sheet)[mark] for place in (start, end - 1)}
        left = [row for row in rows if row.line not in lines]
    else:
        left = rows[: rng.randrange(len(rows) // 3, len(rows))]
    if any(row.text for row in left):
        yield _told(paper, left)


def _batches(told: Sequence[Told], rng: random.Random) -> Iterator[list[Told]]:
    """All papers in an order by chance."""
    order = list(told)
    rng.shuffle(order)
    yield from (order[n : n + TOGETHER] for n in range(0, len(order), TOGETHER))


def _loss(pointer: Pointer, some: Sequence[Told]) -> Tensor:
    """Of every word of some papers and each mark that they can teach."""
    longest = max(len(each.marks) for each in some)
    numbers, shapes = (np.full((len(some), longest), filler) for filler in (0, NO_WORD))
    is_piece, is_word = (np.zeros((len(some), longest), dtype=bool) for _ in range(2))
    marks = np.zeros((len(some), longest, len(MARKS)), dtype=np.float32)
    for n, each in enumerate(some):
        length = len(each.marks)
        numbers[n, :length], shapes[n, :length], is_piece[n, :length] = each.row.numbers, each.row.shapes, True
        is_word[n, :length] = np.array(each.row.begins) >= 0
        marks[n, :length] = each.marks
    made = pointer(*map(torch.from_numpy, (numbers, shapes, is_piece)))
    missed = functional.binary_cross_entropy_with_logits(
        made, torch.from_numpy(marks), reduction="none", pos_weight=torch.tensor(RARE)
    )
    counts = torch.from_numpy(np.stack([each.counts for each in some]))[:, None]
    return 2 * (missed * counts)[torch.from_numpy(is_word)].mean()
