"""What a query means, as a tree of frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What `is:` may ask for."""

    DUE = "due"
    NEW = "new"
    LEARN = "learn"
    REVIEW = "review"
    SUSPENDED = "suspended"
    BURIED = "buried"
    LEECH = "leech"
    OVERCONFIDENT = "overconfident"
    SUPERSEDED = "superseded"
    RETIRED = "retired"
    CONFLICT = "conflict"
    DUPE = "dupe"


class Property(StrEnum):
    """What `prop:` may compare."""

    STABILITY = "s"
    DIFFICULTY = "d"
    RECALL = "r"
    INTERVAL = "ivl"
    DUE = "due"
    LAPSES = "lapses"
    REPS = "reps"


class Field(StrEnum):
    """A text of a card, or about it, that a search word names."""

    ID = "id"
    DECK = "deck"
    TAG = "tag"
    BRIEF = "brief"
    MARKING = "marking"
    ATTRIBUTION = "attribution"
    SOURCE = "source"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded text in which `*` stood for anything."""

    parts: tuple[str, ...]
    """What stands between the stars; a text without a star has one part."""

    @property
    def plain(self) -> str | None:
        """The text, if it has no star."""
        return self.parts[0] if len(self.parts) == 1 else None


@dataclass(frozen=True, slots=True)
class Says:
    """The question or the answer holds it."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class SaysWord:
    """The question or the answer holds it between the bounds of words."""

    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Matches:
    """The question or the answer matches a regular expression."""

    expression: str


@dataclass(frozen=True, slots=True)
class Has:
    """A text of the card or about it is as it should be."""

    field: Field
    pattern: Pattern
    at: int = 0
    """Where in the query, for whoever must say that there is no such thing."""


@dataclass(frozen=True, slots=True)
class OfKind:
    """The card asks for one of these kinds of thing."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Is:
    """The card is in a state."""

    state: State


@dataclass(frozen=True, slots=True)
class Flagged:
    """The card bears a flag; 0 for none."""

    flag: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of the card compares so with another."""

    property: Property
    operator: str
    """`=`, `!=`, `<`, `<=`, `>` or `>=`."""
    number: float


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day at which the card's claim held compares so with a date."""

    operator: str
    date: str
    """A year, a month or a day, or the beginning of one; a card is compared at no finer a grain."""


@dataclass(frozen=True, slots=True)
class Rated:
    """The card was answered within so many days, today included."""

    days: int
    rating: int = 0
    """With this rating; 0 for any."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """The card was answered for the first time within so many days."""

    days: int


@dataclass(frozen=True, slots=True)
class Edited:
    """The card got other words within so many days."""

    days: int


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not hold for."""

    part: Node


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; without parts, any card is meant."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[Node, ...]


Leaf = (
    Says | SaysWord | Matches | Has | OfKind | Is | Flagged | Compared | AsOf | Rated | Introduced | Edited
)  # fmt: skip
Node = Leaf | Not | Every | Either


def asks_for(node: Node, leaf: Leaf) -> bool:
    """Whether a leaf stands anywhere in a tree."""
    match node:
        case Not(part):
            return asks_for(part, leaf)
        case Every(parts) | Either(parts):
            return any(asks_for(part, leaf) for part in parts)
        case _:
            return node == leaf
