"""Who holds which office, from titles before a name and descriptions behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.facts.calendar import Calendar
from trainer.facts.fact import Fact, Part, Shape
from trainer.facts.provenance import provenance
from trainer.language import gazetteer
from trainer.language.dates import DateMention
from trainer.language.definite import owner as genitive
from trainer.language.gazetteer import State, takes_article
from trainer.language.kinds import CLASS_NOUNS
from trainer.language.names import Name, Sort
from trainer.language.person_nouns import OF_GENERAL
from trainer.language.reading import Line, Reading, state_of
from trainer.language.spoken import is_said_as_word
from trainer.text import fold
from trainer.values.dates import MONTHS, PartialDate

_Found = tuple[str, str, tuple[int, int]]
"""The office, its owner, and the characters of the office in the sentence."""

_GONE = frozenset({"former", "ex", "late", "then", "outgoing", "designate", "elect"})
_ENDED = re.compile(
    r"\b(?:killed|died|dead|assassinated|resign\w*|dismissed|sacked|fired|ousted|removed|overthr\w+|stepp?\w* down"
    r"|replaced|succeeded|non grata|arrested|detained|convicted|until)\b",
    re.IGNORECASE,
)
_THAT_TIME = re.compile(rf"\bthat (?:year|month|week|spring|summer|autumn|fall|winter|{'|'.join(MONTHS[1:])})\b")
"""A time told before, since which an office may have changed hands."""
_WORD = re.compile(r"[A-Za-z][\w.-]*")
_BEHIND = re.compile(
    r",\s(?:who is\s)?(?:the\s)?(?P<words>[A-Za-z][\w' -]{3,80}?)(?:\s\([A-Z]\w+\))?(?=,|\.$|\ssaid\b|$)"
)
_OFFICE_OF = re.compile(
    r"(?P<office>[A-Za-z][\w' -]*?) (?:of|for|at) "
    r"(?P<owner>(?:the )?[A-Z][\w'&.-]*(?: (?:[A-Z][\w'&.-]*|of|for|the|and|on))*)"
)


def offices(reading: Reading, line: Line, calendar: Calendar) -> Iterator[Fact]:
    """One fact for each person of the sentence whose office, and its owner, it gives; none if it tells of an end."""
    if _ENDED.search(line.plain) or is_of_a_time_told(line):
        return
    for name in line.names:
        found = (_before(reading, line, name) or _behind(reading, line, name)) if _may_be_person(name) else None
        if found is not None:
            office, span = found[0], found[2]
            owner = _in_full(reading, line, found[1])
            holder = Part(name.text, (name.start, name.end))
            title = Part(office, span)
            time = _only_date(reading, line, calendar)
            if time is None and line.dates and not _is_recent(reading, line, calendar):
                continue
            yield Fact(Shape.OFFICE, holder, provenance(line), object=title, value=office, place=owner, time=time)


def is_of_a_time_told(line: Line) -> bool:
    """Whether the sentence goes back to a time that only one before it tells: `put forward a plan that August`."""
    found = _THAT_TIME.search(line.plain)
    return found is not None and all(date.start >= found.start() for date in line.dates)


def _in_full(reading: Reading, line: Line, owner: str) -> str:
    """The owner as the brief first told it, where the sentence has a mere noun for it: `the Council`."""
    bare = owner.removeprefix("the ")
    if fold(bare) not in CLASS_NOUNS:
        return owner
    mentions = reading.mentions.named[reading.mentions.number(line)]
    said = (one.entity.said for one in mentions if line.plain[one.start : one.end] == bare)
    return next(said, owner)


RECENT_MONTHS = 4
"""How far before the brief a sentence may go back and its people still be said to hold their offices."""


def _is_recent(reading: Reading, line: Line, calendar: Calendar) -> bool:
    """Whether no date of the sentence lies so far back that an office may have changed hands since."""
    written = reading.brief.date
    dates = [_placed(line, mention, calendar) for mention in line.dates]
    months = [12 * (written.year - date.year) + written.month - (date.month or 1) for date in dates if date and written]
    return all(date is not None for date in dates) and all(gap <= RECENT_MONTHS for gap in months)


def _only_date(reading: Reading, line: Line, calendar: Calendar) -> PartialDate | None:
    """The one date of the sentence, if it lies before the brief: the office was held then."""
    clauses = sum(t.tag_ in {"VBD", "VBZ", "VBP"} for t in line.sentence.doc)
    if (
        len(line.dates) != 1
        or clauses > 1
        or line.dates[0].preposition not in {"in", "on"}
        or reading.brief.date is None
    ):
        return None
    time = _placed(line, line.dates[0], calendar)
    return time if time is not None and time.iso <= reading.brief.date.isoformat() else None


def _placed(line: Line, mention: DateMention, calendar: Calendar) -> PartialDate | None:
    """When a date of the sentence is, where that is certain."""
    return calendar.get((line.sentence.passage, line.sentence.index, mention.start))


def _may_be_person(name: Name) -> bool:
    """Whether two words or more may name somebody; the parser takes some people for bodies."""
    words = fold(name.text).split()
    of_people = name.sort in {Sort.PERSON, Sort.PLACE, Sort.UNKNOWN}
    mistaken = name.sort is Sort.BODY and not gazetteer.words("organization_nouns") & set(words)
    return len(words) > 1 and (of_people or (mistaken and gazetteer.body_named(name.text) is None))


_ADDRESSES = frozenset({"dame", "dr", "hon", "mr", "mrs", "ms", "rt", "sir"})
"""Words that only address somebody: between an office and its comma and the name."""


def _before(reading: Reading, line: Line, person: Name) -> _Found | None:
    """`Malian Foreign Minister` before the name: the office in lower case, and its owner."""
    words: list[str] = []
    start = person.start
    for match in reversed(list(_WORD.finditer(line.plain[: person.start]))):
        gap = line.plain[match.end() : start]
        addressed = _ADDRESSES.issuperset(map(fold, words))
        apposed = addressed and gap == ", " and line.plain[person.end : person.end + 1] == ","
        if (gap.strip() and not apposed) or fold(match[0]) not in _office_words():
            break
        words.insert(0, match[0])
        start = match.start()
    general = len(words) > 1 and fold(words[-1]) == "general" and fold(words[-2]) in OF_GENERAL
    while not general and words and fold(words[-1]) in gazetteer.words("ranks") - gazetteer.words("office_heads"):
        words.pop()
    if not words or not _is_office(words):
        return None
    before = fold(line.plain[:start]).replace("-", " ").split()[-2:]
    if _GONE & set(before):
        return None
    body = _body_of_state(line, start)
    if body is not None and not body.text.isupper():
        return None
    if body is not None:
        words, start = [body.text, *words], body.start
    owner = _owner(reading, line, start)
    if fold(words[-1]) == "minister" and fold(owner.removeprefix("the ")) not in gazetteer.states():
        return None  # `Otieno's foreign minister` is one of a country
    end = start + len(" ".join(words))
    return (_lower(words), owner, (start, end)) if owner else None


def _body_of_state(line: Line, start: int) -> Name | None:
    """The body between an owner and an office, at which the owner's man sits: `Chad's | IMF | governor`."""
    ends = line.plain[:start].rstrip()
    return next(
        (name for name in line.names if name.end == len(ends) and re.search(r"(?:'s|s') $", line.plain[: name.start])),
        None,
    )


def _is_office(words: list[str]) -> bool:
    folded = [fold(word) for word in words]
    general = len(folded) > 1 and folded[-1] == "general" and folded[-2] in OF_GENERAL
    if folded[-1] == "general" and not general:
        return False  # a rank
    if folded[-1] == "justice" and folded[0] != "chief":
        return False
    if folded[-1] in {"attorney", "envoy", "ambassador", "adviser", "advisor", "diplomat", "judge", "official"}:
        return False  # of whom a state has many at once
    headed = general or folded[-3:] == ["chief", "of", "staff"] or folded[-1] in gazetteer.words("office_heads")
    return headed and not _GONE & set(folded)


def _office_words() -> frozenset[str]:
    return gazetteer.words("office_heads") | gazetteer.words("office_openers") | gazetteer.words("ranks")


def _lower(words: list[str]) -> str:
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words)


def _owner(reading: Reading, line: Line, start: int) -> str:
    """The state or body right before the office; for a bare office, the topic, if the sentence names no other state."""
    written = line.plain[:start].rstrip()
    before = written.removesuffix("'s").removesuffix("'")
    if re.search(r"-\w+$", before):
        return ""
    for name in line.names:
        if name.end == len(before) and name.sort not in {Sort.PERSON, Sort.UNKNOWN, Sort.TERM}:
            state = state_of(name)
            if before == written and _is_of_title(name):
                return ""
            return state.with_article if state else _articled(line, name)
        if name.end == len(before) != len(written) and name.sort is Sort.UNKNOWN:
            return _articled(line, name)
    possessor = re.search(r"(?:^|\s)([A-Z][\w&-]+)$", before) if before != written else None
    if possessor is not None:
        somebody = any(name.sort is Sort.PERSON and name.end == len(before) for name in line.names)
        return "" if somebody else possessor[1]
    return _topic_as_owner(reading, line, start)


def _is_of_title(name: Name) -> bool:
    """Whether what reads as a body is rather the first words of a title: `Emergency Relief | Coordinator`."""
    nouns = gazetteer.words("organization_nouns") & set(fold(name.text).split())
    return name.sort is Sort.BODY and " " in name.text and not nouns and gazetteer.body_named(name.text) is None


def _topic_as_owner(reading: Reading, line: Line, start: int) -> str:
    """The state of the brief, for a bare office where the sentence names no other state; empty if it does."""
    bare = re.search(
        r"(?:^|[.;,]\s|\b(?:and|that|by|with|to|but|while|when|as|said|[Ii]nterim)\s)$", line.plain[:start]
    )
    if bare is None or reading.topic is None or _is_elsewhere(line, reading.topic):
        return ""
    states = {state.name for name in line.names if (state := state_of(name))}
    return reading.topic.with_article if states == {reading.topic.name} else ""


def _is_elsewhere(line: Line, topic: State) -> bool:
    """Whether the state of the brief is where the sentence goes or what it is done to: `visited Chad`, `trips to`."""
    spans = [line.sentence.doc.char_span(name.start, name.end) for name in line.names if state_of(name) == topic]
    return any(
        span is not None
        and (
            span.root.dep_ in {"obj", "iobj"} or any(c.lower_ in _TOWARDS and c.dep_ == "case" for c in span.root.lefts)
        )
        for span in spans
    )


_TOWARDS = frozenset({"to", "towards", "toward", "with", "against"})


def _articled(line: Line, name: Name) -> str:
    """The name as a question says it: with its article where the sentence gives one, and before the name of a body."""
    bare = name.text[:1].islower() or (name.sort is Sort.UNKNOWN and not line.plain[: name.start].endswith("the "))
    short = " " not in name.text and (is_said_as_word(name.text) or not name.text.isupper())
    short = short and not takes_article(name.text) and not line.plain[: name.start].lower().endswith("the ")
    return name.text if bare or short else f"the {name.text}"


def _nation(reading: Reading, line: Line, owner: str) -> str:
    """`Chad's National Assembly` for `the National Assembly`, in a brief about one state where no other is named."""
    national = owner.removeprefix("the ").startswith("National ") and owner.startswith("the ")
    known = gazetteer.body_named(owner.removeprefix("the ")) is not None
    others = {state for name in line.names if (state := state_of(name)) is not None} - {reading.topic}
    if not national or known or reading.topic is None or not reading.titled or others:
        return ""
    return f"{genitive(reading.topic.with_article)} {owner.removeprefix('the ')}"


def _behind(reading: Reading, line: Line, person: Name) -> _Found | None:
    """`, Kenya's defence minister,` or `, the spokesperson of the UN mission,` behind the name."""
    match = _BEHIND.match(line.plain, person.end)
    if match is None:
        return None
    at, end = match.start("words"), match.end("words")
    for name in line.names:
        state = state_of(name)
        articled = takes_article(name.text) or _is_spelt(name.text)
        owner = state.with_article if state else f"the {name.text}" if articled else name.text
        if name.start == at and name.sort is not Sort.PERSON:
            words = line.plain[name.end : end].removeprefix("'s").removeprefix("'").split()
            span = (end - len(" ".join(words)), end)
            return (_lower(words), owner, span) if words and _is_office(words) and _all_office(words) else None
    of = _OFFICE_OF.fullmatch(line.plain[at:end])
    words = of["office"].split() if of else []
    if of is None or not _is_office(words) or not _all_office(words):
        return None
    place = gazetteer.states().get(fold(of["owner"].removeprefix("the ")))
    home = _nation(reading, line, of["owner"])
    if home:
        return _lower(words), home, (at, at + len(of["office"]))
    return _lower(words), place.with_article if place else of["owner"], (at, at + len(of["office"]))


def _is_spelt(short: str) -> bool:
    """Whether a body goes by letters that are read one by one and follow `the`: the UN and the IMF, but BP and MSF."""
    body = gazetteer.bodies().get(short) if short.isupper() and len(short) <= _MOST_LETTERS else None
    return body is not None and body.noun in _OF_THE_PUBLIC


_MOST_LETTERS = 3
_OF_THE_PUBLIC = frozenset({
    "UN body", "international organization", "EU body", "government agency", "intelligence agency", "central bank",
    "law enforcement agency", "group of states", "armed force",
})  # fmt: skip


def _all_office(words: list[str]) -> bool:
    return all(fold(word) in _office_words() | {"of", "and", "for", "the", "affairs", "staff"} for word in words)
