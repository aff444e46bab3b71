"""Nouns that stand without the owner that an earlier sentence names: `output`, `officials`."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.definite import owner
from trainer.language.earlier import sure_owner
from trainer.language.stretch import Stretch
from trainer.language.untied import Change

INSIDE = frozenset({"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD", "NN", "NNP", "VBN"})
"""Tags of words that leave no room for an article behind them."""
_CLOSED = INSIDE - {"JJ", "NN", "NNP", "VBN"}
"""Those that leave no room for an owner before them."""


def owned(stretch: Stretch, noun: Token) -> list[Change]:
    """What to put before a noun without article: whose it is, where an earlier sentence surely tells."""
    bare = noun.tag_ in {"NN", "NNS"} and not any(c.dep_ == "det" for c in noun.children)
    whose = sure_owner(stretch.reading.mentions, stretch.number, noun) if bare else None
    first = noun.doc[noun.left_edge.i]
    closed = first.dep_ in {"case", "nummod"} or first.tag_ in _CLOSED
    if whose is None or closed or _is_placed(stretch, noun) or stretch.holds(whose, noun.idx):
        return []
    opens = first.i == 0 and first.text[1:].islower() and stretch.at(first) is None
    written = first.lower_ if opens else first.text
    return [(first.idx, first.idx + len(first), f"{owner(whose.said)} {written}")]


def _is_placed(stretch: Stretch, noun: Token) -> bool:
    """Whether words in the stretch say of what or whose it is."""
    return any(
        (c.dep_ in {"nmod", "nmod:poss", "acl", "acl:relcl"} and stretch.has(c))
        or stretch.at(c) is not None
        for c in noun.children
    )  # fmt: skip
