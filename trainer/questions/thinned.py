"""The cards of a brief without those that mine a sentence for more than it is worth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from trainer.cards.card import GAP, Card, Kind
from trainer.values.dates import MONTHS

MOST_GAPS = 5
"""Gaps in the same words: more of them give each other away."""
MOST_OF_FACT = 4
"""Cards of one fact that leave room for a gap: beyond it only questions, and gaps in lists of figures."""
MOST_OF_SENTENCE = 8
"""Gaps in one sentence, in the same words or others."""
LISTED_FIGURES = 3
"""Figures in one sentence that make it a list of them."""


def thinned(cards: Iterable[tuple[Card, int]]) -> tuple[tuple[Card, int], ...]:
    """The cards with no more of one fact, and no more gaps in one sentence, than are worth it; the first ones kept."""
    seen: Counter[str] = Counter()
    kept: list[tuple[Card, int]] = []
    for card, worth in cards:
        if any(_is_within(card, other) for other, _ in kept):
            continue
        if card.kind is Kind.CLOZE and card.source is not None:
            words, sentence = _filled(card), f"of {card.source.sentence}"
            if _is_mined(card, seen, words) or seen[words] >= MOST_GAPS or seen[sentence] >= MOST_OF_SENTENCE:
                continue
            seen.update((words, sentence))
        seen[card.fact] += 1
        kept.append((card, worth))
    return tuple(kept)


def _is_within(card: Card, other: Card) -> bool:
    """Whether a gap for no figure lies in the reason that another card asks for."""
    if card.kind is not Kind.CLOZE or other.kind is not Kind.WHY or card.source is None or other.source is None:
        return False
    inner, outer = card.source.span, other.source.span
    if card.source.sentence != other.source.sentence or inner is None or outer is None:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1] and any(name[:1].isupper() for name in card.answer.split())


def _is_mined(card: Card, seen: Counter[str], words: str) -> bool:
    """Whether enough was asked of the gap's fact, and neither a figure is asked for nor one of a list of them."""
    enough = max(seen[card.fact], seen[words]) >= MOST_OF_FACT
    figure = _figures(card.answer) > 0 or _figures(card.question) >= LISTED_FIGURES
    return enough and (not figure or _DATE.search(card.answer) is not None)


_DATE = re.compile(rf"(?:\b\d\d? )?\b(?:{'|'.join(MONTHS[1:])})\b(?: \d\d?\b(?!\d))?|\b(?:19|20)\d\d\b")


def _figures(text: str) -> int:
    """How many numbers stand in it, days and years apart."""
    return len(re.findall(r"\d[\d.,]*", _DATE.sub("", text)))


def _filled(card: Card) -> str:
    """The sentence of a cloze with its answer, what goes before it and dates apart: the same for all its gaps."""
    text = re.sub(rf"{re.escape(GAP)}(?: \([^)]*\))?", card.answer, card.question)
    return re.sub(r"\W+", " ", re.sub(r"^(?:As of|According to)[^:]*: ", "", text)).lower()
