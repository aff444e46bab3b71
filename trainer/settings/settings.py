"""The settings as one model; a deck may override how it is scheduled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from trainer.errors import SettingsRefused
from trainer.text import one_line

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def seconds(step: Any) -> Any:
    """A step such as `10m`, `1h` or `30s` in seconds; whole numbers are seconds already.

    >>> seconds("10m")
    600
    """
    if not isinstance(step, str):
        return step
    match = re.fullmatch(r"(\d{1,6})\s*([smhd])", step.strip())
    if not match:
        raise ValueError("a step is a number and a unit: 30s, 10m, 1h or 2d")
    return int(match[1]) * _UNITS[match[2]]


Step = Annotated[int, BeforeValidator(seconds), Field(ge=1, le=30 * 86_400)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Scheduling(_Table):
    """How cards come back."""

    desired_retention: Annotated[float, Field(ge=0.7, le=0.99)] = 0.9
    """The chance of recall at which a card is due again."""
    learning_steps: Annotated[tuple[Step, ...], Field(max_length=10)] = (60, 600)
    """Waits within the day before a new card graduates, in seconds once read."""
    relearning_steps: Annotated[tuple[Step, ...], Field(max_length=10)] = (600,)
    """Waits within the day after a lapse, in seconds once read."""
    maximum_interval_days: Annotated[int, Field(ge=1, le=36_500)] = 36_500
    """No interval is longer."""
    fuzz: bool = True
    """Spread due days a little, so that cards learned together part."""
    new_per_day: Annotated[int, Field(ge=0, le=9_999)] = 20
    """New cards a day, for each deck."""
    reviews_per_day: Annotated[int, Field(ge=0, le=9_999)] = 200
    """Reviews a day, for each deck."""


class Settings(_Table):
    """Everything that a person may set."""

    day_starts_at: Annotated[int, Field(ge=0, le=23)] = 4
    """The hour at which a new study day begins, on the local clock."""
    learn_ahead_minutes: Annotated[int, Field(ge=0, le=1_440)] = 20
    """When nothing else is left, learning cards due within this time are shown early."""
    theme: str = "textual-dark"
    """The screens' colours: any theme that Textual names."""
    scheduling: Scheduling = Scheduling()
    """For every deck that does not say otherwise."""
    decks: dict[str, dict[str, Any]] = Field(default_factory=dict)
    """Deck id to the scheduling settings in which the deck differs."""

    def for_deck(self, deck_id: str) -> Scheduling:
        """How one deck is scheduled."""
        own = self.decks.get(deck_id)
        return Scheduling(**{**self.scheduling.model_dump(), **own}) if own else self.scheduling


def read_settings(path: Path) -> Settings:
    """The settings in a file; the defaults if there is none. Raises SettingsRefused."""
    where = one_line(str(path))
    try:
        given = tomllib.loads(path.read_text("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):  # a file in the home's place is told by whoever writes there
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        why = one_line(getattr(error, "strerror", None) or str(error), 120)
        raise SettingsRefused(f"cannot be read: {why}.", where=where, remedy="Mend it or remove it.") from error
    with _refusing(where):
        settings = Settings(**given)
    for deck_id in settings.decks:
        with _refusing(where, "decks", deck_id):
            settings.for_deck(deck_id)
    return settings


@contextmanager
def _refusing(where: str, *table: str) -> Iterator[None]:
    """Turn the first value that does not fit into a SettingsRefused that names its key."""
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join((*table, *map(str, first["loc"])))
        what = "is not a setting" if first["type"] == "extra_forbidden" else first["msg"]
        raise SettingsRefused(f"{key}: {what}.", where=where, remedy="Correct it or remove it.") from error
