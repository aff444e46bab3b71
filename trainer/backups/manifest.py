"""What a backup says of itself: the file `backup.json` in it, and the names that its members may have."""

from __future__ import annotations

import os
import re
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from trainer.text import clean

FORMAT = 1
"""The format that this version writes, and the newest that it reads."""
NAME = "backup.json"
LOG = "home/reviews.db"
_LONGEST = 240
_NAMES = re.compile(
    r"home/(?:reviews\.db|settings\.toml|decks/.+|approvals/[^/]+\.jsonl|drills/[^/]+\.db)|elsewhere/[1-9][0-9]{0,5}/.+"
)
_NOT_ON_WINDOWS = re.compile(
    r'[<>:"|?*]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:/|$)', re.IGNORECASE
)


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class Member(_Told):
    """One file in a backup."""

    name: str
    """`home/` and its path in the trainer's home; `elsewhere/N/` and its path from the folder of a deck kept there."""
    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    place: str = ""
    """Where a file from elsewhere was."""

    @property
    def is_database(self) -> bool:
        """Whether it is a log, and so a database."""
        return self.name == LOG or self.name.startswith("home/drills/")


class Manifest(_Told):
    """A backup, without what is in its members."""

    format: Annotated[int, Field(ge=1)] = FORMAT
    trainer: str
    """The version that wrote it."""
    made_at: Annotated[AwareDatetime, Field(strict=False)]
    marking: str = ""
    """The narrowest marking of all that is in it."""
    entries: Annotated[int, Field(ge=0)] | None = None
    """How many the review log holds; None without one."""
    files: tuple[Member, ...] = Field(default=(), strict=False)


def is_safe(name: str, *, on_windows: bool = os.name == "nt") -> bool:
    """Whether a member's name is one that a backup has, and leads to a place within the home on this system.

    >>> is_safe("home/decks/mali.toml"), is_safe("home/decks/../../.profile"), is_safe("/etc/passwd")
    (True, False, False)
    """
    if len(name) > _LONGEST or not name.isprintable() or clean(name) != name or not _NAMES.fullmatch(name):
        return False
    if "\\" in name or {"", ".", ".."} & set(name.split("/")):
        return False
    return not (on_windows and _NOT_ON_WINDOWS.search(name))
