"""A trained network as the files that the package ships: a byte for each weight, and what the bytes stand for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from batches import Labels
from encoder import Annotator
from numpy.typing import NDArray
from torch import Tensor, nn

Arrays = dict[str, NDArray]
Axis = int | tuple[int, ...] | None


def needed(vocabulary: list[str]) -> list[int]:
    """The pieces that English texts can be cut into: Latin letters, figures and marks."""
    return [number for number, piece in enumerate(vocabulary) if _is_needed(piece)]


def save(network: Annotator, labels: Labels, vocabulary: list[str], folder: Path) -> None:
    """Write weights.npz, labels.json and vocabulary.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    made: Arrays = {}
    for name, layers in _dense(network):
        made |= _bytes(name, np.concatenate([_array(layer.weight) for layer in layers]).T, 0)
        made[f"{name}.add"] = np.concatenate([_array(layer.bias) for layer in layers])
    for name, norm in _norms(network):
        made[name] = np.stack([_array(norm.weight), _array(norm.bias)])
    for name, numbers, axis in _tables(network):
        made |= _bytes(name, _array(numbers), axis) if axis is not None else {name: _array(numbers)}
    np.savez(folder / "weights.npz", **made)
    (folder / "labels.json").write_text(json.dumps(asdict(labels), indent=0) + "\n", "utf-8")
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary), "utf-8")


@torch.no_grad()
def read(network: Annotator, folder: Path) -> None:
    """Put what was saved into a network of the same labels and vocabulary; what the file lacks stays as it is."""
    held = np.load(folder / "weights.npz")
    kept = set(held.files)

    def of(name: str) -> Tensor:
        scale = held[f"{name}.scale"] if f"{name}.scale" in kept else 1
        return torch.from_numpy((held[name] * scale).astype(np.float32))

    for name, layers in ((name, layers) for name, layers in _dense(network) if name in kept):
        sizes = [layer.out_features for layer in layers]
        for layer, weight, add in zip(layers, of(name).T.split(sizes), of(f"{name}.add").split(sizes), strict=True):
            layer.weight.copy_(weight)
            layer.bias.copy_(add)
    for name, norm in _norms(network):
        for parameter, row in zip((norm.weight, norm.bias), of(name), strict=True):
            parameter.copy_(row)
    for name, numbers, _ in _tables(network):
        if name in kept:
            numbers.copy_(of(name))


def _is_needed(piece: str) -> bool:
    if piece in {"[UNK]", "[CLS]", "[SEP]", "["}:
        return True
    letters = piece.removeprefix("##")
    known = all(c < "\u0250" or "\u2010" <= c <= "\u2044" or c in "€£₹" for c in letters)
    return known and not piece.startswith("[")


def _dense(network: Annotator) -> Iterator[tuple[str, list[nn.Linear]]]:
    """Layers by name, those together that are kept side by side, their inputs down and their outputs across."""
    for number, layer in enumerate(network.encoder.layers):
        yield f"layer{number}.qkv", [layer.query, layer.key, layer.value]
        yield from ((f"layer{number}.{name}", [getattr(layer, name)]) for name in ("out", "up", "down"))
    yield from ((name, [getattr(network, name)]) for name in ("tags", "parts", "names", "dependent", "head", "status"))
    yield from (("label.dependent", [network.label_dependent]), ("label.head", [network.label_head]))
    for name in ("same", "owner"):
        earlier = getattr(network, name)
        yield from ((f"{name}.later", [earlier.later]), (f"{name}.earlier", [earlier.earlier]))


def _norms(network: Annotator) -> Iterator[tuple[str, nn.LayerNorm]]:
    yield "norm", network.encoder.norm
    for number, layer in enumerate(network.encoder.layers):
        yield from ((f"layer{number}.norm1", layer.norm1), (f"layer{number}.norm2", layer.norm2))


def _tables(network: Annotator) -> Iterator[tuple[str, nn.Parameter, Axis]]:
    """Numbers by name, and along which axis those lie that share a scale; None for what is kept as it is."""
    encoder = network.encoder
    yield from (("words", encoder.words.weight, 1), ("places", encoder.places.weight, 1))
    yield from (("shapes", encoder.shapes.weight, 1), ("relations", network.relations, (1, 2)))
    yield from (("arcs", network.arcs, 0), ("arcs.head", network.arcs_head, None))
    for name in ("same", "owner"):
        earlier = getattr(network, name)
        yield from ((f"{name}.matrix", earlier.matrix, 0), (f"{name}.lean", earlier.lean, None))
        yield f"{name}.far", earlier.far, None


def _bytes(name: str, numbers: NDArray, axis: Axis) -> Arrays:
    """The numbers as bytes from -127 to 127, those along an axis with one scale."""
    scale = np.abs(numbers).max(axis=axis, keepdims=True) / 127
    scale[scale == 0] = 1
    return {name: np.round(numbers / scale).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}


def _array(numbers: Tensor) -> NDArray:
    return numbers.detach().float().cpu().numpy()
