"""What kinds of things have names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a name names; the value is the noun that a question uses where the name has none of its own."""

    STATE = "country"
    CITY = "city"
    REGION = "region"
    PLACE = "place"
    PEOPLE = "people"
    PERSON = "person"
    MISSION = "peacekeeping mission"
    BODY = "organization"
    GROUP = "group"
    NEWS = "news organization"
    OPERATION = "operation"
    SHIP = "ship"
    LAW = "law"
    PRODUCT = "product"
    EVENT = "event"
    TERM = "term"
    UNKNOWN = "name"


PLACES = frozenset({Sort.STATE, Sort.CITY, Sort.REGION, Sort.PLACE})
"""Sorts that answer where."""

ACTORS = frozenset({Sort.BODY, Sort.GROUP, Sort.NEWS, Sort.MISSION})
"""Sorts of organized actors."""


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last character."""
    text: str
    """As the plain sentence writes it."""
    sort: Sort
    """What it names, as far as we can tell."""
    noun: str = ""
    """What a question calls it where the sort is too wide: `strait`, `central bank`, `ransomware group`."""

    sure: bool = True
    """Whether the tables or the words in and around it say so; not, where the recognizer alone does."""

    @property
    def kind(self) -> str:
        """The noun of a question: `which strait`, `which country`."""
        return self.noun or self.sort.value
