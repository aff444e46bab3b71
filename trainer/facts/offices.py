"""Who holds which office, from titles before a name and descriptions behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.facts.fact import Fact, Part, Role, Shape
from trainer.facts.provenance import provenance
from trainer.language import gazetteer
from trainer.language.gazetteer import State
from trainer.language.names import Name, Sort
from trainer.language.reading import Line, Reading, state_of
from trainer.text import fold

_GONE = frozenset({"former", "ex", "late", "then", "outgoing", "designate", "elect"})
_WORD = re.compile(r"[A-Za-z][\w.-]*")
_BEHIND = re.compile(r",\s(?:who is\s)?(?:the\s)?(?P<words>[A-Za-z][\w' -]{3,80}?)(?=,|\.$|\ssaid\b|$)")


def offices(reading: Reading, line: Line) -> Iterator[Fact]:
    """One fact for each person of the sentence whose office and whose office's owner it gives."""
    for name in line.names:
        if name.sort in {Sort.PERSON, Sort.PLACE, Sort.UNKNOWN} and " " in name.text:
            found = _before(reading, line, name) or _behind(line, name)
            if found is not None:
                office, owner = found
                holder = Part(Role.SUBJECT, name.text, span=(name.start, name.end), sort=Sort.PERSON, named=True)
                yield Fact(Shape.OFFICE, holder, provenance(line), value=office, place=owner)


def _before(reading: Reading, line: Line, person: Name) -> tuple[str, str] | None:
    """`Malian Foreign Minister` before the name: the office in lower case, and its owner."""
    words: list[str] = []
    start = person.start
    for match in reversed(list(_WORD.finditer(line.plain[: person.start]))):
        gap = line.plain[match.end() : start]
        if gap.strip() or fold(match[0]) not in _office_words():
            break
        words.insert(0, match[0])
        start = match.start()
    while words and fold(words[-1]) in gazetteer.words("ranks") - gazetteer.words("office_heads"):
        words.pop()
    if not words or not _is_office(words):
        return None
    owner = _owner(reading, line, start)
    return (_lower(words), owner) if owner else None


def _is_office(words: list[str]) -> bool:
    folded = [fold(word) for word in words]
    return folded[-1] in gazetteer.words("office_heads") and not _GONE & set(folded)


def _office_words() -> frozenset[str]:
    return gazetteer.words("office_heads") | gazetteer.words("office_openers") | gazetteer.words("ranks")


def _lower(words: list[str]) -> str:
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words)


def _owner(reading: Reading, line: Line, start: int) -> str:
    """The state or body right before the office; for a bare office, the topic, if the sentence names no other state."""
    before = line.plain[:start].rstrip()
    before = before.removesuffix("'s").removesuffix("'")
    for name in line.names:
        if name.end == len(before) and name.sort not in {Sort.PERSON, Sort.UNKNOWN, Sort.TERM}:
            state = state_of(name)
            return state.with_article if state else _articled(name)
    if re.search(r"(?:^|[.;,]\s|\b(?:and|that|by|with|to|but|while|when|as|said|[Ii]nterim)\s)$", line.plain[:start]):
        states = {state.name for name in line.names if (state := state_of(name))}
        if reading.topic and states <= {reading.topic.name}:
            return reading.topic.with_article
    return ""


def _articled(name: Name) -> str:
    return name.text if name.text[:1].islower() else f"the {name.text}"


def _behind(line: Line, person: Name) -> tuple[str, str] | None:
    """`, Kenya's defence minister,` or `, the spokesperson of the UN mission,` behind the name."""
    match = _BEHIND.match(line.plain, person.end)
    if match is None:
        return None
    at, end = match.start("words"), match.end("words")
    for name in line.names:
        state = state_of(name)
        owner = state.with_article if state else name.text
        if name.start == at and name.sort is not Sort.PERSON:
            words = line.plain[name.end : end].removeprefix("'s").removeprefix("'").split()
            return (_lower(words), owner) if words and _is_office(words) and _all_office(words) else None
        if name.end == end and (of := re.fullmatch(r"(.+?) (?:of|for|at) (?:the )?", line.plain[at : name.start])):
            words = of[1].split()
            owner = owner if state else f"the {owner}"
            return (_lower(words), owner) if _is_office(words) and _all_office(words) else None
    return None


def _all_office(words: list[str]) -> bool:
    return all(fold(word) in _office_words() | {"of", "and", "for", "the", "affairs"} for word in words)


def leader_of(state: State, office: str) -> str:
    """`Mali's foreign minister`, as a question says it."""
    return f"{state.with_article}'s {office}"
