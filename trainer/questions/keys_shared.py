"""A name that several share stands for the one that the brief is about: `Congo`, `Korean`, `Council`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.language.names import PLACES
from trainer.language.reading import Reading, state_of
from trainer.text import fold

_COMMON = frozenset({"Republic", "Islands", "African"})
"""Last words of states' names, and of their peoples', that name none of them by themselves."""
_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Ý][\w'-]*(?: [A-ZÀ-Ý][\w'-]*)*")


_OF_UNION = {
    "Union": ("European Union", "EU"),
    "Commission": ("European Commission", "EU Commission"),
    "Council": ("Council of the European Union", "EU Council", "Council of the EU"),
    "Parliament": ("European Parliament", "EU Parliament"),
}
"""What the bodies of the European Union are called among themselves, and by others."""
_NOT_OF_UNION = {"Union": ("African Union",), "Council": ("European Council", "Council of Europe")}
_UNION = re.compile(r"\b(?:European Union|EU)\b")


def shared_forms(answer: str, reading: Reading) -> Iterator[str]:
    """The answer with the whole name of the state, or of the body of the European Union, that it stands for."""
    if _is_of_union(answer, reading):
        yield from _OF_UNION[answer]
    for word, (meant, _) in _meant(answer, reading).items():
        names = (meant.name, *meant.aliases) if word in _shared_names() else (meant.demonym,)
        yield from (re.sub(rf"(?<![\w-]){word}(?![\w-])", name, answer) for name in names)


def shared_misses(answer: str, reading: Reading) -> Iterator[str]:
    """The names of the states and bodies that share an answer's name and are not meant by it."""
    if _is_of_union(answer, reading):
        yield from _NOT_OF_UNION.get(answer, ())
    for word, (_, others) in _meant(answer, reading).items():
        if word == answer:
            yield from (form for other in others for form in (other.name, *other.aliases))


def _is_of_union(answer: str, reading: Reading) -> bool:
    """Whether it is a body of the European Union: the brief names the Union, and no other body of that noun."""
    if answer not in _OF_UNION:
        return False
    texts = {name.text.removeprefix("the ") for line in reading.lines for name in line.names} | {reading.brief.title}
    others = {text for text in texts if text.endswith(f" {answer}") and text not in _OF_UNION[answer]}
    return not others and any(_UNION.search(text) for text in texts)


def _meant(answer: str, reading: Reading) -> dict[str, tuple[State, tuple[State, ...]]]:
    """For each shared name that stands by itself in the answer the one state that the brief names, and the others."""
    words = {match[0] for match in _CAPITALISED.finditer(answer)}
    found = {}
    for word in words & (_shared_names().keys() | _shared_demonyms().keys()):
        states = _shared_names().get(word) or _shared_demonyms()[word]
        named = _named_in(reading) & set(states)
        if len(named) == 1:
            (meant,) = named
            found[word] = (meant, tuple(state for state in states if state != meant))
    return found


def _named_in(reading: Reading) -> frozenset[State]:
    """The states that a brief names by their own name, their people, their capital or a place in them."""
    names = [name for line in reading.lines for name in line.names]
    places = _states_of_places()
    lying = (places.get(name.text) for name in names if name.sort in PLACES)
    return frozenset(state for state in (*map(state_of, names), *lying) if state is not None)


_CITIES_OF_MANY = frozenset({
    "Alexandria", "Barcelona", "Birmingham", "Boston", "Brest", "Cambridge", "Cartagena", "Concepción", "Córdoba",
    "Georgetown", "Granada", "Guadalajara", "Hamilton", "Hyderabad", "Kingston", "La Paz", "León", "London",
    "Melbourne", "Moscow", "Mérida", "Newcastle", "Odessa", "Paris", "Perth", "Portsmouth", "Richmond", "San José",
    "San Juan", "Santa Cruz", "Santiago", "Sydney", "Toledo", "Trinidad", "Tripoli", "Valencia", "Vancouver",
    "Victoria",
})  # fmt: skip
"""Cities that have the name of one in another state."""


def is_of_another_state(city: str, reading: Reading) -> bool:
    """Whether a city may be that of another state than the tables have it in: the brief does not name the latter."""
    state = _states_of_places().get(city)
    return city in _CITIES_OF_MANY and state is not None and state not in _named_beside(city, reading)


def _named_beside(city: str, reading: Reading) -> frozenset[State]:
    """The states that the brief names otherwise than by the city."""
    names = (name for line in reading.lines for name in line.names if name.text != city)
    return frozenset(state for state in map(state_of, names) if state is not None)


@cache
def _states_of_places() -> dict[str, State]:
    """The state that each known place lies in."""
    states = gazetteer.states()
    return {place.name: states[fold(place.state)] for place in gazetteer.places() if fold(place.state) in states}


@cache
def _shared_names() -> Mapping[str, tuple[State, ...]]:
    """Each last word of the names of two states that is neither a state's own name nor a noun: Congo, Korea."""
    return _shared({state: state.name for state in gazetteer.states().values()})


@cache
def _shared_demonyms() -> Mapping[str, tuple[State, ...]]:
    """The same of their peoples: Korean."""
    return _shared({state: state.demonym for state in gazetteer.states().values()})


def _shared(names: Mapping[State, str]) -> dict[str, tuple[State, ...]]:
    found = defaultdict(list)
    for state, name in names.items():
        if " " in name:
            found[name.split()[-1]].append(state)
    own = set(names.values()) | _COMMON
    return {word: tuple(states) for word, states in found.items() if len(states) > 1 and word not in own}
