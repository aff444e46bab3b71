"""Participles told as clauses of their own, with the noun that they hang from."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trainer.facts.antecedent import named_before
from trainer.facts.doubtful import is_verb_of_row
from trainer.facts.syntax import Word, is_finite, noun_before, parts, phrase_end, stretch, was
from trainer.facts.telling import Piece, Telling
from trainer.language.tags import EVERY_SUBJECT, NOUNS
from trainer.language.verbs import lemma_of
from trainer.values.dates import MONTHS

INTRANSITIVE = frozenset({
    "climbed", "risen", "fallen", "dropped", "declined", "increased", "grown", "come", "gone", "happened", "occurred",
    "emerged", "followed", "joined", "remained", "become", "been", "had", "amounted", "totalled", "totaled",
    "numbered", "lasted", "stood", "surged", "slumped", "arrived", "begun", "ended", "agreed", "said", "warned",
    "vowed", "pledged", "led", "appeared", "belonged", "died", "lived", "stayed", "decreased", "shrunk", "rallied",
    "collapsed", "resigned", "fled", "returned", "travelled", "traveled", "worked", "acted", "voted", "spoken",
    "told", "escaped", "vanished", "survived",
})  # fmt: skip
"""Participles by which nothing is done to anybody."""
_JOINING_PARTICIPLES = frozenset({"compared", "known", "called", "dubbed", "followed", "owned", "given", "including"})
"""Participles that only set the noun beside something: `64 percent, compared with 35`."""


_BEHIND_PARTICIPLE = frozenset({
    "by", "in", "on", "at", "from", "under", "with", "as", "to", "against", "off", "near", "since",
})  # fmt: skip


def participles(told: Telling) -> Iterator[Piece]:
    """`X, set up in 2013`: X was set up in 2013. A front one goes with the subject."""
    doc = told.doc
    for token in doc:
        if (
            token.tag_ != "VBN"
            or token.dep_ in {"amod", "compound"}
            or any(c.dep_.startswith(("aux", "nsubj")) and c.i < token.i for c in token.children)
        ):
            continue
        if token.lower_ in INTRANSITIVE | _JOINING_PARTICIPLES or not any(is_finite(t) for t in doc):
            continue
        first = token.i - (token.i > 0 and token.nbor(-1).tag_ == "RB")
        if first == 0:
            yield from _front_participle(doc)
            continue
        before = doc[first - 1]
        if before.text not in {",", "-"} and doc[token.i + 1 : token.i + 2].text.lower() not in _BEHIND_PARTICIPLE:
            continue
        if before.text not in {",", "-"} and (before.tag_ not in NOUNS or token.dep_ not in {"acl", "acl:relcl"}):
            continue
        phrase = named_before(told, noun_before(doc, first))
        if phrase is None or (before.text not in {",", "-"} and _is_some_or_result(doc, phrase, token)):
            continue
        parted = _opens_clause(doc, phrase[0]) or not _is_beside_verb(doc, token) or _is_governed(doc, phrase[0])
        parted = parted or _is_found_sum(doc, phrase[0]) or _tells_of_clause(doc, phrase)
        if parted or (phrase[1] < first - 1 and is_verb_of_row(doc, token)):
            continue
        end = phrase_end(doc, first)
        if end - first >= 3:
            done = _been(doc, was(doc, phrase), first, end)
            yield Piece([*stretch(*phrase), *done, *stretch(first, end)], "participle")


def _tells_of_clause(doc: Doc, phrase: tuple[int, int]) -> bool:
    """Whether a noun behind a comma says what all that was told before is: `may leave, | a rule written in May`."""
    opened = phrase[0] > 0 and doc[phrase[0] - 1].text == "," and doc[phrase[0]].lower_ in {"a", "an"}
    if not opened or any(t.tag_ == "NNP" for t in doc[slice(*phrase)]):
        return False
    return doc[phrase[1] - 1].lower_ in _CLAUSAL


_CLAUSAL = frozenset({
    "rule", "move", "step", "decision", "claim", "charge", "figure", "condition", "policy", "right", "measure", "ban",
    "idea", "demand", "promise", "pledge", "view", "change", "practice", "result", "accusation", "allegation", "plan",
    "proposal", "deal", "clause", "requirement", "exception", "number", "sum", "total", "level", "loss", "rise", "fall",
})  # fmt: skip
"""What a clause may be called that tells of it: alone it does not say which."""


def _been(doc: Doc, done: list[Word], first: int, end: int) -> list[Word]:
    """`has been`, `have been` or `had been` in the place of `was` before what has lasted `since 2022`."""
    since = next((t for t in doc[first:end] if t.lower_ == "since" and t.dep_ == "case"), None)
    if since is None or not (since.head.tag_ == "CD" or since.head.text in MONTHS):
        return done
    past = any(t.tag_ == "VBD" for t in doc if is_finite(t))
    return ["had" if past else "has" if done == ["was"] else "have", "been"]


_BRINGING_ABOUT = frozenset({"order", "leave", "keep", "have", "get", "want", "make", "declare", "consider", "hold"})
"""Verbs that may say what becomes of their object: `ordered two of the berths at the port | shut`."""


def _is_result(doc: Doc, first: int, participle: Token) -> bool:
    """Whether a verb before says that its object comes to be so: `ordered the pumps | shut on 3 May`."""
    verb = next((t for t in reversed(doc[:first]) if t.tag_.startswith("VB") or t.text in {",", ";"}), None)
    made = verb is not None and lemma_of(verb.lower_) in _BRINGING_ABOUT
    return made and not any(c.dep_ == "obl:agent" for c in participle.children)


def _is_some_or_result(doc: Doc, phrase: tuple[int, int], participle: Token) -> bool:
    """Whether no verb goes with the noun, or it is counted: `12 people affected by it` may be some of many."""
    counted = any(t.tag_ == "CD" for t in doc[slice(*phrase)])
    return counted or not _has_verb(doc, participle.i) or _is_result(doc, phrase[0], participle)


def _is_found_sum(doc: Doc, first: int) -> bool:
    """Whether a number opens the phrase behind a verb that says where it is: `found | 12 tons, packed in`."""
    return first > 0 and doc[first].tag_ == "CD" and is_finite(doc[first - 1])


def _is_governed(doc: Doc, first: int) -> bool:
    """Whether a preposition stands before the phrase, so that the participle may go with what stands before that.

    `An agreement with Peru, signed in May`; `a truce between Peru and the rebels, brokered by Chad`.
    """
    return first > 0 and doc[first - 1].tag_ in {"IN", "CC"}


def _opens_clause(doc: Doc, first: int) -> bool:
    """Whether a clause begins with the phrase: one with `whose`, or behind `that` or `whether`."""
    behind = first > 0 and doc[first - 1].lower_ in {"that", "whether", "if", "whose"}
    return behind or doc[first].lower_ == "whose"


def _is_beside_verb(doc: Doc, participle: Token) -> bool:
    """Whether the participle is none of the sentence's own verb, in a past that looks the same, and has no object."""
    if participle.dep_ == "ROOT" or any(c.dep_ in {"obj", "ccomp"} and c.i > participle.i for c in participle.children):
        return False
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    return root is not None and (is_finite(root) or any(is_finite(c) for c in root.children))


def _has_verb(doc: Doc, participle: int) -> bool:
    """Whether the noun of a participle has a verb of its own: before it, or behind before the clause is over."""
    if any(is_finite(t) for t in doc[:participle]):
        return True
    for token in doc[participle + 1 :]:
        if token.text in {",", ";", ":"}:
            return False
        if is_finite(token):
            return True
    return False


def _front_participle(doc: Doc) -> Iterator[Piece]:
    comma = next((t.i for t in doc if t.text == "," and parts(t)), None)
    subject = next((t for t in doc if t.dep_ in EVERY_SUBJECT and comma is not None and t.i > comma), None)
    if comma is None or subject is None or subject.left_edge.i <= comma or subject.tag_ in {"WP", "WDT"}:
        return
    last = subject.i + 1
    yield Piece([*stretch(comma + 1, last), *was(doc, (comma + 1, last)), *stretch(0, comma)], "front participle")
