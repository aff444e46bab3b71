"""Whether a phrase speaks of what the text before has named, as the network tells from its sentence alone."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.annotator import LEANING

FRESH = -0.8
"""Log odds below which a phrase is taken to need nothing before it."""


def stands(noun: Token) -> bool:
    """Whether it rather names something for the first time, or what everybody knows: `the global financial crisis`."""
    return _odds(noun) < FRESH


def _odds(noun: Token) -> float:
    """0 for a pipeline that does not say."""
    told: list[float] | None = noun.doc.user_data.get(LEANING)
    return told[noun.i] if told is not None else 0.0
