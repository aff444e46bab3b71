"""What must hold of every card's four futures, whatever it has been through."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import DAY_0, DAY_MS, moment, review

from trainer.reviews import CardState, Learning, Memory, New, Rating, Relearning, Reviewing
from trainer.reviews.entries import Options
from trainer.schedule import DeckOptions
from trainer.schedule.balance import Loads
from trainer.schedule.futures import futures
from trainer.schedule.fuzz import bounds, fuzz_factor, spread_days, whole_days, within
from trainer.schedule.labels import wait_label
from trainer.schedule.replay import advance, replay, settled

STEPS = st.lists(st.integers(1, 3 * 86_400), max_size=4).map(tuple)
OPTIONS = st.builds(
    DeckOptions,
    desired_retention=st.sampled_from([0.7, 0.85, 0.9, 0.97, 0.99]),
    learning_steps=STEPS,
    relearning_steps=STEPS,
    maximum_interval_days=st.sampled_from([1, 2, 3, 30, 36_500]),
    fuzz=st.booleans(),
)
SHARES = st.sampled_from([0.0, 0.5, 1.0])
GAPS = st.integers(-30, 400) | st.sampled_from([0, 0, 1, -20 * 365, 30 * 365])
COURSES = st.lists(st.tuples(st.sampled_from(list(Rating)), GAPS), max_size=15)


def reviews_of(course):
    """A course as reviews, the clock moved by so many days before each, forwards or back."""
    day, made = DAY_0, []
    for index, (rating, days) in enumerate(course):
        day = max(1, day + days)
        made.append(review(rating=rating, day=day, ms_of_day=index * 60_000))
    return made


def studied(course, options) -> tuple[CardState, list]:
    state, made = CardState(), reviews_of(course)
    for each in made:
        state = advance(state, each, options)
    return state, made


@given(COURSES, OPTIONS, GAPS)
def test_hard_good_and_easy_never_come_back_in_another_order(course, options, days):
    state, made = studied(course, options)
    now = moment(max(1, (made[-1].day if made else DAY_0) + days))
    offered = futures(state, now, "the next review", options)
    graduated = [one.stage.interval_days for one in (offered.hard, offered.good, offered.easy)
                 if isinstance(one.stage, Reviewing)]  # fmt: skip
    assert graduated == sorted(graduated)
    if isinstance(state.stage, Reviewing):
        limit = options.maximum_interval_days
        assert all(a < b or a == b == limit for a, b in pairwise(graduated))


@given(COURSES, OPTIONS)
def test_no_card_is_due_before_its_review_nor_after_the_longest_interval(course, options):
    state = CardState()
    for each in reviews_of(course):
        state = advance(state, each, options)
        match state.stage:
            case Reviewing(interval_days, due_day, _):
                assert 1 <= interval_days <= options.maximum_interval_days
                assert due_day == each.day + interval_days
            case Learning(_, due_ms, _) | Relearning(_, due_ms, _):
                assert due_ms > each.at_ms


@given(COURSES, OPTIONS)
def test_days_and_counts_only_go_up_even_when_the_clock_goes_back(course, options):
    state, made = CardState(), reviews_of(course)
    for each in made:
        before, state = state, advance(state, each, options)
        assert state.last_day == max(before.last_day, each.day)
        assert state.last_ms == max(before.last_ms, each.at_ms)
        assert state.reps == before.reps + 1
        assert state.lapses - before.lapses == (isinstance(before.stage, Reviewing) and each.rating is Rating.AGAIN)
        assert state.first_day == made[0].day


@given(COURSES, OPTIONS)
def test_memory_stays_within_the_bounds_of_fsrs(course, options):
    state, made = studied(course, options)
    if made:
        assert 1 <= state.stage.memory.difficulty <= 10
        assert 0.001 <= state.stage.memory.stability <= 36_500


@given(st.lists(st.tuples(OPTIONS, COURSES), max_size=4))
def test_a_replay_leads_where_the_reviews_led_each_under_its_own_options(chapters):
    state, entries, day = CardState(), [], DAY_0
    for options, course in chapters:
        entries.append(Options("o", day * DAY_MS, 0, day, "d", options.body()))
        for each in reviews_of(course):
            state = advance(state, each, options)
            entries.append(each)
    assert replay(entries) == state


@given(COURSES, OPTIONS)
def test_the_key_says_what_the_answer_does(course, options):
    state, _ = studied(course, options)
    last = review(rating=1, day=state.last_day or DAY_0)
    offered = futures(state, moment(last.day), last.id, options)
    for rating in Rating:
        made = review(rating=rating, day=last.day)
        made = type(made)(last.id, last.at_ms, 0, last.day, "d", "c", rating, 0)
        assert advance(state, made, options) == offered.after(rating)
        assert wait_label(offered.after(rating), moment(last.day))


@given(COURSES, OPTIONS, st.dictionaries(st.integers(0, 60), st.integers(1, 9)), st.tuples(*[SHARES] * 7))
def test_a_balanced_key_says_what_the_answer_does_and_what_a_replay_without_loads_does(course, options, due, shares):
    state, _ = studied(course, options)
    day = state.last_day or DAY_0
    loads = Loads(lambda *_: {day + days: count for days, count in due.items()}, shares)
    offered = futures(state, moment(day), "seed", options, loads)
    for rating in Rating:
        made, after = settled(state, replace(review(rating=rating, day=day), id="seed"), options, loads)
        assert after == offered.after(rating)
        assert advance(state, made, options) == after


def test_options_survive_the_log_whatever_they_are():
    options = DeckOptions(0.87, (30, 600), (), 400, fuzz=False, parameters=tuple(x / 7 for x in range(21)))
    assert DeckOptions.from_body(options.body()) == options
    assert DeckOptions.from_body({**options.body(), "of a later version": [1]}) == options
    assert DeckOptions.from_body({}) == DeckOptions(leech_threshold=0)


def test_fewer_steps_than_a_card_has_come_through_do_no_harm():
    waiting = CardState(Learning(3, DAY_0 * DAY_MS, Memory(1.0, 5.0)), DAY_0, DAY_0, DAY_0 * DAY_MS, reps=3)
    for steps, good in (((60, 600, 900), Reviewing), ((60,), Reviewing), ((), Reviewing)):
        offered = futures(waiting, moment(), "seed", DeckOptions(learning_steps=steps))
        assert isinstance(offered.good.stage, good)
        assert isinstance(offered.again.stage, Learning if steps else Reviewing)


def fuzzed(interval: float, minimum: int, maximum: int, factor: float) -> int:
    return within(*bounds(interval, minimum, maximum), factor)


@given(st.floats(0, 50_000), st.integers(1, 400), st.integers(1, 36_500), st.text(max_size=8))
def test_fuzz_stays_within_its_spread_and_its_limits(interval, minimum, maximum, seed):
    days = fuzzed(interval, minimum, maximum, fuzz_factor(seed))
    assert days == fuzzed(interval, minimum, maximum, fuzz_factor(seed))
    assert min(minimum, maximum) <= days <= maximum
    wished = min(max(interval, min(minimum, maximum)), maximum)
    assert abs(days - wished) <= spread_days(wished) + 1


def test_fuzz_takes_every_day_of_its_spread_about_equally_often():
    days = [fuzzed(10.0, 1, 36_500, fuzz_factor(f"review {n}")) for n in range(5000)]
    counts = {day: days.count(day) for day in sorted(set(days))}
    assert list(counts) == [8, 9, 10, 11, 12]
    assert max(counts.values()) < 1.2 * min(counts.values())


@pytest.mark.parametrize(
    ("interval", "days"), [(0.1, 1), (1.49, 1), (1.5, 2), (2.5, 3), (4.5, 5), (99.4, 99), (101, 100)]
)
def test_without_fuzz_an_interval_is_rounded_half_up_within_its_limits(interval, days):
    assert whole_days(interval, 1, 100) == days


# From Anki's own tests (rslib/src/scheduler/states/fuzz.rs): interval, minimum, maximum; first, middle and last day
@pytest.mark.parametrize(
    "numbers",
    [
        (1.0, 1, 1000, 1, 1, 1), (2.49, 1, 1000, 2, 2, 2), (2.5, 1, 1000, 2, 3, 4), (7.0, 1, 1000, 5, 7, 9),
        (17.0, 1, 1000, 14, 17, 20), (37.0, 1, 1000, 33, 37, 41), (2.0, 2, 1000, 2, 2, 2), (2.0, 3, 1000, 3, 4, 4),
        (2.0, 3, 3, 3, 3, 3), (6.9, 3, 1000, 5, 7, 9), (7.1, 3, 1000, 5, 7, 9), (19.9, 3, 1000, 17, 20, 23),
        (20.1, 3, 1000, 17, 20, 23), (100.0, 101, 1000, 101, 105, 108), (100.0, 1, 99, 92, 96, 99),
        (100.0, 97, 103, 97, 100, 103), (1.0, 3, 2, 2, 2, 2),
    ],
)  # fmt: skip
def test_fuzz_has_ankis_golden_numbers(numbers):
    interval, minimum, maximum, first, middle, last = numbers
    assert [fuzzed(interval, minimum, maximum, factor) for factor in (0.0, 0.5, 0.99)] == [first, middle, last]


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_thirty_years_of_easy_do_not_overflow(rng: random.Random):
    state, day = CardState(), DAY_0
    for _ in range(60):
        state = advance(state, review(rating=rng.choice((3, 4)), day=day), DeckOptions(learning_steps=()))
        assert not isinstance(state.stage, New)
        day = state.stage.due_day if isinstance(state.stage, Reviewing) else day
        day = min(day, 10_000_000)
    assert state.stage.interval_days <= 36_500
