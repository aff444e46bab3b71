"""`trainer`: the home screen."""

from __future__ import annotations

from trainer.cli import complain


def open_home() -> None:
    """Open the decks in the deck folders on the home screen; what is wrong with them goes to standard error."""
    from trainer.cli.terminal import begin_screens

    begin_screens("the home screen", "trainer due` or `trainer study --plain")
    from trainer.cli.opened import opened

    collection, findings = opened()
    with collection:
        for finding in findings:
            complain(finding)
        from trainer.tui import open_home as run

        run(collection, findings)
