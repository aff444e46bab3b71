"""The command line: one file per command, and the one place that catches what a user can be told."""

from __future__ import annotations

import importlib
import io
import os
import sys
import traceback
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path

import click

from trainer import __version__
from trainer.errors import Finding, TrainerError, Unforeseen, unforeseen
from trainer.text import clean, one_line

COMMANDS = (
    "backup", "build", "check", "doctor", "drill", "due", "export", "fit", "import", "ready", "restore", "simulate",
    "stats", "study",
)  # fmt: skip
_FILES = {"import": "import_"}  # `import` is a word of Python's own


class Exit(IntEnum):
    """What a command's exit code says."""

    DONE = 0
    PROBLEM = 1
    USAGE = 2


class _Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"trainer.cli.{_FILES.get(cmd_name, cmd_name)}").command
        return command


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="trainer")
@click.pass_context
def root(context: click.Context) -> None:
    """Quiz and flashcard trainer for analysts.

    Without a command it opens the home screen: your decks, what is due, and Enter to study.
    """
    if context.invoked_subcommand is None:
        from trainer.cli.home import open_home

        open_home()


def main() -> None:
    """Run one command; every problem that has a message ends here, as one line on standard error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    _open_missing_streams()
    try:
        try:
            root.main(standalone_mode=False)
        finally:
            sys.stdout.flush()
    except TrainerError as error:
        complain(error)
        sys.exit(Exit.PROBLEM)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.USAGE)
    except (click.Abort, KeyboardInterrupt):
        say("stopped.")
        sys.exit(Exit.PROBLEM)
    except OSError as error:
        _give_up_output()
        if not isinstance(error, BrokenPipeError):
            reason = (error.strerror or str(error)).lower()
            complain(TrainerError(f"could not go on: {reason}.", remedy="Check where its output goes."))
        sys.exit(Exit.PROBLEM)
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is one line too
        complain(unforeseen(error))
        sys.exit(Exit.PROBLEM)


def _open_missing_streams() -> None:
    """Give a program that was begun with a standard stream closed an empty one in its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open while we run


def _give_up_output() -> None:
    """Let nothing more be written where writing failed, so that the interpreter's own last flush is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(problem: TrainerError | Finding) -> None:
    """One problem, one line, on standard error; with TRAINER_DEBUG how a fault of ours came about, too."""
    print(f"trainer: {one_line(str(problem))}", file=sys.stderr)
    if isinstance(problem, Unforeseen) and os.environ.get("TRAINER_DEBUG"):
        say("".join(traceback.format_exception(problem.__cause__)))


def complain_of(findings: Iterable[Finding]) -> Exit:
    """Each finding on a line; the exit code for a command that went on with what was good."""
    left_out = False
    for finding in findings:
        complain(finding)
        left_out |= finding.left_out
    return Exit.PROBLEM if left_out else Exit.DONE


def say(text: str) -> None:
    """Talk, on standard error."""
    print(clean(text), file=sys.stderr)


def put(text: str) -> None:
    """Data, on standard output."""
    print(clean(text))
