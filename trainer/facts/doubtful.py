"""Clauses that tell nothing of the noun before them as a fact: of what is feared, of all that was said, of a row."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from trainer.facts.syntax import is_finite
from trainer.language.verbs import lemma_of

_FEARED = re.compile(
    r"\b(?:risk|danger|threat|fear|worry|worries|concern|hazard|possibility|possibilities|scenario|prospect)s?"
    r"(?:\b[^.:]*:.*| of (?:\w+ )?)$",
    re.IGNORECASE,
)


def is_feared(doc: Doc, first: int) -> bool:
    """Whether what stands here is named as a risk, so that what a clause tells of it need not be so."""
    opened = doc[first].lower_ in {"a", "an", "some"} or doc[first].tag_ in {"NNS", "NN"}
    return opened and _FEARED.search(doc[:first].text_with_ws) is not None


def takes_all(doc: Doc, relative: Token, first: int, end: int) -> bool:
    """Whether `which` stands for all of a clause that `that` opened: `said that it was open, | which Chad took as`."""
    if relative.lower_ != "which" or relative.nbor(-1).text != "," or is_finite(relative.nbor()):
        return False
    told = any(t.lower_ == "that" and t.tag_ == "IN" for t in doc[:first])
    return told and any(lemma_of(t.lower_) in _TAKING for t in doc[relative.i + 1 : end])


_TAKING = frozenset({
    "read", "see", "take", "regard", "describe", "dismiss", "hail", "welcome", "interpret", "treat", "view", "present",
    "call", "cast", "deny", "reject", "condemn", "denounce", "criticise", "criticize", "attribute", "explain",
})  # fmt: skip
"""Verbs of how what somebody said, or what was done, is taken."""


def counts_in(relative: Token) -> bool:
    """Whether `which` says what somebody's count has in it, and not the somebody: `X, which includes tugs, counts 90`.

    Told alone it would lose the count.
    """
    clause = relative.head
    above = clause.head.head if clause.dep_ == "acl:relcl" else clause
    counting = lemma_of(above.lower_) in _COUNTING and above.i != clause.i
    return relative.lower_ == "which" and counting and lemma_of(clause.lower_) in _TAKING_IN


_COUNTING = frozenset({"count", "put", "estimate", "reckon", "list", "record", "report", "say", "give", "track"})
_TAKING_IN = frozenset({"include", "exclude", "count", "cover", "omit"})


def is_verb_of_row(doc: Doc, participle: Token) -> bool:
    """Whether no other verb stands between a colon or semicolon and the next `and`: `: A, a firm, | signed in May`."""
    start = max((t.i for t in doc[: participle.i] if t.text in {":", ";"}), default=-1)
    if start < 0:
        return False
    end = next((t.i for t in doc[participle.i :] if t.text == ";" or t.lower_ in {"and", "but"}), len(doc))
    return not any(is_finite(t) for t in doc[start:end])
