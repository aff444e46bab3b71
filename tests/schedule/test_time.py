"""Days begin at the chosen hour of the local clock, whatever the clock does."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from samples import DAY_0, DAY_MS, review

from trainer.reviews import CardState, Reviewing
from trainer.schedule import DeckOptions, Moment
from trainer.schedule.replay import advance

# Where and when the clocks change, in both directions, by an hour and by half an hour
CHANGES = [
    ("Europe/London", 2026, 3, 29), ("Europe/London", 2026, 10, 25),
    ("America/New_York", 2026, 3, 8), ("America/New_York", 2026, 11, 1),
    ("Australia/Lord_Howe", 2026, 4, 5), ("Australia/Lord_Howe", 2026, 10, 4),
    ("Asia/Tokyo", 2026, 3, 29), ("Africa/Casablanca", 2026, 2, 15), ("America/Santiago", 2026, 4, 5),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "year", "month", "date"), CHANGES)
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 4, 23])
def test_the_study_day_never_goes_back_and_turns_once_when_the_clocks_change(zone, year, month, date, hour):
    start = dt.datetime(year, month, date, tzinfo=dt.UTC) - dt.timedelta(hours=30)
    instants = [(start + dt.timedelta(minutes=10 * n)).astimezone(ZoneInfo(zone)) for n in range(6 * 84)]
    days = [Moment.of(when, hour).day for when in instants]
    turns = [(when, after - before) for when, before, after in zip(instants[1:], days, days[1:], strict=False)
             if after != before]  # fmt: skip
    assert [step for _, step in turns] in ([1] * 3, [1] * 4)
    if hour == 4:
        assert {(when.hour, when.minute) for when, _ in turns} == {(4, 0)}


@pytest.mark.parametrize(
    ("wall", "hour", "date"),
    [
        ("2026-03-02T03:59:59", 4, "2026-03-01"),
        ("2026-03-02T04:00:00", 4, "2026-03-02"),
        ("2026-03-02T00:00:00", 0, "2026-03-02"),
        ("2024-03-01T01:00:00", 4, "2024-02-29"),
        ("2026-01-01T22:59:00", 23, "2025-12-31"),
        ("2038-01-19T03:14:08", 4, "2038-01-18"),
        ("1970-01-01T03:00:00", 4, "1969-12-31"),
    ],
)
def test_the_study_day_begins_at_the_chosen_hour(wall, hour, date):
    when = dt.datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo("Asia/Kathmandu"))
    moment = Moment.of(when, hour)
    assert moment.date.isoformat() == date
    assert moment.tz_min in {330, 345}
    assert moment.ms == round(when.timestamp() * 1000)


def test_one_instant_may_be_another_study_day_elsewhere():
    instant = dt.datetime(2026, 3, 1, 3, tzinfo=dt.UTC)
    dates = [Moment.of(instant.astimezone(ZoneInfo(zone)), 4).date.isoformat()
             for zone in ("Asia/Tokyo", "Europe/London", "America/Los_Angeles")]  # fmt: skip
    assert dates == ["2026-03-01", "2026-02-28", "2026-02-28"]


def test_a_time_without_its_zone_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="zone"):
        Moment.of(dt.datetime(2026, 3, 1), 4)  # noqa: DTZ001


YEARS = 365
OPTIONS = DeckOptions(fuzz=False)


def graduated() -> CardState:
    return CardState(advance(CardState(), review(rating=4), OPTIONS).stage, DAY_0, DAY_0, DAY_0 * DAY_MS, 1)


@pytest.mark.parametrize("days", [-1, -2, -30, -20 * YEARS, -40 * YEARS])
@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_a_clock_that_went_back_counts_as_the_same_day(days, rating):
    before = graduated()
    after = advance(before, review(rating=rating, day=DAY_0 + days), OPTIONS)
    same_day = advance(before, review(rating=rating, day=DAY_0), OPTIONS)
    assert after.stage.memory == same_day.stage.memory
    assert after.last_day == DAY_0
    if isinstance(after.stage, Reviewing):
        assert after.stage.due_day > DAY_0 + days


def test_once_the_clock_is_right_again_the_days_since_the_last_right_review_count():
    wrong = advance(graduated(), review(rating=3, day=DAY_0 - 20 * YEARS), OPTIONS)
    right = advance(wrong, review(rating=3, day=DAY_0 + 10), OPTIONS)
    assert right.stage.interval_days < 200
    assert right.stage.due_day > DAY_0 + 10


def test_a_clock_thirty_years_ahead_gives_a_due_day_after_that_and_within_the_longest_interval():
    after = advance(graduated(), review(rating=3, day=DAY_0 + 30 * YEARS), OPTIONS)
    assert DAY_0 + 30 * YEARS < after.stage.due_day <= DAY_0 + 30 * YEARS + 36_500
