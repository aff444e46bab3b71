"""The training behind `linking.py --fit`, in PyTorch; `trainer/transformer/linked.py` is the same network in numpy."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from batches import Window, window, window_batch
from encoder import Earlier, PassageBatch, missed, unfound
from numpy.typing import NDArray
from passages import Passage
from starting import WIDTH, Encoder, Held, train, weights_of
from torch import Tensor, nn

from trainer.language.antecedents import FOLDER, HEAD, WINDOW
from trainer.transformer.bundled import pieces

SEED, EPOCHS, TOGETHER = 1, 6, 8
"""Rounds, and stretches in a batch."""
STEP = 310
"""Pieces by which two stretches of a passage differ; where the first of them begins is left to chance."""
LINKS, SIDES, PLAIN = ("same", "owner"), ("later", "earlier"), ("matrix", "lean", "far")


class Linker(Encoder):
    """Passages to the status of each word and the scores of the words before it; starts from what parses."""

    def __init__(self) -> None:
        super().__init__()
        held = Held()
        self.status, self.same, self.owner = held.dense("status"), Earlier(), Earlier()
        self.lost = nn.Dropout(0.25)
        for name in LINKS:
            links = getattr(self, name)
            for side in SIDES:
                setattr(links, side, held.dense(f"{name}.{side}"))
            for part in PLAIN:
                getattr(links, part).data = held.of(f"{name}.{part}").reshape(getattr(links, part).shape)

    def words_of(self, batch: PassageBatch) -> Tensor:
        """(b, n, width): the mean of the pieces of each word."""
        words = batch.words
        read = self.encoded(words.pieces, words.shapes, words.is_piece) * words.is_piece[..., None]
        b, n = words.names.shape
        summed = read.new_zeros(b, n + 2, WIDTH).scatter_add_(1, words.words[..., None].expand(-1, -1, WIDTH), read)
        count = read.new_zeros(b, n + 2).scatter_add_(1, words.words, words.is_piece.float())
        return (summed / count.clamp(min=1)[..., None])[:, 1:-1]

    def loss(self, batch: PassageBatch) -> Tensor:
        """What the status of each phrase, what it means and what it leans on lack."""
        words = self.lost(self.words_of(batch))
        lost = missed(self.status(words), batch.status)
        lost = lost + unfound(self.same(words, batch), batch.things, batch.things, batch.loose)
        return lost + unfound(self.owner(words, batch), batch.owners, batch.things, batch.loose)


NEW = frozenset({"status", *LINKS})
"""What takes longer steps."""


def fit(passages: Sequence[Passage]) -> None:
    """Learn from the passages and write the weights into the package."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311 - an order of training, not secrets
    linker = Linker()
    linker.train()
    rounds = [_batches(passages, rng) for _ in range(EPOCHS)]
    train(linker, NEW, rounds, sum(map(len, rounds)), lambda some: linker.loss(window_batch(some, pieces())))
    FOLDER.mkdir(exist_ok=True)
    np.savez(FOLDER / "weights.npz", **_weights(linker))


def _weights(linker: Linker) -> dict[str, NDArray]:
    sides = {f"{name}.{side}": getattr(getattr(linker, name), side) for name in LINKS for side in SIDES}
    made = weights_of(linker, {"status": linker.status, **sides})
    for name in LINKS:
        made |= {f"{name}.{part}": getattr(getattr(linker, name), part).detach().numpy() for part in PLAIN}
    return made


def _batches(passages: Sequence[Passage], rng: random.Random) -> list[list[Window]]:
    """Stretches of all passages, in an order by chance."""
    order = [each for passage in passages for each in _windows(passage, rng)]
    rng.shuffle(order)
    return [order[n : n + TOGETHER] for n in range(0, len(order), TOGETHER)]


def _windows(passage: Passage, rng: random.Random) -> Iterator[Window]:
    """Stretches of whole sentences as long as is read together, the title, if it has one, before each."""
    sizes = [len(pieces().of(word)) for word in passage.words]
    starts = [n for n, s in enumerate(passage.sentences) if not n or s != passage.sentences[n - 1]]
    ends = [*starts[1:], len(passage.words)]
    title = ends[0] if passage.titled and sum(sizes[: ends[0]]) <= HEAD else 0
    room = WINDOW - sum(sizes[:title])
    body = [start for start in starts if start >= title]
    begun, last, step = body[0], -1, 0
    for start in body:
        if sum(sizes[begun:start]) < step:
            continue
        fitting = [end for end in ends if end > start and sum(sizes[start:end]) <= room]
        if fitting and fitting[-1] > last:
            begun, last = start, fitting[-1]
            yield window(passage, [*range(title), *range(start, last)], pieces())
            step = rng.randrange(STEP // 3, STEP) if start == body[0] else STEP
