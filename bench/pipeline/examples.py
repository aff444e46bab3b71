"""Annotated sentences as numbers."""

from __future__ import annotations

from collections.abc import Iterable

from batches import Example, Labels
from sentences import LABELS
from spacy.tokens import Doc, Token

from trainer.transformer.wordpieces import WordPieces, shape

NAMES = ["O", *(f"{place}-{kind}" for kind in LABELS for place in "BI")]


def labels_of(docs: Iterable[Doc]) -> Labels:
    """All that is said in parsed sentences."""
    tokens = [token for doc in docs for token in doc]
    relations = {_relation(token) for token in tokens}
    return Labels(sorted({t.tag_ for t in tokens}), sorted({t.pos_ for t in tokens}), sorted(relations), NAMES)


def example(doc: Doc, pieces: WordPieces, labels: Labels) -> Example:
    """A sentence as numbers, with as much as is annotated."""
    words = [token.text for token in doc]
    plain = Example([pieces.of(word) for word in words], [shape(word) for word in words], [_name(t) for t in doc])
    if not doc.has_annotation("DEP"):
        return plain
    return Example(
        plain.pieces, plain.shapes, plain.names,
        [_number(labels.tags, token.tag_) for token in doc], [_number(labels.parts, token.pos_) for token in doc],
        [0 if token.head == token else token.head.i - doc[0].i + 1 for token in doc],
        [_number(labels.relations, _relation(token)) for token in doc],
    )  # fmt: skip


def _relation(token: Token) -> str:
    return "root" if token.head == token else token.dep_.lower()


def _name(token: Token) -> int:
    """The label of a word in a name span: -1 if it is unknown, 0 if it is in none of a kind that is learned."""
    if not token.ent_iob:
        return -1
    return NAMES.index(f"{token.ent_iob_}-{token.ent_type_}") if token.ent_type_ in LABELS else 0


def _number(names: list[str], name: str) -> int:
    return names.index(name) if name in names else -1
