"""A draft of a card without its sentence, the reading of a brief made of sentences, and words of it alone."""

from __future__ import annotations

import datetime as dt

from making import brief_of

from trainer.cards.card import Kind
from trainer.facts.fact import Fact, Part, Provenance, Shape
from trainer.language.names import Sort
from trainer.language.reading import Reading, read
from trainer.language.reference import standing_alone
from trainer.questions.draft import Draft
from trainer.values.dates import PartialDate
from trainer.values.quantities import Quantity


def draft_of(
    question: str,
    answer: str,
    kind: Kind = Kind.WHAT,
    *,
    sentence: str = "",
    direction: str = "",
    sort: Sort | None = None,
    items: tuple[str, ...] = (),
    time: PartialDate | None = None,
    quantity: Quantity | None = None,
    counted: str = "",
) -> Draft:
    fact = Fact(Shape.SENTENCE, Part(""), Provenance(sentence, 1, len(sentence.split())))
    times = (time,) if time is not None else ()
    return Draft(fact, kind, direction, question, answer, None, sort, items, times, quantity, counted)


def dated(question: str, answer: str, *parts: int, sentence: str = "") -> Draft:
    return draft_of(question, answer, Kind.WHEN, time=PartialDate(*parts), sentence=sentence)


def counted(
    question: str, answer: str, low: float, *, high: float = 0, hedge: str = "", unit: str = "", noun: str = ""
) -> Draft:
    return draft_of(question, answer, Kind.HOW_MANY, quantity=Quantity(low, high or low, hedge, unit), counted=noun)


def reading_of(*passages: str, title: str = "Weekly note", date: dt.date | None = dt.date(2024, 5, 8)) -> Reading:
    return read(brief_of(*passages, title=title, date=date))


def alone(text: str, words: str, title: str = "Weekly note", **how: bool) -> str | None:
    """The words, where they stand last in the last sentence of the text, as a question may say them."""
    reading = read(brief_of(*text.split(" || "), title=title))
    line = reading.lines[-1]
    start = line.plain.rindex(words)
    return standing_alone(reading, line, start, start + len(words), **how)
