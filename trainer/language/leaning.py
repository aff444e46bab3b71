"""Whether a phrase speaks of what the text before has named, or needs nothing before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.annotator import LEANING
from trainer.language.earlier import told_of

if TYPE_CHECKING:
    from trainer.language.mentions import Mentions

FRESH = 0.0
"""Log odds below which a phrase is taken to need nothing before it."""


def stands(index: Mentions, k: int, noun: Token) -> bool:
    """Whether it rather names something for the first time, or what everybody knows: `the global financial crisis`.

    Told from the sentences before it, or, in a text that is none of the brief's lines, from its sentence alone; never
    where another pipeline has read that, which does not say.
    """
    told = told_of(index, k, noun)
    alone: list[float] | None = noun.doc.user_data.get(LEANING)
    back = told.back if told is not None else alone[noun.i] if alone is not None else FRESH
    return back < FRESH
