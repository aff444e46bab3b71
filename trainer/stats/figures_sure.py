"""Figures of how sure a person was before the answer was shown."""

from __future__ import annotations

from trainer.cards.leads import in_a_row
from trainer.cards.ranges import CONFIDENCE
from trainer.stats.figures import Curve, Point, Sheet
from trainer.stats.numbers import Missed, Stats
from trainer.stats.wording import percent, short_day, whole
from trainer.study.calibration import Band, Calibration
from trainer.text import counted, one_line

_MOST_TOPICS = 12
_FAIR = 0.03
"""So far apart, confidence and outcome are called the same."""


def reliability(stats: Stats) -> Curve | None:
    """What was said against what came."""
    found = stats.calibration
    if found is None:
        return None
    says = (
        f"Brier score {found.brier:.3f} over {counted(found.answers, 'answer')} (0 is perfect, 0.250 a coin); "
        f"{percent(found.told)} sure, {percent(found.right)} right: {verdict(found)}.{_ranges(stats)}"
    )
    heads = ("in words", "answers", "sure", "right")
    return Curve("Calibration", says, heads, tuple(map(_point, found.bands)))


def verdict(found: Calibration) -> str:
    """Whether a person is as sure as right."""
    if abs(found.overconfidence) < _FAIR:
        return "well calibrated"
    return "too sure" if found.overconfidence > 0 else "not sure enough"


def _ranges(stats: Stats) -> str:
    ranges = stats.ranges
    if not ranges.ranges:
        return ""
    return f" {ranges.hits} of {counted(ranges.ranges, 'range')} held the answer, {percent(CONFIDENCE)} should."


def _point(band: Band) -> Point:
    told = whole(band.answers), percent(band.told), percent(band.right)
    return Point(band.likelihood.word, band.told, band.right, band.answers, told)


def sure_by_topic(stats: Stats) -> Sheet | None:
    """Brier scores by kind and by tag."""
    topics = [*_topics("kind", stats.calibration_by_kind()), *_topics("tag", stats.calibration_by_tag())]
    if not topics:
        return None
    heads = ("topic", "answers", "sure", "right", "Brier")
    says = "The same by kind of question and by tag, most answers first."
    return Sheet("Calibration by topic", says, heads, tuple(topics))


def _topics(what: str, found: dict[str, Calibration]) -> list[tuple[str, ...]]:
    return [
        (f"{what}: {one_line(name)}", whole(each.answers), percent(each.told), percent(each.right), f"{each.brier:.3f}")
        for name, each in list(found.items())[:_MOST_TOPICS]
    ]


def missed_sure(stats: Stats) -> Sheet | None:
    """Cards missed by somebody who was sure."""
    if not stats.missed:
        return None
    rows = tuple(_row(stats, missed) for missed in stats.missed)
    says = "Missed by somebody who was sure, and not recalled since."
    return Sheet("Sure and wrong", says, ("question", "answer", "sure", "on"), rows)


def _row(stats: Stats, missed: Missed) -> tuple[str, ...]:
    card = missed.card
    sure = percent(missed.confidence / 100)
    return one_line(in_a_row(card.question)), one_line(card.answer), sure, short_day(stats.date(missed.day))
