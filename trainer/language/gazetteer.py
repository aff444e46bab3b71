"""What we know of the world before reading: states, bodies, offices, nouns of events."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from trainer.text import fold

_FOLDER = Path(__file__).parent / "tables"


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

    @property
    def with_article(self) -> str:
        """`the United States`, `Mali`: as a sentence says it."""
        return f"the {self.name}" if takes_article(self.name) else self.name


@dataclass(frozen=True, slots=True)
class Body:
    """A body or a term with an acronym."""

    short: str
    """The acronym."""
    name: str
    """What it stands for."""
    noun: str
    """What it is: `armed group`, `UN body`, `term`."""


def takes_article(name: str) -> bool:
    """Whether a state or body's name follows `the`."""
    head = name.split(maxsplit=1)[0]
    return head in {"United", "Central", "Democratic", "Republic", "Czech", "Dominican", "Solomon"} or name in {
        "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia"
    }  # fmt: skip


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """One closed word list of `words.toml`."""
    return frozenset(_table("words")[name])


@cache
def states() -> dict[str, State]:
    """Every state under each of its folded names."""
    found = {}
    for region, members in _table("states").items():
        for name, (demonym, capital, *aliases) in members.items():
            state = State(name, region, demonym, capital, tuple(aliases))
            found.update({fold(alias): state for alias in (name, *aliases)})
    return found


@cache
def state_names() -> frozenset[str]:
    """Every state's name as a sentence says it."""
    return frozenset(state.with_article for state in states().values())


@cache
def demonyms() -> dict[str, State]:
    """States by demonym; a demonym that two states share is no key."""
    listed = [(state.demonym, state) for state in dict.fromkeys(states().values())]
    names = [demonym for demonym, _ in listed]
    return {demonym: state for demonym, state in listed if names.count(demonym) == 1}


@cache
def capitals() -> dict[str, State]:
    """States by the folded name of their capital."""
    return {fold(state.capital): state for state in states().values()}


@cache
def bodies() -> dict[str, Body]:
    """Bodies and terms by acronym."""
    return {
        short: Body(short, name, noun) for noun, members in _table("bodies").items() for short, name in members.items()
    }


@cache
def body_named(name: str) -> Body | None:
    """The body with this full name, if we know it."""
    return {fold(body.name): body for body in bodies().values()}.get(fold(name).removeprefix("the "))
