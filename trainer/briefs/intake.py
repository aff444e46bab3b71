"""From a path to its bytes: the only place of this room that touches the disk."""

from __future__ import annotations

import stat
from pathlib import Path

from trainer.errors import BriefRefused
from trainer.text import one_line

LARGEST = 4 * 1024 * 1024
"""Bytes of the largest brief."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises BriefRefused for what is no file of at most LARGEST bytes that may be read."""
    where = one_line(str(path))
    try:
        status = path.stat()
        _refuse_kind(status.st_mode, where)
        _refuse_size(status.st_size, where)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)  # a file may grow, and some under /proc have no size
    except FileNotFoundError:
        raise BriefRefused("there is no such file.", where=where, remedy="Check the path.") from None
    except PermissionError:
        remedy = "Ask for the right to read it, or copy it."
        raise BriefRefused("you may not read this file.", where=where, remedy=remedy) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        message = f"it cannot be read ({one_line(reason, 80).lower()})."
        raise BriefRefused(message, where=where, remedy="Check the path.") from None
    _refuse_size(len(content), where)
    return content


def _refuse_kind(mode: int, where: str) -> None:
    if stat.S_ISDIR(mode):
        raise BriefRefused("this is a folder.", where=where, remedy="Name the brief's file in it.")
    if not stat.S_ISREG(mode):
        remedy = "Save its text in a file and read that."
        raise BriefRefused("this is a device or a pipe and no file.", where=where, remedy=remedy)


def _refuse_size(size: int, where: str) -> None:
    if size > LARGEST:
        message = f"it is larger than {LARGEST // 1024**2} MiB, the most that a brief may have."
        raise BriefRefused(message, where=where, remedy="Save only the text to learn.")
