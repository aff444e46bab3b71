"""A trained network as the files that the package ships: a byte for each weight, and what the bytes stand for."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
from encoder import Annotator
from examples import Labels
from numpy.typing import NDArray
from torch import Tensor, nn

Arrays = dict[str, NDArray]


def needed(vocabulary: list[str]) -> list[int]:
    """The pieces that English texts can be cut into: Latin letters, figures and marks."""
    return [number for number, piece in enumerate(vocabulary) if _is_needed(piece)]


def save(network: Annotator, labels: Labels, vocabulary: list[str], folder: Path) -> None:
    """Write weights.npz, labels.json and vocabulary.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = needed(vocabulary)
    np.savez(folder / "weights.npz", **_arrays(network, kept))
    (folder / "labels.json").write_text(json.dumps(asdict(labels), indent=0) + "\n", "utf-8")
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary[number] for number in kept), "utf-8")


def _is_needed(piece: str) -> bool:
    if piece in {"[UNK]", "[CLS]", "[SEP]", "["}:
        return True
    letters = piece.removeprefix("##")
    known = all(c < "\u0250" or "\u2010" <= c <= "\u2044" or c in "€£₹" for c in letters)
    return known and not piece.startswith("[")


def _arrays(network: Annotator, kept: list[int]) -> Arrays:
    encoder = network.encoder
    made = _bytes("words", _array(encoder.words.weight)[kept], axis=1)
    made |= _bytes("places", _array(encoder.places.weight), axis=1)
    made |= _bytes("shapes", _array(encoder.shapes.weight), axis=1)
    made["norm"] = _norm(encoder.norm)
    for number, layer in enumerate(encoder.layers):
        start = f"layer{number}."
        asked = [layer.query, layer.key, layer.value]
        made |= _dense(start + "qkv", *asked) | _dense(start + "out", layer.out)
        made |= _dense(start + "up", layer.up) | _dense(start + "down", layer.down)
        made |= {start + "norm1": _norm(layer.norm1), start + "norm2": _norm(layer.norm2)}
    for name in ("tags", "parts", "names", "dependent", "head", "given"):
        made |= _dense(name, getattr(network, name))
    made |= _dense("label.dependent", network.label_dependent) | _dense("label.head", network.label_head)
    made |= _bytes("arcs", _array(network.arcs), axis=0) | {"arcs.head": _array(network.arcs_head)}
    return made | _bytes("relations", _array(network.relations), axis=(1, 2))


def _bytes(name: str, numbers: NDArray, axis: int | tuple[int, ...]) -> Arrays:
    """The numbers as bytes from -127 to 127, those along an axis with one scale."""
    scale = np.abs(numbers).max(axis=axis, keepdims=True) / 127
    scale[scale == 0] = 1
    return {name: np.round(numbers / scale).astype(np.int8), f"{name}.scale": scale.astype(np.float32)}


def _dense(name: str, *layers: nn.Linear) -> Arrays:
    """Layers side by side, their inputs down and their outputs across."""
    weights = np.concatenate([_array(layer.weight) for layer in layers]).T
    added = np.concatenate([_array(layer.bias) for layer in layers])
    return _bytes(name, weights, axis=0) | {f"{name}.add": added}


def _norm(norm: nn.LayerNorm) -> NDArray:
    return np.stack([_array(norm.weight), _array(norm.bias)])


def _array(numbers: Tensor) -> NDArray:
    return numbers.detach().float().numpy()
