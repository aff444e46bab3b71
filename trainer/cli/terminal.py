"""Whether there is somebody to talk to."""

from __future__ import annotations

import sys

from trainer.errors import TrainerError


def at_terminal() -> bool:
    """Whether a person can see what is printed and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def need_terminal(what: str, instead: str) -> None:
    """Raise TrainerError if no person is there, or no terminal to draw on: Textual draws on standard error."""
    if not (at_terminal() and sys.stderr.isatty()):
        raise TrainerError(f"{what} needs a terminal.", remedy=f"Use `{instead}`.")
