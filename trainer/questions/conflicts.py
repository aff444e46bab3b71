"""Cards whose sources give two figures for one thing, told that they disagree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from trainer.cards.card import Card
from trainer.cards.leads import without_lead
from trainer.questions.draft import Draft
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
    if len({counted for one in (card, rival) if (counted := _counted(one.question))}) > 1:
        return False
    sources = {card.attribution, rival.attribution}
    if len(sources) < 2 or first.fact.id == second.fact.id or card.as_of[:4] != rival.as_of[:4]:
        return False
    left_out = content_words(f"{card.attribution} {rival.attribution} according brief")
    asked, rivals = (content_words(without_lead(one.question)) - left_out for one in (card, rival))
    return len(asked & rivals) >= LEAST_SHARED * min(len(asked), len(rivals)) > 0


_COUNTED = re.compile(
    r"\bhow many (?:[\w'-]+ ){0,3}?(?P<asked>[a-z]+) (?:had|have|has|were|was|did|do|does|are|is|could|would|will)\b"
    r"|\[\.\.\.\] (?!(?:in|of|on|at|to|and|by|for|from|with|or|as|than|after|before)\b)(?P<told>[a-z]+)\b"
)


def _counted(question: str) -> str:
    """What a figure counts: the noun behind `how many`, or behind the gap; empty if that cannot be told.

    >>> _counted("How many Kenyan guards had been killed?"), _counted("Some [...] farmers fled.")
    ('guards', 'farmers')
    """
    found = _COUNTED.search(question)
    return (found["asked"] or found["told"]) if found else ""
