"""Which figures there are of some stats, what a person wants first at the top."""

from __future__ import annotations

from trainer.stats.figures import Figure
from trainer.stats.figures_ahead import calendar, due, known_by_brief, known_by_tag, minutes_a_day, reviews_a_day, today
from trainer.stats.figures_cards import difficulty, hardest, recall, stability
from trainer.stats.figures_past import by_age, hours, ratings, true_retention
from trainer.stats.figures_sure import missed_sure, reliability, sure_by_topic
from trainer.stats.numbers import Stats

_ALL = (
    today, known_by_brief, known_by_tag, due, calendar, reviews_a_day, minutes_a_day, true_retention, by_age, ratings,
    reliability, sure_by_topic, missed_sure, hardest, recall, stability, difficulty, hours,
)  # fmt: skip


def figures(stats: Stats) -> tuple[Figure, ...]:
    """The figures that have something to show."""
    return tuple(figure for make in _ALL if (figure := make(stats)) is not None)
