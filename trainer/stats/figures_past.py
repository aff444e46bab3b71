"""Figures of the reviews that were made: how many were recalled, how they were rated, when."""

from __future__ import annotations

from trainer.reviews import Rating
from trainer.stats.figures import Bar, Columns, Shares, Sheet
from trainer.stats.numbers import Stats
from trainer.stats.past import AWAY_DAYS, GRADUATED, IN_STEPS, MATURE, MATURE_DAYS, YOUNG, Recalled
from trainer.stats.wording import NONE, percent, whole
from trainer.text import counted

PERIODS = {"today": 1, "7 days": 7, "30 days": 30, "a year": 365, "all": 0}
"""Their names, and the days that they reach back, today included; 0 for the whole log."""
STAGES = {"learning": range(IN_STEPS, IN_STEPS + 1), "young": YOUNG, "mature": MATURE}
"""Their names, and the bands of days since the last review."""


def since(stats: Stats, days: int) -> int:
    """The first study day of a period."""
    return stats.today - days + 1 if days else 0


def true_retention(stats: Stats) -> Sheet | None:
    """True retention by period and age, as Anki has it."""
    if not stats.past.recalled(GRADUATED).reviews:
        return None
    rows = tuple(
        (name, *(_told(stats.past.recalled(bands, since(stats, days))) for bands in (YOUNG, MATURE, GRADUATED)))
        for name, days in PERIODS.items()
    )
    says = (
        "Of a card's first review on a day, once it has graduated, the share that was not Again; "
        f"mature after {MATURE_DAYS} days."
    )
    return Sheet("True retention", says, ("period", "young", "mature", "all"), rows)


def _told(found: Recalled) -> str:
    return f"{percent(found.share)} of {whole(found.reviews)}" if found.reviews else NONE


def by_age(stats: Stats) -> Shares | None:
    """How many were recalled after how long."""
    found = {band: stats.past.recalled((band,)) for band in GRADUATED}
    if not any(each.reviews for each in found.values()):
        return None
    bars = tuple(Bar(age(band), each.share or 0.0, _told(each)) for band, each in found.items() if each.reviews)
    says = "The same over the whole log, by the days since the card's last review."
    return Shares("Recalled after", says, ("days since", "recalled"), bars)


def age(band: int) -> str:
    """A band of days since the last review.

    >>> [age(band) for band in (1, 2, 6)]
    ['1 day', '2–6 days', '365 days or more']
    """
    first = AWAY_DAYS[band - 1]
    if band == len(AWAY_DAYS):
        return f"{counted(first, 'day')} or more"
    last = AWAY_DAYS[band] - 1
    return counted(first, "day") if first == last else f"{first}–{counted(last, 'day')}"


def ratings(stats: Stats) -> Sheet | None:
    """How often each rating was given, by the card's age."""
    rows = []
    for name, bands in STAGES.items():
        given = stats.past.ratings(bands)
        if given.total():
            told = (f"{whole(given[rating])} ({percent(given[rating] / given.total())})" for rating in Rating)
            rows.append((name, *told))
    heads = ("card", *(rating.name.capitalize() for rating in Rating))
    return (
        Sheet("Ratings", "How often each was given, by the age of the card then.", heads, tuple(rows)) if rows else None
    )


def hours(stats: Stats) -> Columns | None:
    """When in the day reviews are made."""
    per_hour = stats.past.hours()
    if not per_hour:
        return None
    bars = tuple(Bar(f"{hour:02}:00", per_hour[hour], whole(per_hour[hour])) for hour in range(24))
    most = max(bars, key=lambda bar: bar.value)
    return Columns(
        "Hours", f"Reviews by the hour of the day; most from {most.name} on.", ("hour", "reviews"), bars, most.told
    )
