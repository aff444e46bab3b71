"""Weights fitted to a log, the cost of a retention, and being ready by a day."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean

import pytest
from samples import DAY_0, DAY_MS, review

from trainer.reviews import Memory, Review, entry_id
from trainer.reviews.entries import Recall, Reset
from trainer.schedule.fitting import FEWEST, STEPS, courses, fitted
from trainer.schedule.habits import Habits, habits
from trainer.schedule.learner import Curve, Learned, Learner
from trainer.schedule.options import DEFAULT_PARAMETERS
from trainer.schedule.readiness import followed, gain, known_on, plan, readiness
from trainer.schedule.simulate import Limits, workload

FORGETFUL = (0.1, 0.3, 0.8, 3.0, *DEFAULT_PARAMETERS[4:20], 0.4)
"""The weights of somebody who forgets faster than the published ones say."""


def log_of(parameters, cards=300, each=8) -> list[Review]:
    """What a learner with these weights would leave behind, asked after ever longer waits."""
    head, entries = Learner(Curve(parameters), Habits(), seed=3), []
    for number in range(cards):
        card, day = Learned(None), DAY_0 + number // 10
        for turn in range(each):
            rating, _ = head.study(card, day, 0.9)
            at_ms = day * DAY_MS + number
            entries.append(Review(entry_id(at_ms), at_ms, 0, day, "d", f"c{number}", rating, 7000))
            day += 2**turn + number % 3
    return sorted(entries, key=lambda entry: entry.at_ms)


def learner(seed=1, parameters=DEFAULT_PARAMETERS) -> Learner:
    return Learner(Curve(parameters), Habits(), seed)


def new_cards(count: int) -> list[Learned]:
    return [Learned(None, key=str(number)) for number in range(count)]


def test_weights_fitted_to_a_forgetful_log_foretell_unseen_reviews_better():
    found = fitted(log_of(FORGETFUL), tell=(told := []).append)
    assert sum(told) == STEPS
    assert found.loss_after < found.loss_before - 0.002
    assert found.error_after < found.error_before
    assert found.held_out == found.reviews - int(found.reviews * 0.8)
    assert (found.is_better, len(found.parameters)) == (True, 21)


def test_too_few_reviews_are_not_fitted_to():
    assert fitted(log_of(DEFAULT_PARAMETERS, cards=FEWEST // 8, each=8)) is None


def test_a_reset_card_begins_a_new_course_and_a_foreign_memory_has_none():
    reset = Reset(entry_id(0), 0, 0, DAY_0 + 9, "d", "a")
    recall = Recall(entry_id(0), 0, 0, DAY_0, "d", "b", 3.0, 5.0, 4, DAY_0 + 4, 0)
    first, again = [review("a", 3), review("a", 3, DAY_0 + 4)], review("a", 1, DAY_0 + 9)
    found = courses([*first, reset, again, recall, review("b", 3, DAY_0 + 4)])
    assert [[(step.rating, step.elapsed_days) for step in each] for each in found] == [[(3, 0), (3, 4)], [(1, 0)]]


def test_practice_is_not_fitted_to():
    assert courses([replace(review("a", 3), practice=True)]) == []


def test_habits_are_ones_own_where_there_are_enough_reviews_and_the_usual_ones_else():
    assert habits([("d", "a", DAY_0, 4, 1500, 1)]) == Habits()
    mine = habits(("d", f"c{n}", DAY_0, 4 if n % 4 else 1, 1500, 1) for n in range(40))
    assert mine.first == (0.25, 0.0, 0.0, 0.75)
    assert (mine.first_s, mine.recalled_s) == (1.5, Habits().recalled_s)


def test_a_card_s_day_counts_once_by_its_first_review_and_with_all_its_seconds():
    days = [("d", f"c{n}", DAY_0, rating, 4000, 0) for n in range(80) for rating in ((1, 3, 3) if n % 4 else (2,))]
    mine = habits(days)
    assert (mine.recalled, mine.recalled_s, mine.forgotten_s) == ((1.0, 0.0, 0.0), 4.0, 12.0)
    assert mine.first == Habits().first


def test_a_higher_retention_costs_more_and_knows_more():
    loads = [workload(new_cards(200), learner(), range(100, 300), each, Limits(10, 200)) for each in (0.8, 0.9, 0.95)]
    minutes = [load.minutes_a_day for load in loads]
    assert minutes == sorted(minutes)
    assert loads[0].known < loads[1].known < loads[2].known <= 200
    assert all(abs(load.recalled - load.retention) < 0.06 for load in loads)


def test_a_simulation_leaves_the_cards_as_they_are_and_runs_the_same_way_each_time():
    cards = new_cards(50)
    runs = [workload(cards, learner(), range(60), 0.9, Limits(5, 50)) for _ in range(2)]
    assert runs[0] == runs[1]
    assert cards == new_cards(50)


def test_a_days_plan_keeps_to_its_minutes_and_takes_no_card_twice():
    cards = [*new_cards(100), *(Learned(Memory(5.0, 5.0), 90, 95, str(n)) for n in range(100, 200))]
    chosen = plan(cards, 100, 110, 10, learner())
    assert len({card.key for card in chosen}) == len(chosen) > 20
    assert sum(gain(card, 100, 110, learner())[1] for card in chosen) <= 600
    assert plan([Learned(Memory(5.0, 5.0), 100, 105)], 100, 110, 10, learner()) == []


def test_a_card_that_will_be_known_anyway_waits():
    sure, shaky = Learned(Memory(900.0, 5.0), 99, 999, "sure"), Learned(Memory(4.0, 5.0), 95, 99, "shaky")
    assert [card.key for card in plan([sure, shaky], 100, 107, 10, learner())] == ["shaky"]


def plain_days(cards, head, days, minutes) -> None:
    """What plain FSRS does with the same minutes: what is due, longest first, then new cards."""
    for day in days:
        spent_s = 0.0
        due = sorted((card for card in cards if card.memory and card.due_day <= day), key=lambda card: card.due_day)
        for card in [*due, *(card for card in cards if card.memory is None)]:
            if spent_s >= minutes * 60:
                break
            spent_s += head.study(card, day, 0.9)[1]


def test_the_plan_knows_more_on_the_day_than_plain_fsrs_with_the_same_minutes_and_does_not_pile_up():
    planned, plain = [], []
    for seed in range(4):
        cards, head = new_cards(300), learner(seed)
        minutes = [spent for _, spent in followed(cards, head, 100, 121, 10)]
        planned.append(known_on(cards, 121, head.curve))
        assert max(minutes) <= 10.5
        cards, head = new_cards(300), learner(seed)
        plain_days(cards, head, range(100, 121), 10)
        plain.append(known_on(cards, 121, head.curve))
    assert fmean(planned) > fmean(plain) + 0.03


def test_readiness_grows_with_the_minutes_and_is_judged_by_some_of_very_many_cards():
    shares = [readiness(new_cards(400), 100, 114, minutes, learner()).share for minutes in (5, 10, 20)]
    assert shares == sorted(shares)
    few = readiness(new_cards(1000), 100, 114, 20, learner()).share
    many = readiness(new_cards(10_000), 100, 114, 200, learner()).share
    assert many == pytest.approx(few, abs=0.03)


def test_a_deck_of_no_cards_is_ready():
    assert readiness([], 1, 5, 10, learner()).share == 1.0
