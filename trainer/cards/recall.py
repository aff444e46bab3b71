"""Recalling a list item by item: which item a typed line names, what was said before, what is left.

A value that a screen holds: each line gives the next value and what was heard in it, so that the screen can tick items
off as they come.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from trainer.cards.card import Card
from trainer.cards.grade import Grade
from trainer.cards.grading import MOST_CHARACTERS, hold_items
from trainer.cards.grading_lists import Heard, graded, hear
from trainer.cards.listed import Listed, list_of
from trainer.text import one_line

MOST_LINES = 200
"""Lines beyond this are not kept."""


class Hit(StrEnum):
    """What a stretch of a line came to."""

    NAMED = "named"
    """An item, for the first time."""
    AGAIN = "again"
    """An item that was named before."""
    UNKNOWN = "not in the list"


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch of a line."""

    text: str
    """As typed, safe to show."""
    hit: Hit
    item: int | None = None
    """Its place in the list."""
    note: str = ""
    """What differed: a slip, a title that was left out."""


@dataclass(frozen=True, slots=True)
class Recall:
    """A list in recall."""

    card: Card
    listed: Listed
    heard: tuple[Heard, ...] = ()
    """What was typed, stretch by stretch."""
    lines: tuple[str, ...] = ()
    """What was typed, line by line."""

    @property
    def named(self) -> frozenset[int]:
        """Places of the items that were named."""
        return frozenset(one.item for one in self.heard if one.item is not None)

    @property
    def items(self) -> tuple[str, ...]:
        """Every item as the answer has it, in its order."""
        return tuple(one_line(forms[0]) for forms in self.listed.items)

    @property
    def left(self) -> int:
        """How many items are still wanted."""
        return max(0, self.listed.wanted - len(self.named))

    def hear(self, line: str) -> tuple[Recall, tuple[Said, ...]]:
        """The recall after a line, and what was heard in it: one item as a rule, several if they stand in one line."""
        told = one_line(line[:MOST_CHARACTERS])
        if not told or len(self.lines) >= MOST_LINES:
            return self, ()
        heard = hear(self.listed, told, hold_items(self.card), self.named)
        after = replace(self, heard=(*self.heard, *heard), lines=(*self.lines, told))
        return after, tuple(_said(one, self.named) for one in heard)

    def grade(self) -> Grade:
        """What all the lines come to as one answer."""
        return graded(self.listed, "; ".join(self.lines), self.heard)


def _said(heard: Heard, before: frozenset[int]) -> Said:
    if heard.item is None:
        return Said(heard.text, Hit.UNKNOWN)
    hit = Hit.AGAIN if heard.item in before else Hit.NAMED
    return Said(heard.text, hit, heard.item, one_line(heard.note))


def recall(card: Card) -> Recall | None:
    """The recall of a card's list, nothing named yet; None if its answer is no list.

    >>> first = recall(Card("c", "Which two cities?", "Gao and Timbuktu"))
    >>> after, said = first.hear("timbuktu")
    >>> after.left, said[0].hit
    (1, <Hit.NAMED: 'named'>)
    """
    listed = list_of(card, card.answer)
    return Recall(card, listed) if listed is not None else None
