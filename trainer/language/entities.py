"""Who and what a brief names: mentions gathered under one entity, with the nouns and offices it goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from trainer.language import gazetteer
from trainer.language.beside import roles_beside
from trainer.language.given import sex_of_name
from trainer.language.kinds import BLOCS, CLASS_NOUNS, broader
from trainer.language.names import ACTORS, Name, Sort, known_names, settled
from trainer.language.person_nouns import MEN, PERSONS, WOMEN
from trainer.language.shortened import Heard, aliases, body_of, in_full, key_of
from trainer.language.spoken import is_modifier, said_in_full
from trainer.text import fold

if TYPE_CHECKING:
    from trainer.language.reading import Line

_SORT_NOUNS = {
    Sort.STATE: ("country",),
    Sort.CITY: ("city", "town"),
    Sort.REGION: ("region",),
    Sort.MISSION: ("mission", "operation"),
    Sort.GROUP: ("group",),
    Sort.NEWS: ("newspaper", "agency", "network"),
    Sort.OPERATION: ("operation", "mission"),
    Sort.SHIP: ("ship",),
    Sort.LAW: ("law",),
}
_UNSURE = frozenset({Sort.UNKNOWN, Sort.BODY, Sort.PLACE, Sort.GROUP})
_LOCATING = re.compile(r"\b(?:in|at|near|from|of|to|around|outside|via) (?:the )?$")
_TITLED = re.compile(r"(?P<title>[A-Z][\w-]+) $")


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place or thing that a brief names."""

    number: int
    """Its place in the order of first mentions."""
    said: str
    """As a question says it, with its article."""
    sort: Sort
    """What it is, by the table or by most of its mentions."""
    own: frozenset[str]
    """The class nouns that the text or our tables give it."""
    kinds: frozenset[str]
    """Those and all broader ones."""
    offices: frozenset[str]
    """For a person, the offices that stand beside the name, as written: `defence secretary`."""
    plural: bool
    """Whether it takes a plural verb."""
    woman: bool | None
    """For a person, what title, role or given name tell; None if they do not."""
    texts: frozenset[str]
    """Every form in which the brief writes it."""
    bracketed: bool = False
    """Whether it stands in brackets only, behind a noun that is no name: `a committee (OCC)`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named."""

    entity: Entity
    """What is named."""
    line: int
    """Which line of the reading."""
    start: int
    """First character in the sentence."""
    end: int
    """One past the last."""
    leading: bool
    """Whether the name heads its phrase: not `Wagner` in `Wagner forces`."""


def mentions_in(lines: Sequence[Line]) -> tuple[tuple[Mention, ...], ...]:
    """For each line its mentions, in order."""
    acronyms = {fold(pair.short): fold(pair.name) for line in lines for pair in line.acronyms}
    rows = settled(_with_openings(lines))
    surnames = {name.text.split()[-1] for row in rows for name in row if name.sort is Sort.PERSON and " " in name.text}
    heard = [_heard(k, line, name, acronyms, surnames) for k, line in enumerate(lines) for name in rows[k]]
    alias = aliases(heard, acronyms) | _also_known(heard, lines, acronyms)
    groups: dict[str, list[Heard]] = {}
    for one in heard:
        groups.setdefault(in_full(alias, one.key), []).append(one)
    spelled = {fold(pair.short): pair.name for line in lines for pair in line.acronyms}
    built = {key: _entity(n, members, lines, spelled) for n, (key, members) in enumerate(groups.items())}
    found: list[list[Mention]] = [[] for _ in lines]
    for one in heard:
        name, entity = one.name, built[in_full(alias, one.key)]
        leading = not is_modifier(lines[one.line].sentence.doc, name)
        found[one.line].append(Mention(entity, one.line, name.start, name.end, leading))
    return tuple(tuple(mentions) for mentions in found)


def _with_openings(lines: Sequence[Line]) -> list[tuple[Name, ...]]:
    """The names of each line, and a first word that is part of a name elsewhere: `Witty told the senators`."""
    names = [name for line in lines for name in line.names]
    people = [name.text.split() for name in names if name.sort is Sort.PERSON]
    parts = {words[end] for words in people for end in (0, -1)}
    parts |= {name.text for name in names if " " not in name.text}
    parts |= {name.text.split()[0] for name in names if name.sort in ACTORS}
    words = {token.text for line in lines for token in line.sentence.doc if token.text.islower()}
    return [_opened(line, parts, words) for line in lines]


def _opened(line: Line, parts: set[str], words: set[str]) -> tuple[Name, ...]:
    first = line.sentence.doc[0].text
    new = first in parts and first.lower() not in words and not (line.names and line.names[0].start == 0)
    return (Name(0, len(first), first, Sort.UNKNOWN), *line.names) if new else line.names


_ALSO = re.compile(
    r"[\w '-]{0,40}[,(]? ?(?:also |better |formerly |previously |widely )?(?:known|tracked|called|referred to|styled)"
    r" (?:by some )?(?:as )?(?:the )?"
)


def _also_known(heard: Sequence[Heard], lines: Sequence[Line], acronyms: dict[str, str]) -> dict[str, str]:
    """`ALPHV, also known as BlackCat`, `the Danube Water Board (DVT)`: the later name for the earlier."""
    found = {}
    for one, other in pairwise(heard):
        between = lines[one.line].plain[one.name.end : other.name.start] if one.line == other.line else ""
        told = _ALSO.fullmatch(between) or (
            between == " (" and other.key not in acronyms and _is_own_short(one, other, lines[other.line])
        )
        if between and told and one.key != other.key and not set(between.lower().split()) & PERSONS:
            found[other.key] = one.key
    return found


def _is_own_short(full: Heard, short: Heard, line: Line) -> bool:
    """Whether letters in brackets right behind a body's name are its own, in whatever language: no party, no state."""
    alone = (
        line.plain.startswith(")", short.name.end) and short.name.text.isupper() and short.key == fold(short.name.text)
    )
    return alone and full.sort in ACTORS and " " in full.name.text


def _heard(k: int, line: Line, name: Name, acronyms: dict[str, str], surnames: set[str]) -> Heard:
    """The name with its sort, a person's where a given name or a title tells one."""
    person = name.sort in _UNSURE and (_is_person(line, name) or _is_relative(name, surnames))
    sort = Sort.PERSON if person else name.sort
    if sort in {Sort.CITY, Sort.PLACE} and name.text in surnames and not _LOCATING.search(line.plain[: name.start]):
        sort = Sort.UNKNOWN
    if sort is Sort.PEOPLE and name.text not in gazetteer.demonyms() and not name.text.endswith("s"):
        sort = Sort.UNKNOWN
    return Heard(k, name, key_of(name, sort, acronyms), sort)


def _is_relative(name: Name, surnames: set[str]) -> bool:
    """Whether two words or three that our tables do not know end with the surname of somebody in the brief."""
    words = name.text.split()
    plain = name.sort in {Sort.PLACE, Sort.UNKNOWN} and not any(fold(word) in CLASS_NOUNS for word in words)
    told = plain and 2 <= len(words) <= 3 and words[-1] in surnames and all(word[:1].isupper() for word in words)
    return told and not any(known.text == name.text for known in known_names(name.text))


def _is_person(line: Line, name: Name) -> bool:
    words = name.text.split()
    if any(fold(word) in CLASS_NOUNS or word.isupper() for word in words):
        return False
    if any(known.text == name.text for known in known_names(name.text)):
        return False
    titled = _TITLED.search(line.plain[: name.start])
    office = titled is not None and fold(titled["title"]) in gazetteer.words("office_heads") | gazetteer.words("ranks")
    given = 2 <= len(words) <= 4 and sex_of_name(words[0]) is not None and all(w[:1].isupper() for w in words)
    return office or given


def _entity(number: int, members: Sequence[Heard], lines: Sequence[Line], spelled: dict[str, str]) -> Entity:
    sort = _sort(members)
    if sort is Sort.PERSON and _is_told_as_body(members, lines):
        sort = Sort.BODY
    own: set[str] = set()
    offices: set[str] = set()
    before: set[str] = set()
    for one in members:
        doc = lines[one.line].sentence.doc
        found = roles_beside(doc, one.name) if sort is not Sort.PEOPLE else set()
        own |= {
            noun for noun, phrase in found if not phrase or noun in (PERSONS if sort is Sort.PERSON else CLASS_NOUNS)
        }
        if sort is Sort.PERSON:
            offices |= {phrase for _, phrase in found if phrase and _is_office(phrase)}
            before |= _words_before(doc, one.name)
    own |= _nouns_of(members, sort, spelled)
    kinds = frozenset(other for noun in own for other in broader(noun))
    texts = frozenset(one.name.text for one in members)
    said = said_in_full(members, lines, sort, spelled, own)
    woman = _sex(said, before | own) if sort is Sort.PERSON else None
    plural, bracketed = _takes_plural(said, sort), all(_is_in_brackets(one, lines) for one in members)
    return Entity(number, said, sort, frozenset(own), kinds, frozenset(offices), plural, woman, texts, bracketed)


def _is_told_as_body(members: Sequence[Heard], lines: Sequence[Line]) -> bool:
    """`Fjordlinjen Vest, a ferry operator`: what looked like a person's name, and is told to be a company."""
    nouns = {noun for one in members for noun, _ in roles_beside(lines[one.line].sentence.doc, one.name)}
    given = any(sex_of_name(one.name.text.split()[0]) is not None for one in members)
    return bool(nouns & CLASS_NOUNS) and not given and not any(_is_office(noun) for noun in nouns)


def _is_in_brackets(one: Heard, lines: Sequence[Line]) -> bool:
    text = lines[one.line].plain
    return text[: one.name.start].endswith("(") and text[one.name.end :].startswith(")")


def _sort(members: Sequence[Heard]) -> Sort:
    """That of the longest form; a form of unknown sort says nothing."""
    known = [one for one in members if gazetteer.bodies().get(one.name.text) is not None and one.sort is not Sort.PLACE]
    known = known or [one for one in members if one.sort is not Sort.UNKNOWN]
    return max(known, key=lambda one: (len(one.name.text), one.name.text), default=members[0]).sort


def _nouns_of(members: Sequence[Heard], sort: Sort, spelled: dict[str, str]) -> set[str]:
    """The class nouns in its own names and in our tables."""
    if sort in {Sort.PERSON, Sort.PEOPLE}:
        return {"person"} if sort is Sort.PERSON else set()
    found = set(_SORT_NOUNS.get(sort, ()))
    found |= {word for one in members for word in (one.name.noun, one.name.noun.rpartition(" ")[2]) if _is_class(word)}
    for text in sorted({one.name.text for one in members}):
        body = body_of(text, {short: fold(full) for short, full in spelled.items()})
        found |= _class_words(fold(spelled.get(fold(text), text)).split())
        if body is not None and body.noun != "term":
            found |= _class_words(fold(body.name).split())
            found |= {word for word in (body.noun, body.noun.rpartition(" ")[2]) if _is_class(word)}
            found |= {"agency"} if body.noun == "UN body" else set()
            found |= {"bloc"} if body.short in BLOCS else set()
        found |= {_place_nouns().get(fold(text), "")} & CLASS_NOUNS
        if sort is Sort.CITY and fold(text) in gazetteer.capitals():
            found.add("capital")
    return found


@cache
def _place_nouns() -> dict[str, str]:
    """The last word of what each place of the tables is: `strait`, `province`."""
    return {
        fold(name): place.noun.split()[-1] for place in gazetteer.places() for name in (place.name, *place.aliases)
        if place.noun
    }  # fmt: skip


def _is_class(noun: str) -> bool:
    """Whether a noun says what class of thing something is, and more than that it is a body."""
    last = noun.rpartition(" ")[2]
    return last in CLASS_NOUNS and noun not in {"organization", "body", "place"} and last != "product"


def _class_words(words: list[str]) -> set[str]:
    """The class nouns that a name ends with, or has before its first `of` or `for`."""
    heads = {words[-1]} if len(words) > 1 else set()
    small = next((n for n, word in enumerate(words) if word in {"of", "for"} and n), 0)
    return (heads | ({words[small - 1]} if small else set())) & CLASS_NOUNS


def _takes_plural(said: str, sort: Sort) -> bool:
    """`the Houthis`, `Palestinians`, `the Taliban`: named as many."""
    last = said.rsplit(maxsplit=1)[-1]
    if last == "Taliban":
        return True
    many = last.endswith("s") and not last.endswith(("ss", "us")) and not last.isupper()
    return many and (sort is Sort.PEOPLE or (sort is Sort.GROUP and said.startswith("the ")))


def _sex(said: str, words: Iterable[str]) -> bool | None:
    told = {word.lower() for word in words}
    if told & WOMEN:
        return True
    return False if told & MEN else sex_of_name(said.split(maxsplit=1)[0])


def _words_before(doc: Doc, name: Name) -> set[str]:
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    return {token.lower_ for token in doc[max(0, span.start - 3) : span.start]} & (WOMEN | MEN) if span else set()


def _is_office(phrase: str) -> bool:
    last = phrase.rsplit(maxsplit=1)[-1]
    return last in gazetteer.words("office_heads") or last in gazetteer.words("ranks") or last in PERSONS
