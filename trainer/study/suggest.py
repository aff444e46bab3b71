"""The rating that a typed answer suggests; the person has the last word."""

from __future__ import annotations

from trainer.cards.grade import Grade, Lack, Verdict
from trainer.reviews import Rating

MOST_OF_IT = 0.75
"""Share of a list from which on it was recalled with difficulty, and not forgotten."""
HESITATION_SECONDS = 30
"""A right answer that took longer than this, and longer than its typing, was recalled with difficulty."""
SECONDS_A_CHARACTER = 0.5
"""Of slow typing."""


def suggest(grade: Grade, seconds: float = 0.0) -> Rating:
    """The rating that fits a grade and the time from the question to the answer.

    Good for what is right, a slip of the pen or other words for it included; Hard if a hedge, a unit or a detail was
    lost, if a list lacks one item in four at most or has one too many, if a phrase says more than the source, or after
    long thought; Again for the rest. Never Easy: that a card was too easy only its reader can tell.
    """
    if grade.verdict is Verdict.WRONG:
        return Rating.AGAIN
    if grade.verdict is Verdict.PARTLY:
        return Rating.HARD if grade.found >= MOST_OF_IT * grade.wanted else Rating.AGAIN
    if grade.verdict is Verdict.NEARLY and grade.lack in {Lack.HEDGE, Lack.UNIT, Lack.DETAIL}:
        return Rating.HARD
    return Rating.HARD if seconds > _longest_seconds(grade) else Rating.GOOD


def _longest_seconds(grade: Grade) -> float:
    """How long an answer of that length takes somebody who knows it."""
    return HESITATION_SECONDS + SECONDS_A_CHARACTER * sum(len(piece.text) for piece in grade.given)
