"""Clauses that tell nothing as a fact: of what is feared, of all that was said; and those that hold back the one told.

A clause told alone claims more than its sentence where a condition, a doubt or one of two reasons stands beside it.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from trainer.facts.syntax import CONDITIONS, is_finite
from trainer.language.tags import FINITE
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


_TOLD_OF = (
    r"(?:it|this|that|these|which|they|he|she|(?:the|that|this) (?:figures?|numbers?|claims?|counts?|reports?|totals?))"
)
_DOUBT = re.compile(
    rf"{_TOLD_OF} (?:may|might|could|need) (?:well |yet )?(?:not|never)"
    r"(?: (?:have|be|been|do|done|one|so|it|true|right))*"
    rf"|{_TOLD_OF} (?:may|might|could) (?:well |yet |also )?(?:be|have been|prove) "
    r"(?:wrong|false|mistaken|untrue|otherwise)"
    rf"|{_TOLD_OF} (?:is|are|was|were|remains?) (?:(?:not|far from|by no means|still|also) )*"
    r"(?:certain|sure|proven|proved|confirmed|verified|clear|uncertain|unproven|unconfirmed|unverified|unclear|doubtful"
    r"|disputed|contested|denied|in doubt|in dispute|open to doubt)\b.*"
    rf"|(?:{_TOLD_OF} )?(?:(?:has|have|had|could|can) )?not (?:yet )?(?:(?:be|been) )?(?:independently )?"
    r"(?:confirmed|verified|proven|proved|corroborated|substantiated)\b.*"
    r"|.*\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|doubt(?:s|ed)?|contest(?:s|ed)?|question(?:s|ed)?) "
    r"(?:it|this|that|the (?:figures?|numbers?|claims?|counts?|reports?))"
    r"|which .*\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|doubt(?:s|ed)?|contest(?:s|ed)?)",
    re.IGNORECASE,
)
"""Words that take back what was told right before them: `it may not be one`, `this has not been confirmed`."""


def takes_back(doc: Doc, first: int, end: int) -> bool:
    """Whether a clause says that the one before it may not be so: `sold for $40m, though | the owner denies it`."""
    return _DOUBT.fullmatch(doc[first:end].text.rstrip(" .,;")) is not None


def limits(doc: Doc, joint: Token) -> bool:
    """Whether a clause says when alone what could or could not be done: `cannot attack | while its men are away`."""
    marked = doc[joint.i - 1].text in {",", ";", "-"}
    return joint.lower_ in _LIMITING and not marked and _is_held(doc, 0, joint.i)


_LIMITING = frozenset({"while", "when", "after", "before", "where"})
_NOT_HELD = frozenset({"will", "wo", "'ll"})


def _is_held(doc: Doc, first: int, end: int) -> bool:
    """Whether the last verb with tense tells of what can or may be, or in the present what is not."""
    verb = next((t for t in reversed(doc[first:end]) if t.tag_ in FINITE), None)
    if verb is None or verb.tag_ == "VBD":
        return False
    denied = any(t.lower_ in {"not", "n't", "never"} for t in doc[verb.i : verb.i + 3])
    return denied or (verb.tag_ == "MD" and verb.lower_ not in _NOT_HELD)


def is_of_open_clause(doc: Doc, joint: Token, openers: frozenset[str]) -> Token | None:
    """The word that opened a clause in the middle of the sentence which may go on behind an `and` without a mark."""
    if joint.lower_ not in {"and", "or"} or doc[joint.i - 1].text in {",", ";", "-"}:
        return None
    start = max((t.i for t in doc[: joint.i] if t.text in {",", ";", ":", "-"}), default=-1)
    opened = (t for t in reversed(doc[max(start + 1, 1) : joint.i]) if t.lower_ in openers)
    opener = next(opened, None)
    return opener if opener is not None and any(is_finite(t) for t in doc[opener.i : joint.i]) else None


OPEN = CONDITIONS | {"because"}
"""Words of a condition or a reason: what an `and` joins to it is half of the same."""


def awaits(doc: Doc, first: int, end: int) -> bool:
    """Whether what is told is still to come, or may be, so that a condition beside it holds for it too."""
    verb = next((t for t in doc[first:end] if t.tag_ in FINITE), None)
    return verb is not None and verb.tag_ == "MD"


def ends_on_condition(doc: Doc, joint: Token) -> bool:
    """Whether a condition at the end holds for both sides of an `and`: `A will go | and B will come if C pays`."""
    if joint.lower_ not in {"and", "or"} or doc[joint.i - 1].text in {",", ";", "-"}:
        return False
    last = next((t for t in doc[joint.i + 1 :] if t.lower_ in CONDITIONS), None)
    plain = last is not None and last.lower_ != "whether" and doc[last.i - 1].text != ","
    return plain and last is not None and awaits(doc, 0, joint.i) and any(is_finite(t) for t in doc[joint.i : last.i])


_CHANCE = re.compile(r"\b(?:possible|likely|unlikely|probable|improbable|conceivable|plausible|odds|chance|risk) $")
_HOW_LIKELY = re.compile(r"%|\b(?:per ?cent|probability|confidence|chance|in (?:three|four|five|ten|\d+))\b|\b12\b")


def says_how_likely(doc: Doc, first: int, end: int) -> bool:
    """Whether brackets say how likely it is: `is possible | (about 15%)`."""
    likely = _CHANCE.search(doc[:first].text_with_ws) is not None
    return likely and _HOW_LIKELY.search(doc[first:end].text) is not None
