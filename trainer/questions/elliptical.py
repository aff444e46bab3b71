"""Numbers and other words that stand without the noun that the sentence before named."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.facts.telling import Telling
from trainer.language.tags import NOMINAL, SUBJECTS


def is_elliptical(told: Telling) -> bool:
    """Whether a number or `both` stands without what is counted, which the sentence before named: `spoke of four`."""
    counted = False
    for token in told.tokens:
        if _is_that_of(token) or _is_most(token) or _is_one_more(token):
            return True
        if token.lower_ == "both" and token.dep_ not in {"cc:preconj", "det", "det:predet", "advmod", "cc"}:
            return True
        if token.tag_ != "CD" or token.text == "12%" or told.places[token.i][0] < 0 or _is_of_name(told, token):
            continue
        if token.dep_ == "nummod" or _goes_before_noun(token):
            counted = True
        elif not counted and _is_bare(token):
            return True
    return False


def _is_that_of(token: Token) -> bool:
    """Whether a verb has `that of` or `those of` for its object: `exceeded that of`."""
    pointing = token.lower_ in {"that", "those"} and token.i > 0
    return pointing and token.nbor(1).lower_ == "of" and token.nbor(-1).tag_ == "VBD"


def _is_most(token: Token) -> bool:
    """Whether a superlative is what a clause is about, and no `of` says of what: `most left`."""
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return token.tag_ == "JJS" and token.dep_ == "nsubj" and following != "of"


def _is_one_more(token: Token) -> bool:
    """Whether it counts on from what was said before, and says nothing of what for: `promised 600 more officers`."""
    if token.lower_ != "more" or token.i < 1 or token.nbor(-1).tag_ != "CD" or token.i + 2 >= len(token.doc):
        return False
    mark, behind = token.nbor(2).text, token.doc[token.i + 3 : token.i + 4].text
    return token.nbor().tag_ == "NNS" and (mark in {".", ";"} or (mark == "," and behind in {"but", "and"}))


def _goes_before_noun(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).tag_ in NOMINAL | {"JJ", "VBN", "VBG", "JJR", "-"}


def _is_bare(token: Token) -> bool:
    """Whether a verb or an article governs the number, and nothing behind it says what is counted."""
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if token.dep_ in SUBJECTS and behind not in {"of", "or", "to", "and"}:
        return True
    if behind in {"of", "or", "to", "and"} or token.i == 0:
        return token.i == 0 and token.dep_.startswith("nsubj") and behind != "of"
    before = token.nbor(-1)
    if before.lower_ in _STANDING_AT and behind in {"", ".", ",", ";"}:
        return True
    if before.lower_ == "of":
        return token.i > 1 and token.nbor(-2).tag_.startswith("VB")
    aside = before.tag_ in {"RP", "RB"} and token.i > 1 and token.nbor(-2).tag_.startswith("VB")
    if aside and behind in {"for", "to", "in", "", "."}:
        return True
    verb = before.tag_.startswith("VB") and before.lower_ not in {"aged", "numbered", "totalled"}
    return verb or before.tag_ == "DT"


_STANDING_AT = frozenset({"on", "with", "behind"})
"""Words before a share or a score that leaves out of what it is: `was second on 19`."""


def _is_of_name(told: Telling, token: Token) -> bool:
    """Whether the number is part of a date or of a name."""
    start, end = told.places[token.i]
    marks = [(date.start, date.end) for date in told.line.dates] + [(name.start, name.end) for name in told.line.names]
    return any(first <= start and end <= last for first, last in marks)
