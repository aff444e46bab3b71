"""A parse in which words that go together hang together: hedges, kinds before names, clauses behind `with`."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from trainer.language import gazetteer
from trainer.language.person_nouns import PERSONS
from trainer.language.trees import Tree

_REACHING = frozenset({
    "add", "climb", "come", "face", "go", "grow", "jump", "live", "move", "own", "rise", "stand", "sum", "wake",
})  # fmt: skip
"""Verbs of which an `up` right behind them is part: `stood up to 300 rebels`."""
_NAMING = frozenset({"brand", "call", "christen", "dub", "label", "name", "rename"})
"""Verbs behind which a name is what the noun before it is to be called."""
_COUNTING = frozenset({"nummod", "compound"})


def regrouped(doc: Doc) -> Doc:
    """The parse with such words put together; the same doc where all of them are."""
    tree = Tree.of(doc)
    for token in doc:
        if token.lower_ == "up" and token.dep_ == "compound:prt":
            _hedge(tree, token)
        elif token.lower_ == "with" and token.dep_ == "case":
            _with_clause(tree, token)
        elif token.lower_ == "of" and token.dep_ == "case":
            _distance(tree, token)
        elif token.lower_ == "that" and token.dep_ == "mark":
            _point(tree, token)
        elif token.dep_ == "appos" and token.tag_ in {"NNP", "NNPS"}:
            _name(tree, token)
        elif token.tag_ == "VBN" and token.dep_ in {"parataxis", "ROOT", "advcl"}:
            _past(tree, token)
    return tree.over(doc)


def _hedge(tree: Tree, up: Token) -> None:
    """`lost | up to 300 tanks`: an `up` that goes with the number of what the verb has for its object."""
    behind = up.doc[up.i + 1 : up.i + 3]
    if len(behind) < 2 or behind[0].lower_ != "to" or up.head.lemma_.lower() in _REACHING:
        return
    number = counted = behind[1]
    while counted.dep_ in _COUNTING and counted.head.i > counted.i:
        counted = counted.head
    if number.tag_ in {"CD", "$"} and counted.dep_ == "obj" and counted.head == up.head:
        tree.hang(up, number, "advmod")
        tree.hang(behind[0], up, "fixed")


def _distance(tree: Tree, of: Token) -> None:
    """`within 12 km | of the dam`: from where a distance is counted goes with the distance, not with the verb."""
    unit, place = of.nbor(-1) if of.i > 1 else of, of.head
    counted = of.i > 1 and unit.nbor(-1).tag_ == "CD" and unit.tag_ in {"NN", "NNS"}
    if counted and place.dep_ == "obl" and place.head == unit.head and place.left_edge == of:
        tree.hang(place, unit, "nmod")


def _past(tree: Tree, verb: Token) -> None:
    """`the World Bank | projected that ...`: a past that looks like a participle, with a subject and no auxiliary."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubj:pass"} and c.i < verb.i), None)
    alone = subject is not None and not any(c.dep_.startswith(("aux", "cop", "mark", "case")) for c in verb.children)
    told = any(c.dep_ in {"obj", "ccomp", "xcomp"} and c.i > verb.i for c in verb.children)
    if alone and told and subject is not None:
        tree.tags[verb.i] = "VBD"
        tree.deps[subject.i] = "nsubj"


def _with_clause(tree: Tree, preposition: Token) -> None:
    """`adopted it, with Kenya, Uganda and Spain | abstaining`: nouns behind `with` of which a participle tells."""
    noun = preposition.head
    end = noun.right_edge.i + 1
    if not preposition.i or preposition.nbor(-1).text != "," or noun.i < preposition.i or end >= len(noun.doc):
        return
    participle = noun.doc[end]
    told = participle.tag_ == "VBG" and participle.dep_ == "advcl" and participle.head.i < preposition.i
    if told and not any(c.dep_.startswith("nsubj") for c in participle.children):
        tree.hang(noun, participle, "nsubj")
        tree.hang(preposition, participle, "mark")


def _point(tree: Tree, that: Token) -> None:
    """`To the juntas, | that success matters`: a `that` which opens no clause, for its verb is that of the sentence."""
    verb = that.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ == "ROOT" and subject is not None and subject.tag_ == "NN" and subject.left_edge.i == that.i + 1:
        tree.hang(that, subject, "det")
        tree.tags[that.i] = "DT"


def _name(tree: Tree, name: Token) -> None:
    """`the ship | Rubymar`: a noun right before a name is part of the name's phrase, as in `the Rubymar`."""
    noun = name.head
    beside = noun.tag_ == "NN" and name.left_edge.i == noun.i + 1 and name.left_edge.text[:1].isupper()
    person = name.ent_type_ == "PERSON" or noun.lower_ in PERSONS | gazetteer.words("office_heads")
    if not beside or person or noun.head.lemma_.lower() in _NAMING:
        return
    above, dep = tree.heads[noun.i], tree.deps[noun.i]
    for own, head in enumerate(tree.heads):
        if head == noun.i:
            tree.heads[own] = name.i
    tree.heads[name.i], tree.deps[name.i] = name.i if above == noun.i else above, dep
    tree.hang(noun, name, "compound")
