"""Cards that ask the same: in the same words, or in nearly the same words with the same answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from trainer.cards import CardOf
from trainer.watched import IsGivenUp, never

ALIKE = 0.9
"""From this share of common characters on, two questions with one answer are taken for one; 1 is the same question."""
_LONGER = (2 - ALIKE) / ALIKE
"""A question that is so many times as long as another cannot be so much alike."""
_LOOK = 64


@dataclass(frozen=True, slots=True)
class Asked:
    """What one card asks, folded."""

    card: CardOf
    question: str
    answer: str


def twins(cards: Iterable[Asked], cancelled: IsGivenUp = never) -> list[tuple[CardOf, ...]]:
    """The groups of cards that ask the same, each in the cards' order; those found so far if it is cancelled.

    Numbers tell questions apart: what happened in 2022 is not what happened in 2023.
    """
    each = list(cards)
    groups = _Groups(len(each))
    for same in _by(each, lambda card: card.question):
        groups.join(same)
    for alike in _by(each, _key):
        if cancelled():
            break
        _join_near(groups, [(place, _sorted(each[place].question)) for place in alike], cancelled)
    return [tuple(each[place].card for place in places) for places in groups.found()]


def _by(cards: Sequence[Asked], key: Callable[[Asked], object]) -> list[list[int]]:
    """The places of the cards that share a key, where at least two do."""
    found: dict[object, list[int]] = defaultdict(list)
    for place, card in enumerate(cards):
        found[key(card)].append(place)
    return [places for places in found.values() if len(places) > 1]


def _key(card: Asked) -> tuple[str, ...]:
    """What near twins share: the answer, and every number of the question."""
    numbers = (word for word in card.question.split() if any(map(str.isdigit, word)))
    return (card.answer, *sorted(word.strip(".,;:?!()") for word in numbers))


def _sorted(question: str) -> str:
    """A question's words in alphabetical order: where a clause stands makes no other question."""
    return " ".join(sorted(question.replace("?", "").replace(",", "").split()))


def _join_near(groups: _Groups, questions: list[tuple[int, str]], cancelled: IsGivenUp) -> None:
    """Join those of some questions that are alike; only those of nearly one length are compared."""
    from rapidfuzz.distance import Indel

    questions.sort(key=lambda each: len(each[1]))
    for number, (place, question) in enumerate(questions):
        if number % _LOOK == 0 and cancelled():
            return
        for other, asked in questions[number + 1 :]:
            if len(asked) > len(question) * _LONGER:
                break
            if Indel.normalized_similarity(question, asked, score_cutoff=ALIKE):
                groups.join((place, other))


class _Groups:
    """Numbers from 0 on, some of which belong together."""

    def __init__(self, size: int) -> None:
        self._of = list(range(size))

    def join(self, members: Sequence[int]) -> None:
        """From now on these belong together, and all that belong to them."""
        roots = sorted(map(self._root, members))
        for root in roots[1:]:
            self._of[root] = roots[0]

    def found(self) -> list[list[int]]:
        """The groups of at least two, by their first members."""
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._of)):
            members[self._root(number)].append(number)
        return [group for _, group in sorted(members.items()) if len(group) > 1]

    def _root(self, number: int) -> int:
        while self._of[number] != number:
            self._of[number] = number = self._of[self._of[number]]
        return number
