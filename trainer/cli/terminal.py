"""Whether there is somebody to talk to."""

from __future__ import annotations

import gc
import sys
from typing import TextIO

from trainer.errors import TrainerError


def at_terminal() -> bool:
    """Whether a person can see what is printed and can answer."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream, which may have been closed before we began, is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def need_terminal(what: str, instead: str) -> None:
    """Raise TrainerError if no person is there, or no terminal to draw on: Textual draws on standard error."""
    if not (at_terminal() and _is_terminal(sys.stderr)):
        raise TrainerError(f"{what} needs a terminal.", remedy=f"Use `{instead}`.")


def begin_screens(what: str, instead: str) -> None:
    """Raise TrainerError as `need_terminal` does; else load what a screen needs without looking for garbage in it.

    All of that stays. The window looks for garbage again once it is painted.
    """
    need_terminal(what, instead)
    gc.disable()
