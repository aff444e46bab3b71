"""The training behind `keeping.py --fit`, in PyTorch; `trainer/language/scored.py` is the same network in numpy."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from keeping import CRITERIA, EPOCHS, HEAD_LEARNING, HEADS, LAYERS, LEARNING, TOGETHER, WARMING, WIDTH, Judged
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from trainer.language.parser import BUNDLED, network
from trainer.language.scored import pieces_of
from trainer.language.wordpieces import NO_WORD
from trainer.questions.keeping import FOLDER

SEED = 1
BUCKET = 8
"""Batches that are sorted by length together."""
OTHERS = 0.5
"""What a criterion weighs beside the verdict."""

Rows = Sequence[tuple[list[int], list[int]]]


class Layer(nn.Module):
    """Attention over the text, then a network of two steps."""

    def __init__(self, held: Held, name: str) -> None:
        super().__init__()
        self.qkv, self.out, self.up, self.down = (held.dense(name + part) for part in ("qkv", "out", "up", "down"))
        self.norm1, self.norm2 = held.norm(name + "norm1"), held.norm(name + "norm2")
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, is_piece: Tensor) -> Tensor:
        """(b, p, width) to the same."""
        b, p, _ = x.shape
        asked = self.qkv(x).view(b, p, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(*asked, attn_mask=is_piece[:, None, None, :])
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, p, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x), approximate="tanh"))))


class Held:
    """The weights of the network that parses, to start from."""

    def __init__(self) -> None:
        self._held = np.load(BUNDLED / "weights.npz")

    def of(self, name: str) -> Tensor:
        """Numbers in full."""
        scale = self._held[name + ".scale"] if name + ".scale" in self._held.files else 1
        return torch.from_numpy((self._held[name] * scale).astype(np.float32))

    def dense(self, name: str) -> nn.Linear:
        """A dense layer."""
        weight = self.of(name).T
        layer = nn.Linear(weight.shape[1], weight.shape[0])
        layer.weight.data, layer.bias.data = weight.contiguous(), self.of(name + ".add")
        return layer

    def norm(self, name: str) -> nn.LayerNorm:
        """A layer's norm."""
        layer = nn.LayerNorm(WIDTH, 1e-12)
        layer.weight.data, layer.bias.data = (row.clone() for row in self.of(name))
        return layer


class Reader(nn.Module):
    """Texts to the logits of the verdict and of each criterion's failure."""

    def __init__(self) -> None:
        super().__init__()
        held = Held()
        self.words = nn.Embedding.from_pretrained(held.of("words"), freeze=True)
        self.places = nn.Embedding.from_pretrained(held.of("places"), freeze=False)
        self.shapes = nn.Embedding.from_pretrained(held.of("shapes"), freeze=False)
        self.norm, self.drop = held.norm("norm"), nn.Dropout(0.15)
        self.layers = nn.ModuleList(Layer(held, f"layer{number}.") for number in range(LAYERS))
        self.scores = nn.Linear(2 * WIDTH, 1 + len(CRITERIA))

    def forward(self, pieces: Tensor, shapes: Tensor, is_piece: Tensor) -> Tensor:
        """(b, 1 + criteria) of three tables of (b, p)."""
        places = self.places(torch.arange(pieces.shape[1]))
        x = self.drop(self.norm(self.words(pieces) + self.shapes(shapes) + places))
        for layer in self.layers:
            x = layer(x, is_piece)
        mean = (x * is_piece[..., None]).sum(1) / is_piece.sum(1, keepdim=True)
        return self.scores(self.drop(torch.cat([x[:, 0], mean], 1)))


def fit(cards: Sequence[Judged]) -> None:
    """Learn from the cards and write the weights into the package."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311 - an order of training, not secrets
    reader, rows = Reader(), [pieces_of(card.text, network().pieces) for card in cards]
    verdicts = torch.tensor([[float(card.kept), *(float(name in card.fails) for name in CRITERIA)] for card in cards])
    weighed = torch.tensor([1.0, *[OTHERS] * len(CRITERIA)])
    layers = [p for name, p in reader.named_parameters() if p.requires_grad and not name.startswith("scores")]
    steps = torch.optim.AdamW([{"params": layers}, {"params": reader.scores.parameters()}], weight_decay=0.01)
    every = EPOCHS * -(-len(cards) // TOGETHER)
    done, begun = 0, time.monotonic()
    for epoch in range(EPOCHS):
        lost = 0.0
        for some in _batches(rows, rng):
            done += 1
            share = min(done / (WARMING * every), max(every - done, 0) / ((1 - WARMING) * every) + 1e-3)
            for group, most in zip(steps.param_groups, (LEARNING, HEAD_LEARNING), strict=True):
                group["lr"] = most * share
            missed = functional.binary_cross_entropy_with_logits(
                reader(*_tables([rows[n] for n in some])), verdicts[some], reduction="none"
            )
            loss = (missed * weighed).mean()
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            steps.step()
            lost += loss.item() * len(some)
        print(f"round {epoch + 1} of {EPOCHS}: {lost / len(cards):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    save(reader)


def _batches(rows: Rows, rng: random.Random) -> Iterator[list[int]]:
    """All cards in an order by chance, those of about one length together."""
    order = list(range(len(rows)))
    rng.shuffle(order)
    wide = [sorted(order[n : n + BUCKET * TOGETHER], key=lambda k: len(rows[k][0]))
            for n in range(0, len(order), BUCKET * TOGETHER)]  # fmt: skip
    made = [some[n : n + TOGETHER] for some in wide for n in range(0, len(some), TOGETHER)]
    rng.shuffle(made)
    yield from made


def _tables(rows: Rows) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, shapes, and which of them are there."""
    longest = max(len(numbers) for numbers, _ in rows)
    tables = [np.full((len(rows), longest), filler) for filler in (0, NO_WORD, 0)]
    for n, (numbers, shapes) in enumerate(rows):
        for table, row in zip(tables, (numbers, shapes, [1] * len(numbers)), strict=True):
            table[n, : len(row)] = row
    pieces, shapes, is_piece = map(torch.from_numpy, tables)
    return pieces, shapes, is_piece.bool()


def save(reader: Reader) -> None:
    """Write the weights, a byte for each but for norms and what is added."""
    made: dict[str, NDArray] = {"norm": _pair(reader.norm)}
    for name in ("places", "shapes"):
        made |= _bytes(name, _array(getattr(reader, name).weight), 1)
    for number, layer in enumerate(reader.layers):
        for part in ("qkv", "out", "up", "down"):
            made |= _dense(f"layer{number}.{part}", getattr(layer, part))
        made |= {f"layer{number}.{part}": _pair(getattr(layer, part)) for part in ("norm1", "norm2")}
    made |= _dense("scores", reader.scores)
    FOLDER.mkdir(exist_ok=True)
    np.savez(FOLDER / "weights.npz", **made)


def _dense(name: str, layer: nn.Linear) -> dict[str, NDArray]:
    return {**_bytes(name, _array(layer.weight).T, 0), f"{name}.add": _array(layer.bias)}


def _pair(norm: nn.LayerNorm) -> NDArray:
    return np.stack([_array(norm.weight), _array(norm.bias)])


def _bytes(name: str, numbers: NDArray, axis: int) -> dict[str, NDArray]:
    """The numbers as bytes from -127 to 127, those along an axis with one scale."""
    scale = np.abs(numbers).max(axis=axis, keepdims=True) / 127
    scale[scale == 0] = 1
    return {name: np.round(numbers / scale).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}


def _array(numbers: Tensor) -> NDArray:
    return numbers.detach().float().numpy()
