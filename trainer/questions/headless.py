"""Tellings that begin with what only goes with a clause that was taken from them."""

from __future__ import annotations

import re
from itertools import takewhile

from spacy.tokens import Token

from trainer.facts.masks import NAME_MASKS
from trainer.facts.telling import Telling
from trainer.language.person_nouns import PERSONS
from trainer.language.tags import NOMINAL, SUBJECTS

_COUNTING_BACK = re.compile(r"^\S+ (?:days?|weeks?|months?|years?|hours?) (?:after|before|since)\b")
_OF_WHICH = re.compile(r"^[^,]*\b(?:of|by|in|for|to) (?:which|whom)\b|^(?:[\w-]+ ){0,2}whose\b")


def is_headless(told: Telling) -> bool:
    """Whether the telling begins with what only goes with a clause that was taken from it."""
    verbs = [told.tokens[i] for i in sorted(told.finites)]
    text = told.text
    if len(verbs) == 1 and _is_all_subordinate(told, verbs[0]):
        return True
    comma = next((t.i for t in told.tokens if t.text == ","), len(told.tokens))
    if (
        _is_halved(told)
        or _lost_its_noun(told)
        or _opens_midway(told)
        or _opens_with_verb(told)
        or (verbs and _is_unsaid(told, verbs[0]))
    ):
        return True
    if verbs and _OF_WHICH.search(told.doc[: verbs[0].i + 1].text):
        return True
    return bool(_COUNTING_BACK.match(text)) and all(verb.i < comma for verb in verbs)


_SUBORDINATE = re.compile(r"\b(?:about|against|at|during|from|on|over|through|under|with) (?:which|whom)\b")
_JOINING = frozenset({"whether", "because", "although", "though", "unless", "whereas", "so"})


def _is_all_subordinate(told: Telling, verb: Token) -> bool:
    """Whether its one verb stands in a clause that only goes with another: `Whether Chad agrees`."""
    opened = told.tokens[0].lower_ in _JOINING and told.tokens[1].lower_ not in {"of", "far"}
    alone = opened and not any(t.text == "," and not told.is_listed(t.i) for t in told.tokens[: verb.i])
    return alone or _SUBORDINATE.search(told.doc[: verb.i].text) is not None


def lacks_article(told: Telling) -> bool:
    """Whether one of many is spoken of without an article, as in telegrams: `Chemical tanker attacked off Lagos`."""
    doc = told.doc
    phrase = list(takewhile(lambda t: t.tag_ in _BEFORE_HEAD or t.text == "-", doc))
    if not phrase or len(phrase) == len(doc) or phrase[-1].tag_ not in {"NN", "NNP"}:
        return False
    head, behind = phrase[-1], doc[len(phrase)]
    return head.lower_ in _ONE_OF_MANY | PERSONS and behind.text not in NAME_MASKS and behind.tag_ != "POS"


_BEFORE_HEAD = frozenset({"JJ", "VBN", "VBG", "NN", "NNP", "HYPH"})
_ONE_OF_MANY = frozenset({
    "aircraft", "airport", "attempt", "boat", "bomb", "convoy", "drone", "embassy", "ferry", "freighter", "helicopter",
    "missile", "network", "plane", "ship", "tanker", "trawler", "vessel",
})  # fmt: skip
"""Things that are counted, of which one has an article."""


def _lost_its_noun(told: Telling) -> bool:
    """`Egypt lost money, | who heads the authority`: a relative clause whose noun was left out."""
    return any(
        token.lower_ in {"who", "whose"} and token.i > 1 and told.places[token.i][0] >= 0
        and re.search(r"\w", told.line.plain[_end_before(told, token.i) : told.places[token.i][0]]) is not None
        for token in told.doc
    )  # fmt: skip


def _end_before(told: Telling, at: int) -> int:
    """Where the last word of the sentence before a token ends."""
    words = [told.places[n][1] for n in range(at) if told.places[n][0] >= 0 and not told.doc[n].is_punct]
    return words[-1] if words else 0


def _is_halved(told: Telling) -> bool:
    """Whether the first of two who act was lost: `Berg and | Kaya share the road to Gao`."""
    start = min((place[0] for place in told.places if place[0] >= 0), default=0)
    for second in told.line.sentence.doc:
        first, verb = second.head, second.head.head
        row = second.dep_ == "conj" and first.dep_ in SUBJECTS and first.idx < start <= second.idx < verb.idx
        if row and abs(second.left_edge.idx - start) <= len("and ") and not _is_parted_by_comma(first, second):
            return told.holds(second.idx, second.idx + len(second)) and told.holds(verb.idx, verb.idx + len(verb))
    return False


def _is_parted_by_comma(first: Token, second: Token) -> bool:
    return any(t.text == "," for t in first.doc[first.i + 1 : second.i])


def _opens_midway(told: Telling) -> bool:
    """`Testifying before the Senate and, | later the same day, a House committee, Kim said`: cut inside a phrase."""
    before = told.line.plain[: max(told.places[0][0], 0)].rstrip()
    return re.search(r"\b(?:and|or|but),$", before) is not None


def _opens_with_verb(told: Telling) -> bool:
    """Whether the first word is a finite verb of the sentence, whose subject was left behind."""
    start, end = told.places[0]
    span = told.line.sentence.doc.char_span(start, end) if start > 0 else None
    return span is not None and span[0].tag_ in {"VBD", "VBZ", "VBP"}


def _is_unsaid(told: Telling, verb: Token) -> bool:
    """Whether nothing stands before the verb, or one that only stresses what the sentence before told of."""
    before = told.tokens[: verb.i]
    stressed = any(t.lower_ in {"itself", "himself", "herself", "themselves"} for t in before)
    return stressed or lacks_subject(told, verb)


def lacks_subject(told: Telling, verb: Token) -> bool:
    """Whether no noun but a date stands before the verb: `15 May - declared a truce`."""
    dates = told.line.dates
    before = [
        t for t in told.tokens[: verb.i]
        if not any(date.start <= told.places[t.i][0] < date.end for date in dates)
    ]  # fmt: skip
    return not any(t.tag_ in NOMINAL | {"PRP", "DT", "EX", "VBG", "JJ", "PRP$"} for t in before)
