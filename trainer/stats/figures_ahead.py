"""Figures of the days: today, those to come, those that were."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from trainer.schedule.balance import weekday
from trainer.schedule.forecast import FORECAST_DAYS
from trainer.stats.figures import NOT_NAMED, Bar, Calendar, Columns, Shares, Sheet
from trainer.stats.memories import Known
from trainer.stats.numbers import Named, Stats
from trainer.stats.past import GRADUATED
from trainer.stats.wording import day_of, percent, short_day, spent, whole
from trainer.text import counted, one_line

PAST_DAYS = 91
"""Thirteen weeks, today included."""
YEAR_WEEKS = 53
_MOST_TOPICS = 15


def today(stats: Stats) -> Sheet:
    """What a person wants to know first."""
    return Sheet("Today", _first_sentence(stats), NOT_NAMED, tuple(_first_rows(stats)))


def _first_sentence(stats: Stats) -> str:
    left = stats.counts.total
    done = stats.reviews[stats.today]
    return (f"{counted(left, 'card')} to go" if left else "Nothing to go") + f", {counted(done, 'review')} done."


def _first_rows(stats: Stats) -> Iterator[tuple[str, str]]:
    counts, known, month = stats.counts, stats.known, stats.past.recalled(GRADUATED, stats.today - 29)
    yield "to go today", f"{counts.due} due, {counts.learning} learning, {counts.new} new"
    yield (
        "done today",
        f"{counted(stats.reviews[stats.today], 'review')} in {spent(stats.minutes.get(stats.today, 0))}",
    )
    yield "cards", f"{whole(stats.size)}: {_standing(stats)}"
    yield "known today", f"{percent(known.share_now)} of all cards, {percent(known.recall)} of those met"
    yield from _outlook(stats)
    yield "recalled", f"{percent(month.share)} in 30 days, {percent(stats.retention)} in all"
    yield "reviews", f"{whole(stats.reviews.total())} on {counted(len(stats.reviews), 'day')}, {_spent(stats)}"


def _outlook(stats: Stats) -> Iterator[tuple[str, str]]:
    """How ready the deck will be for the briefing; else how much will be known on some day."""
    if stats.plan is not None:
        date, plan = stats.date(stats.plan.day), stats.plan
        idle = f"{percent(plan.now)} if nothing more is studied"
        yield f"ready for {short_day(date)}", f"{percent(plan.share)} with {plan.minutes} min a day, {idle}"
    elif stats.then is not None:
        idle = f"{percent(stats.known.share_then)} if nothing more is studied"
        yield f"known on {short_day(stats.date(stats.then))}", idle


def _standing(stats: Stats) -> str:
    queues = stats.queues
    in_steps = queues.get("learning", 0) + queues.get("relearning", 0)
    parts = {"new": queues.get("new", 0), "learning": in_steps, "in review": queues.get("reviewing", 0)}
    if suspended := queues.get("suspended", 0):
        parts["suspended"] = suspended
    return ", ".join(f"{whole(count)} {name}" for name, count in parts.items())


def _spent(stats: Stats) -> str:
    return f"{spent(sum(stats.minutes.values()))} in all"


def known_by_brief(stats: Stats) -> Shares | None:
    """How much is known of each brief."""
    return _known(stats, "brief", [(_title(stats, brief), each) for brief, each in stats.known_by_brief().items()])


def known_by_tag(stats: Stats) -> Shares | None:
    """How much is known of each topic."""
    return _known(stats, "topic", list(stats.known_by_tag().items()))


def _known(stats: Stats, of: str, topics: Sequence[tuple[str, Known]]) -> Shares | None:
    if not topics:
        return None
    bars = tuple(Bar(one_line(name), each.share_now or 0.0, _told(each)) for name, each in topics[:_MOST_TOPICS])
    left_out = f" The {_MOST_TOPICS} least known of {len(topics)}." if len(topics) > _MOST_TOPICS else ""
    on = f"by {short_day(stats.date(stats.then))}" if stats.then is not None else "by each deck's day"
    says = f"The share that would be recalled today → what is left of it {on}. New cards count as not known.{left_out}"
    return Shares(f"Known by {of}", says, (of, "today → then, cards met"), bars)


def _title(stats: Stats, brief: Named) -> str:
    return (stats.briefs[brief].title if brief in stats.briefs else "") or brief[1]


def _told(each: Known) -> str:
    return f"{percent(each.share_now)} → {percent(each.share_then)}, {each.met} of {each.cards}"


def due(stats: Stats) -> Columns | None:
    """Cards due on each of the days to come."""
    forecast = stats.forecast
    if not forecast.total:
        return None
    bars = [_bar(stats, day, count + (forecast.overdue if day == stats.today else 0)) for day, count in forecast.days]
    lapses = sum(forecast.lapses.values())
    parts = [_coming(forecast.total)]
    if forecast.overdue:
        parts.append(f"{whole(forecast.overdue)} overdue, counted today")
    if forecast.fullest:
        parts.append(f"after today most on {short_day(stats.date(forecast.fullest[0]))} ({whole(forecast.fullest[1])})")
    parts.append(f"about {whole(lapses)} forgotten and seen twice")
    return Columns("Due", "; ".join(parts) + ".", ("day", "cards"), tuple(bars), _most(bars))


def _coming(total: int) -> str:
    one, several = "card of those in review comes back", "cards of those in review come back"
    return f"{counted(total, one, several)} within {FORECAST_DAYS} days"


def calendar(stats: Stats) -> Calendar | None:
    """A year of reviews."""
    if not stats.reviews:
        return None
    practice = stats.past.reviews(practice=True)
    first = stats.today - weekday(stats.today) - 7 * (YEAR_WEEKS - 1)
    done = {day: stats.reviews[day] + practice[day] for day in range(first, stats.today + 1)}
    weeks = tuple(
        tuple(_square(stats, day, done[day]) if day <= stats.today else None for day in range(monday, monday + 7))
        for monday in range(first, first + 7 * YEAR_WEEKS, 7)
    )
    days = sum(1 for count in done.values() if count)
    says = f"{counted(sum(done.values()), 'showing')} on {counted(days, 'day')} of the last year, practice included."
    return Calendar("Calendar", says, ("day", "showings"), weeks)


def reviews_a_day(stats: Stats) -> Columns | None:
    """Reviews on each of the last days."""
    return _past_days(stats, "Reviews a day", stats.reviews, whole, "review")


def minutes_a_day(stats: Stats) -> Columns | None:
    """Minutes on each of the last days."""
    return _past_days(stats, "Minutes a day", stats.minutes, lambda minutes: f"{minutes:.1f}", "minute")


def _past_days(
    stats: Stats, title: str, per_day: Mapping[int, float], told: Callable[[float], str], unit: str
) -> Columns | None:
    days = range(stats.today - PAST_DAYS + 1, stats.today + 1)
    values = [per_day.get(day, 0) for day in days]
    if not sum(values):
        return None
    studied = sum(1 for value in values if value)
    says = (
        f"{counted(round(sum(values)), unit)} on {counted(studied, 'day')} of the last {PAST_DAYS}: "
        f"{sum(values) / studied:,.1f} on such a day."
    )
    bars = tuple(_bar(stats, day, value, told(value)) for day, value in zip(days, values, strict=True))
    return Columns(title, says, ("day", f"{unit}s"), bars, _most(bars))


def _square(stats: Stats, day: int, value: int) -> Bar:
    return Bar(stats.date(day).isoformat(), value, whole(value))


def _bar(stats: Stats, day: int, value: float, told: str | None = None) -> Bar:
    return Bar(short_day(stats.date(day)), value, whole(value) if told is None else told)


def _most(bars: tuple[Bar, ...] | list[Bar]) -> str:
    return max(bars, key=lambda bar: bar.value).told


def headline(stats: Stats) -> str:
    """What the stats are of, and when."""
    return f"{stats.title} on {day_of(stats.date(stats.today))}"
