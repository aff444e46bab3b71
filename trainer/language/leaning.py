"""Whether a phrase speaks of what the text before has named, as the network tells from its sentence alone."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.annotator import LEANING

SURE = 1.5
"""Log odds from which the network is taken at its word, either way."""


def leans(noun: Token) -> bool:
    """Whether the phrase of a noun surely goes back to something: `the vessel`, `the two men`."""
    return _odds(noun) > SURE


def stands(noun: Token) -> bool:
    """Whether it surely names something for the first time, or what everybody knows: `the gates of the prison`."""
    return _odds(noun) < -SURE


def _odds(noun: Token) -> float:
    """0 for a pipeline that does not say."""
    told: list[float] | None = noun.doc.user_data.get(LEANING)
    return told[noun.i] if told is not None else 0.0
