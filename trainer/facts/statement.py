"""A telling read as a statement: who, the verb, and everything else in slots, each of which can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from trainer.facts.slots import Slot, has_date
from trainer.facts.telling import Telling
from trainer.language.verbs import lemma_of

SPEAKING = frozenset({
    "say", "report", "estimate", "claim", "announce", "state", "warn", "confirm", "allege", "assess", "find",
    "conclude", "note", "declare", "add", "project", "reckon", "hold", "expect", "believe", "argue", "insist",
    "acknowledge", "accuse", "suggest", "show", "forecast", "predict", "tell", "inform", "describe", "think",
    "maintain", "calculate", "put",
})  # fmt: skip
"""Verbs whose subject answers for what they report."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One finite clause in slots."""

    told: Telling
    """The words."""
    subject: Slot
    """Before the verb."""
    auxiliaries: tuple[int, ...]
    """Tokens, in order; the copula is the last of them where the predicate is a noun or an adjective."""
    verb: int | None
    """The main verb; None for a copula."""
    adverbs: tuple[int, ...]
    """Adverbs between the auxiliary and the verb that are kept."""
    front: tuple[Slot, ...]
    """What stands before the subject."""
    tail: tuple[Slot, ...]
    """What stands behind the verb, in order."""
    speaker: Slot | None = None
    """Who says it, where a verb of saying stands above it."""
    said_at: tuple[Slot, ...] = ()
    """What stands with the verb of saying: its date."""
    saying: str = ""
    """The verb of saying, its lemma."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots in the order in which they stand."""
        return (*self.front, self.subject, *self.tail)

    @property
    def finite(self) -> Token:
        """The word that carries the tense."""
        doc = self.told.doc
        return doc[self.auxiliaries[0]] if self.auxiliaries else doc[self.verb or 0]


_OF_TWO = frozenset({
    "give", "send", "tell", "offer", "call", "name", "make", "elect", "pay", "lend", "show", "cost", "teach", "grant",
    "bring", "hand", "award", "ask", "declare", "consider", "appoint", "promise", "deny", "sell", "keep", "leave",
    "find", "owe", "allow", "charge", "fine", "win", "earn", "save", "put", "take", "last", "allocate", "vote",
})  # fmt: skip
"""Verbs that two nouns may follow without a preposition."""


def has_stray_noun(statement: Statement) -> bool:
    """Whether a second noun without a preposition stands behind the object: `feeds the locks and supplies | half`."""
    doc, tail = statement.told.doc, statement.tail
    verb = doc[statement.verb].lower_ if statement.verb is not None else ""
    if not verb or lemma_of(verb) in _OF_TWO:
        return False
    for one, other in pairwise(tail):
        nominal = doc[other.first].tag_ in {"DT", "NN", "NNS", "NNP", "PDT"} and not other.preposition
        nominal = nominal and doc[other.first].lower_ not in {"a", "an", "each"}  # `$3 a gallon`
        inner = doc[one.last].text != "," if one.last < len(doc) else False
        if one.role == "object" and nominal and inner and other.role in {"object", "detail"}:
            return not has_date(statement.told, other.first, other.last)
    return False


_DENYING = frozenset({"not", "n't", "never", "no", "neither", "none", "nor", "nobody", "nothing"})


def is_denied(statement: Statement) -> bool:
    """Whether the clause says that something is not so: its own words tell it better than a question."""
    return any(t.lower_ in _DENYING for t in statement.told.doc[statement.subject.first :])


def is_plural(statement: Statement, slot: Slot) -> bool:
    """Whether the phrase in a slot is more than one: its head in the plural, or two things joined."""
    doc = statement.told.doc
    head = next(
        (
            doc[i]
            for i in range(slot.first, slot.last)
            if not slot.first <= doc[i].head.i < slot.last or doc[i].head.i == i
        ),
        doc[slot.last - 1],
    )
    joined = any(t.dep_ == "cc" and t.head.head == head for t in doc[slot.first : slot.last])
    return head.tag_ in {"NNS", "NNPS"} or joined
