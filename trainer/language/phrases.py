"""The words that head phrases, as which a text speaks of things."""

from __future__ import annotations

from spacy.tokens import Span, Token

_PARTS = frozenset({"det", "cc", "compound", "flat", "fixed", "goeswith", "nummod", "amod", "expl"})
"""What a word is to the word that heads its phrase."""
_PRONOUNS = frozenset({"PRP", "PRP$", "DT", "CD", "NN"})
"""Tags of the pronouns that speak of things; a relative one does so for the noun before it."""
_ALONE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod"})
"""Where an adjective stands for the noun that it lacks."""


def heads_phrase(token: Token) -> bool:
    """Whether a word heads a phrase, or joins two: `and` stands for both of what it joins."""
    dep = token.dep_.lower()
    if dep == "cc":
        joined = token.head
        return joined.dep_ == "conj" and heads_phrase(joined.head)
    if token.tag_ == "PRP$":
        return True
    if token.pos_ == "PRON":
        return token.tag_ in _PRONOUNS and (dep == "expl" or dep.split(":")[0] not in _PARTS)
    if token.pos_ in {"NOUN", "PROPN", "NUM", "DET", "SYM"}:
        return dep.split(":")[0] not in _PARTS
    return token.pos_ == "ADJ" and dep in _ALONE


def head_of(span: Span) -> Token:
    """The word that heads a phrase; of two that are joined what joins them."""
    inside = [token for token in span if not span.start <= token.head.i < span.end or token.head == token]
    root = next((token for token in inside if heads_phrase(token)), inside[0])
    joining = [t for c in root.conjuncts if span.start <= c.i < span.end for t in c.children if t.dep_ == "cc"]
    return next((t for t in joining if span.start <= t.i < span.end and t.lower_ in {"and", "or", "&"}), root)
