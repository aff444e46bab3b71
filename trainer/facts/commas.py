"""Commas that stay where what stands before them is left out."""

from __future__ import annotations

from spacy.tokens import Doc

from trainer.facts.masks import NAME_MASKS
from trainer.facts.syntax import is_finite

_OPENING = frozenset({"a", "an", "the", "its", "their", "his", "her", "one", "then"})
"""Words with which an apposition opens."""


def closes_apposition(doc: Doc, aside: tuple[int, int], kept_out: set[int]) -> bool:
    """Whether the comma behind an aside also closes an apposition that stays: `Smith, a banker, | who left |, fell`."""
    first, end = aside
    if doc[end - 1].text != "," or doc[first].text != "," or end >= len(doc) or not is_finite(doc[end]):
        return False
    comma = next((t.i for t in reversed(doc[:first]) if t.text == ","), 0)
    apposed = comma > 0 and doc[comma - 1].text in NAME_MASKS and doc[comma + 1].lower_ in _OPENING
    tells = any(t.tag_ in {"VBZ", "VBP", "MD"} or t.lower_ in {"was", "were", "had"} for t in doc[comma:first])
    return apposed and kept_out.isdisjoint(range(comma, first)) and not tells
