"""A gold list: the facts of a brief, each with a reference question, right answers and cues."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from trainer.cards import Card, Kind
from trainer.errors import TrainerError
from trainer.text import fold, one_line

KINDS = ("who", "when", "where", "how_many", "what", "acronym", "why", "list")
COUNTABLE = ("when", "how_many", "who", "acronym", "where")
"""Kinds of which a brief's facts can be counted without taste: names, places, dates, numbers, acronyms."""


class Value(BaseModel):
    """A number or a range; `inf` for an end that the source leaves open."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    low: float
    """The number, or the range's lower end."""
    high: float | None = None
    """The range's upper end; None for a single number."""
    hedge: str = "exact"
    """How the source qualifies it: exact, at_least, over, estimated, up_to, under."""
    unit: str = ""
    """What it counts; of a share, `percent`."""


class Fact(BaseModel):
    """One thing that a card may ask, as a gold list gives it; keys that only a reader needs are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    """Its name in the list."""
    kind: str
    """One of KINDS."""
    question: str = Field(min_length=1)
    """A question that asks it; others are as good."""
    answer: str = Field(min_length=1)
    """The answer with its hedge."""
    accepted: tuple[str, ...] = ()
    """Other right answers."""
    reject: tuple[str, ...] = ()
    """Near misses that are wrong."""
    items: tuple[tuple[str, ...], ...] = ()
    """Of a list, the variants of each element."""
    all_required: bool = True
    """Of a list, whether every element is needed."""
    min_items: int = 0
    """Of an open list, how many elements are enough."""
    value: Value | float | None = None
    """Of a count, the number."""
    iso: str = ""
    """Of a date, ISO 8601 at its own granularity; `a/b` an interval, `a;b` two dates."""
    statement: str = ""
    """The fact in other words than the brief's."""
    loc: tuple[str, ...] = ()
    """Where the brief states it."""
    salience: int = Field(ge=1, le=3)
    """3: who misses it has missed the brief; 2: useful; 1: marginal."""
    cues: tuple[str, ...] = Field(min_length=1)
    """Expressions of which each must match in the question or the answer of a card that asks the fact."""

    @field_validator("kind")
    @classmethod
    def _known(cls, kind: str) -> str:
        if kind not in KINDS:
            raise ValueError(f"the kind {kind!r} is none of {', '.join(KINDS)}")
        return kind

    @field_validator("cues")
    @classmethod
    def _compiles(cls, cues: tuple[str, ...]) -> tuple[str, ...]:
        for cue in cues:
            try:
                re.compile(cue)
            except re.error as error:
                raise ValueError(f"the cue {cue!r} is no regular expression: {error}") from error
        return cues

    @field_validator("iso", mode="before")
    @classmethod
    def _text(cls, iso: object) -> str:
        """TOML dates and years without quotation marks are taken for what they say."""
        return iso.isoformat() if isinstance(iso, dt.date) else str(iso)

    @property
    def answers(self) -> tuple[str, ...]:
        """Every text that is right."""
        return (self.answer, *self.accepted)

    @property
    def items_needed(self) -> int:
        """How many elements of a list a right answer names."""
        return len(self.items) if self.all_required else max(1, self.min_items or len(self.items))


class Specimen(BaseModel):
    """A card that the mechanical rules should refuse, or keep."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    """Its name in the list."""
    question: str
    """As on a card."""
    answer: str
    """As on a card."""
    kind: str = ""
    """Guessed from the question where none is given."""
    distractors: tuple[str, ...] = ()
    """Its options beside the answer."""

    def card(self) -> Card:
        """The specimen as a card."""
        kind = Kind(self.kind) if self.kind in set(Kind) else _kind_asked(self.question, self.answer)
        return Card(self.id, self.question, self.answer, kind, distractors=self.distractors)


_ASKED = (
    ("stand for", Kind.ACRONYM),
    ("how many", Kind.HOW_MANY),
    ("when ", Kind.WHEN),
    ("what year", Kind.WHEN),
    ("who ", Kind.WHO),
    ("why ", Kind.WHY),
)


def _kind_asked(question: str, answer: str) -> Kind:
    asked = fold(question)
    guess = next((kind for words, kind in _ASKED if words in asked), Kind.WHAT)
    return Kind.LIST if guess is Kind.WHAT and " and " in answer and "," in answer else guess


class Gold(BaseModel):
    """A brief's facts, and specimens for the rules."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    fact: tuple[Fact, ...] = Field(min_length=1)
    """In the brief's order."""
    bad_card: tuple[Specimen, ...] = ()
    """What the rules should refuse."""
    good_card: tuple[Specimen, ...] = ()
    """What they should keep."""


class BenchRefused(TrainerError):
    """A gold list or a table of floors that cannot be used."""


def read_gold(path: Path) -> Gold:
    """A gold list from a file. Raises BenchRefused."""
    gold = validated(Gold, path)
    twice = [name for name, count in Counter(fact.id for fact in gold.fact).items() if count > 1]
    if twice:
        where, remedy = one_line(str(path)), "Give each fact its own id."
        raise BenchRefused(f"the id {twice[0]!r} is used twice.", where=where, remedy=remedy)
    return gold


def _tables(path: Path) -> dict[str, Any]:
    """The TOML in a file. Raises BenchRefused."""
    where = one_line(str(path))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"cannot be read: {(error.strerror or 'error').lower()}."
        raise BenchRefused(message, where=where, remedy="Check the path.") from error
    except ValueError as error:
        raise BenchRefused(f"is not TOML: {one_line(str(error))}.", where=where, remedy="Mend it there.") from error


Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], path: Path) -> Model:
    """A TOML file as a model. Raises BenchRefused with the first mistake."""
    tables = _tables(path)
    try:
        return model.model_validate(tables)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = _named(list(first["loc"]), tables)
        message = f"{' '.join(map(str, place))}: {first['msg'].removeprefix('Value error, ')}."
        raise BenchRefused(one_line(message), where=one_line(str(path)), remedy="Mend it there.") from error


def _named(place: list[int | str], tables: dict[str, Any]) -> list[int | str]:
    """Where a mistake stands, an entry by its id instead of its number."""
    if len(place) > 1 and isinstance(place[1], int):
        entry = tables[str(place[0])][place[1]]
        place[1] = entry.get("id", f"number {place[1] + 1}") if isinstance(entry, dict) else place[1]
    return place
