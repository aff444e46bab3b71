"""Pronouns that a question keeps, because they stand for its own subject."""

from __future__ import annotations

import re

from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement, is_plural
from trainer.facts.telling import Telling
from trainer.language.event_nouns import families
from trainer.language.names import ACTORS, PLACES, Sort
from trainer.language.within import is_act
from trainer.questions.saying import NOTHING, Kept, Voice

_CALLED = re.compile(r"\bwhat (it|they|he|she) (?:(?:has|have|had) )?(?:call|describe|term)(?:s|ed|d)?\b")
"""Words that only say whose word something is: `detected what it called unusual activity`."""


def kept_pronouns(voice: Voice, statement: Statement) -> Kept:
    """The possessives that, behind the verb, go with the subject of a clause; with its pronouns where it is said."""
    told, subject = statement.told, statement.subject
    itself = statement.speaker is not None and told.doc[subject.first].tag_ == "PRP"
    named = statement.speaker if itself and statement.speaker is not None else subject
    words = told.doc[named.first : named.last]
    if not any(t.text in NAME_MASKS or t.tag_ in {"NN", "NNS"} for t in words):
        return _of_pronoun(voice, told, named)
    plural = is_plural(statement, subject)
    found = {"their", "themselves"} if plural else {"its", "their", "itself", "his", "her", "himself", "herself"}
    if statement.speaker is not None:
        many = is_plural(statement, statement.speaker)
        found |= {"they", "them", "their"} if many else {"it", "they", "he", "she", "his", "her", "its"}
    found |= {called[1] for called in _CALLED.finditer(told.text)}
    who = statement.speaker or subject
    last = told.doc[who.last - 1]
    if last.text == "Smith" and not plural:
        found -= {"their", "they", "them"}
    name = _also_named(told, who)
    person = last.text == "Smith" or bool(name)
    found -= {"it", "its", "itself"} if person else {"he", "she", "his", "her", "himself", "herself"}
    if _is_event_behind_name(told, subject) or is_act(_head_word(told, subject)):
        found -= {"it", "its", "itself", "their", "they", "them"}
    return Kept(frozenset(found), voice.say(told, who.first, who.last, owned=False) or "", name)


_OWN = {
    "he": frozenset({"his", "himself"}),
    "she": frozenset({"her", "herself"}),
    "it": frozenset({"its", "itself"}),
    "they": frozenset({"their", "themselves"}),
}


def _of_pronoun(voice: Voice, told: Telling, subject: Slot) -> Kept:
    """For a subject that is a pronoun, and is said by its name, its own possessives: `Berg will file | her second`."""
    word = told.doc[subject.first].lower_ if subject.last == subject.first + 1 else ""
    said = voice.say(told, subject.first, subject.last, owned=False) if word in _OWN else None
    return NOTHING if said is None or said.lower() == word else Kept(_OWN[word], said)


def _also_named(told: Telling, slot: Slot) -> str:
    """The name that stands behind an office in the sentence, left out or not: `Chad's president, | Idriss Sou, |`."""
    plain, end = told.line.plain, told.places[slot.last - 1][1]
    for name in told.line.names if plain.startswith(", ", end) else ():
        beside = name.start == end + 2 and plain.startswith(",", name.end) and not told.holds(name.start, name.end)
        if name.sort is Sort.PERSON and beside:
            return name.text
    return ""


def _head_word(told: Telling, slot: Slot) -> str:
    """The noun that a slot is about, in small letters; empty for a name."""
    inside = range(slot.first, slot.last)
    head = next((told.doc[i] for i in inside if told.doc[i].head.i not in inside), told.doc[slot.last - 1])
    return "" if head.text in NAME_MASKS else head.lower_


def _is_event_behind_name(told: Telling, subject: Slot) -> bool:
    """Whether the subject is an event, and a name stands before it: `Lima waits because the war ties down its men`."""
    start = told.places[subject.first][0]
    event = any(t.lower_ in families() for t in told.doc[subject.first : subject.last])
    return event and any(name.end <= start and name.sort in {*ACTORS, *PLACES} for name in told.line.names)
