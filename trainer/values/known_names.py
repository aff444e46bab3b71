"""The names that are known before any brief is read: states, their people and capitals, bodies and their acronyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from trainer.text import fold
from trainer.values.records import records, split, table
from trainer.values.wording import Words, words_of

LONGEST = 6
"""Words of the longest name of a state that is looked for within a text."""
_ALSO_WORDS = frozenset({("car",), ("is",), ("us",), ("chad",), ("guinea",), ("jordan",), ("turkey",)})
_MARKS = str.maketrans({"-": " ", "'": "", ".": "", ",": "", "&": "and"})
_NO_PLURAL = ("ese", "ish", "ch", "ss", "s", "z", "ois")


@lru_cache(maxsize=1 << 12)
def known_as(name: str) -> frozenset[str]:
    """What the tables know by this name, each by its first name; empty for a name that they do not have.

    >>> known_as("the DRC") == known_as("Democratic Republic of Congo") == {"Democratic Republic of the Congo"}
    True
    >>> known_as("JNIM") == known_as("Jama'at Nusrat al-Islam wal-Muslimin")
    True
    """
    return _names().get(_plain(name), frozenset())


def are_two(one: str, other: str) -> bool:
    """Whether the tables know both names, and as names of two things.

    >>> are_two("Republic of the Congo", "DRC"), are_two("DRC", "DR Congo"), are_two("DRC", "Ruritania")
    (True, False, False)
    """
    of_one, of_other = known_as(one), known_as(other)
    return bool(of_one) and bool(of_other) and of_one.isdisjoint(of_other)


def is_known_word(word: str) -> bool:
    """Whether one word is a known name, or names a people: then it is no slip for another."""
    return word in _names() or (word,) in _states_said()


def with_states(words: Words) -> Words:
    """The words with each people and each other name of a state as the state's own name.

    >>> with_states(words_of("the Malian junta")) == with_states(words_of("Mali's junta"))
    True
    """
    said, firsts = _states_said(), _first_words()
    if firsts.isdisjoint(words):
        return words
    found: list[str] = []
    at = 0
    while at < len(words):
        length = next((n for n in range(min(LONGEST, len(words) - at), 0, -1) if words[at : at + n] in said), 0)
        found.extend(said[words[at : at + length]] if length else (words[at],))
        at += length or 1
    return tuple(found)


@cache
def state_words() -> frozenset[Words]:
    """The names of the states, each in words."""
    return frozenset(_states_said().values())


def is_state(text: str) -> bool:
    """Whether a whole text is the name of a state.

    >>> is_state("SOUTH SUDAN"), is_state("Turkey"), is_state("South Sudan's roads")
    (True, True, False)
    """
    return any(name in _state_names() for name in known_as(text))


def names_place(text: str) -> bool:
    """Whether a text names a state, its people or its capital.

    >>> names_place("Sorghum up again in Juba"), names_place("The Malian junta"), names_place("Floods in the north")
    (True, True, False)
    """
    words = words_of(text)
    spans = (words[at : at + n] for at in range(len(words)) for n in range(1, LONGEST + 1))
    return with_states(words) != words or any(not _place_names().isdisjoint(known_as(" ".join(span))) for span in spans)


@cache
def _place_names() -> frozenset[str]:
    return _state_names() | {f"the city of {capital}" for _, capital, _, _ in _states()}


@cache
def _state_names() -> frozenset[str]:
    return frozenset(state for state, _, _, _ in _states())


_ONE_THING = {
    "Islamic State in Iraq and Syria": "Islamic State",
    "Islamic State in Iraq and the Levant": "Islamic State",
}
"""What the tables tell apart and a reader does not."""


def _plain(name: str) -> str:
    """Folded, without marks and article, `UN` in short: what is quick to make of each name of the tables."""
    return fold(name).translate(_MARKS).removeprefix("the ").replace("united nations", "un").replace(" the ", " ")


@cache
def _names() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, form in _forms():
        found.setdefault(_plain(form), set()).add(_ONE_THING.get(name, name))
    return {form: frozenset(names) for form, names in found.items()}


def _forms() -> Iterator[tuple[str, str]]:
    """Each known thing with each of its names."""
    for state, capital, aliases, _ in _states():
        yield from ((state, form) for form in (state, *aliases))
        yield f"the city of {capital}", capital
    for _, short, (name, *others) in records(table("bodies")):
        forms = (name, *others) if short == "-" else (name, short, *others)
        yield from ((name, form) for form in forms)


@cache
def _states() -> tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]:
    """Each state with its capital, its other names and the names of its people."""
    found = []
    for _, state, (people, capital, *others) in records(table("states")):
        listed = split(people)
        plurals = tuple(f"{one}s" for one in listed if not one.endswith(_NO_PLURAL))
        found.append((state, capital, split(others[0]) if others else (), (*listed, *plurals)))
    return tuple(found)


@cache
def _states_said() -> dict[Words, Words]:
    """How a state is said, in the words of its name: by its people, where no other state shares them, or otherwise."""
    count = Counter(form for _, _, _, people in _states() for form in set(people))
    found: dict[Words, Words] = {}
    for state, _, aliases, people in _states():
        name = words_of(state)
        own = [words_of(form) for form in people if count[form] == 1 and not state.startswith(form)]
        found |= {words: name for words in own if words not in _ALSO_WORDS}
        found |= {words: name for form in (state, *aliases) if (words := words_of(form)) not in _ALSO_WORDS}
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _states_said())
