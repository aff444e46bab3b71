"""A parse without what contradicts itself: subjects tagged as verbs, auxiliaries with a subject of their own."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from trainer.language.tags import NOUNS, SUBJECTS
from trainer.language.trees import Tree
from trainer.language.verbs import lemma_of

_VERBAL = frozenset({"VBN", "VBG", "VB", "VBD"})
_HAVING = frozenset({"had", "has", "have"})


def untangled(doc: Doc) -> Doc:
    """The parse with each contradiction settled; the same doc where there is none."""
    tree = Tree.of(doc)
    for token in doc:
        if token.tag_ == "VBD" and _is_beside_with(token):
            tree.tags[token.i] = "VBN"
        if token.lower_ == "pending" and token.dep_ == "amod" and token.i and token.nbor(-1).tag_ in _VERBAL:
            tree.tags[token.i], tree.deps[token.i] = "IN", "case"  # `was jailed | pending trial`
            tree.deps[token.head.i] = "obl"
        if token.dep_ in SUBJECTS and token.tag_ != "PRP":
            _settle(tree, token)
        if token.dep_ == "nmod" and (verb := _verb_above(token)) is not None:
            tree.heads[token.i], tree.deps[token.i] = verb.i, "obl"
    return tree.over(doc)


def _verb_above(phrase: Token) -> Token | None:
    """The verb that a phrase goes with, where the parse hangs it from the noun between them.

    `was convicted of bribery | in absentia`, `lifted its forecast | to 29% | from 27%`.
    """
    case = next((c for c in phrase.children if c.dep_ == "case"), phrase)
    noun = phrase.head
    while noun.dep_ in {"nmod", "conj"} and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ not in {"obj", "obl", "nsubj:pass"} or verb.tag_ not in _VERBAL | {"VBZ", "VBP"} or verb.i > phrase.i:
        return None
    adverbial = (case.lower_, phrase.lower_) in _ADVERBIALS
    level = lemma_of(verb.lower_) in _LEVELLING and case.lower_ in {"to", "from"} and _is_figure(phrase)
    return verb if adverbial or (level and (phrase.head.dep_ in {"obj", "obl"} or _is_figure(phrase.head))) else None


def _is_figure(token: Token) -> bool:
    return token.tag_ == "CD" or token.lower_ in {"12%", "millions"}


_ADVERBIALS = frozenset({
    ("in", "absentia"), ("in", "secret"), ("in", "person"), ("in", "advance"), ("in", "retaliation"), ("in", "vain"),
    ("at", "gunpoint"), ("in", "error"), ("by", "mistake"), ("on", "purpose"), ("in", "haste"),
})  # fmt: skip
"""A preposition and a noun that say how something was done, and nothing of the noun before them."""
_LEVELLING = frozenset({
    "lift", "raise", "cut", "lower", "trim", "reduce", "increase", "revise", "upgrade", "downgrade", "slash", "double",
})  # fmt: skip
"""Verbs that move a figure from one level to another."""


def _settle(tree: Tree, subject: Token) -> None:
    """Settles what is amiss with a subject and its verb."""
    if _is_compound(subject):
        noun = subject.head
        tree.deps[subject.i] = "compound"
        for own in subject.children:
            tree.heads[own.i] = noun.i
        return
    named = _named_before(subject)
    if named is not None:
        tree.heads[subject.i], tree.deps[subject.i] = named.i, "appos"
        return
    verb = _verb_of(tree, subject)
    before = subject.nbor(-1).lower_ if subject.i else ""
    if subject.tag_ in {"VBZ", "VBP"} and before == "that" and subject.i < verb.i:
        tree.tags[subject.i] = "NNS" if subject.lower_.endswith("s") else "NN"
    opener = _opener(subject)
    if opener is not None:
        tree.tags[opener.i], tree.heads[opener.i], tree.deps[opener.i] = "IN", verb.i, "mark"


def _is_compound(subject: Token) -> bool:
    """`the ransomware | attack was stopped`: a noun taken for the subject of the noun right behind it."""
    noun = subject.head
    beside = noun.i == subject.i + 1 and {subject.tag_, noun.tag_} <= {"NN", "NNS"}
    return beside and not any(c.dep_ == "cop" for c in noun.children)


def _named_before(subject: Token) -> Token | None:
    """`Kim, the former officer known as "Barbecue", | announced it`: of two subjects the first, if commas part them."""
    doc, verb = subject.doc, subject.head
    first = next((c for c in verb.children if c.dep_ == subject.dep_ and c.i < subject.i), None)
    mark = subject.left_edge.i - 1
    last = subject.right_edge.i + (doc[subject.right_edge.i].text != ",")
    if first is None or first.tag_ not in NOUNS or doc[mark].text != "," or last >= verb.i or doc[last].text != ",":
        return None
    return first if mark == first.right_edge.i + (doc[first.right_edge.i].text != ",") else None


def _verb_of(tree: Tree, subject: Token) -> Token:
    """The verb of a subject that hangs from the auxiliary: `that the UN | had so far failed them`."""
    verb = subject.head
    if not verb.dep_.startswith("aux") or verb.head.tag_ not in _VERBAL or subject.i > verb.i:
        return verb
    tree.heads[subject.i] = verb.head.i
    if verb.lower_ in _HAVING and verb.head.tag_ == "VBD":
        tree.tags[verb.head.i] = "VBN"
    return verb.head


def _opener(subject: Token) -> Token | None:
    """The `that` right before a subject, where the parse takes it for a subject too: `said that | the UN failed`."""
    first = subject.left_edge
    that = first if first.lower_ == "that" and first != subject else first.nbor(-1) if first.i else None
    return that if that is not None and that.lower_ == "that" and that.dep_ in SUBJECTS else None


def _is_beside_with(past: Token) -> bool:
    """`at a price of $13 billion, with debt | included`: a participle behind `with` and its noun."""
    noun = past.nbor(-1) if past.i >= 2 else past
    return noun.tag_ in {"NN", "NNS"} and past.i >= 2 and past.nbor(-2).lower_ in {"with", "without"}
