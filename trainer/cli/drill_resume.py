"""`trainer drill resume`: a drill that was left, that broke off, or whose server is gone."""

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
    from trainer.cli.drill_run import is_at_a_table, run_host, run_table
    from trainer.drill.shelf import find_log

    path = find_log(drill)
    if is_at_a_table(path):
        run_table(path)
    else:
        sys.exit(run_host(path, lan=lan, port=port, headless=headless))
