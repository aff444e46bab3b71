"""The names of the gazetteers in a text, each with what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from trainer.language import gazetteer
from trainer.language.glyphs import unaccented
from trainer.language.sorts import Name, Sort

_BODY_SORTS = {
    "peacekeeping mission": Sort.MISSION, "political mission": Sort.MISSION, "armed group": Sort.GROUP,
    "criminal group": Sort.GROUP, "ransomware group": Sort.GROUP, "hacking group": Sort.GROUP, "term": Sort.TERM,
    "sanctions list": Sort.TERM, "disease": Sort.TERM, "agreement": Sort.LAW, "law": Sort.LAW, "programme": Sort.LAW,
    "missile": Sort.PRODUCT, "weapon system": Sort.PRODUCT, "drone": Sort.PRODUCT, "aircraft": Sort.PRODUCT,
    "malware": Sort.PRODUCT, "software": Sort.PRODUCT, "vaccine": Sort.PRODUCT, "ship": Sort.SHIP, "war": Sort.EVENT,
    "event": Sort.EVENT, "award": Sort.EVENT,
} | dict.fromkeys(gazetteer.NEWS_NOUNS, Sort.NEWS)  # fmt: skip
_REGIONAL = frozenset({
    "region", "territory", "province", "state", "administrative region", "governorate", "oblast", "republic",
    "department", "county", "district",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables say of a name."""

    sort: Sort
    """What it names."""
    noun: str
    """The noun of a question."""
    name: str
    """The form that questions use."""
    homograph: bool = False
    """Whether it is also a word, or a person's name, so that only its surroundings tell."""


@cache
def known() -> dict[str, Known]:
    """Every written form in the tables, without accents, and what it names; the first table to have it is right."""
    found: dict[str, Known] = {}
    for form, entry in _entries():
        found.setdefault(unaccented(form), entry)
        if form.startswith("US "):
            found.setdefault(f"U.S. {unaccented(form[3:])}", entry)
    return found


def _entries() -> Iterator[tuple[str, Known]]:
    also_words = gazetteer.words("homographs")
    for state in dict.fromkeys(gazetteer.states().values()):
        for form in (state.name, *state.aliases):
            yield form, Known(Sort.STATE, "country", state.name, form in also_words)
        yield from ((form, Known(Sort.PEOPLE, "people", form, form in also_words)) for form in state.demonyms)
    for state in dict.fromkeys(gazetteer.states().values()):
        yield state.capital, Known(Sort.CITY, "city", state.capital, state.capital in also_words)
    yield from _bodies(also_words)
    for place in gazetteer.places():
        sort = (
            Sort.CITY
            if place.noun in {"city", "town", "village"}
            else Sort.REGION
            if place.noun in _REGIONAL
            else Sort.PLACE
        )
        for form in (place.name, *place.aliases):
            yield form, Known(sort, place.noun, place.name, form in also_words)
    for form in sorted(gazetteer.words("peoples")):
        yield form.replace("_", " "), Known(Sort.PEOPLE, "people", form, form in also_words)


def _bodies(also_words: frozenset[str]) -> Iterator[tuple[str, Known]]:
    for body in gazetteer.all_bodies():
        sort = _BODY_SORTS.get(body.noun, Sort.BODY)
        forms = [body.short] if sort is Sort.TERM and body.noun == "term" else [body.short, body.name, *body.aliases]
        for form in forms:
            if form:
                yield form, Known(sort, body.noun, body.name, form in also_words)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Written forms by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for form in known():
        first = _WORD.search(form)
        if first is not None:
            found.setdefault(first[0], []).append(form)
    return {word: tuple(sorted(forms, key=lambda form: (-len(form), form))) for word, forms in found.items()}


def known_spans(text: str) -> Iterator[tuple[int, int, Known]]:
    """The names of the tables in a plain text, the longest where they overlap: no Guinea in `Gulf of Guinea`."""
    flat, end = unaccented(text), 0
    for match in _WORD.finditer(flat):
        start = match.start()
        forms = _by_first_word().get(match[0]) if start >= end else None
        if forms is None or (start and (flat[start - 1] in "-_'" and start > 1 and flat[start - 2].isalnum())):
            continue
        form = next((f for f in forms if flat.startswith(f, start) and not _goes_on(flat, start + len(f))), None)
        if form is not None:
            end = start + len(form)
            yield start, end, known()[form]


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] in "_$")


def known_names(text: str) -> tuple[Name, ...]:
    """The names of the tables in a plain text as mentions."""
    return tuple(Name(start, end, text[start:end], found.sort, found.noun) for start, end, found in known_spans(text))
