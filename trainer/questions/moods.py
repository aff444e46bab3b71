"""What goes before a clause, and whether its tense is told from later on: as of when, according to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trainer.facts.ahead import COMING
from trainer.facts.gaps import Gap
from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement
from trainer.facts.syntax import is_finite
from trainer.facts.telling import Telling
from trainer.language.kinds import CLASS_NOUNS, INSTITUTIONS
from trainer.language.person_nouns import PERSONS
from trainer.language.verbs import Tense, lemma_of
from trainer.questions.framing import Frame
from trainer.questions.saying import Voice
from trainer.values.dates import PartialDate

_MODALS = frozenset({"would", "could", "may", "might", "should", "must", "can", "shall"})


@dataclass(frozen=True, slots=True)
class Mood:
    """How a clause is told: its tense and what goes before it."""

    opening: str
    """`As of June 2023, `, `According to the UN, `, or nothing."""
    shifted: bool
    """Whether the tense is told from later on."""
    ahead: bool = False
    """Whether the present tense tells of what was still to come: `takes office on January 20`."""


def mood_of(voice: Voice, frame: Frame, statement: Statement, gap: Gap | None) -> Mood | None:
    """What goes before the clause: who says so and, unless a date stands in it, as of when."""
    dated, modal = is_dated(voice, statement, gap), _has_modal(statement)
    if statement.speaker is not None:
        return _reported(voice, frame, statement, dated=dated)
    if statement.told.source is not None:
        return _sourced(voice, frame, statement, dated=dated)
    past = tense_of(statement) is Tense.PAST
    if past and dated and not modal:
        return Mood("", shifted=False) if not _is_torn(statement.told) else None
    if not frame.speaks:
        return None
    if past:
        then = _ended_with_day(voice, frame, statement)
        return Mood(f"According to {frame.brief}, ", shifted=False) if not then else None
    return _current(voice, frame, statement)


def _is_torn(told: Telling) -> bool:
    """Whether a date of the telling stands behind a semicolon that the telling leaves out, and so goes with another."""
    if any(token.text == ";" for token in told.doc):
        return False
    for date in told.line.dates:
        tokens = told.tokens_of(date.start, date.end)
        before = max((end for start, end in told.places if start >= 0 and end < date.start), default=0)
        if tokens and tokens[0].i and ";" in told.line.plain[before : date.start]:
            return True
    return False


_STATES = frozenset({"be", "have", "hold", "own", "employ", "number", "host", "house", "run"})


def _ended_with_day(voice: Voice, frame: Frame, statement: Statement) -> bool:
    """Whether it was so on the day that the sentence tells, before the brief: `Chad, which had | 40 tanks, left`.

    Or on a day that the clause lost: `who ran Chad Air | at the time`, `In 2017 it dug gold; | it employed 900 people`.
    """
    told, here = statement.told, statement.told.line.sentence
    verb = told.doc[statement.verb].lower_ if statement.verb is not None else "be"
    relative = re.search(r"relative (?:which|who|whose)(?P<cut>>\w+)?$", told.way)
    if lemma_of(verb) not in _STATES:
        return False
    lost = _AT_THAT_TIME.match(told.line.plain, max((end for _, end in told.places), default=0))
    if relative is not None and (lost or _AT_THAT_TIME.search(told.text)):
        return True
    if (relative is None or relative["cut"]) and not _goes_on_from_day(statement):
        return False
    days = (voice.calendar.get((here.passage, here.index, date.start)) for date in told.line.dates)
    return any(day.iso[:7] < frame.iso[:7] for day in days if day is not None)


_AT_THAT_TIME = re.compile(r",? (?:at the time|at that time|then|when \w+)\b")
_OPENS_WITH_DAY = 4
"""Characters before the day that a sentence opens with: `In `."""


def _goes_on_from_day(statement: Statement) -> bool:
    """Whether the clause comes behind the semicolon of a sentence that opens with the day: `In 2017 it ...; it had`."""
    told = statement.told
    day = next((date for date in told.line.dates if date.start <= _OPENS_WITH_DAY), None)
    start = min((start for start, _ in told.places if start >= 0), default=0)
    return day is not None and ";" in told.line.plain[day.end : start]


def _current(voice: Voice, frame: Frame, statement: Statement) -> Mood | None:
    """As of the brief; not where the present tells of a day to come as if it were there: `the ban applies in May`."""
    coming, ahead = _is_coming(statement), _lies_ahead(voice, frame, statement)
    simple = tense_of(statement) is Tense.PRESENT and not statement.auxiliaries and not coming
    if frame.month is None and (simple or coming) and is_dated(voice, statement, None):
        return None
    if simple and ahead and not _is_bounded(statement):
        return None
    return Mood(frame.as_of, shifted=True, ahead=coming and ahead)


def _is_bounded(statement: Statement) -> bool:
    """Whether a date is a term, which the present allows: `wants Chad to leave by 2025`."""
    return any(t.lower_ in {"by", "until", "before", "from"} for t in statement.told.doc[statement.finite.i :])


def _is_coming(statement: Statement) -> bool:
    """Whether the verb may tell in the present of a day to come: `takes office on January 20`."""
    verb = statement.told.doc[statement.verb].lower_ if statement.verb is not None else ""
    return tense_of(statement) is Tense.PRESENT and lemma_of(verb) in COMING


def _lies_ahead(voice: Voice, frame: Frame, statement: Statement) -> bool:
    """Whether a date that goes with the verb comes after the brief."""
    when = _date_among(voice, statement, tuple(slot for slot in statement.slots if slot.role in {"time", "front"}))
    written = voice.reading.brief.date
    if when is not None and when.day and written is not None:
        return when.iso > written.isoformat()
    return when is not None and frame.month is not None and when.iso[:7] > frame.month.iso


def _sourced(voice: Voice, frame: Frame, statement: Statement, *, dated: bool) -> Mood | None:
    """With the words of the sentence for who answers for it."""
    text = voice.source(statement.told)
    if not text or len(text.split()) > 14:
        return None
    dated = dated and not _goes_on_since(statement)
    if dated or tense_of(statement) is Tense.PAST or re.search(r"\b(?:19|20)\d\d\b", text):
        return Mood(f"{text}, ", shifted=tense_of(statement) in {Tense.PRESENT, Tense.PERFECT})
    return Mood(f"{frame.as_of}{text}, ", shifted=True) if frame.month else None


def _reported(voice: Voice, frame: Frame, statement: Statement, *, dated: bool) -> Mood | None:
    speaker = statement.speaker
    assert speaker is not None  # noqa: S101 - the caller looked
    who = voice.say(statement.told, *_without_comma(statement, speaker), owned=False)
    if not who or len(who.split()) > 12 or _only_shows(statement, speaker):
        return None
    when = _date_among(voice, statement, statement.said_at)
    if when is not None:
        return Mood(f"According to {who} {'on' if when.day else 'in'} {when.spoken}, ", shifted=False)
    since = _goes_on_since(statement)
    if not since and (dated or (tense_of(statement) is Tense.PAST and not _has_modal(statement))):
        return Mood(f"According to {who}, ", shifted=False)
    if frame.month is None:
        return None
    return Mood(f"As of {frame.month.spoken}, according to {who}, ", shifted=tense_of(statement) is not Tense.PAST)


def _goes_on_since(statement: Statement) -> bool:
    """Whether it is told in the perfect of all the time since a day, so that it goes on: `has killed 40 since May`."""
    told, slots = statement.told, (*statement.tail, *statement.front)
    dates = [
        date
        for date in told.line.dates
        for token in told.tokens_of(date.start, date.end)[:1]
        if any(slot.first <= token.i < slot.last for slot in slots)
    ]
    perfect = any(told.doc[i].lower_ in {"has", "have", "had"} for i in statement.auxiliaries[:1])
    return perfect and bool(dates) and all(date.preposition == "since" for date in dates)


_SHOWING = frozenset({"show", "suggest", "hold", "find", "tell", "put"})
_TELLING = frozenset({
    "report", "study", "survey", "audit", "poll", "figures", "data", "documents", "review", "inquiry", "investigation",
    "statement", "images", "photographs", "research", "analysis", "records", "results", "letter", "court", "ruling",
    "paper", "model", "models", "judge", "judges", "panel", "committee", "committees", "advisory", "filing", "filings",
})  # fmt: skip


def _only_shows(statement: Statement, slot: Slot) -> bool:
    """Whether something shows a thing that tells nothing itself: `the sale shows that ...`."""
    doc = statement.told.doc
    first, last = _without_comma(statement, slot)
    head = next(
        (doc[i] for i in range(first, last) if not first <= doc[i].head.i < last or doc[i].head.i == i), doc[last - 1]
    )
    named = head.text in NAME_MASKS or head.lower_ in _TELLING or head.tag_ in {"NNS", "NNP", "NNPS"}
    return statement.saying in _SHOWING and not named and head.lower_ not in PERSONS | INSTITUTIONS | CLASS_NOUNS


def _without_comma(statement: Statement, slot: Slot) -> tuple[int, int]:
    doc = statement.told.doc
    end = next((i for i in range(slot.first, slot.last) if doc[i].text == ","), slot.last)
    return slot.first, end


def _date_among(voice: Voice, statement: Statement, slots: tuple[Slot, ...]) -> PartialDate | None:
    line, told = statement.told.line, statement.told
    for slot in slots:
        for date in line.dates:
            tokens = told.tokens_of(date.start, date.end)
            if tokens and slot.first <= tokens[0].i < slot.last:
                return voice.calendar.get((line.sentence.passage, line.sentence.index, date.start))
    return None


def tense_of(statement: Statement) -> Tense:
    """When the statement says it was so."""
    doc = statement.told.doc
    words = [doc[i].lower_ for i in statement.auxiliaries]
    if "will" in words:
        return Tense.FUTURE
    if {"has", "have"} & set(words[:1]):
        return Tense.PERFECT
    finite = statement.finite
    if finite.tag_ in {"VBZ", "VBP"} or (words and words[0] in {"is", "are", "does", "do"}):
        return Tense.PRESENT
    return Tense.PAST


def _has_modal(statement: Statement) -> bool:
    return any(statement.told.doc[i].lower_ in _MODALS for i in statement.auxiliaries)


def is_dated(voice: Voice, statement: Statement, gap: Gap | None) -> bool:
    """Whether a certain date stands in the statement, asked for or not."""
    line, told = statement.told.line, statement.told
    inside = [d for d in line.dates if told.tokens_of(d.start, d.end)]
    if gap is not None and gap.time is not None:
        return True
    return any((line.sentence.passage, line.sentence.index, d.start) in voice.calendar for d in inside)


MAIN_CLAUSE = re.compile(r"whole(?:>(?:core|opener|source|left|right (?:and|but|;|:|while|whereas)|core and one))*")
"""Ways by which a telling is still most of its sentence."""


def _main_verb(doc: Doc) -> Token | None:
    """The word that carries the tense of the main clause."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    auxiliaries = [c for c in root.children if c.dep_ in {"aux", "aux:pass", "cop"} and c.i < root.i]
    bare = root.tag_ == "VB" and any(c.dep_ == "nsubj" and c.i < root.i for c in root.children)  # `needs remain acute`
    return auxiliaries[0] if auxiliaries else root if is_finite(root) or bare else None


def _has_subject(doc: Doc) -> bool:
    """Whether the main verb has its subject where a clause begins: at the head, or behind a comma."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    subject = (
        next((c for c in root.children if c.dep_.startswith(("nsubj", "expl")) and c.i < root.i), None)
        if root
        else None
    )
    return subject is not None and (subject.left_edge.i == 0 or doc[subject.left_edge.i - 1].text == ",")


def _has_main_clause(doc: Doc) -> bool:
    """Whether a verb comes behind the comma that closes what stands in front."""
    comma = next((t.i for t in doc if t.text == ","), 0)
    return any(is_finite(t) for t in doc[comma:]) and not (comma and doc[comma + 1].tag_ == "IN")


def _stands_whole(told: Telling) -> bool:
    """Whether the telling is most of its sentence, and has its main clause with a subject."""
    doc = told.doc
    if not MAIN_CLAUSE.fullmatch(told.way) or not _has_subject(doc) or doc[0].tag_ in {"WRB", "WP", "CC"}:
        return False
    if doc[0].tag_ in {"IN", "VBG", "VBN"} and not _has_main_clause(doc):
        return False
    marked = any(t.text in {":", ";", '"', "?"} for t in doc)
    return not marked and any(t.dep_.startswith("nsubj") for t in doc)


def _is_past(finite: Token) -> bool:
    """Whether a main verb tells of the past, and not beside a clause in the present."""
    if finite.tag_ in {"VB", "VBZ", "VBP", "MD"} or finite.lower_ in {"has", "have", "is", "are"}:
        return False
    return finite.lower_ in {"was", "were", "had"} or not any(t.lower_ in {"is", "are"} for t in finite.doc)


def mood_of_whole(frame: Frame) -> Mood | None:
    """For a sentence told as it was written, whose main clause the parse does not show: the brief says so."""
    return Mood(f"According to {frame.brief}, ", shifted=False) if frame.speaks else None


def rough_mood(voice: Voice, frame: Frame, told: Telling, gap: Gap) -> Mood | None:
    """What goes before a sentence that is told whole, its clauses not taken apart."""
    doc, line = told.doc, told.line
    finite = doc[min(told.finites)] if told.finites else None
    if finite is None or not _stands_whole(told):
        return None
    if voice.source(told) is None and told.source is not None:
        return None
    source = f"{voice.source(told)}, " if told.source is not None else ""
    dated = gap.time is not None or any(
        (line.sentence.passage, line.sentence.index, d.start) in voice.calendar and told.tokens_of(d.start, d.end)
        for d in line.dates
    )
    finite = _main_verb(doc) or finite
    past = _is_past(finite)
    if past and dated:
        return Mood(source, shifted=False)
    if not frame.speaks or (source and frame.month is None):
        return None
    if past or finite.tag_ == "MD":
        return Mood(source or f"According to {frame.brief}, ", shifted=False)
    return Mood(f"{frame.as_of}{source}", shifted=True)
