"""The picture of a card, opened in the system's own viewer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trainer.decks import Cover
from trainer.decks.pictures import name_of, trouble_with
from trainer.errors import TrainerError
from trainer.text import one_line

Show = Callable[[Path], None]

_PATIENCE_S = 5.0
"""How long a viewer may take to say that it cannot; one that says nothing until then has the picture open."""


def open_picture(cover: Cover, path: str, show: Show | None = None) -> str:
    """Open a picture that a card of a deck names; a word about it. May take seconds.

    Raises TrainerError: it is none, lies outside the deck's folder, or nothing here can show it.
    """
    folder = cover.path.parent if cover.path else Path()
    try:
        trouble = trouble_with(folder, path) if cover.path else "its deck has no file that it could lie beside"
        if not trouble:
            (show or in_viewer)((folder / path).resolve())
    except OSError as error:
        trouble = one_line(error.strerror or str(error)).lower()
    if trouble:
        raise TrainerError(f"{name_of(path)} is not opened: {trouble}.")
    return f"{name_of(path)} is open in the system's viewer."


def in_viewer(file: Path) -> None:
    """Hand a file to the system's viewer, which lives on by itself. Raises TrainerError if there is none."""
    if sys.platform == "win32":
        os.startfile(file)  # noqa: S606 - the viewer that the person chose, for a picture that was looked at
        return
    command = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if command is None or not _has_display():
        missing = "no display" if command else "no xdg-open"
        raise TrainerError(f"There is {missing} here to show a picture.", remedy=f"It is {one_line(str(file))}")
    nothing = subprocess.DEVNULL
    how: dict[str, Any] = {"stdin": nothing, "stdout": nothing, "stderr": nothing, "start_new_session": True}
    viewer = subprocess.Popen([command, str(file)], **how)  # noqa: S603 - no shell, and the path begins with a slash
    try:
        code = viewer.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        return
    if code:
        raise TrainerError("The system has no viewer for this picture.", remedy=f"It is {one_line(str(file))}")


def _has_display() -> bool:
    """Whether there is a screen for windows; only X and Wayland may be absent."""
    return sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
