"""Pronouns that a question keeps, because they stand for its own subject."""

from __future__ import annotations

import re

from trainer.facts.masks import NAME_MASKS
from trainer.facts.slots import Slot
from trainer.facts.statement import Statement, is_plural
from trainer.facts.telling import Telling
from trainer.language.event_nouns import families
from trainer.language.names import ACTORS, PLACES
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
        return NOTHING
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
    found -= {"it", "its", "itself"} if last.text == "Smith" else {"he", "she", "his", "her", "himself", "herself"}
    if _is_event_behind_name(told, subject) or is_act(_head_word(told, subject)):
        found -= {"it", "its", "itself", "their", "they", "them"}
    return Kept(frozenset(found), voice.say(told, who.first, who.last, owned=False) or "")


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
