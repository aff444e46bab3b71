"""Where drills are kept: one log for each, in the trainer's home, the newest by name last."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

from trainer import locations
from trainer.errors import TrainerError
from trainer.text import counted, one_line, slug


def drill_folder() -> Path:
    """The folder of all drills' logs."""
    return locations.home() / "drills"


def drill_id(title: str, now: dt.datetime) -> str:
    """A drill's id: the second that it was made in, and what it is about.

    >>> drill_id("Mali and the end of MINUSMA", dt.datetime(2026, 2, 16, 9, 30, 5))
    '20260216-093005-mali-and-the-end-of'
    """
    return f"{now:%Y%m%d-%H%M%S}-{slug(title, 20)}"


def free_id(wish: str) -> str:
    """The id, with a number behind it if a drill of the same second has it already."""
    numbered = (wish if number == 1 else f"{wish}-{number}" for number in itertools.count(1))
    return next(drill for drill in numbered if not log_path(drill).exists())


def log_path(drill: str) -> Path:
    """Where a drill's log is."""
    return drill_folder() / f"{slug(drill, 80)}.db"


def drill_logs() -> list[Path]:
    """The logs of all drills, the oldest first."""
    folder = drill_folder()
    return sorted(folder.glob("*.db"), key=lambda path: path.stem) if folder.is_dir() else []


def find_log(name: str = "") -> Path:
    """The log of the drill whose id begins so; of the latest if none is named. Raises TrainerError."""
    logs = drill_logs()
    found = [path for path in logs if path.stem.startswith(name)]
    exact = [path for path in found if path.stem == name]
    if name and len(found) > 1 and not exact:
        message = f"{counted(len(found), 'drill begins', 'drills begin')} so."
        raise TrainerError(message, where=one_line(name), remedy="Type more of the name.")
    if not found:
        where = one_line(name) if name else one_line(str(drill_folder()))
        raise TrainerError("there is no such drill." if name else "there is no drill yet.", where=where,
                           remedy="Run one: trainer drill DECK.")  # fmt: skip
    return exact[0] if exact else found[-1]
