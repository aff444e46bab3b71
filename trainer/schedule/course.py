"""A card's way through the stages without its memory: what a rating moves, where only the steps count.

`futures` says the same and the memory too, at many times the cost; a log of a million reviews is read with this, which
is why it knows plain numbers and tuples alone.
"""

from __future__ import annotations

from typing import NamedTuple

AGAIN, GOOD, EASY = 1, 3, 4
LEARNING, REVIEWING, RELEARNING = 0, 1, 2

Course = tuple[int, int, int]
"""Study day of the last review; stage; 0-based index of the step that the card waits for, 0 once it has graduated."""


class Steps(NamedTuple):
    """How many steps a deck has."""

    learning: int = 2
    relearning: int = 1


def moved(course: Course | None, rating: int, day: int, steps: Steps) -> Course:
    """Where one rating takes a card; None is a new one.

    >>> course = moved(moved(None, GOOD, 1, Steps()), GOOD, 1, Steps())
    >>> course == (1, REVIEWING, 0), moved(course, AGAIN, 4, Steps()) == (4, RELEARNING, 0)
    (True, True)
    """
    last_day, stage, step = course or (day, LEARNING, 0)
    day = max(day, last_day)
    if stage == REVIEWING:
        return (day, RELEARNING, 0) if rating == AGAIN and steps.relearning else (day, REVIEWING, 0)
    count = steps.relearning if stage == RELEARNING else steps.learning
    if rating == EASY or not count:
        return day, REVIEWING, 0
    if rating == AGAIN:
        return day, stage, 0
    step = min(step, count - 1) + (rating == GOOD)
    return (day, stage, step) if step < count else (day, REVIEWING, 0)


def days_apart(course: Course | None, day: int) -> int:
    """Days since the last review of a card that had graduated, at its first review of a day; 0 for any other."""
    return day - course[0] if course and course[1] == REVIEWING and day > course[0] else 0
