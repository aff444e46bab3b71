"""What a brief says of itself: `we judge`, `our base case`. A question says it of the brief's authors."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.untied import Change
from trainer.language.verbs import lemma_of

_HOLDING = frozenset({
    "advise", "anticipate", "assess", "assume", "believe", "calculate", "consider", "count", "doubt", "estimate",
    "expect", "find", "forecast", "foresee", "give", "hold", "infer", "judge", "lower", "know", "note", "predict",
    "project", "propose", "put", "raise", "rate", "reckon", "recommend", "regard", "see", "suggest", "suspect",
    "think", "understand", "verify", "view", "confirm", "establish", "conclude",
})  # fmt: skip
"""Verbs of those who weigh what they have read."""
_OWN_WORK = frozenset({
    "analysis", "assessment", "assumption", "baseline", "calculation", "case", "confidence", "estimate", "estimates",
    "expectation", "forecast", "forecasts", "index", "judgement", "judgment", "model", "modelling", "modeling",
    "projection", "projections", "rating", "reading", "recommendation", "scenario", "survey", "tally", "view",
})  # fmt: skip
"""Nouns of what they make of it."""


def authors(token: Token) -> list[Change] | None:
    """`the brief's authors` for a `we` that judges, `the brief's` for an `our` with what they judge; None else."""
    if sum(t.text == '"' for t in token.doc[: token.i]) % 2:
        return None
    if token.lower_ == "we" and token.dep_ == "nsubj" and lemma_of(token.head.lower_) in _HOLDING:
        return [(token.idx, token.idx + len(token), "the brief's authors")]
    if token.lower_ == "our" and token.dep_ == "nmod:poss" and token.head.lower_ in _OWN_WORK:
        return [(token.idx, token.idx + len(token), "the brief's")]
    return None
