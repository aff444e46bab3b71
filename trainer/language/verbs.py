"""Verb groups: what tense and voice a sentence used, and the same verb in a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lemminflect import getInflection, getLemma
from spacy.tokens import Token


class Tense(StrEnum):
    """When the sentence says it was so, seen from the day it was written."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    FUTURE = "future"


KEPT_ADVERBS = frozenset({"reportedly", "allegedly", "first", "last", "unanimously", "formally", "publicly"})
"""Adverbs that a question must keep."""

_DROPPED_BEFORE = frozenset(
    {"also", "all", "both", "each", "then", "currently", "now", "already", "still", "recently", "since"}
)
_MODALS = frozenset({"could", "would", "may", "might", "should", "must", "can", "shall", "ought"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "hardly", "barely", "rarely", "neither", "nor"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what its auxiliaries say."""

    lemma: str
    """The dictionary form; `be` for a copula."""
    tense: Tense
    """Read from the auxiliaries."""
    passive: bool = False
    """Whether the subject is the one it was done to."""
    progressive: bool = False
    """`is pushing`."""
    particle: str = ""
    """`out` of `carry out`."""
    adverb: str = ""
    """A hedge that stands before the verb: `reportedly`."""
    also: bool = False
    """Whether the sentence adds this to something said before."""

    def finite(self, *, plural: bool) -> str:
        """The whole group behind its subject, told from later on: `had demanded`, `was due to hold`, `were killed`."""
        first, rest = self.split(plural=plural)
        if first == "did":
            return " ".join(part for part in (self.adverb, inflect(self.lemma, "VBD"), self.particle) if part)
        return f"{first} {rest}".strip()

    def split(self, *, plural: bool) -> tuple[str, str]:
        """The auxiliary that goes before the subject of a question, and what stays behind it."""
        first, rest = self._parts("were" if plural else "was")
        return first, " ".join(part for part in (self.adverb, *rest, self.particle) if part)

    def _parts(self, was: str) -> tuple[str, list[str]]:
        copula, done = self.lemma == "be", inflect(self.lemma, "VBN")
        if self.tense is Tense.FUTURE:
            return was, ["due to", *(["be", done] if self.passive else [self.lemma])]
        if self.tense is Tense.PERFECT:
            if self.progressive:
                return "had", ["been", inflect(self.lemma, "VBG")]
            return "had", ["been", done] if self.passive else [done]
        if self.progressive:
            return was, [*(["being"] if self.passive else []), done if self.passive else inflect(self.lemma, "VBG")]
        if copula:
            return was, []
        return (was, [done]) if self.passive else ("did", [self.lemma])


def inflect(lemma: str, tag: str) -> str:
    """The form of a verb under a Penn tag; the lemma itself where none is known."""
    if lemma == "be":
        return {"VBN": "been", "VBG": "being"}.get(tag, "be")
    forms = getInflection(lemma, tag=tag)
    return str(forms[0]) if forms else lemma


def verb_group(predicate: Token) -> VerbGroup | None:
    """What the predicate and its auxiliaries say; None if they are modal, negated, hedged or no finite clause."""
    copula = next((child for child in predicate.children if child.dep_ == "cop"), None)
    verb = copula if copula is not None else predicate
    before = [c for c in predicate.children if c.i < predicate.i and c.dep_ in {"aux", "aux:pass", "advmod", "cop"}]
    words = {
        token.lower_
        for token in predicate.children
        if token.dep_ in {"aux", "advmod", "det", "neg", "cop", "cc:preconj"}
    }
    if words & (_MODALS | _NEGATIONS) or not _adverbs_are_plain(predicate):
        return None
    auxiliaries = [token.lower_ for token in before if token.dep_ in {"aux", "aux:pass"}]
    tense = _tense(verb, auxiliaries)
    if tense is None:
        return None
    passive = any(c.dep_ == "aux:pass" for c in predicate.children) or (
        copula is None and _is_passive(predicate, auxiliaries)
    )
    particle = next((c.lower_ for c in predicate.children if c.dep_ == "compound:prt"), "")
    hedge = next((c.lower_ for c in predicate.children if c.lower_ in KEPT_ADVERBS), "")
    lemma = "be" if copula is not None else _lemma(verb)
    return VerbGroup(lemma, tense, passive, verb.tag_ == "VBG" and bool(auxiliaries), particle, hedge,
                     also="also" in words)  # fmt: skip


def _adverbs_are_plain(predicate: Token) -> bool:
    """Whether each adverb before the predicate may be left out, or is a hedge that we keep."""
    adverbs = [c for c in predicate.children if c.dep_ == "advmod" and c.i < predicate.i and c.head == predicate]
    return all(
        a.lower_
        in _DROPPED_BEFORE
        | KEPT_ADVERBS
        | {"when", "where", "moreover", "meanwhile", "nevertheless", "separately", "however", "therefore"}
        for a in adverbs
    )


def _tense(verb: Token, auxiliaries: list[str]) -> Tense | None:
    if "will" in auxiliaries or "'ll" in auxiliaries:
        return Tense.FUTURE if "have" not in auxiliaries else None
    if {"have", "has", "'ve"} & set(auxiliaries):
        return Tense.PERFECT
    if "had" in auxiliaries or "to" in auxiliaries:
        return Tense.PERFECT if "had" in auxiliaries else None
    if {"was", "were", "did"} & set(auxiliaries) or verb.tag_ == "VBD":
        return Tense.PAST
    if {"is", "are", "'s", "do", "does"} & set(auxiliaries) or verb.tag_ in {"VBZ", "VBP"}:
        return Tense.PRESENT
    return None


def _is_passive(predicate: Token, auxiliaries: list[str]) -> bool:
    return predicate.tag_ == "VBN" and bool({"was", "were", "is", "are", "been", "be"} & set(auxiliaries))


def _lemma(verb: Token) -> str:
    forms = getLemma(verb.lower_, upos="VERB")
    return str(forms[0]) if forms else verb.lemma_.lower() or verb.lower_
