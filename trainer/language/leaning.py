"""Whether a phrase speaks of what the text before has named, or needs nothing before it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language import gazetteer
from trainer.language.annotator import LEANING
from trainer.language.earlier import told_of
from trainer.language.event_nouns import families
from trainer.language.kinds import CLASS_NOUNS, INSTITUTIONS, PLURALS
from trainer.language.person_nouns import PERSONS

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions
    from trainer.language.stretch import Stretch

FRESH = 0.0
"""Log odds below which a phrase is taken to need nothing before it."""
MOSTLY_FRESH = 1.5
"""The same where a question opens with what the brief is about."""
OFTEN = 3
"""Sentences with a noun that make what it means one of the things that the brief is about."""
_FEW = frozenset({"two", "three", "four", "five", "2", "3", "4", "5"})
"""Numbers by which a brief goes back to what it has just named: `the two countries`."""
_POINTING = frozenset({"same", "former", "latter", "other", "second", "third", "first", "last", "next", "previous"})


def stands(index: Mentions, k: int, noun: Token) -> bool:
    """Whether it rather names something for the first time, or what everybody knows: `the global financial crisis`.

    Told from the sentences before it, or, in a text that is none of the brief's lines, from its sentence alone; never
    where another pipeline has read that, which does not say.
    """
    told = told_of(index, k, noun)
    alone: list[float] | None = noun.doc.user_data.get(LEANING)
    back = told.back if told is not None else alone[noun.i] if alone is not None else FRESH
    return back < FRESH


@cache
def returning_nouns() -> frozenset[str]:
    """Nouns by which a brief goes back to what it has named."""
    return frozenset({
        *_RETURNING, *families(), *CLASS_NOUNS, *PERSONS, *INSTITUTIONS, *PLURALS, *gazetteer.words("event_nouns"),
        *gazetteer.words("crime_nouns"),
    })  # fmt: skip


_RETURNING = frozenset({
    "balance", "bid", "case", "cause", "claim", "commitment", "continent", "day", "dead", "document", "figure", "file",
    "former", "latter", "month", "number", "offer", "others", "outcome", "payment", "place", "reason", "remainder",
    "rest", "result", "review", "sum", "timing", "total", "victims", "way", "week", "year",
})  # fmt: skip


def is_explained(stretch: Stretch, article: Token, noun: Token) -> bool:
    """Whether what the brief is about says well enough which one a definite means: `the payments platform`.

    That is one of which the brief tells throughout, and of no second one, or one that needs no earlier text but that.
    Of nouns by which a brief goes back to one of several, such as companies and persons, only counted ones do, and
    persons in the plural: `the 19 candidates`, `the senators`.
    """
    index, words = stretch.reading.mentions, {noun.lower_, noun.lower_.removesuffix("s")}
    if article.lower_ != "the" or noun.tag_ not in {"NN", "NNS"}:
        return False
    if noun.tag_ == "NNS" and (words & PERSONS or _is_counted(noun)):
        return True
    if words & _one_of_several() or any(t.lower_ in _POINTING for t in noun.doc[article.i + 1 : noun.i]):
        return False
    told = told_of(index, stretch.number, noun)
    if told is not None and told.back < MOSTLY_FRESH:
        return True
    one = noun.tag_ == "NNS" or not any(f"{noun.lower_}s" in line for line in index.words)
    return one and sum(not words.isdisjoint(line) for line in index.words) >= OFTEN


def _is_counted(noun: Token) -> bool:
    """Whether a number before the noun says how many there are, and is not one that goes back: `the two countries`."""
    return any(c.tag_ == "CD" and c.lower_ not in _FEW for c in noun.children if c.i < noun.i)


@cache
def _one_of_several() -> frozenset[str]:
    """Nouns that alone do not say which: `the company`, `the minister`, `the rest`."""
    return frozenset({*_RETURNING, *PERSONS, *INSTITUTIONS, *PLURALS, *PLURALS.values()})
