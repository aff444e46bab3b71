"""The settings file: what a person wrote, checked, as the values that the other rooms use."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from trainer.errors import SettingsRefused
from trainer.settings.settings import Leech, Mix, Mode, NewOrder, Pause, ReviewOrder, Scheduling, Settings
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


def _weights(given: Any) -> Any:
    """FSRS-6 has 21 weights; none means those fitted last."""
    if isinstance(given, list) and len(given) not in {0, 21}:
        raise ValueError(f"FSRS-6 has 21 parameters, here are {len(given)}")
    return given


Step = Annotated[int, BeforeValidator(seconds), Field(ge=1, le=30 * 86_400)]
Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(ge=0, le=100)]
Daily = Annotated[int, Field(ge=0, le=9_999)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _SchedulingTable(_Table):
    desired_retention: Annotated[float, Field(ge=0.7, le=0.99)] | None = None
    learning_steps: Annotated[tuple[Step, ...], Field(max_length=10)] | None = None
    relearning_steps: Annotated[tuple[Step, ...], Field(max_length=10)] | None = None
    maximum_interval_days: Annotated[int, Field(ge=1, le=36_500)] | None = None
    fuzz: bool | None = None
    balance: bool | None = None
    easy_days: Annotated[tuple[Share, ...], Field(min_length=7, max_length=7)] | None = None
    new_per_day: Daily | None = None
    reviews_per_day: Daily | None = None
    new_order: NewOrder | None = None
    review_order: ReviewOrder | None = None
    backlog_order: ReviewOrder | None = None
    mix: Mix | None = None
    bury_siblings: bool | None = None
    leech_threshold: Annotated[int, Field(ge=0, le=99)] | None = None
    leech_action: Leech | None = None
    parameters: Annotated[tuple[Weight, ...], BeforeValidator(_weights)] | None = None


class _PauseTable(_Table):
    start: dt.date = Field(alias="from")
    end: dt.date = Field(alias="to")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end < self.start:
            raise ValueError("a pause ends on the day it begins or later")
        return self


class _SettingsTable(_Table):
    day_starts_at: Annotated[int, Field(ge=0, le=23)] | None = None
    learn_ahead_minutes: Annotated[int, Field(ge=0, le=1_440)] | None = None
    mode: Mode | None = None
    confidence: bool | None = None
    timer: bool | None = None
    theme: str | None = None
    pauses: tuple[_PauseTable, ...] = ()
    scheduling: _SchedulingTable = _SchedulingTable()
    decks: dict[str, dict[str, Any]] = Field(default_factory=dict)


def parse_settings(text: str, where: str) -> Settings:
    """The settings in a file's text. Raises SettingsRefused, which names `where` and the key."""
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise unreadable(error, where) from error
    with _refusing(where):
        table = _SettingsTable(**given)
    own = {name: value for name, value in _given(table).items() if name not in {"pauses", "scheduling", "decks"}}
    return Settings(
        **own,
        pauses=tuple(Pause(pause.start, pause.end) for pause in table.pauses),
        scheduling=Scheduling(**_given(table.scheduling)),
        decks={deck_id: _deck(where, deck_id, given) for deck_id, given in table.decks.items()},
    )


def unreadable(error: Exception, where: str) -> SettingsRefused:
    """What to tell a person about a file that is no settings file at all."""
    why = one_line(getattr(error, "strerror", None) or str(error), 120)
    return SettingsRefused(f"cannot be read: {why}.", where=where, remedy="Mend it or remove it.")


def _deck(where: str, deck_id: str, given: dict[str, Any]) -> dict[str, Any]:
    """The settings in which a deck differs, as values."""
    with _refusing(where, "decks", deck_id):
        return _given(_SchedulingTable(**given))


def _given(table: _Table) -> dict[str, Any]:
    """What a table says, without what it leaves to the defaults."""
    return {name: getattr(table, name) for name in table.model_fields_set}


@contextmanager
def _refusing(where: str, *table: str) -> Iterator[None]:
    """Turn the first value that does not fit into a SettingsRefused that names its key."""
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join((*table, *map(str, first["loc"])))
        what = "is not a setting" if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
        raise SettingsRefused(f"{key}: {what}.", where=where, remedy="Correct it or remove it.") from error
