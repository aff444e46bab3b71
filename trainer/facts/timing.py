"""When a clause holds: its own date, placed in the calendar and taken out of its details."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from trainer.facts.fact import Fact, Part, Role
from trainer.language.clauses import Clause
from trainer.language.dates import DateMention, in_order, resolve
from trainer.language.reading import Line, Reading
from trainer.language.verbs import Tense
from trainer.values.dates import PartialDate

_POINTS = frozenset({"", "in", "on", "since", "by", "until", "late", "early", "mid"})


def dated(reading: Reading, line: Line, clause: Clause, fact: Fact) -> Fact | None:
    """The fact with its own date apart; None if a date in it cannot be placed, has no year, or is a second one."""
    own = _own_date(line, clause, fact)
    time = _placed(reading, clause, own[0]) if own is not None else None
    if own is not None and time is None:
        return None
    details = tuple(detail for detail in fact.details if own is None or detail.span != own[1].span)
    others = [mention for detail in details for mention in in_order(line.dates, *detail.span)]
    if any(time is not None or not mention.year for mention in others):
        return None
    return replace(fact, details=details, time=time, time_part=own[1] if own else None)


def _own_date(line: Line, clause: Clause, fact: Fact) -> tuple[DateMention, Part] | None:
    """The detail that is a date and nothing else, or the date at the front of the clause."""
    for detail in fact.details:
        mention = next(in_order(line.dates, *detail.span), None)
        if mention is not None and (mention.start, mention.end) == detail.span and mention.preposition in _POINTS:
            return mention, replace(detail, role=Role.TIME, preposition=mention.preposition)
    fronted = (date_of(line, list(token.subtree)) for token in clause.front)
    mention = next((mention for mention in fronted if mention is not None and mention.preposition in _POINTS), None)
    if mention is None:
        return None
    return mention, Part(Role.TIME, mention.text, mention.preposition, (mention.start, mention.end))


def _placed(reading: Reading, clause: Clause, mention: DateMention) -> PartialDate | None:
    return resolve(mention, reading.brief.date, future=clause.group.tense is Tense.FUTURE)


def date_of(line: Line, tokens: Sequence[Token]) -> DateMention | None:
    """The first date among the tokens."""
    return next(in_order(line.dates, tokens[0].idx, tokens[-1].idx + len(tokens[-1])), None)
