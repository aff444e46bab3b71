"""Memory states and intervals are those of py-fsrs, the reference in Python, over long courses of ratings."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from trainer.reviews import Memory, Rating
from trainer.schedule import DeckOptions
from trainer.schedule.forgetting import Forgetting
from trainer.schedule.memory import outcomes
from trainer.schedule.options import DEFAULT_PARAMETERS

fsrs = pytest.importorskip("fsrs")

START = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
OTHER_WEIGHTS = (
    0.4, 1.1, 3.2, 15.5, 7.1, 0.53, 1.1, 0.02, 1.5, 0.12, 0.95, 1.9, 0.1, 0.3, 2.2, 0.25, 2.9, 0.6, 0.2, 0.1, 0.3,
)  # fmt: skip


def test_the_weights_are_the_published_ones():
    assert tuple(fsrs.scheduler.DEFAULT_PARAMETERS) == DEFAULT_PARAMETERS


@pytest.mark.parametrize("parameters", [DEFAULT_PARAMETERS, OTHER_WEIGHTS], ids=["published", "fitted"])
@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
def test_a_thousand_cards_remember_as_in_py_fsrs(parameters, retention):
    oracle = fsrs.Scheduler(parameters, retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    options = DeckOptions(desired_retention=retention, parameters=parameters, fuzz=False)
    rng = random.Random(f"{retention}{parameters[0]}")
    gaps = (0, 0, 1, 1, 2, 3, 7, 15, 31, 90, 365, 1000)
    for _ in range(170):
        card, memory, when, days = fsrs.Card(card_id=1), None, START, 0
        for _ in range(12):
            rating = rng.choice((1, 2, 3, 3, 3, 4))
            ours = outcomes(memory, days, options)[Rating(rating)]
            card, _ = oracle.review_card(card, fsrs.Rating(rating), when)
            assert (ours.memory.stability, ours.memory.difficulty) == pytest.approx(
                (card.stability, card.difficulty), rel=2e-4, abs=1e-4
            ), f"after {days} days, rated {rating}"
            assert max(1, ours.interval_days) == pytest.approx((card.due - when).days, rel=2e-3, abs=0.51)
            memory, days = ours.memory, rng.choice(gaps)
            when += dt.timedelta(days=days)


def test_recall_falls_as_in_py_fsrs():
    oracle = fsrs.Scheduler(enable_fuzzing=False)
    for stability, days in [(1.0, 0), (1.0, 1), (2.3, 10), (40.0, 3), (40.0, 400), (0.2, 30)]:
        card = fsrs.Card(card_id=1, stability=stability, difficulty=5.0, last_review=START, state=fsrs.State.Review)
        theirs = oracle.get_card_retrievability(card, START + dt.timedelta(days=days))
        assert Forgetting.of(DEFAULT_PARAMETERS).recall(stability, days) == pytest.approx(theirs, rel=1e-9)


def test_stability_is_the_time_until_nine_in_ten_are_recalled():
    for parameters in (DEFAULT_PARAMETERS, OTHER_WEIGHTS):
        assert Forgetting.of(parameters).recall(17.0, 17.0) == pytest.approx(0.9)


@pytest.mark.parametrize("retention", [0.7, 0.85, 0.9, 0.99])
def test_the_interval_ends_where_recall_has_fallen_to_the_desired_retention(retention):
    options = DeckOptions(desired_retention=retention)
    curve = Forgetting.of(options.parameters)
    for memory, interval_days in outcomes(Memory(30.0, 5.0), 30, options).values():
        assert curve.recall(memory.stability, interval_days) == pytest.approx(retention, abs=1e-4)
        assert curve.stabilities_until(retention) * memory.stability == pytest.approx(interval_days, rel=1e-3)
