"""One card for one thing: what is told twice is asked once, in the weaker of its tellings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trainer.cards.card import Card, Kind
from trainer.cards.leads import parted, without_lead
from trainer.questions.draft import Draft
from trainer.text import fold
from trainer.values.names import content_words

_DOUBT = re.compile(
    r"\b(?:likely|probably|possibly|perhaps|may|might|could|reportedly|allegedly|believed|suspected|appears?"
    r"|seems?|estimated|about|around|some|nearly|almost|roughly|approximately|at least|more than|over|up to"
    r"|according to|said|claims?)\b",
    re.IGNORECASE,
)

_FRAME = re.compile(r"^(?:As of [^,:]+[,:] |[Aa]ccording to the (?:[A-Z]\w+ \d{4} )?brief\b[^,:]*[,:] )+")
"""What goes before a question, and says nothing of what it asks."""
_HINT = re.compile(r"\[\.\.\.\](?: \([^)]*\))?")
_ASKING = frozenset({"what", "which", "whom", "whose", "when", "where", "date", "month", "year", "many"})

Pair = tuple[Draft, Card]
"""A draft and the card that it makes."""


def distinct(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs, of two that ask the same the better one: a question before a gap, the more doubtful, the earlier."""
    kept: list[Pair] = []
    by_answer: dict[str, list[int]] = {}
    for pair in pairs:
        key = _answer(pair)
        rival = next((n for n in by_answer.get(key, ()) if _asks_the_same(kept[n][1], pair[1])), None)
        if rival is None:
            by_answer.setdefault(key, []).append(len(kept))
            kept.append(pair)
        elif _is_better(pair[1], kept[rival][1]):
            kept[rival] = pair
    return list({card.id: (draft, card) for draft, card in kept}.values())


def _answer(pair: Pair) -> str:
    """What a card asks for, whatever way it is written: `13,000` and `13 thousand` are one."""
    number = pair[0].quantity
    written = fold(pair[1].answer).removeprefix("the ")
    return f"{number.low:g} to {number.high:g} {number.unit}" if number is not None else written


def _asks_the_same(one: Card, other: Card) -> bool:
    """Whether two cards with one answer share half of the words of the shorter question, or of what it asks."""
    whole = _shares_half(without_lead(one.question), without_lead(other.question), frozenset())
    return whole or any(_shares_half(words(one), words(other), _ASKING) for words in (_unframed, _asking))


def _unframed(card: Card) -> str:
    """The question without what goes before it and without its hint."""
    return _HINT.sub("", _FRAME.sub("", card.question))


def _asking(card: Card) -> str:
    """The same without the sentence that goes before it."""
    before, asking = parted(card.question)
    return _HINT.sub("", asking) if before else _unframed(card)


def _shares_half(one: str, other: str, passed_over: frozenset[str]) -> bool:
    first, second = content_words(one) - passed_over, content_words(other) - passed_over
    return 2 * len(first & second) >= min(len(first), len(second))


def _is_better(one: Card, other: Card) -> bool:
    if (one.kind is Kind.CLOZE) != (other.kind is Kind.CLOZE):
        return other.kind is Kind.CLOZE
    return _doubts(one) > _doubts(other)


def _doubts(card: Card) -> int:
    return len(_DOUBT.findall(card.source.sentence if card.source else card.question))
