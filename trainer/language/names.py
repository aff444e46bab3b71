"""Names in a sentence: where they stand and what kind of thing they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from spacy.tokens import Doc, Span

from trainer.language import gazetteer
from trainer.text import fold


class Sort(StrEnum):
    """What a name names; the value is the noun that a question uses."""

    STATE = "country"
    CITY = "city"
    REGION = "region"
    PLACE = "place"
    PEOPLE = "people"
    PERSON = "person"
    MISSION = "peacekeeping mission"
    BODY = "organization"
    GROUP = "group"
    NEWS = "news organization"
    OPERATION = "operation"
    TERM = "term"
    UNKNOWN = "name"


PLACES = frozenset({Sort.STATE, Sort.CITY, Sort.REGION, Sort.PLACE})
"""Sorts that answer where."""

ACTORS = frozenset({Sort.BODY, Sort.GROUP, Sort.NEWS, Sort.MISSION})
"""Sorts of organized actors."""

_BODY_SORTS = {"peacekeeping mission": Sort.MISSION, "armed group": Sort.GROUP, "term": Sort.TERM}
_LABELS = {"PERSON": Sort.PERSON, "ORG": Sort.BODY, "LOC": Sort.PLACE, "NORP": Sort.PEOPLE}


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last character."""
    text: str
    """As the plain sentence writes it."""
    sort: Sort
    """What it names, as far as we can tell."""


@cache
def _known() -> dict[str, Sort]:
    """Every name of the gazetteers and its sort."""
    sorts = {body.short: _BODY_SORTS.get(body.noun, Sort.BODY) for body in gazetteer.bodies().values()}
    sorts |= {body.name: sorts[body.short] for body in gazetteer.bodies().values() if sorts[body.short] != Sort.TERM}
    for state in gazetteer.states().values():
        sorts |= dict.fromkeys((state.name, *state.aliases), Sort.STATE)
        sorts |= {state.capital: Sort.CITY, state.demonym: Sort.PEOPLE}
    lists = {"cities": Sort.CITY, "regions": Sort.REGION, "groups": Sort.GROUP, "news": Sort.NEWS}
    for name, sort in lists.items():
        sorts |= dict.fromkeys(gazetteer.words(name), sort)
    return sorts | {"UN Security Council": Sort.BODY, "Security Council": Sort.BODY}


@cache
def _known_pattern() -> re.Pattern[str]:
    longest_first = sorted(_known(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w])")


def known_names(text: str) -> tuple[Name, ...]:
    """The names of the gazetteers in a plain text, the longest where they overlap: no Guinea in `Gulf of Guinea`."""
    return tuple(Name(m.start(), m.end(), m[0], _known()[m[0]]) for m in _known_pattern().finditer(text))


def names(doc: Doc) -> tuple[Name, ...]:
    """The names of a sentence in order, none inside another: runs of capitals, typed by table, then by the parser."""
    known = [(name.start, name.end) for name in known_names(doc.text)]
    runs = [(span.start_char, span.end_char) for span in _runs(doc) if len(span) > 1 or span.start or span[0].ent_type_]
    found: list[Name] = []
    for start, end in sorted({*known, *runs}, key=lambda place: (place[0] - place[1], place)):
        if all(end <= name.start or start >= name.end for name in found):
            text = doc.text[start:end]
            found.append(Name(start, end, text, _sort(doc, start, end)))
    return tuple(sorted(found, key=lambda name: name.start))


def _runs(doc: Doc) -> list[Span]:
    """Runs of capitalised nouns, joined over `of`, `al-` and hyphens; demonyms, titles and openings cut off."""
    runs, start = [], None
    for token in [*doc, None]:
        inside = token is not None and _is_name_word(doc, token.i, start)
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            runs.append(doc[start : token.i if token is not None else len(doc)])
            start = None
    return [cut for run in runs if (cut := _trimmed(run)) is not None]


def _is_name_word(doc: Doc, i: int, start: int | None) -> bool:
    token = doc[i]
    if token.text[:1].isupper() and (token.tag_ in {"NNP", "NNPS", "NN", "NNS", "JJ", "FW"}):
        return not (token.i == 0 and token.tag_ in {"NN", "NNS", "JJ"} and not token.ent_type_) and not _is_month(
            token.text
        )
    if start is None or i + 1 >= len(doc):
        return False
    after = doc[i + 1].text[:1].isupper()
    return (token.lower_ in {"of", "al", "el", "bin", "de"} and after) or (
        token.text in {"-", "al-"} and not token.whitespace_
    )


def _is_month(text: str) -> bool:
    return bool(re.fullmatch(r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
                             r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", text))  # fmt: skip


def _trimmed(run: Span) -> Span | None:
    """The run without leading demonyms and offices and trailing small words; None if nothing is left."""
    start, end = run.start, run.end
    organized = any(fold(token.text) in gazetteer.words("organization_nouns") for token in run)
    while start < end and not organized and (_is_title(run.doc[start].text) or _is_demonym_before(run.doc, start, end)):
        start += 1
    while start < end and not run.doc[start].text[:1].isupper():
        start += 1
    while start < end and not run.doc[end - 1].text[:1].isalnum():
        end -= 1
    return run.doc[start:end] if start < end else None


def _is_title(word: str) -> bool:
    return fold(word) in gazetteer.words("office_heads") | gazetteer.words("office_openers") | gazetteer.words("ranks")


def _is_demonym_before(doc: Doc, start: int, end: int) -> bool:
    """Whether a demonym opens the run and a title or a person's name follows: `Malian | Abdoulaye Diop`."""
    if doc[start].text not in gazetteer.demonyms() or start + 1 >= end:
        return False
    return _is_title(doc[start + 1].text) or doc[start + 1].ent_type_ == "PERSON"


def _sort(doc: Doc, start: int, end: int) -> Sort:
    """From the tables, else from the last word, else from the entity recognizer."""
    text = doc.text[start:end]
    last = fold(text.split()[-1])
    if text in _known():
        return _known()[text]
    if text.split()[0] == "Operation":
        return Sort.OPERATION
    if last in gazetteer.words("organization_nouns"):
        return Sort.GROUP if last == "group" else Sort.BODY
    if last in {"province", "district", "region", "state", "county", "valley", "island", "islands", "airport", "river"}:
        return Sort.PLACE
    span = doc.char_span(start, end, alignment_mode="expand")
    labels = [token.ent_type_ for token in span or [] if token.ent_type_]
    if labels:
        return _LABELS.get(max(sorted(set(labels)), key=labels.count), Sort.UNKNOWN)
    return Sort.BODY if text.isupper() and len(text) > 2 else Sort.UNKNOWN


def within(found: tuple[Name, ...], start: int, end: int) -> tuple[Name, ...]:
    """The names that lie wholly between two characters."""
    return tuple(name for name in found if start <= name.start and name.end <= end)
