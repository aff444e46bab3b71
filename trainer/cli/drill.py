"""`trainer drill`: a team asked together, at one terminal or in a room, and what came of it."""

from __future__ import annotations

import importlib

import click

COMMANDS = ("here", "host", "report", "resume", "serve", "take")


class _Drills(click.Group):
    """The drill's commands, each imported when it is asked for; decks by themselves mean `here`."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"trainer.cli.drill_{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*COMMANDS, "-h", "--help"}:
            args = ["here", *args]
        return super().parse_args(ctx, args)


@click.group("drill", cls=_Drills, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Drill a team before a briefing.

    trainer drill DECK... is played at this terminal, as trainer drill here DECK... is; trainer drill host DECK... from
    the browsers of a room.
    """
