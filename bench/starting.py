"""The network that parses in PyTorch, for other networks to start from, and their weights as bytes."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from trainer.transformer.bundled import FOLDER

LAYERS, WIDTH, HEADS = 6, 384, 12
"""As in the network that parses."""
LEARNING, NEW_LEARNING, WARMING = 1e-4, 1.5e-3, 0.1
"""Steps of its layers and of what it does not have, and the share of updates to warm up in."""


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
        self._held = np.load(FOLDER / "weights.npz")

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


class Encoder(nn.Module):
    """The layers, and the tables of pieces, shapes and places; the pieces stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        held = Held()
        self.words = nn.Embedding.from_pretrained(held.of("words"), freeze=True)
        self.places = nn.Embedding.from_pretrained(held.of("places"), freeze=False)
        self.shapes = nn.Embedding.from_pretrained(held.of("shapes"), freeze=False)
        self.norm, self.drop = held.norm("norm"), nn.Dropout(0.15)
        self.layers = nn.ModuleList(Layer(held, f"layer{number}.") for number in range(LAYERS))

    def encoded(self, pieces: Tensor, shapes: Tensor, is_piece: Tensor) -> Tensor:
        """(b, p) each to (b, p, width)."""
        places = self.places(torch.arange(pieces.shape[1]))
        x = self.drop(self.norm(self.words(pieces) + self.shapes(shapes) + places))
        for layer in self.layers:
            x = layer(x, is_piece)
        return x


def train(
    network: nn.Module,
    new: Container[str],
    rounds: Iterable[Iterable[Any]],
    updates: int,
    loss_of: Callable[[Any], Tensor],
) -> None:
    """Learn from the batches of each round, `updates` in all; what the network that parses lacks takes longer steps."""
    named = [(name.split(".")[0] in new, p) for name, p in network.named_parameters() if p.requires_grad]
    groups = [[p for is_new, p in named if is_new is wanted] for wanted in (False, True)]
    steps = torch.optim.AdamW([{"params": group} for group in groups], weight_decay=0.01)
    done, begun = 0, time.monotonic()
    for number, batches in enumerate(rounds, 1):
        losses = []
        for batch in batches:
            done += 1
            share = min(done / (WARMING * updates), max(updates - done, 0) / ((1 - WARMING) * updates) + 1e-3)
            for group, most in zip(steps.param_groups, (LEARNING, NEW_LEARNING), strict=True):
                group["lr"] = most * share
            loss = loss_of(batch)
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            losses.append(loss.item())
        print(f"round {number}: {sum(losses) / len(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)


def weights_of(encoder: Encoder, heads: dict[str, nn.Linear]) -> dict[str, NDArray]:
    """What it learned, a byte for each weight but for norms and what is added; without the pieces."""
    made: dict[str, NDArray] = {"norm": _pair(encoder.norm)}
    for name in ("places", "shapes"):
        made |= _bytes(name, _array(getattr(encoder, name).weight), 1)
    for number, layer in enumerate(encoder.layers):
        for part in ("qkv", "out", "up", "down"):
            made |= _dense(f"layer{number}.{part}", getattr(layer, part))
        made |= {f"layer{number}.{part}": _pair(getattr(layer, part)) for part in ("norm1", "norm2")}
    for name, head in sorted(heads.items()):
        made |= _dense(name, head)
    return made


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
