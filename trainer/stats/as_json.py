"""Stats as data: what `trainer stats --json` gives; docs/stats.md describes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.reviews import Rating
from trainer.stats.figures_ahead import YEAR_WEEKS
from trainer.stats.figures_past import PERIODS, STAGES, since
from trainer.stats.memories import STABILITY_DAYS, Known
from trainer.stats.numbers import Stats
from trainer.stats.past import AWAY_DAYS, GRADUATED, MATURE, YOUNG, Recalled
from trainer.study.calibration import Calibration
from trainer.text import clean

Table = dict[str, Any]


def as_json(each: list[Stats]) -> Table:
    """The stats of some decks; those of all together come first where there are several."""
    decks = each[1:] if len(each) > 1 else each
    whole = {} if not each else {"all": _progress(each[0])}
    return {
        "reviews": sum(stats.reviews.total() for stats in decks),
        "decks": [_deck(stats) for stats in decks],
    } | whole


def _deck(stats: Stats) -> Table:
    return {"id": clean(stats.id), "title": clean(stats.title), **_progress(stats)}


def _progress(stats: Stats) -> Table:
    queues = stats.queues
    ratings = stats.past.ratings(range(len(AWAY_DAYS) + 1))
    return {
        "marking": clean(stats.marking),
        "cards": stats.size,
        "new": queues.get("new", 0),
        "learning": queues.get("learning", 0) + queues.get("relearning", 0),
        "review": queues.get("reviewing", 0),
        "suspended": queues.get("suspended", 0),
        "reviews": stats.reviews.total(),
        "reviews_today": stats.reviews[stats.today],
        "ratings": {rating.name.lower(): ratings[rating] for rating in Rating},
        "retention": stats.retention,
        "today": {"due": stats.counts.due, "new": stats.counts.new, "learning": stats.counts.learning},
        "day": str(stats.date(stats.today)),
        "forecast": _forecast(stats),
        "days": _days(stats),
        "hours": _hours(stats),
        "true_retention": _true_retention(stats),
        "retention_by_age": _by_age(stats),
        "ratings_by_age": _ratings_by_age(stats),
        "stability": _bins(stats.memories.stability, dict(enumerate(STABILITY_DAYS))),
        "difficulty": _bins(stats.memories.difficulty, {value: value for value in range(1, 11)}),
        "retrievability": _bins(stats.memories.recall, {tens: tens / 10 for tens in range(10)}),
        "readiness": _readiness(stats),
        "calibration": _calibration(stats),
        "ranges": {"ranges": stats.ranges.ranges, "hits": stats.ranges.hits},
        "hardest": _hardest(stats),
        "sure_and_wrong": _missed(stats),
    }


def _forecast(stats: Stats) -> Table:
    forecast = stats.forecast
    days = [
        {"day": str(stats.date(day)), "due": due, "lapses": round(forecast.lapses.get(day, 0.0), 3)}
        for day, due in forecast.days
    ]
    return {"overdue": forecast.overdue, "days": days}


def _days(stats: Stats) -> list[Table]:
    """Each day of the last year on which something was done."""
    practice = stats.past.reviews(practice=True)
    first = stats.today - 7 * YEAR_WEEKS
    return [
        {
            "day": str(stats.date(day)),
            "reviews": stats.reviews[day],
            "practice": practice[day],
            "minutes": round(stats.minutes.get(day, 0.0), 2),
        }
        for day in sorted(stats.reviews.keys() | practice.keys())
        if day > first
    ]


def _hours(stats: Stats) -> list[int]:
    per_hour = stats.past.hours()
    return [per_hour[hour] for hour in range(24)]


def _true_retention(stats: Stats) -> Table:
    bands = {"young": YOUNG, "mature": MATURE, "all": GRADUATED}
    return {
        period: {name: _recalled(stats.past.recalled(of, since(stats, days))) for name, of in bands.items()}
        for period, days in PERIODS.items()
    }


def _recalled(found: Recalled) -> Table:
    return {"reviews": found.reviews, "recalled": found.recalled, "share": found.share}


def _by_age(stats: Stats) -> list[Table]:
    return [{"from_days": AWAY_DAYS[band - 1], **_recalled(stats.past.recalled((band,)))} for band in GRADUATED]


def _ratings_by_age(stats: Stats) -> Table:
    given = {name: stats.past.ratings(bands) for name, bands in STAGES.items()}
    return {name: {rating.name.lower(): counts[rating] for rating in Rating} for name, counts in given.items()}


def _bins(counts: Mapping[int, int], starts: Mapping[int, float]) -> list[Table]:
    return [{"from": start, "cards": counts.get(key, 0)} for key, start in starts.items()]


def _readiness(stats: Stats) -> Table:
    titles = {name: clean(brief.title) for name, brief in stats.briefs.items()}
    return {
        "on": None if stats.then is None else str(stats.date(stats.then)),
        "plan": _plan(stats),
        **_known(stats.known),
        "briefs": [
            {"deck": clean(name[0]), "id": clean(name[1]), "title": titles.get(name, ""), **_known(known)}
            for name, known in stats.known_by_brief().items()
        ],
        "kinds": [{"kind": clean(name), **_known(known)} for name, known in stats.known_by_kind().items()],
        "tags": [{"tag": clean(name), **_known(known)} for name, known in stats.known_by_tag().items()],
    }


def _plan(stats: Stats) -> Table | None:
    if stats.plan is None:
        return None
    return {
        "day": str(stats.date(stats.plan.day)),
        "minutes": stats.plan.minutes,
        "share": _rounded(stats.plan.share),
        "share_if_idle": _rounded(stats.plan.now),
    }


def _known(known: Known) -> Table:
    shares = {"share_today": known.share_now, "share_on": known.share_then, "recall": known.recall}
    return {"cards": known.cards, "met": known.met} | {name: _rounded(share) for name, share in shares.items()}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _calibration(stats: Stats) -> Table | None:
    if stats.calibration is None:
        return None
    bands = [
        {
            "likelihood": band.likelihood.word,
            "from_percent": band.likelihood.low,
            "to_percent": band.likelihood.high,
            "answers": band.answers,
            "confidence": _rounded(band.told),
            "right": _rounded(band.right),
        }
        for band in stats.calibration.bands
    ]
    return {
        **_scores(stats.calibration),
        "bands": bands,
        "kinds": [{"kind": clean(name), **_scores(found)} for name, found in stats.calibration_by_kind().items()],
        "tags": [{"tag": clean(name), **_scores(found)} for name, found in stats.calibration_by_tag().items()],
    }


def _scores(found: Calibration) -> Table:
    told = {"brier": found.brier, "confidence": found.told, "right": found.right}
    return {"answers": found.answers} | {name: _rounded(value) for name, value in told.items()}


def _hardest(stats: Stats) -> list[Table]:
    return [
        {
            "deck": clean(hard.deck),
            "card": clean(hard.card.id),
            "question": clean(hard.card.question),
            "lapses": hard.lapses,
            "difficulty": round(hard.difficulty, 2),
            "stability": round(hard.stability, 2),
            "leech": hard.leech,
            "suspended": hard.suspended,
        }
        for hard in stats.hard
    ]


def _missed(stats: Stats) -> list[Table]:
    return [
        {
            "deck": clean(missed.deck),
            "card": clean(missed.card.id),
            "question": clean(missed.card.question),
            "answer": clean(missed.card.answer),
            "day": str(stats.date(missed.day)),
            "confidence": missed.confidence,
        }
        for missed in stats.missed
    ]
