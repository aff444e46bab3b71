"""What office a person of the brief holds, where and in whose words the brief says so; and who holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.cards.card import Kind
from trainer.facts.ahead import heads_of
from trainer.facts.calendar import Calendar, calendar_of
from trainer.facts.fact import Fact, Part, Shape
from trainer.facts.offices import is_of_a_time_told, offices
from trainer.facts.provenance import provenance
from trainer.language import gazetteer
from trainer.language.names import PLACES, Name, Sort
from trainer.language.reading import Line, Reading
from trainer.language.reference import standing_alone
from trainer.questions.ask import finished
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, located
from trainer.text import fold
from trainer.values.dates import MONTHS

LONGEST_OWNER = 8
"""Words of what somebody heads."""

_HEADS = frozenset(
    {"executive", "chief", "governor", "director-general", "secretary-general", "vice-president", "general"}
)
"""Last words of offices that the tables lack, or have with a blank."""
_NOT_ONE = frozenset({
    "candidate", "leader", "member", "official", "ally", "rival", "critic", "officer", "representative",
    "judge", "adviser", "advisor", "spokesman", "spokeswoman", "spokesperson", "diplomat", "attorney",
})  # fmt: skip
"""Of which there are many at once."""
_BARE = frozenset({"head", "chief"})
"""Offices that say no more than that somebody heads something."""
_OF_STATES = frozenset({"minister", "secretary", "justice", "president"})
"""Last words of offices that only a state has, so that the brief's own subject says of which."""
_GONE = re.compile(r"\b(?:former|ex|then|late|outgoing|acting|designate|elect|interim)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:killed|died|assassinated|resign\w*|dismissed|sacked|fired|ousted|removed|overthr\w+|replaced|succeeded"
    r"|appointed|sworn|elected|deposed)\b", re.IGNORECASE
)  # fmt: skip
_OWNED = re.compile(
    r"(?P<owner>(?:the )?[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,4}'s?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|the)"
    r" (?P<office>[a-z][a-z -]{2,30}),? $"
)
_BEHIND = re.compile(
    r", (?P<owner>(?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,4}'s?|its|their) (?P<office>[a-z][a-z -]{2,30})(?=[,.])"
)
_WHOSE = re.compile(
    r"(?P<owner>(?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,4}), whose (?P<office>[a-z][a-z -]{2,30}) (?:is|was) $"
)
_HEADING = re.compile(
    r", who (?:heads|leads) (?P<owner>(?:the )?[A-Z][\w.&-]*(?: (?:[A-Z][\w.&-]*|(?:of|for|and)(?= [A-Z])))*)(?=[,.])"
)
_FORMER = re.compile(r", a former (?P<office>[a-z][a-z -]{2,30})(?=[,.])")


@dataclass(frozen=True, slots=True)
class _Held:
    """That a person holds an office."""

    line: Line
    person: Name
    office: str
    span: tuple[int, int]
    owner: str = ""
    """Of what, in words that stand alone; empty if the brief's own subject tells."""
    former: bool = False


def roles(reading: Reading, frame: Frame) -> Iterator[tuple[Draft, ...]]:
    """For each person of whom the brief gives one office and no change of it, the office and the holder.

    Not for those whose office and its day a sentence gives: they are asked as of that day.
    """
    if frame.month is None:
        return
    calendar = calendar_of(reading.lines, reading.brief.date, reading.brief.month, reading.brief.title)
    told = (fact for line in reading.lines for fact in offices(reading, line, calendar))
    asked = {(fold(fact.subject.text), fold(fact.value)) for fact in told}
    held: dict[str, list[_Held]] = {}
    for line in reading.lines:
        for name in line.names:
            found = _held(reading, line, name) if name.sort is Sort.PERSON and " " in name.text else None
            if found is not None and (fold(name.text), fold(found.office)) not in asked:
                held.setdefault(fold(name.text), []).append(found)
    for found in (several[0] for several in held.values() if len({(one.office, one.former) for one in several}) == 1):
        ended = _ENDED.search(found.line.plain) or _is_of_the_past(found.line, calendar, frame.iso)
        if not ended or found.former:
            yield from ((draft,) for draft in _asked(frame, found))


def _is_of_the_past(line: Line, calendar: Calendar, iso: str) -> bool:
    """Whether a main verb of the sentence has a day more than a year before the brief, and the office was held then.

    Or a time that only the sentence before tells.
    """
    if is_of_a_time_told(line):
        return True
    here, year, rest = line.sentence, int(iso[:4]), iso[4:7]
    return any(
        date.iso[:7] < f"{year - 1}{rest}" and any(head.dep_ in {"ROOT", "conj"} for head in heads_of(line, mention))
        for mention in line.dates
        if (date := calendar.get((here.passage, here.index, mention.start))) is not None
        and mention.preposition in {"in", "on"}
    )


def _held(reading: Reading, line: Line, person: Name) -> _Held | None:
    """The office that stands beside a name, with its owner where the sentence gives one."""
    before, plain = line.plain[: person.start], line.plain
    former = _FORMER.match(plain, person.end)
    if former and _is_office(former["office"], one_only=False):
        return _Held(line, person, former["office"], former.span("office"), former=True)
    for match in (_OWNED.search(before), _WHOSE.search(before), _BEHIND.match(plain, person.end)):
        if match and _is_office(match["office"]):
            return _with_owner(reading, line, person, match)
    heading = _HEADING.match(plain, person.end)
    if heading:
        owner = _owner(reading, line, heading.span("owner"))
        return _Held(line, person, "head", heading.span("owner"), owner) if owner else None
    title = _title(before)
    start = person.start - len(title) - 1
    body = next((one for one in line.names if one.end == start - 1 and one.sort is Sort.BODY), None)
    owner = f"the {body.text}" if body is not None else ""
    return _Held(line, person, title.lower(), (start, start + len(title)), owner) if title else None


def _with_owner(reading: Reading, line: Line, person: Name, match: re.Match[str]) -> _Held | None:
    """The office with whose it is; of another person, or of what `the` leaves open, without."""
    office, span = match["office"].strip(), match.span("office")
    if match["owner"].lower() in {"his", "her", "the"}:
        return _Held(line, person, office, span) if office.split()[-1] in _OF_STATES and " " in office else None
    start, end = match.span("owner")
    stated = any(one.start <= start < one.end and one.sort in PLACES for one in line.names)
    if office.split()[-1] == "minister" and match["owner"].lower() not in {"its", "their"} and not stated:
        return _Held(line, person, office, span)  # `Otieno's foreign minister` is one of a country
    month = re.match(rf"(?:{'|'.join(MONTHS[1:])}) ", match["owner"])
    owner = _owner(reading, line, (start + (len(month[0]) if month else 0), end)) or _firm(reading, line, match)
    return _Held(line, person, office, span, owner) if owner else None


_OF_FIRMS = frozenset({"chief executive", "chief executive officer", "chief financial officer", "managing director"})
"""Offices that only a body has, so that no state or person is meant by `its`."""


def _firm(reading: Reading, line: Line, match: re.Match[str]) -> str:
    """The only body that the sentence before names, for `its chief executive`; empty if there is none."""
    if match["owner"].lower() != "its" or match["office"].strip() not in _OF_FIRMS:
        return ""
    before = reading.before(line)[:1]
    named = {name.text for one in before for name in one.names if name.sort is Sort.BODY}
    return named.pop() if len(named) == 1 else ""


def _title(before: str) -> str:
    """The office of two words or more with its capitals right before a name: `Defense Secretary`, `Vice-President`."""
    known = gazetteer.words("office_heads") | gazetteer.words("office_openers") | _HEADS
    words = before.split()
    first = len(words)
    while first and words[first - 1][:1].isupper() and fold(words[first - 1]) in known:
        first -= 1
    title = " ".join(words[first:])
    return title if before.endswith(" ") and title and _is_office(title.lower(), words=2) else ""


def _is_office(text: str, *, one_only: bool = True, words: int = 1) -> bool:
    """Whether the words are an office, one of which there is one at a time."""
    parts = re.split(r"[ -]", text.strip())
    known = gazetteer.words("office_heads") | gazetteer.words("office_openers") | _HEADS
    last = fold(parts[-1])
    whole = fold(text.strip())
    if _GONE.search(text) or len(parts) < words or (one_only and last in _NOT_ONE):
        return False
    return (whole in _HEADS or last in gazetteer.words("office_heads") | _HEADS) and all(
        fold(part) in known for part in parts
    )


def _owner(reading: Reading, line: Line, span: tuple[int, int]) -> str:
    """Whose office it is, named in full; empty if nobody can be named."""
    said = standing_alone(reading, line, *span)
    if said and re.search(r"\b(?:country|nation|state|republic)(?:'s)?$", said):
        return ""
    return (
        re.sub(r"'s?$", "", said) if said and re.search(r"[A-Z]", said) and len(said.split()) <= LONGEST_OWNER else ""
    )


def _asked(frame: Frame, held: _Held) -> Iterator[Draft]:
    name = held.person.text
    answer = held.office
    owner = Part(answer, held.span)
    subject = Part(name, (held.person.start, held.person.end))
    fact = Fact(Shape.OFFICE, subject, provenance(held.line), object=owner, value=answer, place=held.owner)
    bare = held.owner.removeprefix("the ")
    placed = bare in {one.text for one in held.line.names if one.sort in PLACES}
    personal = any(one.sort is Sort.PERSON and bare.endswith(one.text) for one in held.line.names)
    where = f" {'in' if placed else 'under' if personal else 'at'} {held.owner}" if held.owner else ""
    opening = f"According to {frame.brief}, "
    asked = f"what office had {name} once held" if held.former else f"what office did {name} hold{where}"
    question = located(frame, finished(opening, asked), answer)
    if answer not in _BARE:
        yield Draft(fact, Kind.WHAT, "role office", question, answer, held.span, as_of=frame.iso)
    if held.owner:
        owned = f"{held.owner}'" if held.owner.endswith("s") else f"{held.owner}'s"
        heads = f"who headed {held.owner}" if answer in _BARE else f"who was {owned} {held.office}"
        question = located(frame, finished(opening, heads), name)
        yield Draft(fact, Kind.WHO, "role holder", question, name, subject.span, sort=Sort.PERSON, as_of=frame.iso)
