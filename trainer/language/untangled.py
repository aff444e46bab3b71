"""A parse without what contradicts itself: subjects tagged as verbs, auxiliaries with a subject of their own."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from trainer.language.tags import NOUNS, SUBJECTS
from trainer.language.trees import Tree

_VERBAL = frozenset({"VBN", "VBG", "VB", "VBD"})
_HAVING = frozenset({"had", "has", "have"})


def untangled(doc: Doc) -> Doc:
    """The parse with each contradiction settled; the same doc where there is none."""
    tree = Tree.of(doc)
    for token in doc:
        if token.tag_ == "VBD" and _is_beside_with(token):
            tree.tags[token.i] = "VBN"
        if token.dep_ in SUBJECTS and token.tag_ != "PRP":
            _settle(tree, token)
    return tree.over(doc)


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
