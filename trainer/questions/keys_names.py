"""What else a name may be called, and the names that it is easily taken for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.language.glyphs import unaccented
from trainer.language.known import known
from trainer.language.names import PLACES, Sort
from trainer.language.reader import is_in_dictionary
from trainer.questions.cast import Cast, bare
from trainer.text import fold
from trainer.values.names import stands_in

_SWAPS = (
    ("United Nations", "UN"), ("United States", "US"), ("United States", "U.S."), ("United Kingdom", "UK"),
    ("European Union", "EU"), ("African Union", "AU"), ("Executive Order", "EO"), ("General License", "GL"),
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
_WATER = re.compile(r"(?P<name>[A-ZÀ-Ý][\w'-]+) (?P<water>Lake|River)")
"""`Dolna Lake`, which is `Lake Dolna` as well."""
_LEGAL = re.compile(
    r"(?:,? (?:AB|AG|A/?S|ASA|B\.?V\.?|Bhd|Co\.|Company|Corp\.?|Corporation|DMCC|FZCO|FZE|FZ-LLC|GmbH|Holdings|Inc\.?"
    r"|JSC|KK|Limited|LLC|LLC-FZ|LLP|LP|Ltd\.?|N\.?V\.?|OAO|OJSC|OOO|Oyj?|PAO|PJSC|plc|PLC|Pte\.?|Pty\.?|S\.?A\.?"
    r"|SARL|SAS|Sdn|SE|S\.?p\.?A\.?))+$"
)
"""The form of a company behind its name."""
_LEGAL_FIRST = re.compile(r"^(?:PT|CV|FGUP|NPO|NPP|OOO|OAO|PAO|ZAO|AO|TOO|PJSC|OJSC|JSC) (?=[A-Z])")
"""The same before its name."""
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
    "New Delhi": ("Delhi",), "Delhi": ("New Delhi",),
    "Sanaa": ("Sana'a",), "Tehran": ("Teheran",), "Ulaanbaatar": ("Ulan Bator",),
    "Washington": ("Washington, D.C.", "Washington, DC"),
}  # fmt: skip
"""Capitals that are spelled in more than one way."""
_KNOWN_BY_NOUN = {"Channel": ("English Channel",), "Horn": ("Horn of Africa",)}
"""Places that the noun alone stands for."""
_AREAS = frozenset({"province", "oblast", "governorate", "district", "county"})
"""Nouns that a name of a place may have behind it."""
_REGIONS = frozenset({"province", "state", "region"})
_CLASS = re.compile(
    r"^(?:(?:Operation|Resolution|Directive|Task Force|Storm|Typhoon|Hurricane|Cyclone) (?=[\dA-Z])"
    r"|(?:Executive Order|EO|General License|GL|Public Law|Law|Decree|Regulation|Bill) (?:No\. ?)?(?=\d))"
)
_DOTTED = re.compile(r"^(?:[A-Z]\.){2,}(?= )")
_OF_UN = frozenset({"Charter", "General Assembly", "Human Rights Council", "Secretariat", "Security Council"})
"""What nobody else has under this name."""
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
    letters, known_by = _letters_in(in_brief), _letters_in(tables)
    if letters and known_by and not letters & known_by:
        tables = []  # a namesake: Morocco's Justice and Development Party is no AKP
    in_brief += [_LEGAL_FIRST.sub("", form) for form in in_brief if _LEGAL_FIRST.match(form)]
    found = [plain, *in_brief, *tables, *_swapped(plain), *_owned(plain), *_shorter(plain, cast)]
    found += [*_without_number(plain, sort), *_of_two(plain), *_of_people(plain), _with_ordinal(plain)]
    found += [*_of_unit(plain), *_either(plain)]
    return tuple(form for form in dict.fromkeys(found) if form and form != name)


def _letters_in(forms: Iterable[str]) -> set[str]:
    """The words of some forms that are letters alone, three or more of them."""
    return {word for form in forms for word in _OF_LETTERS.findall(form)}


_OF_LETTERS = re.compile(r"\b[A-Z]{3,}\b")


def _is_that_of_tables(name: str, sort: Sort | None) -> bool:
    """Whether what the brief names may be what the tables know by that name: not where a ship is called like a town."""
    entry = known().get(unaccented(name))
    if entry is None or sort is None:
        return True
    if sort is Sort.UNKNOWN:
        return " " in name or entry.sort is not Sort.BODY or entry.homograph
    return (entry.sort in PLACES) == (sort in PLACES)


_THINGS = frozenset({Sort.SHIP, Sort.OPERATION, Sort.PRODUCT, Sort.UNKNOWN})
"""What is often called like a place or a body, and never stands for it."""


def namesakes(name: str, sort: Sort | None) -> tuple[str, ...]:
    """What the tables call another thing of that name: `Durban, South Africa` where a ship is meant."""
    plain = bare(name)
    another = sort in _THINGS and not _is_that_of_tables(plain, sort)
    return tuple(form for form in _known(plain) if form != plain) if another else ()


ONLY_AMERICAN = frozenset({
    "Commerce Department", "Department of Justice", "Department of State", "Justice Department", "State Department",
    "Treasury Department",
})  # fmt: skip
"""Bodies that no other state has under this name."""
_OF_MANY_STATES = frozenset({"court", "parliament", "legislative chamber"})
"""Bodies that many states have by the same name."""


def of_other_states(name: str, topic: str, sentence: str) -> tuple[str, ...]:
    """Courts and chambers of the same name in other states than the topic's and those that the sentence names.

    >>> of_other_states("Senate", "Nigeria", "The Senate met."), of_other_states("Senate", "Kenya", "In the US it met.")
    (('US Senate',), ())
    """
    plain = bare(name)
    named = [(body.name, *body.aliases) for body in gazetteer.all_bodies() if body.noun in _OF_MANY_STATES]
    owned = ((_owner_before(plain, form), form) for forms in named if plain in forms for form in forms)
    return tuple(
        form for owner, form in owned
        if owner is not None and owner.name != topic and plain != "Congress" and not _is_said(owner, sentence)
    )  # fmt: skip


def _is_said(state: State, text: str) -> bool:
    """Whether a text names the state, its people or its capital."""
    return any(stands_in(form, text) for form in (state.name, *state.aliases, *state.demonyms, state.capital))


def _known(name: str) -> Iterator[str]:
    """The other names that the tables have for it."""
    entry = known().get(unaccented(name))
    if entry is not None and entry.sort is not Sort.PEOPLE:
        forms = _forms().get((entry.name, entry.noun), ())
        own = name in ONLY_AMERICAN
        yield from (form for form in forms if form != unaccented(name) and (own or _owner_before(name, form) is None))
        body = gazetteer.body_named(entry.name)
        yield body.short if body is not None and entry.name == name and body.noun == entry.noun else ""
    yield from (*_CAPITALS.get(name, ()), *_KNOWN_BY_NOUN.get(name, ()))
    if entry is not None and entry.noun in _AREAS and not name.lower().endswith(entry.noun):
        yield f"{name} {entry.noun}"
    if entry is not None and entry.sort is Sort.CITY and (state := _state_of(entry.name)):
        yield f"{name}, {state}"


def _owner_before(name: str, form: str) -> State | None:
    """The state that a form has before the name: of `US Senate`, for a Senate that may be another state's."""
    owner, space, rest = form.partition(" ")
    state = gazetteer.states().get(fold(owner)) or gazetteer.demonyms().get(owner)
    return state if space and rest == name else None


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
    yield from _spelled_out(name, cast)
    for short, long in cast.shorts.items():
        if " " in long and stands_in(long, name) and not long.islower() and f"({short})" not in name:
            yield re.sub(rf"(?<!\w){re.escape(long)}(?!\w)", short, name)


def _spelled_out(name: str, cast: Cast) -> Iterator[str]:
    """A name with its last word, an acronym that the brief explains, in full: `Dolna Clinical Trials Unit`."""
    before, _, last = name.rpartition(" ")
    full = cast.shorts.get(last, "") if before else ""
    if full:
        yield f"{before} {full}"


def _of_nations(name: str) -> Iterator[str]:
    """`UN Security Council` and `Security Council` for `U.N. Security Council`."""
    if (dotted := _DOTTED.match(name)) is not None:
        plain = dotted[0].replace(".", "") + name[dotted.end() :]
        yield from (plain, *_swapped(plain))
    owner, _, owned = name.partition(" ")
    if owner == "UN" and owned in _OF_UN:
        yield owned


def _swapped(name: str) -> Iterator[str]:
    """`UN` for `United Nations` and back; `Ministry of Finance` for `finance ministry`; both names of `X (Y)`."""
    yield from _of_nations(name)
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
        yield from dict.fromkeys((f"{found['of']} {found['head']}", f"{_in_letters(found['of'])} {found['head']}"))
    if (found := _WATER.fullmatch(name)) is not None:
        yield f"{found['water']} {found['name']}"
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


_STATE_BODY = re.compile(
    r"(?P<owner>[A-Z][\w-]+) (?:Air Force|Army|Border Guard|Coast Guard|Navy|Parliament|Police|Supreme Court)"
)
"""A state's own force, court or chamber, by the state's name or by its people."""
_FEDERAL = frozenset({"Ethiopia", "Germany", "Iraq", "Nigeria", "Pakistan", "Russia", "Somalia"})
"""States whose government goes by that word."""
_REST_OF_NAME = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)+")


def _of_people(name: str) -> Iterator[str]:
    """`Kenyan Coast Guard` for `Kenya Coast Guard` and back; a longer name without the people that it opens with."""
    found, (owner, _, rest) = _STATE_BODY.fullmatch(name), name.partition(" ")
    state = gazetteer.states().get(fold(owner)) or gazetteer.demonyms().get(owner)
    if state is None:
        return
    if found is not None:
        yield f"{state.name if owner == state.demonym and len(rest.split()) < 3 else state.demonym} {rest}"
    if rest == "Government":
        yield from (f"Government of {state.with_article}", f"{state.name}'s government")
        yield f"Federal Government of {state.with_article}" if state.name in _FEDERAL else ""
    if owner in gazetteer.demonyms() and len(rest.split()) > 2 and _REST_OF_NAME.fullmatch(rest):
        yield rest


_NUMBERED = re.compile(r"(?P<number>[A-Z]{1,4}-?\d{1,4}[A-Z]?\d?) (?P<name>[A-Z][A-Za-z-]{4,}(?: [A-Z][A-Za-z-]+)*)")
"""A weapon by its number and its name: `M142 HIMARS`."""


def _without_number(name: str, sort: Sort | None) -> tuple[str, ...]:
    """Either half of a weapon's number and name; of what may be no weapon, only where the name is no plain word."""
    found = _NUMBERED.fullmatch(name)
    if found is None or sort in {Sort.PERSON, Sort.GROUP, Sort.EVENT, Sort.LAW, *PLACES}:
        return ()
    plain = any(is_in_dictionary(word.lower()) for word in found["name"].split())
    return () if plain and sort is not Sort.PRODUCT else (found["name"], found["number"])


_UNIT = re.compile(r"(?:No\.? )?(?P<number>\d{1,4}) (?P<kind>Squadron|Wing|Flight|Group)")
_EITHER = re.compile(r"(?P<one>[A-Z][\w-]{2,})/(?P<other>[A-Z][\w-]{2,})")
"""Two names of one thing: `Dolna/BlackBerg`."""


def _of_unit(name: str) -> tuple[str, ...]:
    """`No. 7 Squadron` and `7` for `7 Squadron`."""
    found = _UNIT.fullmatch(name)
    if found is None:
        return ()
    return (f"No. {found['number']} {found['kind']}", f"{found['number']} {found['kind']}", found["number"])


def _either(name: str) -> tuple[str, ...]:
    """Each of two names that a stroke parts."""
    found = _EITHER.fullmatch(name)
    return (found["one"], found["other"]) if found is not None else ()


_ORDINALS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth",
)  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<number>[1-9]|1[0-2])(?:st|nd|rd|th))"
    r" (?=(?:Air |Armou?red |Guards |Infantry |Motori[sz]ed |Naval |US |District )?"
    r"(?:Air|Amendment|Army|Battalion|Brigade|Circuit|Congress|Corps|Court|Division|Fleet|Infantry|Plenum|Region|Regiment|Republic|Schedule)\b)"
)


def _with_ordinal(name: str) -> str:
    """`5th Circuit` for `Fifth Circuit`, and back; empty for a name that has no such number."""
    found = _ORDINAL.search(name)
    if found is None:
        return ""
    number = _ORDINALS.index(found["word"]) + 1 if found["word"] else int(found["number"])
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number, "th")
    other = f"{number}{ending}" if found["word"] else _ORDINALS[number - 1]
    return f"{name[: found.start()]}{other} {name[found.end() :]}"


def headed_as_told(name: str, sentence: str) -> Iterator[str]:
    """`Framework for Trade` with the noun that the sentence gives it behind its name: `Trade Rule`."""
    found = _HEADED.fullmatch(name)
    told = re.search(rf"{re.escape(name)}, an? (?P<words>[a-z -]+)", sentence) if found else None
    noun = next((word for word in told["words"].split() if word in _named_by_head() | {"rule"}), "") if told else ""
    if found is not None and noun:
        yield f"{found['of']} {noun.capitalize()}"


def _of_two(name: str) -> Iterator[str]:
    """Both regions of one name for its plural: `North and South Kivu` for `the Kivus`."""
    shared = name.removesuffix("s")
    both = [place for place in gazetteer.places() if place.noun in _REGIONS and place.name.endswith(f" {shared}")]
    if shared == name or len(both) != 2 or both[0].noun != both[1].noun:
        return
    firsts = " and ".join(place.name.removesuffix(f" {shared}") for place in both)
    yield from (f"{firsts} {shared}", f"{both[0].name} and {both[1].name}", f"{shared} {both[0].noun}s")


def _in_letters(name: str) -> str:
    """`AI Framework` for `Artificial Intelligence Framework`."""
    return name.replace("Artificial Intelligence", "AI")


def _shorter(name: str, cast: Cast | None) -> Iterator[str]:
    """Without `Company`, `Operation`, `al-` or a preposition; and the short form that the brief goes on with."""
    yield _LEGAL.sub("", name)
    yield _LEGAL_FIRST.sub("", name)
    yield name.partition(", the ")[0]
    yield f"{name[:-1]}mpany" if name.endswith(" Co.") else ""
    yield _in_letters(name)
    yield _LED.sub("", name)
    yield _CLASS.sub("", name)
    yield _SET_OF.sub("", name)
    if _ARABIC.match(name):
        yield _ARABIC.sub("al ", name, count=1)
    if cast is not None:
        yield from (short for short in cast.shortened.get(fold(name), ()) if unaccented(short) not in known())
