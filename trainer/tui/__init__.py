"""The screens: home, study, summary; the only room that knows Textual."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.errors import Finding
from trainer.tui.app import TrainerApp

__all__ = ["TrainerApp", "open_home", "open_study"]


def open_home(collection: Collection, findings: Sequence[Finding] = ()) -> None:
    """Run the program from its home screen until the person quits."""
    TrainerApp(collection, findings).run()


def open_study(collection: Collection, decks: Sequence[Deck] | None = None, findings: Sequence[Finding] = ()) -> None:
    """Run one session over the decks (all if not given), and its summary."""
    TrainerApp(collection, findings, study=collection.decks if decks is None else decks).run()
