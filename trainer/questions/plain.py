"""Questions about acronyms, offices, events, examples and strengths, each from its own form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from trainer.cards.card import Kind
from trainer.facts.fact import Fact, Shape
from trainer.language import gazetteer
from trainer.language.lexicon import lemmas
from trainer.language.names import Sort
from trainer.language.reader import is_in_dictionary
from trainer.questions import wording
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame, sentence
from trainer.values.dates import PartialDate

_OF_EACH_STATE = re.compile(r"Ministry (?:of|for) (?:the )?[\w ]+$")
"""What most states have, so that its name alone does not say whose it is."""
_HOUSEHOLD = frozenset({
    "2FA", "AFP", "AI", "AP", "API", "ATM", "AWS", "BBC", "CEO", "CFO", "CIA", "CPI", "CVE", "DNS", "EU", "FAQ",
    "FBI", "FX", "FY", "GDP", "GMT", "GNP", "GPS", "HQ", "HR", "ICT", "ID", "IMF", "IT", "KYC", "MFA", "MOU", "MP",
    "NATO", "NGO", "PC", "PDF", "PM", "PR", "Q&A", "R&D", "SMS", "SQL", "TV", "UAE", "UK", "UN", "URL", "US", "USA",
    "USB", "USD", "USSR", "UTC", "VAT", "VIP", "VPN", "WHO",
})  # fmt: skip
"""Short forms that no analyst has to learn, in capitals."""


def ask(fact: Fact, frame: Frame) -> tuple[Draft, ...]:
    """Every way round that the fact is worth asking."""
    return tuple(_ASKERS[fact.shape](fact, frame))


def _acronym(fact: Fact, frame: Frame) -> Iterator[Draft]:
    """What a short form stands for; the other way round only where the initials do not tell."""
    opens = fact.object is not None and fact.object.span[0] == 0
    short, full = _singular(fact.subject.text, fact.value, opens=opens)
    if short.upper() in _HOUSEHOLD:
        return
    span = fact.object.span if fact.object and fact.object.span != (0, 0) else None
    many = len(short) <= 3 or lemmas(short.lower()) or short not in gazetteer.bodies()
    start = f"in {frame.brief}, " if many else ""
    yield Draft(fact, Kind.ACRONYM, "full", sentence(start, f"what does {short} stand for"), full, span)
    if not _is_initials(short, full) and not _OF_EACH_STATE.match(full):
        yield Draft(fact, Kind.ACRONYM, "short", f'What is the acronym for "{full}"?', short, fact.subject.span)


def _singular(short: str, full: str, *, opens: bool) -> tuple[str, str]:
    """Both in the singular where the brief has many of them: `FTO`, `Foreign Terrorist Organization`.

    A term that opens its sentence loses the capital and its plural alone: `case fatality rate`.
    """
    term = opens and " " in full and full[1:].islower() and is_in_dictionary(full.partition(" ")[0].lower())
    if short.endswith("s") and short[:-1].isupper():
        return short[:-1], _one(full)
    return (short, _one(full[:1].lower() + full[1:])) if term else (short, full)


def _one(phrase: str) -> str:
    """The phrase with its last word in the singular."""
    rest, space, last = phrase.rpartition(" ")
    lemma = lemmas(last.lower()).get("NOUN", (last.lower(),))[0]
    many = last.lower().endswith("s") and lemma != last.lower() and last.lower().startswith(lemma[:3])
    return f"{rest}{space}{last[:1]}{lemma[1:]}" if many else phrase


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
    joint = "for" if f"{fact.value} for ".lower() in fact.provenance.sentence.lower() else "of"
    owned = f"{fact.place}'s {fact.value}" if of_state else f"the {fact.value} {joint} {fact.place}"
    holder, question = fact.subject, sentence(start, f"who was {owned}")
    yield Draft(fact, Kind.WHO, "holder", question, holder.text, holder.span, sort=Sort.PERSON, as_of=month.iso)
    if fact.value.endswith("candidate"):
        return
    question = sentence(start, f"what office did {fact.subject.text} hold")
    title = fact.object.span if fact.object else None
    yield Draft(fact, Kind.WHAT, "office", question, f"{fact.value} {joint} {fact.place}", title, as_of=month.iso)


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


_OF_BODIES = re.compile(
    r"\b(?:company|firm|group|provider|vendor|bank|lender|fund|agency|organi[sz]ation|party|militia|charity|maker|union"
    r"|association|institute|outlet|carrier|operator|body|movement|gang|network|coalition|contractor|think tank)\b"
)
"""Nouns that tell what kind of organization something is."""
_COMPARING = re.compile(
    r"\b(?:more|less|another|other|similar|same|(?:bigg|small|larg|old|young|rich|poor|strong|weak)er)\b"
)
"""Words that measure it by another one, which the question does not name: `a much bigger bank`."""


def _description(fact: Fact, frame: Frame) -> Iterator[Draft]:
    if not _OF_BODIES.search(fact.value) or _COMPARING.search(fact.value):
        return
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
    Shape.DESCRIPTION: _description,
    Shape.HOLDING: _holding,
}
