"""A parse in which a sentence has its verb: where the tagger took a past for a participle or the parser hung it up.

`Its shares | fell by 12 percent` and `The mandate | runs for a year` come without a finite verb, and `Kim, in office
since 2012, | announced it` with the name on top. A sentence of a brief has a verb, so the one word that can be it is
taken for it; two such words leave the parse as it is.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from trainer.language.lexicon import inflections, lemmas_as
from trainer.language.regrouped import regrouped
from trainer.language.tags import FINITE, NOUNS
from trainer.language.trees import rebuilt
from trainer.language.untangled import untangled

_CLOSES = NOUNS | {"PRP", "CD", "-RRB-", ","}
"""Tags of what can stand right before the verb of a sentence."""
_HUNG = frozenset({"parataxis", "acl", "appos"})
_OPENERS = frozenset({"WDT", "WP", "WP$", "WRB"})
_LEAST = 5
"""Tokens below which a text without a verb may be a heading."""
_SINGULAR = frozenset({"NN", "NNP"})


def mended(doc: Doc) -> Doc:
    """The parse without what contradicts itself, and with a verb at its head, if one word alone can be that verb."""
    return _with_verb(regrouped(untangled(doc)))


def _with_verb(doc: Doc) -> Doc:
    """The parse with a verb at its head, if one word alone can be that verb; else as it is."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or len(doc) < _LEAST or doc[-1].text != ".":
        return doc
    if any(_is_finite(t) for t in doc):
        left = _behind_relative(doc, root)
        if left is not None:
            return _led(doc, root, left, "VBD")
        hung = _hung_verb(root)
        return _led(doc, root, hung, hung.tag_) if hung is not None else _behind_semicolon(doc, root)
    found = [(t, tag) for t in doc[1:-1] if (tag := _tag_as_verb(t))]
    return _led(doc, root, *found[0]) if len(found) == 1 and not _is_front(doc, found[0][0]) else doc


def _behind_relative(doc: Doc, root: Token) -> Token | None:
    """`Kim, who had joined it in 2022, | left in May`: the verb, where only the relative clause has a finite one."""
    finite = [t for t in doc if _is_finite(t)]
    if root.tag_ not in NOUNS or not all(_is_in_relative(t) for t in finite):
        return None
    found = [t for t in doc[finite[-1].i + 1 : -1] if t.nbor(-1).text == "," and _tag_as_verb(t)]
    return found[0] if len(found) == 1 else None


def _is_in_relative(verb: Token) -> bool:
    """Whether a relative pronoun stands right before the verb."""
    return any(t.tag_ in _OPENERS for t in verb.doc[max(0, verb.i - 3) : verb.i])


def _behind_semicolon(doc: Doc, root: Token) -> Doc:
    """`The Storting debated it; the parliament | voted against it`: the verb that the second clause lacks."""
    mark = next((t for t in reversed(list(doc)) if t.text == ";"), None)
    if mark is None or mark.i < root.i or any(_is_finite(t) for t in doc[mark.i :]):
        return doc
    found = [(t, tag) for t in doc[mark.i + 2 : -1] if (tag := _tag_as_verb(t))]
    top = next((t for t in doc[mark.i + 1 :] if t.head.i < mark.i), None)
    fits = len(found) == 1 and top is not None and top.tag_ in NOUNS
    return _led(doc, top, *found[0], above=root.i) if fits and top is not None else doc


def _is_finite(token: Token) -> bool:
    """Whether a word carries tense by its tag, or has a subject and is not what was asked for: `that it | leave`."""
    subject = any(c.dep_ in {"nsubj", "nsubj:pass", "expl"} for c in token.children)
    demanded = token.tag_ == "VB" and any(c.lower_ == "that" and c.dep_ == "mark" for c in token.children)
    return token.tag_ in FINITE or (token.tag_[:2] == "VB" and subject and not demanded)


def _is_front(doc: Doc, verb: Token) -> bool:
    """Whether nothing but a phrase with a preposition or a participle stands before the verb."""
    return doc[0].tag_ in {"IN", "VBG", "VBN", "TO", "RB", "CC"} and not any(t.text == "," for t in doc[: verb.i])


def _tag_as_verb(token: Token) -> str:
    """The tag that the word has if it is the verb of its sentence; empty if it cannot be."""
    before, after = token.nbor(-1), token.nbor(1)
    if before.tag_ not in _CLOSES or token.text[:1].isupper():
        return ""
    agent = after.lower_ == "by" and not (token.i + 2 < len(token.doc) and token.nbor(2).tag_ == "CD")
    if token.tag_ == "VBN":
        return "VBD" if _is_past(token.lower_) and not agent and not _is_attribute(token) else ""
    if token.tag_ == "NNS" and before.tag_ in _SINGULAR and after.tag_ in {"IN", "DT", "TO", "PRP$", "RB", "JJ", "NN"}:
        return "VBZ" if _is_third_person(token.lower_) and not _has_past(token) else ""
    return ""


def _has_past(token: Token) -> bool:
    """Whether a word before it may be the past that the sentence has for its verb: `relaxed driving-hour | limits`."""
    return any(t.tag_ in {"VBN", "JJ", "VB"} and _is_past(t.lower_) for t in token.doc[: token.i])


def _is_attribute(participle: Token) -> bool:
    """`weapons seized | in May`: a participle behind a plain plural object, or one that a comma sets apart."""
    return participle.nbor(-1).text == "," and participle.dep_ == "amod"


@lru_cache(maxsize=4096)
def _is_past(word: str) -> bool:
    return any(word in inflections(lemma, "VBD") for lemma in lemmas_as(word, "VERB"))


@lru_cache(maxsize=4096)
def _is_third_person(word: str) -> bool:
    return any(word in inflections(lemma, "VBZ") and lemma != word for lemma in lemmas_as(word, "VERB", guess=False))


def _hung_verb(root: Token) -> Token | None:
    """The one finite verb that hangs from a noun at the head of the sentence as if it only told more of it."""
    if root.tag_ not in NOUNS or any(c.dep_ in {"cop", "nsubj", "nsubj:pass"} for c in root.children):
        return None
    found = [
        t for t in root.children
        if t.i > root.i and t.dep_ in _HUNG and t.tag_[:2] == "VB" and t.tag_ != "VBG" and _carries_tense(t)
        and not any(c.dep_ in {"nsubj", "nsubj:pass", "mark", "expl"} or c.tag_ in _OPENERS for c in t.children)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _carries_tense(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_.startswith("aux") for c in verb.children)


def _led(doc: Doc, root: Token, verb: Token, tag: str, above: int = -1) -> Doc:
    """The parse with this verb on top, the noun before it as its subject, and what follows it as its own.

    `above` is the verb of the clause before, if it is the verb of a second one.
    """
    subject = root if root != verb else verb.nbor(-1)
    if subject.i > verb.i:
        return doc
    heads, deps = [t.head.i for t in doc], [t.dep_ for t in doc]
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    heads[verb.i], deps[verb.i] = (verb.i, "ROOT") if above < 0 else (above, "parataxis")
    heads[subject.i], deps[subject.i] = verb.i, "nsubj:pass" if passive else "nsubj"
    for token in doc:
        if token.i in {verb.i, subject.i}:
            continue
        if root == verb and token.head == verb and token.i < subject.i:
            heads[token.i] = subject.i
        elif token.head == subject and token.i > verb.i:
            heads[token.i], deps[token.i] = verb.i, _as_argument(token)
        elif token.text == "." and token.i == len(doc) - 1 and above < 0:
            heads[token.i] = verb.i
    if verb.head.i > verb.i and verb.head != root and verb.dep_ == "amod":
        heads[verb.head.i], deps[verb.head.i] = verb.i, "obj"
    return rebuilt(doc, heads, deps, {verb.i: tag})


def _as_argument(token: Token) -> str:
    """What a noun's own becomes if a verb takes it over."""
    if token.dep_ in {"nmod", "nmod:unmarked", "appos", "acl"}:
        marked = any(c.dep_ == "case" for c in token.children)
        return {"nmod": "obl" if marked else "obj", "nmod:unmarked": "obl:unmarked", "acl": "advcl"}.get(
            token.dep_, "obl"
        )
    return token.dep_
