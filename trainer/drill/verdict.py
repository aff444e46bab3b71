"""What an answer came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trainer.cards import Card
from trainer.cards.grade import Verdict
from trainer.cards.grading import grade
from trainer.cards.ranges import number_of
from trainer.drill.question import Form, Question
from trainer.values.amounts import amounts

__all__ = ["RIGHT", "WRONG", "Grader", "Judged", "Verdict", "graded", "judge"]

_PARTLY = 0.5
"""The credit for part of an answer that is no list."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer, judged."""

    verdict: Verdict
    """How right it is."""
    credit: float
    """What share of the question it earns, 0 to 1."""
    remark: str = ""
    """What is to be said about it, as a sentence; often empty."""


Grader = Callable[[Card, str], Judged]
"""Judges a typed answer to a card."""

RIGHT = Judged(Verdict.RIGHT, 1.0)
WRONG = Judged(Verdict.WRONG, 0.0)


def graded(card: Card, given: str) -> Judged:
    """A typed answer by the rules of its type: a slip of the pen costs nothing, of a list each item counts.

    >>> graded(Card("c", "Which body?", "the UN Security Council"), "UN Security Counsil").verdict
    <Verdict.NEARLY: 'nearly'>
    """
    found = grade(card, given)
    if found.verdict.accepted:
        return Judged(found.verdict, 1.0, found.note)
    if found.verdict is Verdict.WRONG:
        return Judged(found.verdict, 0.0, found.note)
    share = found.found / found.wanted if found.wanted > 1 else _PARTLY
    return Judged(found.verdict, share, found.note)


def judge(question: Question, given: str, grader: Grader, within: float = 0.0) -> Judged:
    """An answer judged: an option by its place, a number by how far it is off, any other by the grader."""
    if question.options:
        return RIGHT if given == question.options[question.right] else WRONG
    judged = grader(question.card, given)
    if question.form is Form.NUMBER and judged.credit < 1.0 and _is_close(question.card, given, within):
        return Judged(Verdict.RIGHT, 1.0, f"within {within:.0%}")
    return judged


def _is_close(card: Card, given: str, within: float) -> bool:
    """Whether a number is off by no more than a share of the right one."""
    right, said = number_of(card), amounts(given)
    return right is not None and bool(said) and abs(said[0].quantity.low - right) <= abs(right) * within
