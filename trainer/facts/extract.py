"""Every fact of a brief, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.facts.calendar import Calendar, calendar_of
from trainer.facts.events import events
from trainer.facts.fact import Fact, Part, Shape
from trainer.facts.offices import offices
from trainer.facts.provenance import provenance
from trainer.language.names import ACTORS
from trainer.language.reading import Line, Reading
from trainer.language.reference import standing_alone
from trainer.text import fold
from trainer.values.names import bare

_KNOWN_AS = re.compile(
    r"\b(?:the|an?)\s(?P<what>[A-Z]?[\w-]+(?:\s[a-z][\w-]+){1,4}?)\s(?:\([A-Z]+\)\s)?"
    r"(?:(?:also|better) )?(?:known as|called|named)\s(?:the\s)?$"
)
_APPOSED = re.compile(
    r",\san?\s(?P<what>[A-Z]?[a-z][\w-]*(?:\s[a-z][\w-]+){1,4}?)(?:\s(?:also|better))?(?:\s\([A-Z]+\))?,"
)
_WITH_NUMBER = re.compile(r"^With\s(?:its\s)?$")


def extract(reading: Reading) -> tuple[Fact, ...]:
    """The facts in the order of the brief, a fact stated twice kept where it is first stated best."""
    calendar = calendar_of(reading.lines, reading.brief.date, reading.brief.month, reading.brief.title)
    facts = [fact for line in reading.lines for fact in _facts(reading, line, calendar)]
    return _once(facts)


def _facts(reading: Reading, line: Line, calendar: Calendar) -> Iterator[Fact]:
    yield from _acronyms(line)
    yield from offices(reading, line, calendar)
    yield from events(reading, line, calendar)
    yield from _descriptions(line)
    yield from _holdings(reading, line)


def _acronyms(line: Line) -> Iterator[Fact]:
    for pair in line.acronyms:
        subject = Part(pair.short, (pair.short_start, pair.short_start + len(pair.short)))
        full = Part(pair.name, (pair.start, pair.end) if pair.verbatim else (0, 0))
        yield Fact(Shape.ACRONYM, subject, provenance(line), object=full, value=pair.name)


def _descriptions(line: Line) -> Iterator[Fact]:
    """`the Russian private military company known as the Wagner Group`."""
    for name in line.names:
        match = _KNOWN_AS.search(line.plain[: name.start]) or _APPOSED.match(line.plain, name.end)
        if match and name.sort in ACTORS:
            what = f"{'an' if match['what'][0] in 'AEIOU' else 'a'} {match['what']}"
            article = "the " if line.plain[: name.start].lower().endswith("the ") else ""
            subject = Part(f"{article}{name.text}", (name.start, name.end))
            yield Fact(Shape.DESCRIPTION, subject, provenance(line), value=what,
                       object=Part(what, match.span("what")))  # fmt: skip


def _holdings(reading: Reading, line: Line) -> Iterator[Fact]:
    """`With 13 thousand troops, X ...`: X has that many."""
    number = next((n for n in line.numbers if _WITH_NUMBER.match(line.plain[: n.hedge_start])), None)
    comma = line.plain.find(", ")
    holder = next(
        (n for n in line.names if n.start == comma + 2 or line.plain[comma + 2 : n.start].lower() == "the "), None
    )
    if number is None or holder is None or holder.sort not in ACTORS or comma < number.end:
        return
    counted = standing_alone(reading, line, number.end, comma)
    subject = standing_alone(reading, line, comma + 2, holder.end)
    if counted and subject and len(counted.split()) <= 3:
        amount = Part(counted, (number.start, comma), number.quantity, counted, (number.start, number.end))
        yield Fact(Shape.HOLDING, Part(subject, (holder.start, holder.end)), provenance(line), object=amount)


def _once(facts: list[Fact]) -> tuple[Fact, ...]:
    """Facts that say the same of the same are one; the shorter sentence is kept as the source."""
    kept: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        key = _key(fact)
        if key not in kept or fact.provenance.words < kept[key].provenance.words:
            kept[key] = fact
    return tuple(kept.values())


def _key(fact: Fact) -> tuple[str, ...]:
    lemma = fact.predicate.lemma if fact.predicate else fact.value
    rest = [fact.object, *fact.details] if fact.shape is not Shape.HOLDING else []
    words = sorted({fold(part.text) for part in rest if part is not None})
    return (fact.shape, bare(fact.subject.text), lemma, fact.time.iso if fact.time else "", *words)
