"""The screens: home, study, summary; the only room that knows Textual."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.errors import Finding
from trainer.tui.app import TrainerApp

__all__ = ["TrainerApp", "open_home", "open_study"]


def open_home(collection: Collection, findings: Sequence[Finding] = ()) -> None:
    """Run the program from its home screen until the person quits."""
    _run(TrainerApp(collection, findings))


def open_study(collection: Collection, decks: Sequence[Deck] | None = None, findings: Sequence[Finding] = ()) -> None:
    """Run one session over the decks (all if not given), and its summary."""
    _run(TrainerApp(collection, findings, study=collection.decks if decks is None else decks))


def _run(app: TrainerApp) -> None:
    """Run to the end, and end the program with what the app ended with."""
    app.run()
    if app.return_code:
        sys.exit(app.return_code)
