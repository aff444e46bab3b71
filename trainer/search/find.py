"""Asking the database for the cards of a query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from trainer.cards import CardOf
from trainer.reviews.review import DAY_MS
from trainer.reviews.store import Store
from trainer.search.ground import Ground, is_found
from trainer.search.statement import condition
from trainer.search.tree import Node

_LONGEST = 4_000
"""Of a text that an expression is tried on."""


class SortBy(StrEnum):
    """What the cards found may be put in order of."""

    DECK = "deck"
    QUESTION = "question"
    ANSWER = "answer"
    KIND = "kind"
    DUE = "due"
    STABILITY = "stability"
    LAPSES = "lapses"
    TAGS = "tags"
    BRIEF = "brief"


_BY = {
    SortBy.QUESTION: "c.asked",
    SortBy.ANSWER: "c.answered",
    SortBy.KIND: "coalesce(c.body ->> '$.kind', 'what')",
    SortBy.DUE: "case when not coalesce(s.listed, 0) then 9e9 when s.suspended then 8e9 when s.stage = 'new' then 7e9 "
    f"when s.stage = 'reviewing' then s.due else s.due / {DAY_MS} end",
    SortBy.STABILITY: "coalesce(s.stability, 0)",
    SortBy.LAPSES: "coalesce(s.lapses, 0)",
    SortBy.TAGS: "coalesce(c.body ->> '$.tags', '')",
    SortBy.BRIEF: "coalesce(c.body ->> '$.source[0]', '')",
}


@dataclass(frozen=True, slots=True)
class Order:
    """The order of what is found; cards that are alike in it stand as in their decks."""

    by: SortBy = SortBy.DECK
    descending: bool = False


AS_IN_DECKS = Order()
"""Deck by deck, each in its own order."""


def find(store: Store, node: Node, ground: Ground, order: Order = AS_IN_DECKS, most: int = -1) -> list[CardOf]:
    """The cards of a query, at most so many if that is given. Raises SearchRefused and NotSaved."""
    wanted = condition(node, ground)
    store.define("is_found", is_found, 2)
    store.define("is_match", _is_match, 2)
    store.define("marking", lru_cache(maxsize=1 << 12)(ground.marking), 3)
    places = ", ".join("?" * len(ground.decks))
    by = f"{_BY[order.by]}{' desc' if order.descending else ''}, " if order.by in _BY else ""
    turned = " desc" if order.by is SortBy.DECK and order.descending else ""
    query = (
        "select c.deck, c.card from deck_card as c left join card_state as s on s.deck = c.deck and s.card = c.card "
        f"where ?1 is not null and ?2 is not null and c.deck in ({places}) and {wanted.sql} "
        f"order by {by}c.deck{turned}, c.position{turned} limit ?"
    )
    values = (ground.day, ground.now_ms, *(deck.id for deck in ground.decks), *wanted.values, most)
    return store.rows(query, values)


def _is_match(expression: str, text: str | None) -> bool:
    return re.search(expression, (text or "")[:_LONGEST], re.IGNORECASE) is not None
