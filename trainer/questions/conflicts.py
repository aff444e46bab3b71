"""Cards whose sources give two figures for one thing, told that they disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from trainer.cards.card import Card
from trainer.cards.leads import without_lead
from trainer.questions.draft import Draft
from trainer.questions.keys_numbers import counted_noun
from trainer.values.names import content_words

LEAST_SHARED = 0.6
"""Of the words of the shorter question, the sources left out."""


def with_conflicts(pairs: Sequence[tuple[Draft, Card]]) -> list[tuple[Draft, Card]]:
    """The cards, each with the ids of those that give another figure for the same thing from another source."""
    found: dict[str, set[str]] = {}
    for one, other in combinations(pairs, 2):
        if _disagree(one, other):
            found.setdefault(one[1].id, set()).add(other[1].id)
            found.setdefault(other[1].id, set()).add(one[1].id)
    return [(draft, replace(card, conflicts_with=tuple(sorted(found.get(card.id, ()))))) for draft, card in pairs]


def _disagree(one: tuple[Draft, Card], other: tuple[Draft, Card]) -> bool:
    (first, card), (second, rival) = one, other
    if first.quantity is None or second.quantity is None or first.quantity.unit != second.quantity.unit:
        return False
    if (first.quantity.low, first.quantity.high) == (second.quantity.low, second.quantity.high):
        return False
    if len({noun for draft in (first, second) if (noun := counted_noun(draft))}) > 1:
        return False
    sources = {card.attribution, rival.attribution}
    if len(sources) < 2 or first.fact.id == second.fact.id or card.as_of[:4] != rival.as_of[:4]:
        return False
    left_out = content_words(f"{card.attribution} {rival.attribution} according brief")
    asked, rivals = (content_words(without_lead(one.question)) - left_out for one in (card, rival))
    return len(asked & rivals) >= LEAST_SHARED * min(len(asked), len(rivals)) > 0
