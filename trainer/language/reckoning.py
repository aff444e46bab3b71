"""A date mention placed in the calendar: with the brief's day, and the date that the passage gave before.

What no rule makes certain is None, so that no card is dated by a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.values.dates import PartialDate, day_of, first_day, month_of, shifted

if TYPE_CHECKING:
    from trainer.language.dates import DateMention

LONG_MONTHS = 8
"""What is said to lie ahead, and would come only after so many months, may have been due and have passed."""
LATEST_MONTHS = 6
"""So many months after it was over, a quarter told by its number alone is still the latest of that number."""
ROUND_FIGURE = 10
"""So many weeks, months or years are no exact count any more."""
RECENT_DAYS = 60
"""A yearless date this close before the brief may be told as news, whatever year the passage spoke of."""
FOLLOWING_DAYS = 31
"""A day without a year so soon after the one before it is of the same story; any other may be of the brief's year."""


class Anchor(StrEnum):
    """What a relative date is counted from."""

    BRIEF = "brief"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a relative date is counted."""

    anchor: Anchor
    """From the brief's day, or from the date that the passage gave before."""
    unit: str
    """`day`, `week`, `month`, `year`, `quarter`, `weekday`, `named month`."""
    steps: int = 0
    """How many units later; negative for earlier."""
    weekday: int = -1
    """Monday is 0; -1 for all but weekdays."""
    rough: bool = False
    """Whether the steps are a round figure: `two weeks later`, `a year ago`."""


@dataclass(frozen=True, slots=True)
class Context:
    """The date before, in the same passage."""

    date: PartialDate
    """As it was placed."""
    near: bool = False
    """Whether it stands in the same sentence."""


def resolve(
    mention: DateMention, written: dt.date | None, *, future: bool = False, context: Context | None = None
) -> PartialDate | None:
    """The date in the calendar, read on the day of the brief; None where that would be a guess.

    A date without a year is the latest one not after the brief, or, said of the future, the first one after it, unless
    the passage spoke of another year just before. A week is given as its month, and only if all of it lies in one.
    """
    if mention.reckoning is not None:
        base = _reckoned(mention, written, future=future, context=context)
    elif mention.relative:
        return None
    elif mention.year:
        base = PartialDate(mention.year, mention.month, mention.day)
    else:
        base = _of_some_year(mention, written, future=future, context=context)
    return _shaped(mention, base) if base is not None and base.is_real() else None


def _shaped(mention: DateMention, base: PartialDate) -> PartialDate | None:
    """The placed date with the mention's part and other end."""
    date = replace(base, part=mention.part or base.part)
    if mention.until:
        last = (mention.until[0] or base.year + (mention.until[1:] < (base.month, base.day)[: len(mention.until) - 1]),
                *mention.until[1:])  # fmt: skip
        if mention.until[0] and not mention.year:
            earlier = mention.until[1:] >= (mention.month, mention.day)[: len(mention.until) - 1]
            date = replace(date, year=mention.until[0] - (not earlier))
        date = replace(date, until=last, link=mention.link)
    return date if date.is_real() else None


def _of_some_year(
    mention: DateMention, written: dt.date | None, *, future: bool, context: Context | None
) -> PartialDate | None:
    """A date without its year."""
    if mention.until and mention.until[0]:
        return PartialDate(mention.until[0], mention.month, mention.day)
    if not mention.month or (written is None and context is None):
        return None
    latest = _nearest_year(mention, written, future=future) if written is not None else None
    if future or context is None or not _names_a_year(context) or _is_last_before(mention, latest, context.date):
        return latest
    told, other = _years_told(mention, context.date, written)
    if told is None or other is not None:
        return latest if latest in {told, other} else None
    if latest is None or told == latest:
        return told
    return _of_story_or_news(mention, told, latest, context, written)


def _of_story_or_news(
    mention: DateMention, told: PartialDate, latest: PartialDate, context: Context, written: dt.date | None
) -> PartialDate | None:
    """The year of the story where its day follows on; that of the brief where the story would go back for news.

    None where all that the sentence gives before is a year: most months behind one are of the year of the brief.
    """
    if context.near:
        return told if context.date.month else None
    recent = written is not None and (written - first_day(latest)).days < RECENT_DAYS
    if recent and mention.day and context.date.day and told < context.date:
        return latest
    return told if follows(told, context.date) and not recent else None


def _is_last_before(mention: DateMention, latest: PartialDate | None, anchor: PartialDate) -> bool:
    """`said in May that 600 had died since | January`: the last such day before, for the brief and for the story."""
    return mention.preposition == "since" and latest is not None and first_day(latest) <= first_day(anchor)


def follows(told: PartialDate, anchor: PartialDate) -> bool:
    """Whether a day comes so soon after the one before it that the story goes on there."""
    days = (first_day(told) - first_day(anchor)).days if anchor.month else FOLLOWING_DAYS
    return bool(told.day) and 0 <= days < FOLLOWING_DAYS


def _names_a_year(context: Context) -> bool:
    """Whether the date before is exact enough to set the year: a month or day, or a year in the same sentence."""
    return bool(context.date.month) or context.near


def _years_told(
    mention: DateMention, anchor: PartialDate, written: dt.date | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """The date in the year that puts it near the anchor, and in a second one that would do; none after the brief."""
    here = PartialDate(anchor.year, mention.month, mention.day)
    months = mention.month - anchor.month if anchor.month else 0
    years = [here]
    if months < -6:
        years = [shifted_years(here, 1)]
    elif not -3 <= months <= 6:
        years = [here, shifted_years(here, 1 if months < 0 else -1)]
    past = [date for date in years if date.is_real() and (written is None or first_day(date) <= written)]
    return (*past, None, None)[0], (*past, None, None)[1]


def shifted_years(date: PartialDate, steps: int) -> PartialDate:
    """The same month and day in another year."""
    return replace(date, year=date.year + steps)


def _nearest_year(mention: DateMention, written: dt.date, *, future: bool) -> PartialDate | None:
    """The latest such date not after the brief; of the future the first one after it, unless that is far off."""
    this_year = PartialDate(written.year, mention.month, mention.day)
    today = day_of(written) if mention.day else month_of(written)
    if not future:
        return this_year if this_year <= today else shifted_years(this_year, -1)
    ahead = this_year if this_year >= today else shifted_years(this_year, 1)
    months = (ahead.year - written.year) * 12 + ahead.month - written.month
    return ahead if months <= LONG_MONTHS else None


def _reckoned(
    mention: DateMention, written: dt.date | None, *, future: bool, context: Context | None
) -> PartialDate | None:
    how = mention.reckoning
    assert how is not None  # noqa: S101 - the caller looked
    if how.anchor is Anchor.PASSAGE:
        return _from_passage(mention, how, context.date) if context is not None else None
    return _from_brief(mention, how, written, future=future, context=context) if written is not None else None


def _from_brief(
    mention: DateMention, how: Reckoning, written: dt.date, *, future: bool, context: Context | None
) -> PartialDate | None:
    """`yesterday`, `on Monday`, `last July`, `21 February last year`, `two weeks ago`."""
    if how.unit == "weekday":
        return _weekday(how, written, future=future)
    if how.unit.startswith("named"):
        return (
            _named_month(mention, how, written) if mention.month else _named_part(how, written, context, future=future)
        )
    if mention.month:
        return PartialDate(written.year + how.steps, mention.month, mention.day)
    return _rough(day_of(written), how) if how.rough else _counted(written, how)


def _counted(written: dt.date, how: Reckoning) -> PartialDate | None:
    """`yesterday`, `last week`, `next month`, `last quarter`: whole units of the calendar."""
    if how.unit == "day":
        return day_of(written + dt.timedelta(days=how.steps))
    if how.unit == "week":
        return _month_of_week(written + dt.timedelta(weeks=how.steps))
    if how.unit == "month":
        return shifted(month_of(written), how.steps)
    if how.unit == "quarter":
        years, quarter = divmod((written.month - 1) // 3 + how.steps, 4)
        ordinal = ("first", "second", "third", "fourth")[quarter]
        return PartialDate(written.year + years, part=f"the {ordinal} quarter of")
    return PartialDate(written.year + how.steps) if how.unit == "year" else None


def _rough(anchor: PartialDate, how: Reckoning) -> PartialDate | None:
    """`three days ago` is that day; `two weeks ago` its month, `two years ago` its year, where the slack leaves one."""
    if not anchor.day or how.unit == "day":
        return shifted(anchor, how.steps) if anchor.day and how.unit == "day" else None
    slack = {"week": 3, "month": 12, "year": 90}.get(how.unit)
    if slack is None or abs(how.steps) >= ROUND_FIGURE:
        return None
    middle = _moved(anchor, how)
    early, late = (day_of(middle + dt.timedelta(days=days)) for days in (-slack, slack))
    if how.unit == "year":
        return PartialDate(middle.year) if early.year == late.year else None
    return month_of(middle) if (early.year, early.month) == (late.year, late.month) else None


def _moved(anchor: PartialDate, how: Reckoning) -> dt.date:
    """The day so many weeks, months or years from the anchor."""
    if how.unit == "week":
        return first_day(anchor) + dt.timedelta(weeks=how.steps)
    month = shifted(PartialDate(anchor.year, anchor.month), how.steps * (12 if how.unit == "year" else 1))
    return first_day(PartialDate(month.year, month.month, min(anchor.day, 28)))


def _from_passage(mention: DateMention, how: Reckoning, anchor: PartialDate) -> PartialDate | None:
    """`three days later`, `that month`, `a year earlier`, `12 October of that year`, `on the 12th`."""
    if anchor.until or anchor.part.startswith(("the first", "the second", "the third", "the fourth")):
        return None
    if mention.month:
        return _month_of_that_year(mention, how, anchor)
    step = {"year": _years_on, "month": _months_on, "week": _weeks_on, "day": _days_on, "weekday": weekday_beside}.get(
        how.unit, _in_that_month
    )
    return step(anchor, how)


def _years_on(anchor: PartialDate, how: Reckoning) -> PartialDate:
    """A year; `a year earlier` than a month is that month."""
    same_month = anchor.month and not anchor.day and how.rough
    return shifted_years(anchor.whole, how.steps) if same_month else PartialDate(anchor.year + how.steps)


def _months_on(anchor: PartialDate, how: Reckoning) -> PartialDate | None:
    if not anchor.month:
        return None
    exact = not how.rough or not anchor.day
    return shifted(PartialDate(anchor.year, anchor.month), how.steps) if exact else _rough(anchor, how)


def _weeks_on(anchor: PartialDate, how: Reckoning) -> PartialDate | None:
    if not anchor.day or anchor.part:
        return None
    return _rough(anchor, how) if how.rough else _month_of_week(first_day(anchor) + dt.timedelta(weeks=how.steps))


def _days_on(anchor: PartialDate, how: Reckoning) -> PartialDate | None:
    return shifted(anchor.whole, how.steps) if anchor.day and not anchor.part else None


def weekday_beside(anchor: PartialDate, how: Reckoning) -> PartialDate | None:
    """`the following Monday`: the next one after the day that was told, or the last one before it."""
    if not anchor.day or anchor.part:
        return None
    day = first_day(anchor)
    steps = (how.weekday - day.weekday()) % 7 or 7 if how.steps > 0 else -((day.weekday() - how.weekday) % 7 or 7)
    return day_of(day + dt.timedelta(days=steps))


def _in_that_month(anchor: PartialDate, how: Reckoning) -> PartialDate | None:
    """`the 12th` of the month, not before the day that was told."""
    later = how.unit == "day of month" and anchor.month and how.steps >= anchor.day
    return PartialDate(anchor.year, anchor.month, how.steps) if later else None


def _month_of_that_year(mention: DateMention, how: Reckoning, anchor: PartialDate) -> PartialDate | None:
    """`October of that year`, `the following January`, `the previous May`, `that May`."""
    if how.unit == "year":
        return PartialDate(anchor.year + how.steps, mention.month, mention.day)
    if not anchor.month:
        return PartialDate(anchor.year, mention.month, mention.day) if how.steps == 0 else None
    if how.steps < 0:
        return PartialDate(anchor.year - (mention.month >= anchor.month), mention.month, mention.day)
    if how.steps:
        return PartialDate(anchor.year + (mention.month <= anchor.month), mention.month, mention.day)
    told, other = _years_told(mention, anchor, None)
    return told if other is None else None


def _weekday(how: Reckoning, written: dt.date, *, future: bool) -> PartialDate | None:
    """The latest such day before the brief, the next one of what lies ahead; None if the brief came out on one.

    `last Monday`, said on a Wednesday, is two days ago for some and nine for others: None.
    """
    days_ago = (written.weekday() - how.weekday) % 7
    if not days_ago:
        return None
    if future or how.steps > 0:
        same_week = how.weekday > written.weekday()
        return None if how.steps > 0 and same_week else day_of(written + dt.timedelta(days=7 - days_ago))
    ambiguous = how.steps < 0 and how.weekday < written.weekday()
    return None if ambiguous else day_of(written - dt.timedelta(days=days_ago))


def _named_part(how: Reckoning, written: dt.date, context: Context | None, *, future: bool) -> PartialDate | None:
    """`the third quarter`: the latest that is over, if the passage speaks of no other year; of the future the next.

    None for one that runs on the day of the brief, or was over so long ago that the next may be meant as well.
    """
    months = 3 if how.unit == "named quarter" else 6
    over = how.steps * months < written.month
    year = written.year + over if future else written.year - (not over)
    told = (written.month - 1 - how.steps * months) % 12 <= LATEST_MONTHS
    return PartialDate(year) if future or (told and (context is None or context.date.year == year)) else None


def _named_month(mention: DateMention, how: Reckoning, written: dt.date) -> PartialDate | None:
    """`last July` if July is not over yet this year, `this July`, `next January` if it is over."""
    year = written.year + how.steps
    if (how.steps < 0 and mention.month < written.month) or (how.steps > 0 and mention.month > written.month):
        return None
    return PartialDate(year, mention.month, mention.day)


def _month_of_week(day: dt.date) -> PartialDate | None:
    monday = day - dt.timedelta(days=day.weekday())
    sunday = monday + dt.timedelta(days=6)
    return month_of(monday) if monday.month == sunday.month else None


def context_for(mention: DateMention, before: Iterable[tuple[int, PartialDate]], at: int) -> Context | None:
    """The date that a mention of sentence `at` leans on, of those placed before it in the passage.

    What is counted in days leans on the nearest day of this or the last sentence, a yearless date on the nearest date.
    """
    how = mention.reckoning
    in_days = how is not None and how.anchor is Anchor.PASSAGE and how.unit in {"day", "week"}
    in_months = how is not None and how.anchor is Anchor.PASSAGE and how.unit == "month"
    to_weekday = how is not None and how.anchor is Anchor.PASSAGE and how.unit == "weekday"
    for where, date in reversed(list(before)):
        if (in_days or in_months) and at - where > 1:
            return None
        if ((in_days or to_weekday) and not date.day) or (in_months and not date.month):
            continue
        return Context(date, near=where == at)
    return None
