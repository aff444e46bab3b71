"""A picture that a card names: a path from the deck's folder, and why it may not be used."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from trainer.text import one_line

ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"})
MOST_BYTES = 16 * 2**20
"""Of one picture."""
_LONGEST = 48
"""Characters of a picture's name that are told."""


def name_of(path: str) -> str:
    """What a picture is called, without its folders.

    >>> name_of("media/map of the north.png")
    'map of the north.png'
    """
    return one_line(path.rpartition("/")[2] or path, _LONGEST)


def is_inside(path: str) -> bool:
    """Whether a path leads from a folder to something in it, on any system."""
    pure = PurePosixPath(path)
    if not path or "\\" in path or PureWindowsPath(path).drive or pure.is_absolute():
        return False
    return ".." not in pure.parts and "\x00" not in path


def trouble_with(folder: Path, path: str) -> str:
    """Why a picture beside a deck may not be used, in a few words; empty if it may."""
    if not is_inside(path):
        return "its path leads out of the deck's folder"
    file = folder / path
    if file.suffix.lower() not in ENDINGS:
        return f"it ends in none of {', '.join(sorted(ENDINGS))}"
    if not file.is_file():
        return "there is no such file"
    if not file.resolve().is_relative_to(folder.resolve()):
        return "it is a link out of the deck's folder"
    if file.stat().st_size > MOST_BYTES:
        return f"it is larger than {MOST_BYTES // 2**20} MiB"
    return ""
