"""What a sentence tells, in its own words; how it is read; what is asked of it."""

from __future__ import annotations

import datetime as dt

from drafts import reading_of
from making import brief_of, propose

from trainer.facts.calendar import calendar_of
from trainer.facts.clauses import statements_of
from trainer.facts.gaps import gaps
from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.facts.tellings import tell

WRITTEN = dt.date(2024, 5, 8)


def words_of(told: Telling, first: int = 0, last: int | None = None) -> str:
    """The words of a telling, or some of them, with the names of the sentence for the parser's plain words."""
    pieces = []
    for token, place in list(zip(told.doc, told.places, strict=True))[first:last]:
        word = told.line.plain[slice(*place)] if place[0] >= 0 else token.text if place[0] == -1 else ""
        pieces.append(word + token.whitespace_)
    return "".join(pieces).strip().rstrip(".")


def told_of(sentence: str) -> list[Telling]:
    return tell(reading_of(sentence).lines)[0]


def tellings_of(sentence: str) -> set[str]:
    """Each telling of a sentence, capital and full stop aside."""
    return {words_of(told)[:1].upper() + words_of(told)[1:] for told in told_of(sentence)}


def statement_of(sentence: str) -> Statement | None:
    """The whole sentence as a statement, that of a speaker first."""
    return next(iter(statements_of(told_of(sentence)[0])), None)


def gaps_of(*sentences: str, title: str = "Weekly note") -> list[str]:
    """What of the last sentence is worth asking."""
    reading = reading_of(*sentences, title=title)
    line = reading.lines[-1]
    return [line.plain[gap.start : gap.end] for gap in gaps(reading, line, calendar_of(reading.lines, WRITTEN))]


def questions_for(answer: str, *passages: str, title: str = "Weekly note") -> list[str]:
    """The questions with this answer, best first."""
    return [card.question for card in propose(brief_of(*passages, title=title)).cards if card.answer == answer]
