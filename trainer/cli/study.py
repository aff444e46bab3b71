"""`trainer study`: a session on screen, or line by line with `--plain`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trainer.cli import complain_of
from trainer.errors import TrainerError


@click.command("study")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and scripts.")
def command(decks: tuple[Path, ...], plain: bool) -> None:
    """Study what today holds, from the decks named or from all.

    With --plain: Enter shows the answer; then 1 to 4 or again, hard, good, easy; u takes the last rating back; q ends.
    """
    from trainer.cli.terminal import need_terminal
    from trainer.collection import Collection

    if not plain:
        need_terminal("the study screen", "trainer study --plain")
    collection, findings = Collection.open(decks)
    with collection:
        code = complain_of(findings)
        if not collection.decks:
            raise TrainerError("there is no deck to study.", remedy="Make one: trainer build BRIEF -o decks/NAME.toml.")
        if plain:
            from trainer.cli.plain import PlainStudy

            PlainStudy(collection, sys.stdin, sys.stdout).run()
        else:
            from trainer.tui import open_study

            open_study(collection, collection.decks, findings)
    sys.exit(code)
