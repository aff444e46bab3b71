"""What a person may set, in `settings.toml` in the trainer's home."""

from trainer.settings.settings import Scheduling, Settings, read_settings

__all__ = ["Scheduling", "Settings", "read_settings"]
