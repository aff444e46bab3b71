"""What can go wrong in front of a user: errors that stop, findings that do not."""

from __future__ import annotations

from dataclasses import dataclass


def _sentence(where: str, message: str, remedy: str) -> str:
    """One line: where, what, what to do."""
    parts = [f"{where}: {message}" if where else message]
    if remedy:
        parts.append(remedy)
    return " ".join(" ".join(part.split()) for part in parts)


class TrainerError(Exception):
    """A problem that stops a command and that its message explains."""

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the three parts apart; `str()` joins them on one line."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        return _sentence(self.where, self.message, self.remedy)


class BriefRefused(TrainerError):
    """A brief that cannot be read, or that has nothing to ask."""


class DeckRefused(TrainerError):
    """A deck file of which nothing can be read."""


class SettingsRefused(TrainerError):
    """A settings file with a value that cannot be used."""


class LogRefused(TrainerError):
    """A review log that this version must not touch."""


class NotSaved(TrainerError):
    """Something could not be written; what was there before is still there."""


class ExportRefused(TrainerError):
    """An export that would break a rule, such as a marking."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader or a checker noticed and went on after."""

    where: str
    """File and line, or file and card."""
    message: str
    """What is wrong, as a sentence."""
    remedy: str = ""
    """What to do about it, as a sentence."""
    left_out: bool = False
    """Whether something that the file holds could not be used."""

    def __str__(self) -> str:
        return _sentence(self.where, self.message, self.remedy)
