"""Names in a sentence: where they stand and what kind of thing they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from spacy.tokens import Doc

from trainer.language import gazetteer
from trainer.language.acronyms import Acronym
from trainer.language.cuts import runs
from trainer.language.glyphs import unaccented
from trainer.language.kinds import CLASS_NOUNS
from trainer.language.known import known, known_names
from trainer.language.reader import Reader, is_in_dictionary, is_of_office
from trainer.language.runs import Run
from trainer.language.sorting import sort_of
from trainer.language.sorts import ACTORS, PLACES, Name, Sort
from trainer.language.units import units
from trainer.text import fold

__all__ = ["ACTORS", "PLACES", "Name", "Sort", "aliases", "known_names", "names", "settled", "within"]

_PRICED = re.compile(r"(?:[A-Z]{3,4}\s?|R)[\d.,]+\s(?:million|billion|trillion|thousand)\b|[A-Z]{0,3}\$")
_ENUMERATED = re.compile(r"[IVX]+[a-z]?|[A-Z][a-z]")
_JOINED = re.compile(r",\s|,?\s(?:and|or)\s(?:the\s)?")
_SHORT_PARTICLES = frozenset({"al", "el", "de", "bin", "van", "von", "da", "dos", "ould", "ag"})


def names(doc: Doc) -> tuple[Name, ...]:
    """The names of a sentence in order, none inside another."""
    reader = Reader(doc)
    named = [(run, _name(reader, run)) for run in runs(reader) if _is_name(reader, run)]
    found = [name for run, name in named if not _is_common_word(reader, run, name)]
    military = list(units(doc.text))
    found = [*military, *(one for one in found if all(one.end <= u.start or one.start >= u.end for u in military))]
    covered = [(name.start, name.end) for name in found]
    missed = [
        Name(start, end, doc.text[start:end], entry.sort, "" if entry.noun == entry.sort.value else entry.noun)
        for start, end, entry in reader.known
        if not entry.homograph and all(end <= a or start >= b for a, b in covered)
    ]
    kept = [name for name in (*found, *missed) if not _is_no_name(doc.text, name)]
    return _beside_their_like(doc.text, sorted(kept, key=lambda name: name.start))


def _is_no_name(text: str, name: Name) -> bool:
    """Whether it is a sum, one of a series of models, `Mark 41`, or the noun behind a bracket: `the X (Y) Treaty`."""
    series = name.text in _SERIES and text[name.end : name.end + 2].strip().isdigit()
    behind = text[: name.start].endswith(") ") and fold(name.text) in CLASS_NOUNS
    return _PRICED.match(text, name.start) is not None or series or behind


_SERIES = frozenset({"Mark", "Mk", "Block", "Batch"})


def _name(reader: Reader, run: Run) -> Name:
    start, end = reader.starts[run.start], reader.ends[run.end - 1]
    verdict = sort_of(reader, run)
    return Name(start, end, reader.text[start:end], verdict.sort, verdict.noun, verdict.sure)


def _is_common_word(reader: Reader, run: Run, name: Name) -> bool:
    """Whether a word of the dictionary opens the sentence, and nothing says that it is a name: `Turnout`."""
    alone = run.end - run.start == 1 and reader.opens(run.start)
    return (
        alone and name.sort is Sort.UNKNOWN and not reader.acts_alone(run.start) and is_in_dictionary(name.text.lower())
    )


def _beside_their_like(text: str, found: list[Name]) -> tuple[Name, ...]:
    """The names, where one in a row is unsure, with the sort of a sure one next to it: `Dadu` in `Sehwan and Dadu`."""
    for at in [*range(1, len(found)), *range(len(found) - 1, 0, -1)]:
        one, other = found[at - 1], found[at]
        if one.sure != other.sure and _JOINED.fullmatch(text, one.end, other.start):
            sure, unsure = (one, other) if one.sure else (other, one)
            if _may_be_like(sure, unsure):
                found[at - (unsure is one)] = replace(
                    unsure, sort=_common_sort(sure), noun=_common_noun(sure), sure=True
                )
    for city, state in pairwise(found):
        if state.text == "Georgia" and text[city.end : state.start] == ", " and city.text in _american_cities():
            found[found.index(state)] = replace(state, sort=Sort.REGION, noun="state")
    told = {name.text: name for name in found if name.sort is not Sort.UNKNOWN}
    return tuple(
        replace(name, sort=told[name.text].sort, noun=told[name.text].noun)
        if name.sort is Sort.UNKNOWN and name.text in told else name
        for name in found
    )  # fmt: skip


@cache
def _american_cities() -> frozenset[str]:
    return frozenset(place.name for place in gazetteer.places() if place.state == "United States")


def _may_be_like(sure: Name, unsure: Name) -> bool:
    """Whether the shape allows the same sort: a person has two words, an acronym is neither place nor person."""
    words = len(unsure.text.split())
    if sure.sort is Sort.PERSON:
        return words > 1 and " " in sure.text and not unsure.text.isupper()
    if sure.sort is Sort.PEOPLE:
        return words == 1 and unsure.sort in {Sort.UNKNOWN, Sort.PLACE}
    if sure.sort in PLACES and unsure.text.isupper():
        return False
    return sure.sort in PLACES | ACTORS and not (unsure.sort is Sort.PERSON and words > 1)


def _common_sort(sure: Name) -> Sort:
    return Sort.PLACE if sure.sort in PLACES else sure.sort


def _common_noun(sure: Name) -> str:
    """What may be said of the neighbour as well; a state's neighbour in a list need not be a state."""
    return sure.noun if sure.sort in {Sort.BODY, Sort.GROUP, Sort.PRODUCT} else ""


def _is_name(reader: Reader, run: Run) -> bool:
    """Whether the run names anything: no lone office, portfolio, or first word of a sentence."""
    words = reader.words[run.start : run.end]
    if reader.known_at(run.start) is not None:
        return not (reader.opens(run.start) and len(words) == 1 and _is_plain_word(reader, run))
    if len(words) > 1 and words[-1].lower() in gazetteer.words("organization_nouns"):
        return True
    if all(
        is_of_office(word) or word.lower() in gazetteer.words("portfolios") or not word[:1].isupper() for word in words
    ):
        return any(c.isupper() for c in "".join(words)[1:]) and not any(is_of_office(word) for word in words)
    return len(words) > 1 or (len(words[0]) > 1 and not _ENUMERATED.fullmatch(words[0]))


def _is_plain_word(reader: Reader, run: Run) -> bool:
    """Whether a word that opens the sentence is only that, though the tables have it too: `Total`, `Nice`."""
    entry = known().get(unaccented(reader.words[run.start]))
    return entry is not None and entry.homograph and reader.tags[run.start] not in {"NNP", "NNPS"}


def within(found: tuple[Name, ...], start: int, end: int) -> tuple[Name, ...]:
    """The names that lie wholly between two characters."""
    return tuple(name for name in found if start <= name.start and name.end <= end)


def aliases(found: Iterable[Name]) -> dict[str, str]:
    """Short mentions of a brief and the one fuller name that each stands for: `Austin`, `Change`.

    A person goes by the last or the first word of the name, a body by its first words. What two names could mean is
    left out.
    """
    texts = Counter((name.text, name.sort) for name in found)
    people = {text for text, sort in texts if sort is Sort.PERSON and " " in text}
    bodies = {text for text, sort in texts if sort in ACTORS and " " in text}
    short = {text: sort for text, sort in texts if " " not in text or text.split()[0].lower() in _SHORT_PARTICLES}
    result = {}
    for text, sort in sorted(short.items()):
        full = _meant(text, sort, people, bodies)
        if full is not None:
            result[text] = full
    return result


def _meant(text: str, sort: Sort, people: set[str], bodies: set[str]) -> str | None:
    if not _is_surely_no_person(text):
        last = {full for full in people if full.endswith((f" {text}", f"-{text}")) and full != text}
        first = {full for full in people if full.startswith(f"{text} ")}
        matching = last or first or {full for full in people if f" {text} " in full and len(text) > 3}
        if len(matching) == 1:
            return next(iter(matching))
    entry = known().get(unaccented(text))
    if entry is not None and entry.name != text and entry.name in bodies:
        return entry.name
    if sort in ACTORS | {Sort.UNKNOWN} and not _is_surely_no_person(text):
        opening = {full for full in bodies if full.startswith(f"{text} ")}
        return next(iter(opening)) if len(opening) == 1 else None
    return None


def _is_surely_no_person(text: str) -> bool:
    """Whether the tables have it, and not as a word that may be a person's too."""
    entry = known().get(unaccented(text))
    return entry is not None and not entry.homograph


def settled(
    rows: Sequence[tuple[Name, ...]], pairs: Iterable[Acronym] = (), nicknames: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[Name, ...], ...]:
    """The names of a brief's sentences with one sort for each name throughout.

    A surname is the person whose full name the brief gives, and so is a nickname; an acronym of `pairs` is what its
    long form names, and a ship is one without the letters before its name.
    """
    everything = [name for row in rows for name in row]
    sorts = _majority(everything)
    told = {pair.short: _meaning(pair, sorts) for pair in pairs}
    told |= {short: sorts[full] for short, full in aliases(everything).items() if full in sorts}
    told |= {text.partition(" ")[2]: pair for text, pair in sorts.items() if _is_prefixed_ship(text, pair[0])}
    told |= {name: (Sort.PERSON, "") for pair in nicknames.items() for name in pair}
    return tuple(tuple(_settled(name, sorts | told, told) for name in row) for row in rows)


def _is_prefixed_ship(text: str, sort: Sort) -> bool:
    """`BRP Dolna Bay`, which a text goes on to call the `Dolna Bay`."""
    prefix, _, rest = text.partition(" ")
    return sort is Sort.SHIP and prefix in gazetteer.words("ship_prefixes") and bool(rest)


def _meaning(pair: Acronym, sorts: dict[str, tuple[Sort, str]]) -> tuple[Sort, str]:
    """What an acronym names: what its long form does; a long form in small letters makes it a term."""
    entry = known().get(unaccented(pair.name))
    if entry is not None:
        return entry.sort, "" if entry.noun == entry.sort.value else entry.noun
    if pair.name in sorts:
        return sorts[pair.name]
    return sorts.get(pair.short, (Sort.BODY, "")) if _is_proper(pair) else (Sort.TERM, "")


def _is_proper(pair: Acronym) -> bool:
    """Whether the long form is a name, and its first capital not only that of its sentence: `Case fatality rate`."""
    if any(c.isupper() for c in pair.name[1:]):
        return True
    last = pair.name.rsplit(maxsplit=1)[-1]
    plain = is_in_dictionary(last) and last not in gazetteer.words("organization_nouns")
    return pair.name[:1].isupper() and not (plain and pair.start == 0)


def _majority(everything: list[Name]) -> dict[str, tuple[Sort, str]]:
    """For each text the sort that most of its mentions have, unknown ones not counted."""
    counts: dict[str, Counter[tuple[Sort, str]]] = {}
    for name in everything:
        if name.sort is not Sort.UNKNOWN and (name.sure or not _is_surely_no_person(name.text)):
            counts.setdefault(name.text, Counter())[name.sort, name.noun] += 1 + 2 * name.sure
    return {text: max(sorted(count), key=lambda pair: (count[pair], bool(pair[1]))) for text, count in counts.items()}


def _settled(name: Name, sorts: dict[str, tuple[Sort, str]], told: dict[str, tuple[Sort, str]]) -> Name:
    """The name with the sort that the brief gives it throughout; what the brief spells out is sure."""
    if name.text not in sorts:
        return name
    sort, noun = sorts[name.text]
    return replace(name, sort=sort, noun=noun, sure=name.sure or name.text in told)
