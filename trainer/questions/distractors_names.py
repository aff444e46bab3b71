"""Wrong persons, offices, bodies and places that could be right for all that the question says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from trainer.cards.card import Kind
from trainer.cards.grading_acronyms import is_acronym
from trainer.language import gazetteer
from trainer.language.gazetteer import Body, State
from trainer.language.names import Sort
from trainer.language.reading import Reading
from trainer.questions.cast import Cast, bare, cast_of
from trainer.questions.distractors_sides import turned
from trainer.questions.draft import Draft
from trainer.questions.keys_people import is_office, is_person, office_of
from trainer.questions.keys_shared import is_of_another_state
from trainer.text import fold
from trainer.values.names import content_words
from trainer.values.spelling import american, british

_MINISTRIES = ("foreign", "interior", "defense", "finance", "justice", "health")
_CHIEFS = {
    "chief executive": ("chief financial officer", "chief operating officer", "chief technology officer"),
    "chief executive officer": ("chief financial officer", "chief operating officer", "chief technology officer"),
    "chief financial officer": ("chief executive officer", "chief operating officer", "chief technology officer"),
    "CEO": ("CFO", "COO", "CTO"),
}
"""Offices beside an office, which nobody holds along with it."""
_SECRETARIES = {
    "US": ("defense secretary", "treasury secretary", "commerce secretary", "energy secretary", "labor secretary"),
    "UK": ("defence secretary", "foreign secretary", "home secretary", "health secretary", "business secretary"),
}
"""Secretaries beside a secretary, where it is clear whose government is meant."""
_AMERICAN = re.compile(r"\b(?:US|U\.S\.|United States|American)\b")
_BRITISH = re.compile(r"\b(?:UK|U\.K\.|United Kingdom|British|Britain)\b")
_MINISTER = re.compile(r"(?P<of>[\w]+) minister", re.IGNORECASE)
_MISSIONS = (
    frozenset({"MINURSO", "MINUSCA", "MINUSMA", "MONUSCO", "UNAMID", "UNDOF", "UNFICYP", "UNIFIL", "UNISFA", "UNMIK",
               "UNMISS"}),
    frozenset({"AMISOM", "ATMIS", "AUSSOM"}),
)  # fmt: skip
"""Missions that were at work in the same years: of the UN, of the African Union."""
_VAGUE_HEADS = frozenset({
    "chief", "director", "head", "leader", "officer", "representative", "spokesman", "spokesperson", "spokeswoman",
})  # fmt: skip
"""Heads of offices that are too unlike each other for their holders to be taken for one another."""
_THINGS = frozenset({Sort.SHIP, Sort.OPERATION, Sort.GROUP, Sort.MISSION, Sort.PRODUCT})
MOST_KNOWN = 8
"""Of a state's cities or provinces, so many from the head of the table are known well enough to be options."""
_ON_A_DAY = re.compile(r"\b(?:\d\d? [A-Z][a-z]+|[A-Z][a-z]+ \d\d?,) (?:19|20)\d\d\b")
_FIRST = re.compile(r"\b(?:first|last|only|largest|biggest|deadliest|worst|name of)\b")
_MOST = re.compile(r"\b(?:largest|biggest|main|leading|top|most|richest|strongest|busiest)\b")
_SITED = re.compile(
    r"\b(?:based|headquartered|born|buried|held|hosted|signed|sworn|treated|docked|landed|crashed|arrested|opened|located"
    r"|take place|took place|meet|met)\b"
)


def person_options(reading: Reading, draft: Draft, _: int) -> Iterator[str]:
    """Others in the brief who hold the same sort of office and stand in another sentence; for a dated office only."""
    cast = cast_of(reading)
    key = cast.person(bare(draft.answer)) if is_person(draft, cast) else None
    if key is None or not key.offices or not _is_dated(draft):
        return
    for other in cast.people:
        same = (other.offices & key.offices) - _VAGUE_HEADS
        told = " " in other.name or " " not in bare(draft.answer)
        apart = other.name != key.name and not _together(cast, key.name, other.name)
        if apart and same and told and not _is_of_other_state(reading, draft, other.name):
            yield other.name


_STATES_OFFICE = re.compile(
    r"\bwho (?:is|was|were) (?:the )?(?:(?P<owner>[A-Z][\w ]+)'s? |(?P<people>[A-Z][\w]+) )?[a-z -]*"
    r"(?:president|prime minister|premier|chancellor|king|emir)(?: of (?:the )?(?P<of>[A-Z][\w ]+))?\b"
)
_BEFORE_NAME = 60
"""Characters before a name within which the state of its office stands."""


def _is_of_other_state(reading: Reading, draft: Draft, name: str) -> bool:
    """Whether the head of a state or its government is asked for, and the brief gives that person to another state.

    Who goes without a state is of the one that the brief is about.
    """
    asked = _STATES_OFFICE.search(draft.question)
    said = (asked["owner"] or asked["people"] or asked["of"] or "") if asked is not None else ""
    state = gazetteer.states().get(fold(said)) or gazetteer.demonyms().get(said)
    if state is None:
        return False
    every = set()
    for line in reading.lines:
        at = line.plain.find(name)
        near = [n for n in line.names if max(0, at - _BEFORE_NAME) <= n.start < at]
        states = [gazetteer.states().get(fold(n.text)) or gazetteer.demonyms().get(n.text) for n in near]
        every |= {other for other in states if other is not None}
    return bool(every - {state}) or (state not in every and reading.topic not in {None, state})


def _is_dated(draft: Draft) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b", draft.question))


def _together(cast: Cast, one: str, other: str) -> bool:
    """Whether two names share a sentence, so that what is said of the one may be said of the other."""
    return bool(_lines_of(cast, one) & _lines_of(cast, other))


def _lines_of(cast: Cast, name: str) -> set[int]:
    """The sentences in which a thing stands by any of its names."""
    full = cast.shorts.get(name, name)
    body = gazetteer.bodies().get(full) or gazetteer.body_named(full)
    known = (body.short, body.name, *body.aliases) if body is not None else ()
    names = {name, full, *cast.fulls.get(fold(full), ()), *known}
    return {number for form in names for number in cast.lines.get(fold(form), ())}


def office_options(_: Reading, draft: Draft, turn: int) -> Iterator[str]:
    """Offices beside the key's in the same government or company, spelled and placed as the answer is."""
    if not is_office(draft):
        return
    office = office_of(draft.answer)[0]
    adjective, plain = office.partition(" ")[::2]
    office = plain if adjective in gazetteer.demonyms() else office
    for other in turned(_beside(office) or _secretaries(office, f"{draft.question} {draft.answer}"), turn):
        yield draft.answer.replace(office, _cased(other, office), 1)


def _beside(office: str) -> list[str]:
    """The other ministers beside a minister, the other chiefs beside a chief."""
    minister, plain = _MINISTER.fullmatch(office), american(office)
    if minister is None or american(minister["of"]).lower() not in _MINISTRIES:
        return list(_CHIEFS.get(plain if plain.isupper() else plain.lower(), ()))
    spell = british if "defence" in office.lower() else american
    return [spell(f"{of} minister") for of in _MINISTRIES if of != american(minister["of"]).lower()]


def _secretaries(office: str, said: str) -> list[str]:
    """The other secretaries of the one government that question and answer name."""
    of_us, of_uk = bool(_AMERICAN.search(said)), bool(_BRITISH.search(said))
    members = _SECRETARIES["US" if of_us else "UK"] if of_us != of_uk else ()
    return [other for other in members if other != office.lower()] if office.lower() in members else []


def _cased(text: str, model: str) -> str:
    """With capitals where the model has them."""
    if model.istitle():
        return " ".join(word if word in {"of", "the"} else word[:1].upper() + word[1:] for word in text.split())
    return text


def body_options(reading: Reading, draft: Draft, _: int) -> Iterator[str]:
    """Peacekeeping missions beside a mission that the brief does not name, in the form that is asked for."""
    full = draft.kind is Kind.ACRONYM and " " in draft.answer
    key = gazetteer.body_named(bare(draft.answer)) if full else gazetteer.bodies().get(bare(draft.answer))
    if key is None or key.noun != "peacekeeping mission" or (full and _is_told_by_title(key, reading)):
        return
    named = set(cast_of(reading).lines)
    family = next((family for family in _MISSIONS if key.short in family), frozenset())
    sisters = [gazetteer.bodies()[short] for short in sorted(family - {key.short}) if short in gazetteer.bodies()]
    for body in sorted(sisters, key=lambda body: (OSA.distance(body.short, key.short), body.short)):
        alike = body.short[:2] == key.short[:2] or not full
        if alike and fold(body.short) not in named and fold(body.name) not in named:
            yield body.name if full else body.short


def _is_told_by_title(key: Body, reading: Reading) -> bool:
    """Whether the title of the brief names the place that tells the mission from its sisters."""
    place = content_words(key.name) - {"united", "nations", "mission"}
    return bool(place & content_words(reading.brief.title))


_BY_WATER = re.compile(
    r"\b(?:anchor(?:ed)?|berth(?:ed|s)?|dock(?:ed|s|yards?)?|ferr(?:y|ies)|harbou?r|moor(?:ed)?|naval base|ports?"
    r"|quay|sail(?:ed|ing)?|seaports?|ships?|shipyards?|tankers?|unload(?:ed)?|vessels?|warships?)\b"
)
"""What is told of a town by the water, beside which many a town of the tables is absurd."""


def place_options(reading: Reading, draft: Draft, turn: int) -> Iterator[str]:
    """Places like the one where something happened once: its neighbours, none of them named in the brief."""
    if draft.kind is not Kind.WHERE or draft.items or not (_is_once(draft) or _SITED.search(draft.question)):
        return
    if _MOST.search(draft.question) and not _SITED.search(draft.question):
        return  # its neighbours are no match for what is the largest of its kind
    key, cast = bare(draft.answer), cast_of(reading)
    if is_of_another_state(key, reading) or (draft.sort is Sort.CITY and _BY_WATER.search(draft.question)):
        return
    found = _states_beside(key, draft, cast) or _capitals_beside(key, draft, cast) or _places_beside(key, draft, cast)
    article = "the " if draft.answer.startswith("the ") and draft.sort is not Sort.STATE else ""
    yield from (f"{article}{other}" for other in turned(found, turn))


def _states_beside(key: str, draft: Draft, cast: Cast) -> list[str]:
    state = gazetteer.states().get(fold(key))
    if state is None:
        return []
    article = draft.answer.startswith("the ") or not gazetteer.takes_article(state.name)
    return [other.with_article if article else other.name for other in _neighbours(state, cast)]


def _capitals_beside(key: str, draft: Draft, cast: Cast) -> list[str]:
    """Capitals of the region for a capital, unless the question tells in which state to look."""
    state = gazetteer.capitals().get(fold(key))
    if state is None or _tells(draft.question, state) or "capital" in draft.question:
        return []
    return [other.capital for other in _neighbours(state, cast)]


def _places_beside(key: str, draft: Draft, cast: Cast) -> list[str]:
    """Places of the same sort in the same state, waters of the same sort anywhere."""
    place = next((place for place in gazetteer.places() if key in (place.name, *place.aliases)), None)
    state = gazetteer.capitals().get(fold(key))
    if state is not None and _TALKED.search(draft.question):
        return []  # states talk in their capitals, and not in their industrial towns
    if place is None and (state is None or "capital" in draft.question):
        return []
    noun, where = (place.noun, place.state) if place is not None else ("city", state.name if state is not None else "")
    if noun in {"strait", "sea", "gulf"}:
        return [other for other in _waters_beside(key) if fold(other) not in cast.lines]
    alike = [other for other in gazetteer.places() if other.noun == noun and other.state == where]
    free = [other.name for other in alike if other != place and fold(other.name) not in cast.lines]
    known = sorted(free, key=_scattered) if where == "United States" else free[:MOST_KNOWN]
    return known if where or noun in gazetteer.WATERS else []


_STRAITS = (
    ("Taiwan Strait", "Luzon Strait", "Bashi Channel", "Miyako Strait", "Tsushima Strait", "Korea Strait"),
    ("Strait of Malacca", "Singapore Strait", "Sunda Strait", "Lombok Strait"),
    ("Strait of Hormuz", "Bab el-Mandeb", "Suez Canal"),
    ("Bosphorus", "Dardanelles", "Kerch Strait"),
    ("English Channel", "Øresund", "Great Belt", "Strait of Gibraltar", "Denmark Strait"),
)
"""Straits of one part of the world, of which a ship may take another."""
_SEAS = (
    ("Yellow Sea", "East China Sea", "Sea of Japan", "Philippine Sea", "South China Sea", "Sea of Okhotsk"),
    ("Java Sea", "Celebes Sea", "Sulu Sea", "Natuna Sea", "Andaman Sea"),
    ("Red Sea", "Arabian Sea", "Gulf of Aden", "Persian Gulf", "Gulf of Oman", "Gulf of Aqaba"),
    ("Black Sea", "Sea of Azov", "Sea of Marmara", "Aegean Sea", "Caspian Sea"),
    ("Mediterranean Sea", "Adriatic Sea", "Ionian Sea", "Tyrrhenian Sea", "Gulf of Sidra"),
    ("Baltic Sea", "North Sea", "Norwegian Sea", "Gulf of Finland", "Gulf of Bothnia"),
    ("Barents Sea", "Kara Sea", "White Sea", "Laptev Sea"),
    ("Celtic Sea", "Irish Sea", "North Sea"),
    ("Gulf of Tonkin", "Gulf of Thailand", "South China Sea"),
    ("Caribbean Sea", "Gulf of Mexico", "Gulf of Paria", "Gulf of Gonâve"),
)
"""The same for seas and gulfs."""


def _waters_beside(key: str) -> tuple[str, ...]:
    """The straits near a strait, the seas near a sea; none for one that lies by itself."""
    rows = (*_STRAITS, *_SEAS)
    return next((tuple(other for other in near if other != key) for near in rows if key in near), ())


_TALKED = re.compile(r"\b(?:broker\w*|ceasefire|mediat\w*|summit|talks|truce)\b")
"""What is done in capitals."""


def _scattered(name: str) -> bytes:
    """What puts names in an order that is not that of their letters."""
    return hashlib.sha256(name.encode()).digest()


def _tells(question: str, state: State) -> bool:
    """Whether the question says in which state to look."""
    return fold(state.name) in fold(question) or any(word in question for word in state.demonyms or (state.demonym,))


def _neighbours(state: State, cast: Cast) -> list[State]:
    """States of the same region that the brief does not name."""
    every = dict.fromkeys(other for other in gazetteer.states().values() if other.region == state.region)
    return [other for other in every if other != state and not _is_named(other, cast)]


def _is_named(state: State, cast: Cast) -> bool:
    return any(fold(name) in cast.lines for name in (state.name, *state.aliases, state.demonym, state.capital))


def thing_options(reading: Reading, draft: Draft, _: int) -> Iterator[str]:
    """Other things of the same sort in the brief, for what happened on one day, or to the first of them."""
    if draft.sort not in _THINGS or draft.items or not _is_once(draft):
        return
    cast, key = cast_of(reading), bare(draft.answer)
    seen = {_entity(reading, key)}
    for other in sorted(cast.others.get(draft.sort, ()), key=lambda name: is_acronym(name) is not is_acronym(key)):
        entity = _entity(reading, other)
        alike = cast.nouns.get(fold(other)) == cast.nouns.get(fold(key)) and _prefix(other) == _prefix(key)
        if alike and entity not in seen and not _together(cast, key, other) and not _is_kin(reading, cast, other):
            seen.add(entity)
            yield f"the {other}" if draft.answer.startswith("the ") else other


_KIN = re.compile(
    r"\b(?:umbrella|offshoot|splinter|factions?|halves|rebrand(?:ed|ing)?|successor|predecessor"
    r"|(?:political|armed|military) (?:wing|arm|branch))\b"
)


def _is_kin(reading: Reading, cast: Cast, name: str) -> bool:
    """Whether the brief calls a group the umbrella or the wing of another, which may be the key."""
    return any(_KIN.search(reading.lines[number].plain) for number in _lines_of(cast, name))


def _entity(reading: Reading, name: str) -> str:
    """One text for all names of one thing, by the brief or by the tables."""
    plain = fold(name)
    known = (one for one in reading.mentions.entities if plain in {fold(bare(text)) for text in one.texts})
    said = next((bare(one.said) for one in known), name)
    full = cast_of(reading).shorts.get(said, said)
    body = gazetteer.bodies().get(full) or gazetteer.body_named(full)
    return fold(body.name if body is not None else full)


def _prefix(name: str) -> str:
    """What a ship's name has before it: `USS`."""
    found = re.match(r"[A-Z]{2,3} (?=[A-Z])", name)
    return found[0] if found else ""


def _is_once(draft: Draft) -> bool:
    """Whether the question tells of one event: by its day, or as the first or the only one."""
    body = re.sub(r"^As of [^?]*?,\s(?!\d{4})", "", draft.question)
    return bool(_ON_A_DAY.search(body) or _FIRST.search(body))
