"""Whether a phrase speaks of what the text before has named, as the network tells from its sentence alone."""

from __future__ import annotations

from spacy.tokens import Token

from trainer.language.annotator import LEANING

FRESH = -0.3
"""Log odds below which a phrase is taken to need nothing before it."""


def stands(noun: Token) -> bool:
    """Whether it rather names something for the first time, or what everybody knows: `the global financial crisis`.

    Never by another pipeline, which does not say.
    """
    told: list[float] | None = noun.doc.user_data.get(LEANING)
    return told is not None and told[noun.i] < FRESH
