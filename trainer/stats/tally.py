"""From the log's entries to what they come to, one entry after the other."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, NamedTuple

from trainer.cards.grade import Verdict
from trainer.reviews.tallies import Row
from trainer.schedule.course import AGAIN, REVIEWING, Course, Steps, days_apart, moved
from trainer.schedule.replay import SURE_PERCENT
from trainer.stats.past import PRACTICE, Cell, Past, band_of
from trainer.study.calibration import Outcome


class Sure(NamedTuple):
    """A miss by somebody who was sure."""

    day: int
    """The study day."""
    confidence: int
    """In percent."""


class Tally:
    """One deck's log as far as it was read."""

    __slots__ = ("_cells", "_courses", "_steps", "answers", "ranges", "sure")

    def __init__(self) -> None:
        """Nothing read yet."""
        self._cells: dict[Cell, list[int]] = {}
        self._courses: dict[str, Course] = {}
        self._steps = Steps()
        self.answers: Counter[tuple[str, Outcome]] = Counter()
        """Card and how sure somebody was and whether that was right, to how often."""
        self.sure: dict[str, Sure] = {}
        """Card to the last miss by somebody who was sure, until it is recalled on a later day."""
        self.ranges: Counter[bool] = Counter()
        """Whether a range held its answer, to how often."""

    @property
    def past(self) -> Past:
        """The reviews read so far."""
        return Past({cell: (count, ms) for cell, (count, ms) in self._cells.items()})

    def add(self, row: Row) -> None:
        """The next entry."""
        _, card, kind, day, hour, rating, ms, confidence, more = row
        if kind == "review":
            course = self._courses.get(card)
            band = band_of(days_apart(course, day))
            self._courses[card] = moved(course, rating, day, self._steps)
        elif kind == "practice":
            band = PRACTICE
        else:
            self._move_otherwise(card, kind, day, json.loads(more or "{}"))
            return
        cell = (day, hour, band, rating)
        counted = self._cells.get(cell)
        if counted is None:
            counted = self._cells[cell] = [0, 0]
        counted[0] += 1
        counted[1] += ms
        if confidence is not None or more or card in self.sure:
            self._tell(card, day, rating != AGAIN, confidence, more)

    def _tell(self, card: str, day: int, recalled: bool, confidence: int | None, verdict: str | None) -> None:
        """What a person said before the answer was shown, and whether it was right."""
        if verdict:
            self.ranges[verdict == Verdict.RIGHT] += 1
        if confidence is not None:
            self.answers[card, (confidence, recalled)] += 1
            if not recalled and confidence >= SURE_PERCENT:
                self.sure[card] = Sure(day, confidence)
        if recalled and card in self.sure and self.sure[card].day < day:
            del self.sure[card]

    def _move_otherwise(self, card: str, kind: str, day: int, body: dict[str, Any]) -> None:
        """What moves a stage besides reviews."""
        known_day = self._courses.get(card, (0, REVIEWING, 0))[0]
        match kind:
            case "options":
                self._steps = Steps(len(body.get("learning_steps", (60, 600))), len(body.get("relearning_steps", (0,))))
            case "reset":
                self._courses.pop(card, None)
            case "set due":
                self._courses[card] = (known_day or day, REVIEWING, 0)
            case "recall":
                self._courses[card] = (max(known_day, body["due_day"] - body["interval_days"]), REVIEWING, 0)
