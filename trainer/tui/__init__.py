"""The screens: home, study, summary; the only room that knows Textual, which is loaded when one of them is opened."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.collection import Collection
    from trainer.errors import Finding
    from trainer.study import Manner
    from trainer.tui.app import TrainerApp
    from trainer.tui.study import Begin

__all__ = ["open_home", "open_study"]


def open_home(collection: Collection, findings: Sequence[Finding] = ()) -> None:
    """Run the program from its home screen until the person quits."""
    from trainer.tui.app import TrainerApp

    _run(TrainerApp(collection, findings))


def open_study(
    collection: Collection, manner: Manner, begin: Begin | None = None, findings: Sequence[Finding] = ()
) -> None:
    """Run one session over the collection's day, or as `begin` begins it, and its summary."""
    from trainer.tui.app import TrainerApp

    _run(TrainerApp(collection, findings, collection.decks, begin, manner))


def _run(app: TrainerApp) -> None:
    """Run to the end, and end the program with what the app ended with."""
    app.run()
    if app.return_code:
        sys.exit(app.return_code)
