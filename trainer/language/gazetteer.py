"""What we know of the world before reading: states, places, peoples, bodies, and the words of offices and events.

The tables are TOML whose values are blocks of lines, one record a line, so that they are quick to load and easy to
keep in order.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from trainer.text import fold
from trainer.values.records import SHARED, records, split, table

_FOLDER = Path(__file__).parent / "tables"
_NO_PLURAL = ("ese", "ish", "ch", "ss", "s", "z", "ois", "Khmer", "Swazi", "Basotho")


@dataclass(frozen=True, slots=True)
class State:
    """A state and what else it is called."""

    name: str
    """As questions say it."""
    region: str
    """The table it stands in; its neighbours there are its distractors."""
    demonym: str
    """Its adjective."""
    capital: str
    """Its seat of government."""
    aliases: tuple[str, ...]
    """Other names of the state."""
    demonyms: tuple[str, ...] = ()
    """Every adjective and noun for its people, plurals among them."""

    @property
    def with_article(self) -> str:
        """`the United States`, `Mali`: as a sentence says it."""
        return f"the {self.name}" if takes_article(self.name) else self.name


@dataclass(frozen=True, slots=True)
class Body:
    """A body or a term with an acronym."""

    short: str
    """The acronym; empty for a body that goes by its name alone."""
    name: str
    """What it stands for."""
    noun: str
    """What it is: `armed group`, `UN body`, `term`."""
    aliases: tuple[str, ...] = ()
    """Other names."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is no state."""

    name: str
    """As questions say it."""
    noun: str
    """What it is: `city`, `strait`, `province`."""
    state: str
    """The state it lies in; empty for what lies in several."""
    aliases: tuple[str, ...] = ()
    """Other names and spellings."""


_HEADS_WITH_ARTICLE = frozenset(
    {"United", "Central", "Democratic", "Republic", "Czech", "Dominican", "Solomon", "Marshall"}
)
_WITH_ARTICLE = frozenset({
    "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles", "Kremlin", "Pentagon",
    "White House", "Vatican", "Capitol", "Treasury", "Fed", "Elysée", "Élysée", "Knesset", "Bundestag", "Duma",
})  # fmt: skip


def takes_article(name: str) -> bool:
    """Whether a state or body's name follows `the`."""
    head = name.split(maxsplit=1)[0]
    return head in _HEADS_WITH_ARTICLE or name in _WITH_ARTICLE


@cache
def _table(name: str) -> dict[str, Any]:
    if name in SHARED:
        return table(name)
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def block(of: str, name: str) -> str:
    """The lines of one block of a table."""
    found: str = _table(of)[name]
    return found


@cache
def words(name: str) -> frozenset[str]:
    """One closed word list of `words.toml`."""
    return frozenset(_table("words")[name].split())


def _records(name: str) -> Iterator[tuple[str, str, list[str]]]:
    return records(_table(name))


@cache
def states() -> dict[str, State]:
    """Every state under each of its folded names."""
    found = {}
    for region, name, (people, capital, *others) in _records("states"):
        aliases, listed = split(others[0]) if others else (), split(people)
        state = State(name, region, listed[0], capital, aliases, _with_plurals(listed))
        found.update({fold(alias): state for alias in (name, *aliases)})
    return found


def _with_plurals(listed: tuple[str, ...]) -> tuple[str, ...]:
    plurals = (f"{demonym}s" for demonym in listed if not demonym.endswith(_NO_PLURAL))
    return tuple(dict.fromkeys([*listed, *plurals]))


@cache
def state_names() -> frozenset[str]:
    """Every state's name as a sentence says it."""
    return frozenset(state.with_article for state in states().values())


@cache
def demonyms() -> dict[str, State]:
    """States by adjective and by the nouns for their people; one that two states share is no key."""
    listed = [(demonym, state) for state in dict.fromkeys(states().values()) for demonym in state.demonyms]
    count = Counter(demonym for demonym, _ in listed)
    return {demonym: state for demonym, state in listed if count[demonym] == 1}


@cache
def capitals() -> dict[str, State]:
    """States by the folded name of their capital."""
    return {fold(state.capital): state for state in states().values()}


@cache
def places() -> tuple[Place, ...]:
    """Every place that is no state, capitals left out."""
    found = []
    for _, state, fields in _records("cities"):
        found += [_place(names, "city", state) for names in split(fields[0])]
    for noun, state, fields in _records("places"):
        found += [_place(names, noun, "" if state == "-" else state) for names in split(fields[0])]
    return tuple(found)


def _place(names: str, noun: str, state: str) -> Place:
    name, *aliases = split(names, "|")
    return Place(name, noun, state, tuple(aliases))


@cache
def all_bodies() -> tuple[Body, ...]:
    """Every body, term and thing with a name, in the order of the table."""
    return tuple(
        Body("" if short == "-" else short, fields[0], noun, tuple(fields[1:]))
        for noun, short, fields in _records("bodies")
    )


@cache
def bodies() -> dict[str, Body]:
    """Bodies and terms by acronym; where two share one, the first of the table."""
    found: dict[str, Body] = {}
    for body in all_bodies():
        if body.short:
            found.setdefault(body.short, body)
    return found


@cache
def bodies_of(short: str) -> tuple[Body, ...]:
    """Every body that goes by this acronym."""
    return tuple(body for body in all_bodies() if body.short == short)


def body_named(name: str) -> Body | None:
    """The body that has an acronym and this full name, if we know one."""
    return _by_name().get(fold(name).removeprefix("the "))


@cache
def _by_name() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for body in all_bodies():
        if body.short:
            for name in (body.name, *body.aliases):
                found.setdefault(fold(name), body)
    return found


WATERS = frozenset({"sea", "gulf", "strait", "canal"})
"""Blocks of the table of places that hold waters."""
NEWS_NOUNS = frozenset({"news agency", "newspaper", "broadcaster", "news website", "scientific journal"})
"""Blocks of the table of bodies that hold news organizations."""
