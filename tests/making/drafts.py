"""A draft of a card without its sentence, the reading of a brief made of sentences, and words of it alone."""

from __future__ import annotations

import datetime as dt

from making import brief_of

from trainer.cards.card import Kind
from trainer.facts.fact import Fact, Part, Provenance, Shape
from trainer.language.antecedents import Told
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
    return alone_in(read(brief_of(*text.split(" || "), title=title)), words, **how)


def alone_in(reading: Reading, words: str, **how: bool) -> str | None:
    """The words, where they stand last in the last sentence of a reading, as a question may say them."""
    line = reading.lines[-1]
    start = line.plain.rindex(words)
    return standing_alone(reading, line, start, start + len(words), **how)


def word_at(reading: Reading, k: int, word: str) -> int:
    """The index, in its sentence, of a word of the k-th sentence of a reading."""
    return next(token.i for token in reading.lines[k].sentence.doc if token.text == word)


def told_as(reading: Reading, word: str, **said: object) -> Reading:
    """The reading, with the network made to say so of a word of its last sentence."""
    k = len(reading.lines) - 1
    given = {"back": 5.0, "fresh": 0.0, "again": 1.0, "leaning": 0.0, "empty": 0.0, "same": (), "owner": (), **said}
    reading.mentions.told[k, word_at(reading, k, word)] = Told(**given)
    reading.mentions.found.clear()
    reading.changes.clear()
    return reading
