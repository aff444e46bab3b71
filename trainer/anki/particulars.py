"""A card's particulars: what no field that a receiver reads can carry, as JSON in the field `Record`.

With them a deck that went through Anki comes back as itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from trainer.anki.markup import escape
from trainer.anki.tags import is_one_tag
from trainer.cards import Card, Kind, Status
from trainer.decks import BriefRef, Deck
from trainer.decks.write import brief_table, head_table

_OWN_FIELDS = frozenset({"id", "title", "date"})
"""Keys of `[deck]` and `[[briefs]]` that have a field of their own."""
_SELDOM = attrgetter(
    "fact", "distractors", "reject", "marking", "conflicts_with", "superseded_by", "picture", "answer_picture",
    "source", "extra", "origin", "status",
)  # fmt: skip
_PLAIN = _SELDOM(Card("", "", ""))
"""What a plain card has of what no other field carries."""
_FAMILY_KINDS = frozenset({Kind.WHAT, Kind.CLOZE})
"""What a card of either note type asks for if nothing else is said."""


def samples(cards: Sequence[Card]) -> Sequence[Card]:
    """Cards that stand for all of them in whatever is seldom told: the first if they have it alike, else each.

    A deck of a hundred thousand cards is hardly ever more than questions, answers and tags.
    """
    return cards[:1] if all(map(_SELDOM(cards[0]).__eq__, map(_SELDOM, cards))) else cards


def particulars_of(deck: Deck, cards: Sequence[Card], sampled: Sequence[Card]) -> list[str]:
    """The field of each card; empty for a plain card of a plain deck. The first card keeps the order of the briefs.

    `sampled` are the samples of the cards.
    """
    head = {key: value for key, value in head_table(deck).items() if key not in _OWN_FIELDS}
    if not head and not deck.briefs and _are_plain(cards, sampled):
        return [""] * len(cards)
    briefs = {brief.id: _brief(brief) for brief in deck.briefs}
    written: list[str] = []
    for card in cards:
        table = _card(card)
        if card.source:
            table["source"] = _source(card)
            if briefs.get(card.source.brief):
                table["brief"] = briefs[card.source.brief]
        if head:
            table["deck"] = head
        if deck.briefs and card is deck.cards[0]:
            table["briefs"] = [brief_table(brief) for brief in deck.briefs]
        written.append(escape(_json(table)) if table else "")
    return written


def _are_plain(cards: Sequence[Card], sampled: Sequence[Card]) -> bool:
    """Whether the cards are nothing but questions, answers, and what their other fields say."""
    if not all(map(_PLAIN.__eq__, map(_SELDOM, sampled))) or not set(map(attrgetter("kind"), cards)) <= _FAMILY_KINDS:
        return False
    return all(map(_are_kept, set(map(attrgetter("tags"), cards))))


def _card(card: Card) -> dict[str, Any]:
    """The keys of a card that are not what they are for most and that no other field carries."""
    kept = {
        "kind": "" if card.kind in _FAMILY_KINDS else str(card.kind),
        "fact": card.fact,
        "reject": card.reject,
        "distractors": card.distractors,
        "marking": card.marking,
        "status": "" if card.status is Status.CURRENT else str(card.status),
        "superseded_by": card.superseded_by,
        "conflicts_with": card.conflicts_with,
        "tags": () if _are_kept(card.tags) else card.tags,
        "picture": card.picture,
        "answer_picture": card.answer_picture,
        "origin": "" if card.origin == "hand" else card.origin,
        "extra": card.extra,
    }
    return {key: value for key, value in kept.items() if value}


@lru_cache(maxsize=1 << 14)
def _are_kept(tags: tuple[str, ...]) -> bool:
    """Whether Anki keeps tags as they are; their order is its own."""
    return all(map(is_one_tag, tags))


def _source(card: Card) -> dict[str, Any]:
    assert card.source is not None  # noqa: S101 - the caller has looked
    kept = {"id": card.source.brief, "paragraph": card.source.paragraph, "span": card.source.span}
    return {key: value for key, value in kept.items() if value is not None}


def _brief(brief: BriefRef) -> dict[str, Any]:
    return {key: value for key, value in brief_table(brief).items() if key not in _OWN_FIELDS}


def _json(table: dict[str, Any]) -> str:
    return json.dumps(table, ensure_ascii=True, separators=(",", ":"), default=str)
