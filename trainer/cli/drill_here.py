"""`trainer drill DECK...`: teams at one terminal, in turn or with a key each to buzz."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from trainer.cli.drill_options import drill_options
from trainer.drill.draw import Wish
from trainer.drill.rules import Rules, Style


@click.command("here", short_help="Teams at this terminal, in turn or by buzzer.")
@drill_options
@click.option("--buzzer", is_flag=True, help="Whoever knows it first answers; without it teams take turns.")
@click.option("--no-steal", is_flag=True, help="In turns, nobody answers what another has missed.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and scripts.")
def command(  # noqa: PLR0917 - click gives them by name
    decks: tuple[Path, ...], wish: Wish, rules: Rules, seed: int | None, buzzer: bool, no_steal: bool, plain: bool
) -> None:
    """Drill teams at this terminal; their names are those of --teams, or Team A and Team B."""
    from trainer.cli.drill_bound import new_drill
    from trainer.cli.drill_run import run_table
    from trainer.cli.terminal import need_terminal

    if not plain:
        need_terminal("the drill's screen", "trainer drill --plain")
    names = rules.teams or ("Team A", "Team B")
    style = Style.BUZZER if buzzer else Style.TURNS
    _, path = new_drill(decks, wish, replace(rules, style=style, steal=not no_steal, teams=()), seed)
    run_table(path, names, plain=plain)
