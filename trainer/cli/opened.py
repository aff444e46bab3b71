"""The collection that a command works on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.collection import Collection
    from trainer.errors import Finding


def opened(paths: Iterable[Path] = ()) -> tuple[Collection, tuple[Finding, ...]]:
    """The collection of some decks, or of all, and what is wrong with them; raises as `Collection.open`.

    Whoever watches sees how far a large deck is that has to be read.
    """
    from trainer.cli.progress import reading
    from trainer.collection import Collection

    with reading() as tell:
        return Collection.open(paths, tell=tell)
