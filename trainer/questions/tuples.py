"""What a telling says as a fact, the tuple behind a card: who, the verb, the rest, when, according to whom."""

from __future__ import annotations

import re

from trainer.facts.fact import Fact, Part, Shape
from trainer.facts.gaps import Gap
from trainer.facts.provenance import provenance
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement
from trainer.facts.telling import Telling
from trainer.language.verbs import Tense
from trainer.questions.framing import Frame
from trainer.questions.moods import tense_of
from trainer.questions.saying import Voice
from trainer.questions.verb_forms import verb_group
from trainer.values.dates import PartialDate


def sentence_of(voice: Voice, told: Telling, gap: Gap) -> Fact:
    """A telling that is no plain statement, as a fact: its words."""
    source = re.sub(r"^according to ", "", voice.source(told) or "") if told.source is not None else ""
    words = voice.say(told, 0, len(told.places), (gap.start, gap.end)) or ""
    return Fact(
        Shape.SENTENCE,
        Part(words),
        provenance(told.line),
        time=time_told(voice, told),
        attribution=source,
    )


def fact_of(voice: Voice, statement: Statement) -> Fact:
    """The statement as a tuple: subject, verb, object, the rest, its time, and who says so."""
    told = statement.told
    parts = [_part(voice, told, slot) for slot in statement.tail]
    object_ = next((part for slot, part in zip(statement.tail, parts, strict=True) if slot.role == "object"), None)
    subject = _part(voice, told, statement.subject)
    return Fact(
        Shape.CLAUSE, subject, provenance(told.line), verb_group(statement), object_, tuple(parts),
        time=time_told(voice, told), attribution=attribution(voice, statement),
    )  # fmt: skip


def _part(voice: Voice, told: Telling, slot: Slot) -> Part:
    return Part(voice.say(told, *slot.body) or told.doc[slot.first : slot.last].text)


def attribution(voice: Voice, statement: Statement) -> str:
    """Who says so, in words that stand alone; empty if the brief does."""
    if statement.told.source is not None:
        return re.sub(r"^according to ", "", voice.source(statement.told) or "")
    if statement.speaker is not None:
        return voice.say(statement.told, statement.speaker.first, statement.speaker.last, owned=False) or ""
    return ""


def time_told(voice: Voice, told: Telling) -> PartialDate | None:
    """The first certain date that is told."""
    line = told.line
    for date in line.dates:
        time = voice.calendar.get((line.sentence.passage, line.sentence.index, date.start))
        if time is not None and told.tokens_of(date.start, date.end):
            return time
    return None


def as_of(voice: Voice, frame: Frame, told: Telling, statement: Statement | None, gap: Gap | None) -> str:
    """ISO date at which the statement held."""
    time = gap.time if gap is not None and gap.time is not None else time_told(voice, told)
    ahead = time is not None and frame.month is not None and time.iso[:7] > frame.iso[:7]
    if time is not None and not ahead and (statement is None or tense_of(statement) is Tense.PAST):
        return time.iso
    return frame.iso


def is_vague(statement: Statement) -> bool:
    """Whether the subject is one of many: `a mandate`, `participants`."""
    first = statement.told.doc[statement.subject.first]
    last = statement.told.doc[statement.subject.last - 1]
    return first.lower_ in {"a", "an", "some", "one"} or (first.i == last.i and last.tag_ == "NNS")


def told_span(told: Telling, slot: Slot) -> tuple[int, int]:
    """The characters of a slot, its preposition left out."""
    places = [place for place in told.places[slice(*slot.body)] if place[0] >= 0]
    return (places[0][0], places[-1][1]) if places else (0, 0)
