"""A fact as a tuple, with the characters that it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from trainer.language.verbs import VerbGroup
from trainer.values.dates import PartialDate
from trainer.values.quantities import Quantity


class Shape(StrEnum):
    """What kind of statement a fact is, and so which questions it can carry."""

    ACRONYM = "acronym"
    OFFICE = "office"
    EVENT = "event"
    CLAUSE = "clause"
    EXAMPLES = "examples"
    DESCRIPTION = "description"
    HOLDING = "holding"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Part:
    """One argument of a fact."""

    text: str
    """Self-contained words, its preposition left out; empty if it cannot stand alone."""
    span: tuple[int, int] = (0, 0)
    """The characters of the part in the sentence, its preposition left out."""
    quantity: Quantity | None = None
    """The number in it."""
    counted: str = ""
    """The words behind the number: `MINUSMA peacekeepers`."""
    quantity_span: tuple[int, int] = (0, 0)
    """The characters of the number in the sentence."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a fact was read."""

    sentence: str
    """Verbatim."""
    passage: int
    """The number of its passage."""
    words: int
    """The length of the sentence."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a brief."""

    shape: Shape
    """What kind of statement it is."""
    subject: Part
    """Whom or what it is about."""
    provenance: Provenance
    """Where it was read."""
    predicate: VerbGroup | None = None
    """The verb, for a clause."""
    object: Part | None = None
    """What the verb does it to, or what the subject is."""
    details: tuple[Part, ...] = ()
    """Everything else that the clause says, in its order."""
    value: str = ""
    """The full form, the office, the description."""
    time: PartialDate | None = None
    """When it was so, in the calendar."""
    times: tuple[PartialDate, ...] = ()
    """Where the event happened more than once: every date."""
    time_part: Part | None = None
    """The date as it stands in the sentence."""
    place: str = ""
    """Where, when that is not among the details."""
    attribution: str = ""
    """Who says so, self-contained; empty if the brief says it in its own voice."""

    @property
    def id(self) -> str:
        """Six characters that follow from what the fact states, whatever sentence states it."""
        lemma = self.predicate.lemma if self.predicate else ""
        parts = (self.shape, self.subject.text, lemma, self.object.text if self.object else "", self.value,
                 *(detail.text for detail in self.details), self.time.iso if self.time else "")  # fmt: skip
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:6]
