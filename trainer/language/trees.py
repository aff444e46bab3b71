"""The same words with another tree."""

from __future__ import annotations

from lemminflect import getLemma
from spacy.tokens import Doc, Token


def rebuilt(doc: Doc, heads: list[int], deps: list[str], tags: dict[int, str]) -> Doc:
    """The same words with another tree; one that is no tree leaves the parse as it was."""
    if not _is_tree(heads):
        return doc
    return Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc],
        tags=[tags.get(t.i, t.tag_) for t in doc], pos=[_part(tags.get(t.i, ""), t) for t in doc],
        morphs=[str(t.morph) for t in doc],
        lemmas=[_lemma(t) if tags.get(t.i, "").startswith("VB") else t.lemma_ for t in doc],
        heads=heads, deps=deps,
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc], user_data=dict(doc.user_data),
    )  # fmt: skip


def _part(tag: str, token: Token) -> str:
    """The part of speech of a new tag; that of the word, if it keeps its own."""
    return {"VB": "VERB", "NN": "NOUN", "IN": "SCONJ"}.get(tag[:2], token.pos_)


def _lemma(token: Token) -> str:
    return str(next(iter(getLemma(token.lower_, upos="VERB")), token.lemma_))


def _is_tree(heads: list[int]) -> bool:
    """Whether every word leads up to the one word that is its own head."""
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return sum(head == n for n, head in enumerate(heads)) == 1
