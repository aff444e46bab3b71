"""What can go wrong in front of a user: errors that stop, findings that do not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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


class BackupRefused(TrainerError):
    """A file that is no backup, or one that is not whole."""


class ImportRefused(TrainerError):
    """A file of cards that cannot be read, or that would not be safe to read."""


class ExportRefused(TrainerError):
    """An export that would break a rule, such as a marking."""


class SearchRefused(TrainerError):
    """A search that cannot be understood."""

    def __init__(self, message: str, *, at: int, remedy: str) -> None:
        """`at` is the character of the query, from 1; 0 for its end."""
        super().__init__(message, where=f"at character {at}" if at else "at the end", remedy=remedy)
        self.at = at


class Unforeseen(TrainerError):
    """A fault of the program itself, for a person to report; its cause is the exception that nobody caught."""


def unforeseen(error: Exception, where: str = "") -> Unforeseen:
    """The error that tells of an exception which should not have come up: what it is and where it came from."""
    import traceback  # slow to load, and nothing needs it as a rule

    frame = next(reversed(traceback.extract_tb(error.__traceback__)), None)
    place = f" at {Path(frame.filename).name}:{frame.lineno}" if frame else ""
    said = f": {error}"[:120] if str(error) else ""
    fault = Unforeseen(
        f"the trainer failed here, and it should not have ({type(error).__name__}{said}{place}).",
        where=where,
        remedy="Please report it; TRAINER_DEBUG=1 shows how it came about.",
    )
    fault.__cause__ = error
    return fault


def told_of(error: Exception) -> TrainerError:
    """Any error as one that a user can be told: what the system refused with its file, what nobody foresaw as such."""
    if isinstance(error, TrainerError):
        return error
    if isinstance(error, OSError):
        refused = TrainerError(
            f"could not be read or written: {(error.strerror or str(error)).lower()}.",
            where=str(error.filename or ""),
            remedy="Check that it is there and what you may do with it; then try again.",
        )
        refused.__cause__ = error
        return refused
    return unforeseen(error)


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
