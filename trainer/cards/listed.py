"""The list that a card asks for: its items, what each is also called, and how many of them are enough."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from trainer.cards.card import Card, Kind
from trainer.cards.grading_words import said, stems_of
from trainer.values.known_names import known_as
from trainer.values.lists import MOST_ITEMS, items_of
from trainer.values.quantities import WORDS
from trainer.values.said_dates import said_dates
from trainer.values.wording import SMALL, stem

_COUNT = r"(two|three|four|five|six|seven|eight|nine|ten|\d\d?)"
_ASKED = re.compile(
    rf"\b(?:which|what|name|list|give)(?: the| of the)? {_COUNT}\b|\[\.\.\.\] \({_COUNT} |\bwhich of the {_COUNT}\b",
    re.IGNORECASE,
)
_SEVERAL_ASKED = re.compile(
    r"\b(?:which|what)(?: [\w'-]+){0,2}? [a-z]{2,}(?:[^s]s|people|men|women)\b|^where\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a list that a card asks for."""

    items: tuple[tuple[str, ...], ...]
    """Each item in every wording that is right, the answer's own first."""
    wanted: int
    """How many of them are enough."""
    beside: frozenset[str] = frozenset()
    """Stems of words that may stand beside an item: those of the question, and of the whole answer."""

    def core(self, form: str) -> frozenset[str]:
        """The stems that tell an item from the others, and are not only the question's."""
        own = stems_in(form)
        return own - (self.beside - (own - self.of_others(form)))

    def of_others(self, form: str) -> frozenset[str]:
        """The stems that tell the other items."""
        others = (stems_in(forms[0]) for forms in self.items if form not in forms)
        return frozenset().union(*others) - stems_in(form)


def stems_in(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry something."""
    return frozenset(stem(word) for word in said(text) if word not in SMALL)


def list_of(card: Card, key: str) -> Listed | None:
    """The list that a right answer of the card is; None if it is one thing."""
    return _listed(card.kind, card.question, key, card.accepted)


@lru_cache(maxsize=1 << 10)
def _listed(kind: Kind, question: str, key: str, accepted: tuple[str, ...]) -> Listed | None:
    asked = count_asked(question)
    items = items_of(key, asked)
    if not 2 <= len(items) <= MOST_ITEMS:
        return None
    if not (kind is Kind.LIST or len(items) == asked or _are_dates(kind, items) or _are_several(question, key, items)):
        return None
    wanted = asked if 1 < asked < len(items) else len(items)
    return Listed(_with_other_wordings(items, accepted), wanted, stems_of(question) | stems_in(key))


def _are_dates(kind: Kind, items: tuple[str, ...]) -> bool:
    """Whether a time is two whole dates or more: `2020 and 2021`."""
    return kind is Kind.WHEN and all((dates := said_dates(item)) and dates[0].has_year for item in items)


def _are_several(question: str, key: str, items: tuple[str, ...]) -> bool:
    """Whether a key is names side by side, the question asks for several, and it is no name with an `and` in it."""
    if not _SEVERAL_ASKED.search(question):
        return False
    joined = re.search(r"\band\b|[&;]", key) is not None
    return joined and not known_as(key) and all(item.removeprefix("the ")[:1].isupper() for item in items)


def count_asked(question: str) -> int:
    """How many things a question says that it asks for; 0 if it does not say.

    >>> count_asked("Which two countries left?"), count_asked("It struck [...] (three cities)."), count_asked("Who?")
    (2, 3, 0)
    """
    match = _ASKED.search(question)
    if match is None:
        return 0
    word = (match[1] or match[2] or match[3]).lower()
    return WORDS.get(word) or int(word)


def _with_other_wordings(items: tuple[str, ...], accepted: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Each item with what accepted lists of as many items call it."""
    found = [[item] for item in items]
    for text in accepted:
        others = items_of(text, len(items))
        if len(others) == len(items):
            _align(found, others)
    return tuple(tuple(dict.fromkeys(forms)) for forms in found)


def _align(found: list[list[str]], others: tuple[str, ...]) -> None:
    """Put what is left of another list, once its items are found in this one, to what is left of this one, in order."""
    words = [said(other) for other in others]
    left = [other for other in others if not any(said(other) in map(said, forms) for forms in found)]
    unnamed = [forms for forms in found if not any(said(form) in words for form in forms)]
    if len(unnamed) == len(left):
        for forms, other in zip(unnamed, left, strict=True):
            forms.append(other)
