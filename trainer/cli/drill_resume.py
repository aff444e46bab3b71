"""`trainer drill resume`: the host's screen of a drill that was left, or whose server is gone."""

from __future__ import annotations

import sys

import click


@click.command("resume", short_help="Go on with a drill that was left or broke off.")
@click.argument("drill", default="", metavar="[DRILL]")
@click.option("--lan", is_flag=True, help="Let the network in, if the server has to be begun anew.")
@click.option("--port", type=click.IntRange(0, 65_535), default=None, help="For the players, if begun anew.")
@click.option("--headless", is_flag=True, help="No screen: lines out, commands in.")
def command(drill: str, lan: bool, port: int | None, headless: bool) -> None:
    """Go on with the latest drill, or with the one whose name begins so; every answer is still there."""
    from trainer.cli.drill_run import run_host
    from trainer.drill.shelf import find_log

    sys.exit(run_host(find_log(drill), lan=lan, port=port, headless=headless))
