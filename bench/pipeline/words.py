"""Copies of parsed sentences with the verbs and nouns of briefs in the place of their own."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from lemminflect import getInflection
from spacy.tokens import Doc, Token

SHARE = 0.35
"""Of the words that could be exchanged, so many are."""

_VERB_TAGS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
_TAKING = {"obj", "nsubj:pass", "aux:pass"}
_PERSONAL = re.compile(r"\b(?:I|you|my|your|me)\b", re.IGNORECASE)


@cache
def _lists() -> dict[str, list[str]]:
    text = (Path(__file__).parent / "words.toml").read_text(encoding="utf-8")
    return {name: words.split() for name, words in tomllib.loads(text).items()}


def edited(doc: Doc) -> bool:
    """Whether the sentence is one that an editor might have let pass: begun, ended, long enough, of nobody's I."""
    text = doc.text.strip()
    return len(doc) >= 8 and text[:1].isupper() and text[-1:] in {".", '"'} and not _PERSONAL.search(text)


def with_other_words(docs: Iterable[Doc], seed: int) -> Iterator[Doc]:
    """A copy of each edited sentence in which something could be exchanged; its tree stays as it is."""
    rng = random.Random(seed)  # noqa: S311 - augmentation, not secrets
    for doc in docs:
        if edited(doc):
            words = [_other(token, rng) for token in doc]
            if words != [token.text for token in doc]:
                yield _copied(doc, words)


def _other(token: Token, rng: random.Random) -> str:
    """Another word of the same form for a verb or a common noun, now and then; else the word itself."""
    name = _list_of(token)
    if not name or rng.random() > SHARE:
        return token.text
    forms = getInflection(rng.choice(_lists()[name]), tag=token.tag_)
    if not forms:
        return token.text
    return forms[0].capitalize() if token.text[:1].isupper() else forms[0]


def _list_of(token: Token) -> str:
    """Which list a word's stand-in comes from; none for auxiliaries, names and what is part of a compound."""
    if token.pos_ == "VERB" and token.tag_ in _VERB_TAGS and "'" not in token.text:
        children = {child.dep_ for child in token.children}
        if children & {"xcomp", "ccomp", "compound:prt", "iobj"}:
            return ""
        return "transitive" if children & _TAKING or (token.tag_, token.dep_) == ("VBN", "acl") else "intransitive"
    near = token.nbor(-1).text if token.i else ""
    return "nouns" if token.pos_ == "NOUN" and token.tag_ in {"NN", "NNS"} and near not in {"a", "an", "-"} else ""


def _copied(doc: Doc, words: list[str]) -> Doc:
    return Doc(
        doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc], tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc], heads=[t.head.i for t in doc], deps=[t.dep_ for t in doc],
    )  # fmt: skip
