"""Whether a date or a place goes with the verb of its clause, or with an infinitive or a phrase between them."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from trainer.facts.gaps import Gap
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement
from trainer.language.names import PLACES
from trainer.language.verbs import Tense, lemma_of
from trainer.questions.moods import tense_of
from trainer.questions.saying import Voice

_DEADLINES = frozenset({"by", "before", "until", "from"})
"""Prepositions of a date that a past verb seldom has: `agreed to leave by 2027`."""
_WILLING = frozenset({"decline", "refuse", "fail", "plan", "intend", "hope", "promise", "threaten", "want", "prepare"})
"""Verbs of what is yet to be done: a day or a place behind their infinitive goes with that."""
_COMPARING = frozenset({"after", "following", "despite", "than", "against", "unlike", "compared", "versus", "given"})
"""Words for something else that happened, whose date it may be: `fell after a peak in May`."""


def dates_another(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether the date that is asked for says when something else was or is to be; or the place, where."""
    placed = gap.sort in PLACES and slot.role == "detail"
    if not (gap.time or placed) or slot.role == "subject" or slot in statement.front:
        return _starts_on_day(statement, slot, gap)
    told = statement.told
    verb = statement.verb if statement.verb is not None else max(statement.auxiliaries, default=0)
    between = [told.doc[i] for i in range(verb + 1, slot.first)]
    of_other = _is_called_so(statement, slot) or _is_of_event(statement, slot) or _is_of_second(statement, slot)
    if of_other or (_is_aimed(statement, between) and lemma_of(told.doc[verb].lower_) in _WILLING):
        return True
    if placed:
        return any(t.tag_ == "TO" and t.nbor(-1).tag_ in {"NN", "NNS"} and t.nbor().tag_ == "VB" for t in between)
    if any(t.lower_ in {"since", "until", "before", "after"} and t.dep_ == "mark" for t in between):
        return True
    others = [other for other in (*statement.tail, *statement.front) if other is not slot]
    dated = any(_has_date(statement, other) for other in others)
    timed = [other for other in others if other.role in {"time", "front"} and _has_date(statement, other)]
    if any(slot.role != "time" or other.first < slot.first for other in timed):
        return True
    aimed = _is_aimed(statement, between) and (dated or gap.preposition in _DEADLINES)
    aimed = aimed or (statement.verb is None and _is_use_of_noun(between))
    return aimed or _is_compared(between, dated=dated)


def _is_called_so(statement: Statement, slot: Slot) -> bool:
    """Whether the day itself is what is declared to be something: `declared | 3 May | a holiday`."""
    verb, behind = (
        statement.verb,
        statement.tail[statement.tail.index(slot) + 1 :][:1] if slot in statement.tail else (),
    )
    named = verb is not None and lemma_of(statement.told.doc[verb].lower_) in {"declare", "make", "name", "proclaim"}
    bare = slot.preposition == 0 and verb is not None and slot.first == verb + 1
    return named and bare and any(other.role in {"object", "complement", "detail"} for other in behind)


def _is_of_event(statement: Statement, slot: Slot) -> bool:
    """Whether it says when something was that all is counted from: `has ruled since independence | in 1957`."""
    at = statement.tail.index(slot) if slot in statement.tail else 0
    before = statement.told.doc[statement.tail[at - 1].first] if at else None
    counts = before is not None and before.lower_ == "since" and before.tag_ == "IN"
    return (
        counts and statement.told.doc[slot.first].lower_ in {"in", "on"} and slot.first == statement.tail[at - 1].last
    )


def _is_of_second(statement: Statement, slot: Slot) -> bool:
    """Whether a place goes with the second of two behind the same preposition: `on troops and on allies | in Mali`."""
    doc, at = statement.told.doc, statement.tail.index(slot) if slot in statement.tail else 0
    if not at or slot.first != statement.tail[at - 1].last or not statement.tail[at - 1].preposition:
        return False
    led = doc[statement.tail[at - 1].first]
    words = doc[led.i + 1 : slot.first]
    return any(t.lower_ == led.lower_ and t.nbor(-1).lower_ in {"and", "or"} for t in words[1:])


def _starts_on_day(statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether the figure is the one that something started from on a day that stands right behind it.

    `fell to 3%, from | 9% | in 2021`: asked for the 9%, the question would say that it fell in 2021.
    """
    if gap.number is None or slot not in statement.tail or statement.told.doc[slot.first].lower_ != "from":
        return False
    behind = statement.tail[statement.tail.index(slot) + 1 :][:1]
    before = statement.tail[: statement.tail.index(slot)]
    ends = any(statement.told.doc[other.first].lower_ == "to" for other in before)
    return ends and any(_has_date(statement, other) for other in behind)


def _is_use_of_noun(between: list[Token]) -> bool:
    """Whether an infinitive behind what something is tells of the noun: `is the likeliest to force cuts after`."""
    noun = next((n for n, t in enumerate(between) if t.tag_ in {"NN", "NNS"}), len(between))
    return any(t.tag_ == "TO" and t.nbor().tag_ == "VB" and t.nbor().lower_ != "be" for t in between[noun + 1 :])


_AT = frozenset({"", "in", "on", "at", "of", "during"})
"""Prepositions of a time at which something is, and not since or until."""


def dates_what_is(voice: Voice, statement: Statement, slot: Slot, gap: Gap) -> bool:
    """Whether a time gone by stands in a clause that tells of now, and is of a noun: `counts most cases in 2024`."""
    brief = voice.reading.brief
    written = brief.date.isoformat() if brief.date is not None else brief.month.iso if brief.month is not None else ""
    if gap.time is None or gap.preposition not in _AT or slot.role == "subject":
        return False
    return tense_of(statement) is Tense.PRESENT and gap.time.iso < written[: len(gap.time.iso)]


def is_dated_twice(statement: Statement) -> bool:
    """Whether two times go with one verb, of which the second is of something left out: `fell in June, | in May`."""
    times = [slot for slot in statement.tail if slot.role == "time"]
    doc = statement.told.doc
    for one, other in pairwise(times):
        words = {doc[one.first].lower_, doc[other.first].lower_}
        between = doc[one.last : other.first]
        verbs = any(t.tag_[:2] in {"VB", "CD"} or t.lower_ in {"and", "or", *_COMPARING} for t in between)
        apart = not len(between) or between[0].text == ","
        if (words <= {"in", "on", "at"} or words == {"by"}) and apart and not verbs:
            return True
    return False


def _has_date(statement: Statement, slot: Slot) -> bool:
    told = statement.told
    return any(
        slot.first <= token.i < slot.last for date in told.line.dates for token in told.tokens_of(date.start, date.end)
    )


def _is_aimed(statement: Statement, between: list[Token]) -> bool:
    """Whether an infinitive stands between a past verb and what is asked for."""
    aims = any(t.tag_ == "TO" and t.i + 1 < len(t.doc) and t.nbor(1).tag_ in {"VB", "RB"} for t in between)
    return aims and statement.verb is not None and not statement.auxiliaries and statement.finite.tag_ == "VBD"


def _is_figure(token: Token) -> bool:
    """A number, or a sum as it stands in a telling."""
    return token.tag_ in {"CD", "$"} or token.text == "millions"


def _is_compared(between: list[Token], *, dated: bool) -> bool:
    """Whether the date stands behind the figure that the clause starts from, or in a phrase about something else."""
    start = next((t for t in reversed(between) if t.lower_ in {"from", *_COMPARING}), None)
    if start is None or start.i + 1 >= len(start.doc):
        return False
    behind = [t.lower_ for t in between if t.i > start.i]
    if start.lower_ == "from":
        counted = any(_is_figure(t) for t in between if start.i < t.i <= start.i + 3)
        return counted and not {"to", "and"} & set(behind)
    return bool(behind) and (dated or start.nbor(-1).text == ",")
