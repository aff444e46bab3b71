"""Sentences whose subject is told by a participle that looks like a past: `the Fund agreed in May expires in June`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from trainer.facts.masks import NAME_MASKS
from trainer.facts.statement import SPEAKING
from trainer.facts.syntax import JOINING, is_finite, stretch, was
from trainer.facts.telling import Piece
from trainer.language.tags import EVERY_SUBJECT, FINITE
from trainer.language.verbs import lemma_of

_OPENING = (JOINING - {"because", "as"}) | {"that", "which", "who", "whose", "whether", "what", "if", "or", "but"}


def own_verb(doc: Doc) -> Token | None:
    """The verb of a sentence whose first past is a participle of the subject, with nothing it is done to; or None."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or not _may_be_participle(root):
        return None
    for token in doc[root.i + 1 :]:
        if token.lower_ in _OPENING or token.tag_.startswith("PRP") or token.text in {",", ";", ":", "-", "(", '"'}:
            return None
        if token.lower_ == "because" and token.nbor().lower_ != "of":
            return None
        if token.lower_ == "and" and token.nbor().tag_ not in {"VBN", "VBD"}:
            return None
        if token.tag_ in FINITE and is_finite(token) and token.nbor(-1).lower_ != "and":
            return token if token.tag_ != "VBD" or token.lower_ in {"was", "were", "had"} else None
    return None


def _may_be_participle(root: Token) -> bool:
    """Whether a past right behind its subject, before a preposition, has no object, and is no word of saying."""
    behind = root.nbor() if root.i + 1 < len(root.doc) else root
    bare = not any(c.dep_ in {"obj", "ccomp", "xcomp", "aux", "cop", "compound:prt"} for c in root.children)
    subject = next((c for c in root.children if c.dep_ in EVERY_SUBJECT and c.right_edge.i == root.i - 1), None)
    done = root.tag_ == "VBD" and root.lower_.endswith("ed") and lemma_of(root.lower_) not in SPEAKING
    return done and bare and subject is not None and behind.tag_ == "IN"


def reduced(doc: Doc) -> Iterator[Piece]:
    """What the participles tell of a named subject, each on its own, and what its own verb tells."""
    verb, root = own_verb(doc), next((t for t in doc if t.dep_ == "ROOT"), None)
    if verb is None or root is None or not any(t.text in NAME_MASKS for t in doc[: root.i]):
        return
    subject = stretch(0, root.i)
    starts = [root.i, *(t.i + 1 for t in doc[root.i : verb.i] if t.lower_ == "and")]
    ends = [*(start - 1 for start in starts[1:]), verb.i]
    for start, end in zip(starts, ends, strict=True):
        yield Piece([*subject, *was(doc, (0, root.i)), *stretch(start, end)], "participle")
    yield Piece([*subject, *stretch(verb.i, len(doc) - (doc[-1].text == "."))], "core")
