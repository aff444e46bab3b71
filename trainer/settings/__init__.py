"""What a person may set, in `settings.toml` in the trainer's home."""

from __future__ import annotations

from pathlib import Path

from trainer.settings.settings import Leech, Mix, Mode, NewOrder, Pause, ReviewOrder, Scheduling, Settings
from trainer.text import one_line

__all__ = ["Leech", "Mix", "Mode", "NewOrder", "Pause", "ReviewOrder", "Scheduling", "Settings", "read_settings"]


def read_settings(path: Path) -> Settings:
    """The settings in a file; the defaults if there is none. Raises SettingsRefused."""
    try:
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):  # a file in the home's place is told by whoever writes there
        return Settings()
    except (OSError, ValueError) as error:
        from trainer.settings.read import unreadable

        raise unreadable(error, one_line(str(path))) from error
    from trainer.settings.read import parse_settings

    return parse_settings(text, one_line(str(path)))
