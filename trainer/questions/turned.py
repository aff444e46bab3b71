"""A statement turned into a question for more than a name, date or number: reasons, objects, whole lists."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from trainer.facts.slots import Slot
from trainer.facts.statement import Statement
from trainer.language.reading import Line
from trainer.questions.ask import around_subject, has_aside, said_slot, said_slots
from trainer.questions.moods import Mood
from trainer.questions.saying import Voice
from trainer.questions.verb_forms import finite_verb

_WHEN = re.compile(
    r"(?:before|after|when|while|until|once|as soon as|by the time|whereupon"
    r"|on the (?:day|eve|morning|night|sidelines) of)\b",
    re.IGNORECASE,
)


def turned(voice: Voice, statement: Statement, words: str, mood: Mood, left_out: tuple[Slot, ...]) -> str | None:
    """The question words, the verb round the subject, and the rest of the clause; None if something cannot be said."""
    return around_subject(voice, statement, words, mood, rest_of(voice, statement, left_out))


def of_subject(voice: Voice, statement: Statement, words: str, mood: Mood) -> str | None:
    """The question for the subject: question words, then the clause as it stands."""
    rest = rest_of(voice, statement, ())
    return None if rest is None else f"{words} {finite_verb(statement, mood, plural=False)} {rest}"


def rest_of(voice: Voice, statement: Statement, left_out: tuple[Slot, ...]) -> str | None:
    """Everything behind the verb, then what stood at the front; a clause that only tells when may be lost."""

    def say(slot: Slot) -> str | None:
        return None if _counts_back(statement, slot) else said_slot(voice, statement, slot)

    slots = (slot for slot in (*statement.tail, *statement.front) if not any(slot is other for other in left_out))
    return said_slots(slots, say, lambda slot: _only_tells_when(statement, slot))


def _counts_back(statement: Statement, slot: Slot) -> bool:
    """Whether the slot counts from a month or a day that another sentence names: `before the month was out`."""
    text = statement.told.doc[slot.first : slot.last].text
    return bool(re.match(r"(?:before|after|until|when) the (?:day|week|month|year) (?:was|is|had)\b", text))


def _only_tells_when(statement: Statement, slot: Slot) -> bool:
    text = statement.told.doc[slot.first : slot.last].text
    return slot.role in {"detail", "front"} and bool(_WHEN.match(text))


def trimmed(statement: Statement) -> Statement:
    """The statement up to a comma behind which a further clause or infinitive goes on; all of it if there is none."""
    doc, told = statement.told.doc, statement.told
    cut = next((slot.first for slot in statement.tail if _goes_on(doc, slot)), None)
    if cut is None or statement.speaker is not None:
        return statement
    tail = tuple(slot for slot in statement.tail if slot.last < cut)
    return replace(statement, told=replace(told, places=told.places[:cut], doc=doc[:cut].as_doc()), tail=tail)


def _goes_on(doc: Doc, slot: Slot) -> bool:
    return doc[slot.first - 1].text == "," and doc[slot.first].lower_ in _FURTHER


_FURTHER = frozenset({"and", "but", "although", "though", "while", "whereas", "yet"})


_SET_APART = re.compile(r"[,;:()\u2013\u2014-]")
_LIGHT = re.compile(
    r"(?:now|still|also|already|currently|recently|today|then|thus|therefore|instead|meanwhile)", re.IGNORECASE
)


def is_unbroken(statement: Statement) -> bool:
    """Whether behind the verb no words are left out but light adverbs and what marks set apart."""
    told = statement.told
    verb = statement.verb if statement.verb is not None else max(statement.auxiliaries, default=0)
    places = [place for place in told.places[verb:] if place[0] >= 0]
    for before, after in pairwise(places):
        lost = told.line.plain[before[1] : after[0]].strip()
        if lost and not _SET_APART.search(lost) and not _LIGHT.fullmatch(lost):
            return False
    return True


def marks_of(line: Line) -> list[tuple[int, int]]:
    """The characters of each name and each date."""
    return [*((one.start, one.end) for one in line.names), *((one.start, one.end) for one in line.dates)]


def is_counted(line: Line, start: int, end: int) -> bool:
    """Whether a number or a date begins within the characters."""
    starts = [*(one.start for one in line.numbers), *(one.start for one in line.dates)]
    return any(start <= at < end for at in starts)


def says_enough(statement: Statement, left_out: tuple[Slot, ...]) -> bool:
    """Whether a name or a date stands in the clause, or more than a subject and a verb."""
    told = statement.told
    within = [slot for slot in statement.slots if not any(slot is other for other in left_out)]
    tokens = [token.i for mark in marks_of(told.line) for token in told.tokens_of(*mark)]
    marked = any(slot.first <= i < slot.last for slot in within for i in tokens)
    return marked or any(slot.role in {"object", "complement", "fixed"} for slot in within)


def hangs_loose(statement: Statement, left_out: tuple[Slot, ...] = ()) -> bool:
    """Whether a slot beside those left out goes on by a conjunction or has an aside in it: too much for a question."""
    return any(
        _hangs(statement, slot)
        for slot in statement.tail
        if slot.role != "fixed" and not any(slot is other for other in left_out)
    )


def _hangs(statement: Statement, slot: Slot) -> bool:
    doc = statement.told.doc
    first = doc[slot.first]
    is_apart = doc[slot.first - 1].text == "," and slot.role != "time"
    goes_on = first.lower_ in {"and", "or", "but"} or first.tag_ == "VBG"
    is_elided = _ELIDED.search(doc[slot.first : slot.last].text) is not None
    return is_apart or goes_on or is_elided or has_aside(statement, slot)


_ELIDED = re.compile(r"\b(?:own|so|ones?|the (?:same|former|latter|others?))$")
"""What leaves out a noun or a verb that stood before."""
