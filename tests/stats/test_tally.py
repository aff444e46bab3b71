"""The log in numbers: counts, true retention by age, misses by somebody who was sure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logbook import about, log_of, options, rated, rows_of, tallied
from samples import DAY_0

from trainer.reviews import CardState, Review, Reviewing
from trainer.reviews.entries import Options, Recall, Reset, SetDue, Undo
from trainer.schedule import DeckOptions
from trainer.schedule.replay import change, replay
from trainer.stats.past import GRADUATED, IN_STEPS, MATURE, YOUNG, Past, Recalled, band_of


def past_of(*entries) -> Past:
    return tallied(rows_of(*entries))["d"].past


LEARNED = [rated("a", 3, 0), rated("a", 3, 0)]
"""Two Goods: through both steps."""


def test_a_hand_made_log_has_the_retention_that_a_hand_counts():
    past = past_of(
        *LEARNED,  # in its steps: neither counts
        rated("a", 3, 3),  # after 3 days, young, recalled
        rated("a", 1, 13),  # after 10 days, young, forgotten
        rated("a", 3, 13),  # the same day again: does not count
        rated("a", 3, 14),  # after 1 day, young, recalled
        rated("a", 2, 44),  # after 30 days, mature, recalled
        rated("a", 1, 144),  # after 100 days, mature, forgotten
        rated("b", 1, 144, practice=True),  # practice: does not count
    )
    assert past.recalled(YOUNG) == Recalled(3, 2)
    assert past.recalled(MATURE) == Recalled(2, 1)
    assert past.recalled(GRADUATED).share == 0.6
    assert past.recalled(GRADUATED, since_day=DAY_0 + 44) == Recalled(2, 1)
    assert past.ratings([IN_STEPS]) == {3: 3}
    assert past.reviews().total() == 8
    assert past.reviews(practice=True) == {DAY_0 + 144: 1}


def test_a_card_left_in_its_steps_overnight_says_nothing_of_remembering():
    assert past_of(rated("a", 3, 0), rated("a", 1, 1)).recalled(GRADUATED) == Recalled(0, 0)


@pytest.mark.parametrize(
    ("entry", "counted"),
    [
        (about(Reset, "a", 2), 0),
        (about(SetDue, "b", 2, due_day=DAY_0 + 9), 1),
        (about(Recall, "b", 2, stability=9.0, difficulty=5.0, interval_days=9, due_day=DAY_0 + 9, lapses=0), 1),
    ],
    ids=["reset", "set due", "recall"],
)
def test_what_moves_a_card_without_a_review_counts_too(entry, counted):
    past = past_of(*LEARNED, entry, rated(entry.card, 3, 9))
    assert past.recalled(GRADUATED).reviews == counted


def test_what_was_undone_does_not_count():
    lapse = rated("a", 1, 9)
    past = past_of(*LEARNED, lapse, about(Undo, "a", 9, undoes=lapse.id))
    assert past.recalled(GRADUATED) == Recalled(0, 0)
    assert past.reviews().total() == 2


def test_a_showing_counts_for_a_minute_at_most_and_at_its_hour_of_the_local_clock():
    late = replace(rated("a", 3, 0, hour=23, ms=3_600_000), tz_min=120)
    past = past_of(late, rated("b", 3, 0, ms=30_000))
    assert past.minutes() == {DAY_0: 1.5}
    assert past.hours() == {1: 1, 12: 1}


def test_a_log_read_in_slices_comes_to_the_same(monkeypatch):
    entries = [*LEARNED, *(rated(card, 3, day) for day in range(1, 9) for card in "abc")]
    whole = tallied(rows_of(*entries))["d"].past
    monkeypatch.setattr("trainer.reviews.tallies.SLICE", 4)
    _, tallies = log_of(entries)
    sliced = [row for after in range(0, tallies.last(), 4) for row in tallies.slice(["d"], after)]
    assert len(sliced) == len(entries)
    assert tallied(sliced)["d"].past == whole


def test_an_answer_by_somebody_who_was_sure_is_noted_until_it_is_recalled_on_a_later_day():
    wrong = rated("a", 1, 0, confidence=90)
    assert tallied(rows_of(wrong))["d"].sure == {"a": (DAY_0, 90)}
    assert tallied(rows_of(wrong, rated("a", 3, 0)))["d"].sure == {"a": (DAY_0, 90)}
    assert tallied(rows_of(wrong, rated("a", 1, 0), rated("a", 3, 0), rated("a", 3, 2)))["d"].sure == {}
    assert tallied(rows_of(rated("a", 1, 0, confidence=70)))["d"].sure == {}


def test_answers_are_counted_by_card_confidence_and_outcome_practice_too():
    made = [
        rated("a", 3, 0, confidence=90),
        rated("a", 3, 1, confidence=90, practice=True),
        rated("b", 1, 0, confidence=50),
    ]
    assert tallied(rows_of(*made))["d"].answers == {("a", (90, True)): 2, ("b", (50, False)): 1}


def test_ranges_are_counted_by_their_verdict_and_nothing_else_is_taken_for_one():
    hit = rated("a", 3, 0, mode="range", given="150-200", verdict="right")
    miss = rated("a", 1, 1, mode="range", given="10-20", verdict="wrong")
    typed = rated("a", 3, 2, mode="type", given='"mode":"range"', verdict="right")
    assert tallied(rows_of(hit, miss, typed))["d"].ranges == Counter({True: 1, False: 1})


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 4), st.integers(0, 40)), max_size=25),
    st.sampled_from([((60, 600), (600,)), ((), ()), ((60,), ()), ((60, 600, 3600), (60, 600))]),
)
def test_the_stages_are_those_of_a_replay(happened, steps):
    """0 is a reset, else a rating; the numbers are days between them."""
    day, entries = 0, []
    how = options(learning_steps=steps[0], relearning_steps=steps[1])
    for card, rating, passed in happened:
        day += passed
        entries.append(rated(card, rating, day) if rating else about(Reset, card, day))
    expected = Counter(_bands(how, entries))
    cells = tallied([*rows_of(how, *entries)])
    found: Counter[int] = Counter()
    for (_, _, band, _), (count, _) in (cells["d"].past.cells if "d" in cells else {}).items():
        found[band] += count
    assert found == expected


def _bands(how: Options, entries):
    """The bands of the reviews by the states that the scheduler itself comes to."""
    states = {}
    for entry in entries:
        state = states.get(entry.card, CardState())
        if isinstance(entry, Review):
            counts = isinstance(state.stage, Reviewing) and entry.day > state.last_day
            yield band_of(entry.day - state.last_day) if counts else IN_STEPS
        states[entry.card] = change(state, entry, DeckOptions.from_body(how.body))
    assert all(states[card] == replay([how, *(e for e in entries if e.card == card)]) for card in states)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 60), st.booleans()), max_size=30))
def test_sums_agree(made):
    reviews = [rated("a", rating, day, practice=practice) for rating, day, practice in made]
    past = past_of(*reviews) if reviews else Past()
    assert past.reviews().total() == sum(not review.practice for review in reviews)
    assert past.reviews().total() + past.reviews(practice=True).total() == len(reviews)
    assert past.ratings(range(7)).total() == past.hours().total() == past.reviews().total()
    ages = [past.recalled(bands) for bands in (YOUNG, MATURE)]
    assert sum(age.reviews for age in ages) == past.recalled(GRADUATED).reviews
    assert sum(past.minutes().values()) == pytest.approx(len(reviews) / 10)
    assert Past.together([past, past]).reviews().total() == 2 * past.reviews().total()
