"""`trainer drill host`: a drill that a room joins from its browsers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trainer.cli import say
from trainer.cli.drill_options import drill_options
from trainer.drill.draw import Wish
from trainer.drill.rules import Rules


@click.command("host", short_help="A room: players join from their browsers.")
@drill_options
@click.option("--lan", is_flag=True, help="Let the network in; without it only browsers on this machine can join.")
@click.option("--port", type=click.IntRange(0, 65_535), default=None, help="For the players; 8765 unless said, 0: any.")
@click.option(
    "--headless", is_flag=True, help="No screen: an event a line on standard output, commands on standard input."
)
@click.option("--allow-red", is_flag=True, help="Let TLP:RED onto the network all the same; the drill's log keeps it.")
def command(  # noqa: PLR0917 - click gives them by name
    decks: tuple[Path, ...],
    wish: Wish,
    rules: Rules,
    seed: int | None,
    lan: bool,
    port: int | None,
    headless: bool,
    allow_red: bool,
) -> None:
    """Host a drill: players join by address and code, the host steers it from here."""
    from trainer.cli.drill_bound import new_drill
    from trainer.cli.drill_run import run_host
    from trainer.cli.terminal import need_terminal

    if not headless:
        need_terminal("the host's screen", "trainer drill host --headless")
    made, path = new_drill(decks, wish, rules, seed, lan=lan, allow_red=allow_red)
    if lan:
        say(f"{made.marking or 'unmarked'}: the network can join; what is sent there can be read on the way.")
    sys.exit(run_host(path, lan=lan, port=port, headless=headless))
