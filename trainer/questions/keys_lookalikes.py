"""Names that a hurried reader, or a lenient measure of likeness, takes for another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import OSA

from trainer.language import gazetteer
from trainer.language.glyphs import unaccented
from trainer.language.known import known
from trainer.language.names import PLACES, Sort
from trainer.questions.cast import Cast, bare, is_short_for
from trainer.text import fold

MOST = 3
"""Near misses of one name; more are noise."""
_WEAK = frozenset({
    "and", "central", "de", "democratic", "east", "for", "in", "north", "of", "on", "republic", "south", "the", "to",
    "united", "west",
})  # fmt: skip
_WATERS = (
    "Red Sea",
    "Black Sea",
    "Baltic Sea",
    "South China Sea",
    "East China Sea",
    "Caspian Sea",
    "Arabian Sea",
    "Gulf of Aden",
    "Gulf of Oman",
    "Gulf of Guinea",
    "Persian Gulf",
    "Strait of Hormuz",
    "Taiwan Strait",
    "Strait of Malacca",
    "Suez Canal",
    "Panama Canal",
    "Sahel",
    "Sahara",
)


def lookalikes(name: str, sort: Sort | None, cast: Cast | None) -> tuple[str, ...]:
    """Other names of the same kind that differ in a letter or two, or in one word.

    >>> lookalikes("Niger", Sort.STATE, None), lookalikes("MINUSMA", Sort.MISSION, None)
    (('Nigeria',), ('MINUSCA',))
    """
    key = bare(name)
    found = [*_states(key), *_acronyms(key), *_places(key, sort), *_parents(key, cast)]
    same = _aliases(key)
    return tuple(other for other in dict.fromkeys(found) if fold(other) not in same)[:MOST]


def full_lookalikes(name: str) -> tuple[str, ...]:
    """Full names of sister bodies that differ from a body's full name in few words."""
    body = gazetteer.body_named(bare(name))
    if body is None:
        return ()
    others = [
        other.name for other in gazetteer.bodies().values() if other.noun == body.noun and other.short != body.short
    ]
    return tuple(other for other in others if _is_sister(_strong(body.name), _strong(other)))[:MOST]


def _strong(name: str) -> set[str]:
    """The words that tell a name from its like."""
    return set(fold(name).split()) - _WEAK


def _is_sister(one: set[str], other: set[str]) -> bool:
    """Whether two names share most of their words, but are not one cut short, nor the same body of two states."""
    if one <= other or other <= one or (one - other) & _peoples():
        return False
    return len(one & other) >= 2 and 2 * len(one & other) >= len(one | other)


@cache
def _peoples() -> frozenset[str]:
    return frozenset(fold(demonym) for demonym in gazetteer.demonyms())


def _aliases(key: str) -> set[str]:
    state = gazetteer.states().get(fold(key))
    return {fold(key), *(fold(name) for name in (state.name, *state.aliases))} if state is not None else {fold(key)}


def _states(key: str) -> Iterator[str]:
    if fold(key) in gazetteer.states():
        names = dict.fromkeys(state.name for state in gazetteer.states().values())
        yield from (name for name in names if name != key and _is_near_state(fold(key), fold(name)))


def _acronyms(key: str) -> Iterator[str]:
    """Sister bodies one letter away."""
    body = gazetteer.bodies().get(key)
    if body is not None and len(key) > 3:
        sisters = (other.short for other in gazetteer.bodies().values() if other.noun == body.noun)
        yield from (short for short in sisters if short != key and OSA.distance(short, key) == 1)


def _places(key: str, sort: Sort | None) -> Iterator[str]:
    if sort in PLACES - {Sort.STATE}:
        yield from (other for other in _WATERS if other != key and _is_near_place(fold(key), fold(other)))


def _is_near_state(one: str, other: str) -> bool:
    """A letter or two apart, one within the other, or the same but for `north`."""
    if " " not in f"{one}{other}":
        return other.startswith(one) or one.startswith(other) or _is_near_word(one, other)
    first, second = _strong(one), _strong(other)
    return bool(first) and (first <= second or second <= first) and bool(second)


def _is_near_place(one: str, other: str) -> bool:
    """A letter or two apart, or two waters of one kind."""
    if " " in one and " " in other:
        return _water(one) == _water(other) != ""
    return _is_near_word(one, other)


def _water(name: str) -> str:
    """`sea`, `gulf`: what a name begins or ends with; empty for other places."""
    words = name.split()
    return next((word for word in (words[0], words[-1]) if word in gazetteer.WATERS), "")


def _is_near_word(one: str, other: str) -> bool:
    distance = OSA.distance(one, other)
    return distance == 1 or (distance == 2 and one[:3] == other[:3])


def _parents(key: str, cast: Cast | None) -> Iterator[str]:
    """A group in the brief whose name this one begins with and that is a group of its own: `Islamic State`."""
    named = cast.others.get(Sort.GROUP, ()) if cast is not None else ()
    yield from (other for other in named if is_short_for(other, key) and unaccented(other) in known())
