"""Where files live; `TRAINER_HOME` overrides all of it."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The folder that holds one person's progress, settings and decks."""
    override = os.environ.get("TRAINER_HOME")
    if not override:
        import platformdirs  # loads much, which the override spares

        return platformdirs.user_data_path("trainer", appauthor=False)
    try:
        return Path(override).expanduser()
    except RuntimeError:  # `~somebody` who is not known here
        return Path(override)


def reviews_file() -> Path:
    """The review log."""
    return home() / "reviews.db"


def settings_file() -> Path:
    """The settings that a person may edit."""
    return home() / "settings.toml"


def deck_folders() -> list[Path]:
    """Where decks are looked for when none is named: `decks/` here, then the home's own."""
    folders = [Path("decks"), home() / "decks"]
    return [folder for folder in folders if _is_folder(folder)]


def _is_folder(path: Path) -> bool:
    """As `Path.is_dir`; a place that may not be looked at, or that cannot exist, is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def deck_files() -> list[Path]:
    """Every deck in the deck folders, in the order of folder and name."""
    return [path for folder in deck_folders() for path in sorted(folder.glob("*.toml"))]
