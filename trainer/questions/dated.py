"""The day that a sentence sets for a clause told without one: behind its `when`, or going on behind its `and`."""

from __future__ import annotations

import re

from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.language.dates import DateMention
from trainer.language.verbs import Tense, lemma_of
from trainer.questions.capitals import decapitalized
from trainer.questions.moods import tense_of
from trainer.questions.saying import Voice
from trainer.values.dates import PartialDate

_OPENING = re.compile(r"^According to the (?:[A-Z]\w+ \d{4} )?brief(?:, |: )")
_LED = re.compile(r"^According to the (?:[A-Z]\w+ \d{4} )?(?P<brief>brief on [^:?]*?)(?P<joint>, |: )")
"""The opening that says what the brief is about."""
_MOVING = re.compile(
    r"\b(?:later|earlier|afterwards?|before|after|since|until|then|ago|already|previously|previous|next|following|soon"
    r"|eventually|finally|had|would|will|could|may|might)\b",
    re.IGNORECASE,
)
"""Words by which a clause may lie at another time than the one beside it."""
_FRONT = 5
"""Characters before a date that opens its sentence: `On `, `In `, `Late `."""
_GOES_ON = re.compile(r"whole(?:>core)?(?:>(?:right and|left|right but|core and one))+")
_WHEN = re.compile(r",? when ")
_STRAIGHT = re.compile(r"[^;:]*")


def carried_day(voice: Voice, told: Telling, statement: Statement) -> PartialDate | None:
    """The certain date that the sentence sets for a telling that holds none; None in any doubt."""
    line = told.line
    spots = [place for place in told.places if place[0] >= 0]
    first, last = min(spots)[0], max(spots)[1]
    if tense_of(statement) is not Tense.PAST or statement.speaker is not None or _MOVING.search(line.plain[first:last]):
        return None
    if _is_state(statement):
        return None
    before = [date for date in line.dates if date.start < last]
    if len(before) != 1 or before[0].end > first or before[0].until:
        return None
    if not (
        _is_behind_when(told, before[0].start, before[0].end, first)
        or _goes_on(told, before[0].start, before[0].end, first)
    ):
        return None
    when = voice.calendar.get((line.sentence.passage, line.sentence.index, before[0].start))
    set_there = before[0].preposition in {"", "on", "in", "of"} or _WHEN.match(line.plain, before[0].end) is not None
    whole = when is not None and (when.month or _opens_with_year(told, before[0]))
    return when if whole and set_there else None


def _is_state(statement: Statement) -> bool:
    """Whether the telling says what something was, or tells an aside, which holds on other days too."""
    told = statement.told
    verb = told.doc[statement.verb] if statement.verb is not None else None
    return verb is None or lemma_of(verb.lower_) == "be" or "participle" in told.way


def _is_behind_when(told: Telling, start: int, end: int, first: int) -> bool:
    """`in June 2023, when riots broke out in which | 16 people died`, `On 6 March 22 died when | riots broke out`."""
    between = told.line.plain[end:first]
    opened = start <= _FRONT and told.way.endswith("right when") and not _MOVING.search(between)
    straight = _STRAIGHT.fullmatch(between) is not None
    return straight and (opened or _WHEN.match(told.line.plain, end) is not None)


def _opens_with_year(told: Telling, date: DateMention) -> bool:
    """Whether the sentence opens with a year that holds for both its clauses: `In 2012 donors left and | it fell`."""
    opened = told.line.plain[: date.start] == "In " and date.preposition == "in"
    return opened and _goes_on(told, date.start, date.end, min(start for start, _ in told.places if start >= 0))


def _goes_on(told: Telling, start: int, end: int, first: int) -> bool:
    """`On 15 February the council annulled the decree, and | it asked for a vote`."""
    between = told.line.plain[end:first]
    plain = _STRAIGHT.fullmatch(between) is not None and not _MOVING.search(between)
    return start <= _FRONT and plain and _GOES_ON.fullmatch(told.way) is not None


def with_day(question: str, when: PartialDate) -> str | None:
    """The question told of a day instead of by the brief; None where it opens otherwise."""
    lead = f"{'On' if when.day else 'In'} {when.spoken}"
    opening, led = _OPENING.match(question), _LED.match(question)
    if opening is not None:
        return f"{lead}, {decapitalized(question[opening.end() :])}"
    if led is None:
        return None
    about, body = f"According to the {led['brief']}", question[led.end() :]
    if led["joint"] == ": ":
        return f"{about}: {lead}, {decapitalized(body)}"
    plain = not re.search(r",|\b(?:that|which|who|whose|when)\b", body[body.find(" ", 9) :])
    return f"{about}, {body.removesuffix('?')} {decapitalized(lead)}?" if plain else None
