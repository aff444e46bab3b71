"""What else a name may be called, and the names that it is easily taken for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from trainer.language import gazetteer
from trainer.language.glyphs import unaccented
from trainer.language.known import known
from trainer.language.names import PLACES, Sort
from trainer.questions.cast import Cast, bare
from trainer.text import fold
from trainer.values.names import stands_in

_SWAPS = (
    ("United Nations", "UN"), ("United States", "US"), ("United States", "U.S."), ("United Kingdom", "UK"),
    ("European Union", "EU"), ("African Union", "AU"),
)  # fmt: skip
"""Long and short at the head of a longer name: `UN Security Council`."""
_DEPARTMENT = re.compile(
    r"(?P<owner>US |U\.S\. |UK |[A-Z]\w+'s )?(?P<of>[A-Z]?[\w-]+(?: and [\w-]+)?) (?P<what>[Mm]inistry|[Dd]epartment)"
)
_OF_DEPARTMENT = re.compile(
    r"(?P<what>[Mm]inistry|[Dd]epartment) (?:of|for) (?:the )?(?P<of>[A-Z]?[\w-]+(?: and [\w-]+)?)"
)
_HEADED = re.compile(
    r"(?P<head>[A-Z][a-z]+) (?:for|on|against) (?:the )?(?P<of>[A-Z][\w'-]*(?: (?:and |of )?[A-Z][\w'-]*)*)"
)
"""`Pact on Migration`, which is the `Migration Pact`."""
_OF_STATE = re.compile(r"(?P<body>[A-Z][\w'-]+ (?:[A-Z][\w'-]+ )*[A-Z][\w'-]+) of (?:the )?(?P<state>[A-Z][\w ]+)")
"""`Maritime Board of Kenya`, which is the `Kenyan Maritime Board`."""
_LEGAL = re.compile(
    r",? (?:Inc\.?|Ltd\.?|Limited|LLC|plc|PLC|AG|S\.?A\.?|SE|N\.?V\.?|Corp\.?|Corporation|Company|Co\.|Holdings)$"
)
_LED = re.compile(
    r"^(?:on account of|because of|because|in order to|due to|owing to|that|by|in|at|on|to|from|with|near|through|via)"
    r" (?=\w)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"^(?P<long>[^()]+?) \((?P<short>[^()]+)\)$")
_OWNER = re.compile(r"^(?P<owner>(?:the )?[A-Z][\w-]*(?: (?:and |of |the )*[A-Z][\w-]*)*)'s? (?P<owned>[\w' -]+)$")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_CAPITALS = {
    "Astana": ("Nur-Sultan",), "Kyiv": ("Kiev",), "Naypyidaw": ("Nay Pyi Taw",), "N'Djamena": ("Ndjamena",),
    "Sanaa": ("Sana'a",), "Tehran": ("Teheran",), "Ulaanbaatar": ("Ulan Bator",),
    "Washington": ("Washington, D.C.", "Washington, DC"),
}  # fmt: skip
"""Capitals that are spelled in more than one way."""
_AREAS = frozenset({"province", "oblast", "governorate", "district", "county"})
"""Nouns that a name of a place may have behind it."""
_CLASS = re.compile(r"^(?:Operation|Resolution|Directive|Task Force|Storm|Typhoon|Hurricane|Cyclone) (?=[\dA-Z])")
_SET_OF = re.compile(r"^an? (?:[a-z-]+ )?(?:set|group|number|series|handful|couple|variety|mix|range) of (?=\w)")
_ARABIC = re.compile(r"\b[Aa]l[- ](?=[A-Z])")


def other_names(name: str, cast: Cast | None = None, sort: Sort | None = None) -> tuple[str, ...]:
    """What else one thing is called: with and without article, in short and in full, by another alias.

    >>> other_names("the United Kingdom")[:3], other_names("the UN Security Council")[:2]
    (('United Kingdom', 'UK', 'U.K.'), ('UN Security Council', 'United Nations Security Council'))
    """
    plain = _ARTICLE.sub("", name)
    plain = plain if unaccented(plain) in known() else bare(name)
    in_brief = list(_in_brief(plain, cast))
    tables = list(_known(plain)) if _is_that_of_tables(plain, sort) else []
    if plain.isupper() and in_brief and not {fold(form) for form in in_brief} & {fold(form) for form in tables}:
        tables = []
    found = [plain, *in_brief, *tables, *_swapped(plain), *_owned(plain), *_shorter(plain, cast)]
    return tuple(form for form in dict.fromkeys(found) if form and form != name)


def _is_that_of_tables(name: str, sort: Sort | None) -> bool:
    """Whether what the brief names may be what the tables know by that name: not where a ship is called like a town."""
    entry = known().get(unaccented(name))
    return entry is None or sort in {None, Sort.UNKNOWN} or (entry.sort in PLACES) == (sort in PLACES)


def _known(name: str) -> Iterator[str]:
    """The other names that the tables have for it."""
    entry = known().get(unaccented(name))
    if entry is not None and entry.sort is not Sort.PEOPLE:
        forms = _forms().get((entry.name, entry.noun), ())
        yield from (form for form in forms if form != unaccented(name) and not _is_american_alone(form, name))
    yield from _CAPITALS.get(name, ())
    if entry is not None and entry.noun in _AREAS and not name.lower().endswith(entry.noun):
        yield f"{name} {entry.noun}"
    if entry is not None and entry.sort is Sort.CITY and (state := _state_of(entry.name)):
        yield f"{name}, {state}"


def _is_american_alone(form: str, name: str) -> bool:
    """`US Senate`, for a Senate that may be another state's."""
    return form in {f"{owner} {name}" for owner in ("US", "U.S.", "United States")}


def _state_of(city: str) -> str:
    """The state that a city of the tables lies in."""
    capital = gazetteer.capitals().get(fold(city))
    return capital.name if capital is not None else _cities().get(city, "")


@cache
def _cities() -> dict[str, str]:
    return {place.name: place.state for place in gazetteer.places() if place.noun == "city"}


@cache
def _forms() -> dict[tuple[str, str], tuple[str, ...]]:
    """Every name of one thing in the tables, its first the one that questions use."""
    found: dict[tuple[str, str], list[str]] = {}
    for form, entry in known().items():
        found.setdefault((entry.name, entry.noun), [entry.name]).append(form)
    return {key: tuple(dict.fromkeys(forms)) for key, forms in found.items()}


def _in_brief(name: str, cast: Cast | None) -> Iterator[str]:
    """Acronyms and aliases that the brief itself gives."""
    if cast is None:
        return
    full = cast.shorts.get(name)
    if full is not None:
        yield full
    place = known().get(unaccented(name))
    for form in cast.fulls.get(fold(full or name), ()):
        another = (
            place is not None
            and place.sort in PLACES
            and form.startswith(f"{name} ")
            and not form.startswith(f"{name} (")
        )
        if not another:  # the Congo River Alliance is no other name of Congo
            yield form
    for short, long in cast.shorts.items():
        if " " in long and stands_in(long, name) and not long.islower() and f"({short})" not in name:
            yield re.sub(rf"(?<!\w){re.escape(long)}(?!\w)", short, name)


def _swapped(name: str) -> Iterator[str]:
    """`UN` for `United Nations` and back; `Ministry of Finance` for `finance ministry`; both names of `X (Y)`."""
    for long, short in _SWAPS:
        if name.startswith(f"{long} "):
            yield short + name.removeprefix(long)
        elif name.startswith(f"{short} "):
            yield long + name.removeprefix(short)
    if (found := _DEPARTMENT.fullmatch(name)) is not None:
        yield f"{found['what'].capitalize()} of {found['of'][:1].upper()}{found['of'][1:]}"
    if (found := _OF_DEPARTMENT.fullmatch(name)) is not None:
        low = found["what"][0].islower()
        yield f"{found['of'].lower() if low else found['of']} {found['what']}"
    if (found := _ASIDE.match(name)) is not None:
        yield from (found["long"], found["short"])
    if (found := _HEADED.fullmatch(name)) is not None and fold(found["head"]) in _named_by_head():
        yield f"{found['of']} {found['head']}"
    if (found := _OF_STATE.fullmatch(name)) is not None and (state := gazetteer.states().get(fold(found["state"]))):
        yield from (f"{state.demonym} {found['body']}", f"{state.name} {found['body']}")


@cache
def _named_by_head() -> frozenset[str]:
    """Nouns of bodies and of laws, which a name may have before `for` or at its end."""
    return gazetteer.words("organization_nouns") | gazetteer.words("law_nouns")


def _owned(name: str) -> Iterator[str]:
    """`the Malian junta` for `Mali's junta`, `the junta of Mali` too."""
    found = _OWNER.match(name)
    if found is None or not found["owned"].islower():
        return
    state = gazetteer.states().get(fold(found["owner"]).removeprefix("the "))
    yield f"the {found['owned']} of {found['owner']}"
    if state is not None:
        yield f"the {state.demonym} {found['owned']}"


def _shorter(name: str, cast: Cast | None) -> Iterator[str]:
    """Without `Company`, `Operation`, `al-` or a preposition; and the short form that the brief goes on with."""
    yield _LEGAL.sub("", name)
    yield f"{name[:-1]}mpany" if name.endswith(" Co.") else ""
    yield _LED.sub("", name)
    yield _CLASS.sub("", name)
    yield _SET_OF.sub("", name)
    if _ARABIC.match(name):
        yield _ARABIC.sub("al ", name, count=1)
    if cast is not None:
        yield from (short for short in cast.shortened.get(fold(name), ()) if unaccented(short) not in known())
