"""Questions about acronyms, offices, events, examples and strengths, each from its own form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lemminflect import getAllLemmas

from trainer.cards.card import Kind
from trainer.facts.fact import Fact, Part, Shape
from trainer.language import gazetteer
from trainer.language.names import Sort
from trainer.questions import wording
from trainer.questions.clause import ask_clause
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, sentence
from trainer.values.dates import PartialDate

_HOUSEHOLD = frozenset({"AI", "CEO", "CIA", "EU", "FBI", "GDP", "IT", "NGO", "TV", "UK", "UN", "US", "USA", "VPN"})
"""Short forms that no analyst has to learn."""


def ask(fact: Fact, frame: Frame) -> tuple[Draft, ...]:
    """Every way round that the fact is worth asking."""
    return tuple(_ASKERS[fact.shape](fact, frame))


def _acronym(fact: Fact, frame: Frame) -> Iterator[Draft]:
    """What a short form stands for; the other way round only where the initials do not tell."""
    short, full = fact.subject, fact.value
    if short.text in _HOUSEHOLD:
        return
    span = fact.object.span if fact.object and fact.object.span != (0, 0) else None
    many = len(short.text) <= 3 or getAllLemmas(short.text.lower()) or short.text not in gazetteer.bodies()
    start = f"in {frame.brief}, " if many else ""
    yield Draft(fact, Kind.ACRONYM, "full", sentence(start, f"what does {short.text} stand for"), full, span)
    if not _is_initials(short.text, full):
        yield Draft(fact, Kind.ACRONYM, "short", f'What is the acronym for "{full}"?', short.text, short.span)


def _is_initials(short: str, full: str) -> bool:
    """Whether the letters are the first letters of the words, small words counted or not."""
    words = re.findall(r"[\w']+", full)
    every = "".join(word[0] for word in words).upper()
    large = "".join(word[0] for word in words if word not in {"of", "the", "for", "and", "in", "on", "to"}).upper()
    return short.upper() in {every, large}


def _office(fact: Fact, frame: Frame) -> Iterator[Draft]:
    """Who held it and what they held, as of the month that the sentence gives, else that of the brief."""
    month = PartialDate(fact.time.year, fact.time.month) if fact.time is not None else frame.month
    if month is None:
        return
    start = f"as of {month.spoken}, "
    of_state = fact.place in gazetteer.state_names() and not fact.place.endswith("s")
    owned = f"{fact.place}'s {fact.value}" if of_state else f"the {fact.value} of {fact.place}"
    holder, question = fact.subject, sentence(start, f"who was {owned}")
    yield Draft(fact, Kind.WHO, "holder", question, holder.text, holder.span, sort=Sort.PERSON, as_of=month.iso)
    question = sentence(start, f"what office did {fact.subject.text} hold")
    title = fact.object.span if fact.object else None
    yield Draft(fact, Kind.WHAT, "office", question, f"{fact.value} of {fact.place}", title, as_of=month.iso)


def _event(fact: Fact, _: Frame) -> Iterator[Draft]:
    grain = {"year": "year", "month": "month and year", "day": "date"}[fact.times[0].granularity]
    plural, answer = len(fact.times) > 1, " and ".join(time.spoken for time in fact.times)
    word = f"which two {grain}s" if plural else f"what {grain}"
    place = f" in {fact.place}" if fact.place else ""
    question = sentence("", f"{'on' if fact.times[0].day else 'in'} {word} did {fact.subject.text} take place{place}")
    if plural and grain != "year":
        return
    span = fact.time_part.span if fact.time_part else None
    yield Draft(fact, Kind.WHEN, "time", question, answer, span, times=fact.times, as_of=fact.times[-1].iso)


def _examples(fact: Fact, frame: Frame) -> Iterator[Draft]:
    listed = fact.time_part
    if frame.month is None or listed is None:
        return
    told = f"mentioned {fact.subject.text}" if fact.predicate is None else f"said that {_told(fact)}"
    stem = sentence("", f"{frame.brief} {told}", ".")
    which = f"which {['', '', 'two', 'three'][len(listed.items)]} {fact.value}"
    answer = " and ".join([", ".join(listed.items[:-1]) + "," * (len(listed.items) > 2), listed.items[-1]])
    yield Draft(fact, Kind.LIST, "examples", f"{stem} {which[:1].upper()}{which[1:]} did it name?", answer, listed.span,
                sort=listed.sort, items=listed.items, as_of=frame.iso)  # fmt: skip


def _told(fact: Fact) -> str:
    """The clause in its own order, told from later on."""
    assert fact.predicate is not None  # noqa: S101 - the caller looked
    parts: list[Part] = [fact.object] if fact.object and fact.object not in fact.details else []
    words = [f"{part.preposition} {_some(part.text, fact.value)}" for part in (*parts, *fact.details)]
    if fact.time is not None and fact.time_part is not None and not fact.time_part.items:
        words.append(wording.dated(fact.time, fact.time_part.preposition))
    return " ".join([fact.subject.text, fact.predicate.finite(plural=fact.subject.plural), *words])


def _some(text: str, noun: str) -> str:
    """`some countries` for the bare noun that the examples are of."""
    return f"some {text}" if text == noun else text


def _description(fact: Fact, frame: Frame) -> Iterator[Draft]:
    yield Draft(fact, Kind.WHAT, "description", f"What kind of organization is {fact.subject.text}?", fact.value,
                fact.object.span if fact.object else None, as_of=frame.iso)  # fmt: skip


def _holding(fact: Fact, frame: Frame) -> Iterator[Draft]:
    amount = fact.object
    word = wording.how_many(amount) if amount else ""
    if frame.month is None or amount is None or amount.quantity is None or not word:
        return
    question, quantity = sentence(frame.as_of, f"{word} did {fact.subject.text} have"), amount.quantity
    draft = Draft(fact, Kind.HOW_MANY, "number", question, quantity.spoken, amount.quantity_span, as_of=frame.iso)
    yield replace(draft, quantity=quantity, counted=amount.counted)


_ASKERS: dict[Shape, Callable[[Fact, Frame], Iterator[Draft] | tuple[Draft, ...]]] = {
    Shape.ACRONYM: _acronym,
    Shape.OFFICE: _office,
    Shape.EVENT: _event,
    Shape.EXAMPLES: _examples,
    Shape.DESCRIPTION: _description,
    Shape.HOLDING: _holding,
    Shape.CLAUSE: ask_clause,
}
