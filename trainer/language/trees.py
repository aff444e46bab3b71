"""The same words with another tree."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trainer.language.lexicon import lemmas_as


@dataclass(frozen=True, slots=True)
class Tree:
    """A parse while it is changed."""

    heads: list[int]
    """For each token, the token that it depends on."""
    deps: list[str]
    """How."""
    tags: dict[int, str]
    """New tags, by token."""

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """The parse as it is."""
        return cls([t.head.i for t in doc], [t.dep_ for t in doc], {})

    def hang(self, token: Token, head: Token, dep: str) -> None:
        """Hangs a token from another."""
        self.heads[token.i], self.deps[token.i] = head.i, dep

    def over(self, doc: Doc) -> Doc:
        """The words with this tree; the same doc where nothing changed."""
        changed = self.tags or self.heads != [t.head.i for t in doc]
        return rebuilt(doc, self.heads, self.deps, self.tags) if changed else doc


def rebuilt(doc: Doc, heads: list[int], deps: list[str], tags: dict[int, str]) -> Doc:
    """The same words with another tree; one that is no tree leaves the parse as it was."""
    if not is_tree(heads):
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
    return {"VB": "VERB", "NN": "NOUN", "IN": "SCONJ", "DT": "DET"}.get(tag[:2], token.pos_)


def _lemma(token: Token) -> str:
    return str(next(iter(lemmas_as(token.lower_, "VERB")), token.lemma_))


def is_tree(heads: list[int]) -> bool:
    """Whether every word leads up to the one word that is its own head."""
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return sum(head == n for n, head in enumerate(heads)) == 1
