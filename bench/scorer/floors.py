"""What a brief's cards must not fall below."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from scorer.gold import validated
from scorer.score import Score


class Floor(BaseModel):
    """What one brief's cards must not fall below; shares from 0 to 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    coverage: float = Field(ge=0, le=1)
    """Of the countable facts."""
    salience3: float = Field(ge=0, le=1)
    """Of the facts of salience 3."""
    weighted: float = Field(ge=0, le=1)
    """Of all facts, each counting with its salience."""
    max_duplicates: int = Field(ge=0)
    """Cards that ask again what another asks."""
    max_faults: int = Field(ge=0)
    """Faults that a machine sees."""


class Floors(BaseModel):
    """The floors, by the brief's name in the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    floor: dict[str, Floor]
    """One for each brief."""


def read_floors(path: Path) -> Floors:
    """The floors from a file. Raises BenchRefused."""
    return validated(Floors, path)


def below(scores: Iterable[Score], floors: Floors) -> Iterator[str]:
    """A line for each figure that is worse than its floor."""
    for one in scores:
        floor = floors.floor.get(one.name)
        if floor is None:
            yield f"{one.name}: has no floor. Add [floor.{json.dumps(one.name)}] to floors.toml."
        else:
            yield from _short_of(one, floor)


def _short_of(one: Score, floor: Floor) -> Iterator[str]:
    shares = (
        ("countable coverage", one.countable, floor.coverage),
        ("recall of salience 3", one.share(salience=3), floor.salience3),
        ("weighted recall", one.weighted, floor.weighted),
    )
    for label, (part, whole), least in shares:
        if part < least * whole - 1e-9:
            yield f"{one.name}: {label} is {part}/{whole} = {part / whole:.3f}, below its floor of {least}."
    counts = (("duplicates", one.duplicates, floor.max_duplicates), ("faults", one.faults, floor.max_faults))
    for label, found, most in counts:
        if len(found) > most:
            yield f"{one.name}: {len(found)} {label}, and there may be {most}."
