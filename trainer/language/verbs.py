"""Verb groups: what tense and voice a sentence used, and the same verb in a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer.language.lexicon import inflections, lemmas_as

BE = frozenset({"be", "been", "being", "is", "are", "was", "were"})
"""Forms of `be`: with a participle behind it, the passive."""

REPORTING = frozenset(
    {"say", "tell", "announce", "report", "warn", "add", "state", "declare", "inform", "note", "claim"}
)
"""Verbs with which somebody says what stands behind them."""


class Tense(StrEnum):
    """When the sentence says it was so, seen from the day it was written."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what its auxiliaries say."""

    lemma: str
    """The dictionary form; `be` for a copula."""
    passive: bool = False
    """Whether the subject is the one it was done to."""


def inflect(lemma: str, tag: str) -> str:
    """The form of a verb under a Penn tag; the lemma itself where none is known."""
    if lemma == "be":
        return {"VBN": "been", "VBG": "being"}.get(tag, "be")
    forms = inflections(lemma, tag)
    return str(forms[0]) if forms else lemma


def lemma_of(word: str) -> str:
    """The dictionary form of a verb."""
    forms = lemmas_as(word.lower(), "VERB")
    return str(forms[0]) if forms else word.lower()
