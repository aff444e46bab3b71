"""Where a fact was read."""

from __future__ import annotations

from trainer.facts.fact import Provenance
from trainer.language.reading import Line


def provenance(line: Line) -> Provenance:
    """The sentence, its passage and its length in tokens."""
    return Provenance(line.sentence.text, line.sentence.passage, len(line.sentence.doc))
