"""Numbers and other words that stand without the noun that the sentence before named."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from trainer.facts.masks import NAME_MASKS
from trainer.facts.statement import SPEAKING
from trainer.facts.syntax import is_finite
from trainer.facts.telling import Telling
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import FINITE, NOMINAL, SUBJECTS
from trainer.language.verbs import lemma_of


@lru_cache(maxsize=256)
def is_elliptical(told: Telling) -> bool:
    """Whether a number or `both` stands without what is counted, which the sentence before named: `spoke of four`."""
    if _compares_with_nothing(told) or _forecasts_nothing(told) or _does_likewise(told) or _leans_on_event(told):
        return True
    counted = False
    for token in told.tokens:
        shared = _is_share_of_nothing(told, token) or _is_that_of(token)
        if shared or _is_most(token) or _is_one_more(token) or _lost_its_word(told, token) or _is_of_those(token):
            return True
        if token.lower_ in _SOME and token.dep_ in SUBJECTS and token.nbor().tag_ in FINITE:
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


def _leans_on_event(told: Telling) -> bool:
    """Whether only the sentence before says of what, in what or after what: `approval is due`, `took part`."""
    dated = any(told.tokens_of(date.start, date.end) for date in told.line.dates)
    if _LEANING.search(told.text) or (_AT_ONCE.search(told.text) and not (dated or _DATING.search(told.text))):
        return True
    return any(_is_act_of_nothing(told, t) for t in told.tokens) or _befell_somewhere(told)


_LEANING = re.compile(
    r"\b(?:take|takes|took|taken) part(?! in\b)(?![^.;]* in (?:the|a|an) )"
    r"|\b(?:take|takes|took|taken) control(?! of\b)"
    r"|\b(?:answer|answers|answered) with\b"
    r"|\b(?:leave|left|quit|enter|entered|exit|exited) the (?:business|market|sector|industry|trade)\b(?! (?:of|for)\b)"
    r"|\bof anything\b"
    r"|\b[Tt]he (?:worst|deadliest|bloodiest|heaviest|biggest|first|last) (?:day|blow|attack|strike|moment|week)"
    r" (?:came|was|fell)\b"
    r"|\b(?:on|make|made|reach|reached) the shortlist\b(?! (?:of|for|to)\b)"
)
_AT_ONCE = re.compile(
    r"^(?:By|That|The same|The next) (?:dawn|noon|midday|nightfall|midnight|morning|afternoon|evening|night)\b"
    r"|\b(?:almost |nearly )?at once\b|\balmost immediately\b|\bwithin (?:hours|minutes)\b(?! of\b)"
)
_DATING = re.compile(r"\b(?:after|when|(?<!at )once|if|as soon as)\b")


def _is_act_of_nothing(told: Telling, noun: Token) -> bool:
    """Whether a clause is about an act or a flow, and does not say of what: `a decision is due`, `flows dropped`."""
    if noun.dep_ not in SUBJECTS or noun.lower_ not in _ACTS | _FLOWS or told.places[noun.i][0] < 0:
        return False
    own = [c for c in noun.children if c.dep_ != "punct" and c.i < noun.i]
    behind = noun.i + 1 < len(noun.doc) and is_finite(noun.nbor())
    bare = all(c.lower_ in {"a", "an", "final", "formal", "full"} for c in own)
    named = any(t.text in NAME_MASKS for t in noun.doc)
    return bare and behind and (noun.lower_ in _ACTS or not named)


_ACTS = frozenset({
    "approval", "decision", "ruling", "verdict", "relief", "recognition", "departure", "confirmation", "ratification",
    "completion", "judgment", "judgement", "repayment", "replacement", "sentencing",
})  # fmt: skip
_FLOWS = frozenset({"flows", "production", "output", "shipments", "deliveries", "sales"})


def _befell_somewhere(told: Telling) -> bool:
    """Whether people were killed or freed, and no name and no day says in what: `60 cadets were freed`."""
    found = _BEFALLING.search(told.text)
    named = any(t.text in NAME_MASKS or t.text in {"Monday", "January", "1990"} for t in told.tokens)
    return found is not None and not named and _PLACING.search(told.text, found.end()) is None


_BEFALLING = re.compile(
    r"^(?:\w+ ){0,6}(?:was|were)"
    r" (?:killed|wounded|injured|arrested|detained|rescued|freed|evacuated|brought out|hurt)\b"
)
_PLACING = re.compile(r" (?:in|at|near|from|on|by|of|since|during|between|every|each) ")


def _is_of_those(token: Token) -> bool:
    """Whether `neither` stands without the two, or a number of them is said to be another: `the six are five`."""
    if token.tag_ == "CD" and token.dep_ == "ROOT":
        return any(c.dep_ in SUBJECTS and (c.tag_ == "CD" or c.lower_ == "12") for c in token.children)
    alone = token.lower_ == "neither" and token.i + 1 < len(token.doc) and token.nbor().tag_ in FINITE
    return alone and all(t.lower_ != "nor" for t in token.doc[token.i + 1 :])


def _does_likewise(told: Telling) -> bool:
    """Whether it says that somebody did what only the words before tell: `did likewise`, `did, against a text`."""
    found = _LIKEWISE.search(told.text)
    before = [told.tokens[i] for i in told.finites if found is not None and told.tokens[i].idx < found.start()]
    return found is not None and all(lemma_of(verb.lower_) in SPEAKING for verb in before)


_LIKEWISE = re.compile(
    r"\b(?:(?:has|have|had|will|would|could|might) )?"
    r"(?:(?:did|does|do|done) (?:likewise|so|the same|similarly)\b|(?:did|does)(?= ?[,.]))"
)


def _compares_with_nothing(told: Telling) -> bool:
    """Whether something is said to be more so, and neither than what nor how much: `would be cooler towards Chad`."""
    words = {token.lower_ for token in told.tokens}
    if words & {"than", "far", "even"} or any(token.tag_ == "CD" or token.text == "12%" for token in told.tokens):
        return False
    return any(_is_more_so(t) for t in told.tokens)


def _is_more_so(word: Token) -> bool:
    """Whether something is told to be more so: `is cooler`, `has been more careful`, `the greater danger is`."""
    head = word.head
    if word.tag_ == "RBR" and word.lower_ in {"more", "less"} and head.tag_ == "JJ":
        return word.i + 1 == head.i and any(c.dep_ == "cop" for c in head.children)
    told_of = word.i == 1 and word.nbor(-1).lower_ == "the" and head.dep_.startswith("nsubj") and head.i == word.i + 1
    if word.tag_ == "JJR" and word.dep_ == "amod" and head.dep_ == "ROOT" and word.i and word.nbor(-1).lower_ == "the":
        return head.i == word.i + 1 and any(c.dep_ == "cop" for c in head.children)
    copular = any(c.dep_ == "cop" for c in (head.head.children if told_of else word.children))
    return word.tag_ == "JJR" and copular and (told_of or word.dep_ != "amod")


_FORECAST = re.compile(
    r"(?:\b(?:its|his|her|their|our|the|a)|'s)"
    r"(?: (?:annual|baseline|central|earlier|initial|latest|new|official|own|previous|\d{4}))*"
    r" (?:forecast|projection|prediction|estimate|target)s?\b(?! (?:of|that)\b| for (?!the (?:end|year)|this|next|\d))"
)
_MEASURED = re.compile(
    r"\b(?:cases|debt|deficit|demand|domestic product|earnings|exports|GDP|growth|imports|inflation|losses|output"
    r"|prices?|production|profits?|revenues?|sales|shortfall|spending|supply|turnout|unemployment|wages)\b"
)
_VOTED = re.compile(r"\b(?:ballot|election|first round|poll|primary|referendum|round|run-off|runoff|votes?|voting)\b")


def _forecasts_nothing(told: Telling) -> bool:
    """Whether a forecast is a percentage of what only the sentence before says: `lifted its forecast to 4%`."""
    text = told.text
    about = "12%" in text or any(t.dep_ in SUBJECTS and t.lower_ in _FORECASTS for t in told.tokens)
    return about and _FORECAST.search(text) is not None and _MEASURED.search(text) is None


_FORECASTS = frozenset({"forecast", "projection", "prediction", "estimate", "forecasts", "projections", "estimates"})


def _is_share_of_nothing(told: Telling, token: Token) -> bool:
    """Whether a percentage is the object of a verb that does not say of what: `took 44%`, `had pencilled in 4%`."""
    if token.text != "12%" or not 2 <= token.i < len(token.doc) - 1:
        return False
    if token.nbor(1).tag_ in NOMINAL or token.nbor(1).lower_ == "of":
        return False
    before = token.nbor(-1)
    if before.lower_ in _ABOUT:
        before = before.nbor(-1)
        return lemma_of(before.lower_) in _OWNING
    if lemma_of(before.lower_) in _OWNING:
        return True
    verb = token.nbor(-2) if before.tag_ in {"RP", "IN"} or before.dep_ == "compound:prt" else before
    return lemma_of(verb.lower_) in _SHARING and not (_VOTED.search(told.text) or _MEASURED.search(told.text))


_ABOUT = frozenset({"about", "roughly", "around", "some", "nearly", "almost", "approximately"})
_OWNING = frozenset({"own", "hold", "control", "keep", "retain"})
_SHARING = frozenset({
    "take", "win", "get", "secure", "receive", "garner", "pencil", "budget", "expect", "forecast", "project", "predict",
    "target", "anticipate",
})  # fmt: skip
"""Verbs whose object is a share, or a rate, of something."""


def _is_that_of(token: Token) -> bool:
    """Whether a verb has `that of` or `those of` for its object: `exceeded that of`."""
    pointing = token.lower_ in {"that", "those"} and token.i > 0
    return pointing and token.nbor(1).lower_ == "of" and token.nbor(-1).tag_ == "VBD"


def _is_most(token: Token) -> bool:
    """Whether a superlative is what a clause is about, and no `of` says of what: `most left`, `the longer ended`."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    opened = token.i > 0 and token.nbor(-1).lower_ == "the"
    if opened and token.tag_ in {"JJR", "RBR"} and is_finite(behind):
        return True
    ordinal = opened and token.lower_ in _ORDINALS and token.tag_ in {"JJ", "NN"}
    return (token.tag_ == "JJS" or ordinal) and token.dep_ in SUBJECTS and behind.lower_ != "of"


_SOME = frozenset({"several", "others", "some", "most"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "latter", "former", "other", "last"})


def _lost_its_word(told: Telling, token: Token) -> bool:
    """Whether an owner stands without what is owned, or a `to` without its verb: `His, 9 euros`, `had to in May`."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if token.tag_ == "POS" and token.i and token.nbor(-1).tag_ in NOMINAL and is_finite(behind):
        return True
    if token.tag_ == "PRP$":
        return behind.text in {",", "."}
    dated = any(date.start == told.places[behind.i][0] for date in told.line.dates)
    return token.lower_ == "to" and token.tag_ == "TO" and (behind.is_punct or dated or behind.tag_ == "IN")


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
    stands = before.lower_ in _STANDING_AT and behind in {"", ".", ",", ";"}
    if stands or _is_of_many(token) or _is_where_name_stands(token):
        return True
    if before.lower_ == "of":
        return token.i > 1 and token.nbor(-2).tag_.startswith("VB")
    aside = before.tag_ in {"RP", "RB"} and token.i > 1 and token.nbor(-2).tag_.startswith("VB")
    if aside and behind in {"for", "to", "in", "from", "on", "by", "", "."}:
        return True
    return _is_all_of_verb(before) or before.tag_ == "DT"


def _is_all_of_verb(verb: Token) -> bool:
    """Whether a number right behind the word is what somebody did, and of nothing: `Chad holds 14`."""
    if not verb.tag_.startswith("VB") or verb.lower_ in {"aged", "numbered", "totalled"}:
        return False
    return lemma_of(verb.lower_) not in _COMING_TO or not any(_is_of_things(c) for c in verb.children)


_COMING_TO = frozenset({"reach", "hit", "exceed", "total", "near", "approach", "surpass", "top", "average", "number"})
"""Verbs that say how much or how many their subject comes to: `cases reached 14,000`."""


def _is_of_things(subject: Token) -> bool:
    """Whether what comes to a number is counted or measured itself: `cumulative cases`, `output`; not `the firm`."""
    many = subject.tag_ == "NNS" or _MEASURED.fullmatch(subject.lower_) is not None
    return subject.dep_ in SUBJECTS and many and subject.lower_.removesuffix("s") not in PERSONS


def _is_of_many(token: Token) -> bool:
    """Whether it counts what the subject has or runs, and does not say of what: `owners of 38 have been told`."""
    head, behind = token.head, token.doc[token.i + 1 : token.i + 2].text
    return token.nbor(-1).lower_ == "of" and token.dep_ == "nmod" and head.lower_ in _HAVING and behind != "-"


_HAVING = frozenset({
    "owners", "operators", "users", "holders", "buyers", "makers", "sellers", "suppliers", "families", "relatives",
    "parents", "crews", "hosts", "leaders", "heads", "members",
})  # fmt: skip
"""Those who go with things or people that a number alone does not name."""


def _is_where_name_stands(token: Token) -> bool:
    """Whether a name, not a toll or a rate, rose or fell to it: `the VVD fell to 24`."""
    verb = token.head
    moved = token.nbor(-1).lower_ == "to" and token.dep_ == "obl" and lemma_of(verb.lower_) in _MOVING
    return moved and any(c.dep_ in SUBJECTS and c.text in NAME_MASKS for c in verb.children)


_MOVING = frozenset({"fall", "drop", "rise", "climb", "slip", "shrink", "grow", "decline", "sink", "increase"})
_STANDING_AT = frozenset({"on", "with", "behind"})
"""Words before a share or a score that leaves out of what it is: `was second on 19`."""


def _is_of_name(told: Telling, token: Token) -> bool:
    """Whether the number is part of a date or of a name."""
    start, end = told.places[token.i]
    marks = [(date.start, date.end) for date in told.line.dates] + [(name.start, name.end) for name in told.line.names]
    return any(first <= start and end <= last for first, last in marks)
