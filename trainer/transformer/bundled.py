"""The weights of the network that parses, and the pieces of words that all networks of the package share."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.transformer.layers import Layers
from trainer.transformer.wordpieces import WordPieces

FOLDER = Path(__file__).parent / "pipeline"
"""The weights of the network that parses."""
WORDS = ("words", "words.scale")
"""What other networks share of them: a row for each piece, as bytes, and a scale for each row."""


@cache
def words(folder: Path = FOLDER) -> dict[str, NDArray[Any]]:
    """The rows of all pieces in a folder, read once."""
    held = np.load(folder / "weights.npz")
    return {name: held[name] for name in WORDS}


def sharing(folder: Path) -> Layers:
    """The layers of a network whose weights lie in a folder, but for the rows of pieces, which it shares."""
    held = np.load(folder / "weights.npz")
    return Layers({**words(), **{name: held[name] for name in held.files if name not in WORDS}})


@cache
def pieces(folder: Path = FOLDER) -> WordPieces:
    """The pieces of a folder, read once."""
    return WordPieces((folder / "vocabulary.txt").read_text("utf-8").split("\n"))
