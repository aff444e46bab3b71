"""The training behind `keeping.py --fit`, in PyTorch; `trainer/language/scored.py` is the same network in numpy."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from keeping import (
    CRITERIA,
    EPOCHS,
    HEAD_LEARNING,
    HEADS,
    LAYERS,
    LEARNING,
    MARKS,
    SELF_CONTAINED,
    TOGETHER,
    WARMING,
    WIDTH,
    Judged,
)
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from trainer.language.parser import BUNDLED, network
from trainer.language.scored import NO_MARK, Row, row_of
from trainer.language.wordpieces import NO_WORD
from trainer.questions.keeping import FOLDER

SEED = 1
BUCKET = 8
"""Batches that are sorted by length together."""
OTHERS, ANY_WORD, EACH_WORD = 0.5, 0.5, 4.0
"""What a criterion, a card's likeliest word and each of its words weigh beside the verdict."""
RARE = 3.0
"""How many times as much a word that is marked weighs as one that is not."""
LIKE = (SELF_CONTAINED, "grammatical")
"""The criteria that stand for the marks in cards of which no words are marked."""


class Dense(nn.Linear):
    """A dense layer that multiplies in sixteen bits, far faster where the processor can, and adds in full."""

    def forward(self, x: Tensor) -> Tensor:
        """(..., in) to (..., out)."""
        weight, add = self.weight.bfloat16(), self.bias.bfloat16()
        return functional.linear(x.bfloat16(), weight, add).float()


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

    def dense(self, name: str) -> Dense:
        """A dense layer."""
        weight = self.of(name).T
        layer = Dense(weight.shape[1], weight.shape[0])
        layer.weight.data, layer.bias.data = weight.contiguous(), self.of(name + ".add")
        return layer

    def norm(self, name: str) -> nn.LayerNorm:
        """A layer's norm."""
        layer = nn.LayerNorm(WIDTH, 1e-12)
        layer.weight.data, layer.bias.data = (row.clone() for row in self.of(name))
        return layer


class Reader(nn.Module):
    """Texts to the logits of the verdict and of each criterion's failure, and of the marks of each word."""

    def __init__(self) -> None:
        super().__init__()
        held = Held()
        self.words = nn.Embedding.from_pretrained(held.of("words"), freeze=True)
        self.places = nn.Embedding.from_pretrained(held.of("places"), freeze=False)
        self.shapes = nn.Embedding.from_pretrained(held.of("shapes"), freeze=False)
        self.norm, self.drop = held.norm("norm"), nn.Dropout(0.15)
        self.layers = nn.ModuleList(Layer(held, f"layer{number}.") for number in range(LAYERS))
        self.scores = nn.Linear(2 * WIDTH, 1 + len(CRITERIA))
        self.marks, self.mix = nn.Linear(WIDTH, len(MARKS)), nn.Linear(len(MARKS), 1)
        nn.init.zeros_(self.mix.weight)

    def forward(self, told: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Logits: (b, 1 + criteria) of the texts, (b, p, marks) of the pieces, (b, marks) of the likeliest words."""
        places = self.places(torch.arange(told.pieces.shape[1]))
        x = self.drop(self.norm(self.words(told.pieces) + self.shapes(told.shapes) + places))
        for layer in self.layers:
            x = layer(x, told.is_piece)
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
    reader, rows = Reader(), [row_of(card.text, network().pieces) for card in cards]
    verdicts = torch.tensor([[float(card.kept), *(float(name in card.fails) for name in CRITERIA)] for card in cards])
    any_word = torch.tensor([_bears_any(card) for card in cards])
    is_marked = torch.tensor([card.marked is not None for card in cards])
    layers = [p for name, p in reader.named_parameters() if p.requires_grad and name.split(".")[0] not in NEW]
    new = [p for name, p in reader.named_parameters() if name.split(".")[0] in NEW]
    steps = torch.optim.AdamW([{"params": layers}, {"params": new}], weight_decay=0.01)
    every = EPOCHS * -(-len(cards) // TOGETHER)
    done, begun = 0, time.monotonic()
    for epoch in range(EPOCHS):
        lost = 0.0
        for some in _batches(rows, rng):
            done += 1
            share = min(done / (WARMING * every), max(every - done, 0) / ((1 - WARMING) * every) + 1e-3)
            for group, most in zip(steps.param_groups, (LEARNING, HEAD_LEARNING), strict=True):
                group["lr"] = most * share
            told = _batch([cards[n] for n in some], [rows[n] for n in some])
            loss = _loss(reader(told), told, verdicts[some], any_word[some], is_marked[some])
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            steps.step()
            lost += loss.item() * len(some)
        print(f"round {epoch + 1} of {EPOCHS}: {lost / len(cards):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
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
    pieces, shapes = (np.full((len(rows), longest), filler) for filler in (0, NO_WORD))
    is_piece, is_asked = (np.zeros((len(rows), longest), dtype=bool) for _ in range(2))
    marked = np.zeros((len(rows), longest, len(MARKS)), dtype=np.float32)
    for n, (card, row) in enumerate(zip(cards, rows, strict=True)):
        length = len(row.numbers)
        pieces[n, :length], shapes[n, :length], is_piece[n, :length] = row.numbers, row.shapes, True
        begins = np.array(row.begins)
        is_asked[n, :length] = (begins >= card.asked[0]) & (begins < card.asked[1])
        for mark, places in enumerate(card.marked or ()):
            for start, end in places:
                marked[n, :length, mark][(begins >= start) & (begins < end)] = 1
    return Batch(*map(torch.from_numpy, (pieces, shapes, is_piece, is_asked, marked)))


def save(reader: Reader) -> None:
    """Write the weights, a byte for each but for norms and what is added."""
    made: dict[str, NDArray] = {"norm": _pair(reader.norm)}
    for name in ("places", "shapes"):
        made |= _bytes(name, _array(getattr(reader, name).weight), 1)
    for number, layer in enumerate(reader.layers):
        for part in ("qkv", "out", "up", "down"):
            made |= _dense(f"layer{number}.{part}", getattr(layer, part))
        made |= {f"layer{number}.{part}": _pair(getattr(layer, part)) for part in ("norm1", "norm2")}
    for name in sorted(NEW):
        made |= _dense(name, getattr(reader, name))
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
