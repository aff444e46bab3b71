"""A name with a colon at the head of an item, which is the subject of the verb behind it."""

from __future__ import annotations

from spacy.tokens import Doc

from trainer.facts.syntax import has_finite
from trainer.language.tags import FINITE, NOMINAL

_LONGEST = 5
"""Tokens of such a name."""


def label_before_verb(doc: Doc) -> int:
    """Where the colon stands behind a name that is the subject of what follows: `Russia: | will seek`; 0 elsewhere."""
    colon = next((t.i for t in doc[1 : len(doc) - 2] if t.text == ":"), 0)
    named = 0 < colon <= _LONGEST and not has_finite(doc, 0, colon) and doc[colon - 1].tag_ in NOMINAL
    return colon if named and doc[colon + 1].tag_ in FINITE and doc[colon + 1].text.islower() else 0
