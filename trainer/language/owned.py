"""Nouns that stand without the owner that an earlier sentence names: `output`, `officials`."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.definite import owner
from trainer.language.definites import OWNERS
from trainer.language.earlier import CERTAIN, LEANS, owners, told_of
from trainer.language.stretch import Stretch

INSIDE = frozenset({"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD", "NN", "NNP", "VBN"})
"""Tags of words that leave no room for an article behind them."""
_CLOSED = INSIDE - {"JJ", "NN", "NNP", "VBN"}
"""Those that leave no room for an owner before them."""


def owned(stretch: Stretch, noun: Token) -> list[tuple[int, int, str]]:
    """A noun without article, with whose it is where an earlier sentence surely tells: `output`, `officials`."""
    index = stretch.reading.mentions
    told = told_of(index, stretch.number, noun)
    bare = noun.tag_ in {"NN", "NNS"} and not any(c.dep_ == "det" for c in noun.children)
    if told is None or not bare or told.leaning < LEANS or _is_placed(stretch, noun):
        return []
    found = owners(index, stretch.number, noun)
    whose = found[0].entity if found and found[0].share >= CERTAIN else None
    first = noun.doc[noun.left_edge.i]
    if whose is None or whose.sort not in OWNERS or first.dep_ in {"case", "nummod"} or first.tag_ in _CLOSED:
        return []
    return [] if stretch.holds(whose, noun.idx) else [(first.idx, first.idx, f"{owner(whose.said)} ")]


def _is_placed(stretch: Stretch, noun: Token) -> bool:
    """Whether words in the stretch say of what or whose it is."""
    return any(
        (c.dep_ in {"nmod", "nmod:poss", "acl", "acl:relcl"} and stretch.has(c))
        or stretch.at(c) is not None
        for c in noun.children
    )  # fmt: skip
