"""Lists in answers: named in full, or one item asked where the question names the others."""

from __future__ import annotations

import re

from scorer.gold import Fact
from scorer.wording import content
from trainer.text import fold

_BREAK = re.compile(r",|;|\band\b|\bor\b|&|\bas well as\b|\bplus\b")
_REST = re.compile(r"^(?:many |several |various |some )?(?:other|others|more)\b")
_ARTICLES = re.compile(r"\b(?:the|an?)\s+(?=\S)")
_ITEM = "§"


def is_listed(fact: Fact, answer: str, question: str) -> bool:
    """Whether an answer names enough of the items, in any order, and nothing beside them."""
    left, named = _spaced(answer), 0
    for variants in fact.items:
        left, count = _marked(left, variants)
        named += count > 0
    known = set(content(" ".join((question, fact.question, fact.statement, *fact.answers))))
    return named >= fact.items_needed and all(_is_known(part, known) for part in _BREAK.split(left))


def item_asked(fact: Fact, answer: str, question: str) -> int | None:
    """Which item, from 1, a card asks whose question names all the others that are needed; None if none."""
    if len(fact.items) < 2:
        return None
    asked = [number for number, variants in enumerate(fact.items, 1) if _is_item(answer, variants)]
    others = sum(_marked(_spaced(question), variants)[1] > 0 for variants in fact.items)
    return asked[0] if len(asked) == 1 and others >= fact.items_needed - 1 else None


def _is_item(answer: str, variants: tuple[str, ...]) -> bool:
    return _marked(_spaced(answer), variants)[0].strip() == _ITEM


def _marked(text: str, variants: tuple[str, ...]) -> tuple[str, int]:
    """A text with an item's variants, the longest first, as marks; and how many there were."""
    total = 0
    for variant in sorted((_spaced(one) for one in variants), key=len, reverse=True):
        text, count = re.subn(rf"(?<!\w){re.escape(variant)}(?!\w)", _ITEM, text)
        total += count
    return text, total


def _spaced(text: str) -> str:
    """Folded, hyphens as spaces, apostrophes, dots, brackets and articles gone; what divides a list stays."""
    return _ARTICLES.sub("", " ".join(re.sub(r"[\"'().]", "", fold(text)).replace("-", " ").split()))


def _is_known(part: str, known: set[str]) -> bool:
    """Whether a part of a list is an item, with words that the question or the fact has too, or a catch-all."""
    if _REST.match(part.strip()):
        return True
    more = set(content(part.replace(_ITEM, " ")))
    return not more or (_ITEM in part and more <= known) or more <= {"both", "two", "three", "thre", "four"}
