"""Finding a card among those proposed."""

from __future__ import annotations

from trainer.approval.approval import Approval
from trainer.cards import Card
from trainer.text import fold


def find(approval: Approval, words: str) -> tuple[int, ...]:
    """The places of the cards that hold every one of the words; a number alone is that card, counted from 1.

    Without words there is nothing to find.
    """
    wanted = fold(words).split()
    if len(wanted) == 1 and wanted[0].isdecimal() and 0 < int(wanted[0]) <= len(approval.cards):
        return (int(wanted[0]) - 1, *_holding(approval, wanted, besides=int(wanted[0]) - 1))
    return _holding(approval, wanted) if wanted else ()


def _holding(approval: Approval, wanted: list[str], besides: int = -1) -> tuple[int, ...]:
    places = (place for place in range(len(approval.cards)) if place != besides)
    return tuple(place for place in places if _holds(approval.card_at(place), wanted))


def _holds(card: Card, wanted: list[str]) -> bool:
    text = fold(" ".join((card.question, card.answer, card.source.sentence if card.source else "")))
    return all(word in text for word in wanted)
