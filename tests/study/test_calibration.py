"""How sure and how right: Brier score, the reliability curve in the words of ICD 203, ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.study.calibration import LIKELIHOODS, Hits, by_topic, calibration, likelihood


def test_the_brier_score_is_the_one_reckoned_by_hand():
    """Five answers: 0.9 right twice and wrong once, 0.6 right, 0.5 wrong: (.01 + .01 + .81 + .16 + .25) / 5."""
    found = calibration({(90, True): 2, (90, False): 1, (60, True): 1, (50, False): 1})
    assert found is not None
    assert found.brier == pytest.approx(0.248)
    assert found.told == pytest.approx(0.76)
    assert found.right == pytest.approx(0.6)
    assert found.overconfidence == pytest.approx(0.16)


def test_the_reliability_curve_has_a_point_for_each_word_that_was_used():
    found = calibration({(90, True): 2, (80, False): 2, (60, True): 1, (100, True): 3})
    assert found is not None
    points = [(band.likelihood.word, band.answers, round(band.told, 3), band.right) for band in found.bands]
    assert points == [("likely", 1, 0.6, 1.0), ("very likely", 4, 0.85, 0.5), ("almost certain", 3, 1.0, 1.0)]


def test_nothing_said_is_no_calibration():
    assert calibration({}) is None


def test_the_words_of_icd_203_cover_every_percent_and_meet_at_their_ends():
    assert [(each.low, each.high) for each in LIKELIHOODS] == [
        (1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99),
    ]  # fmt: skip
    assert all(likelihood(percent) in LIKELIHOODS for percent in range(101))


def test_topics_are_scored_apart_most_answers_first():
    found = by_topic(
        [("mali", (90, True), 1), ("niger", (50, False), 2), ("mali", (50, True), 1), ("chad", (50, True), 1)]
    )
    assert [(topic, each.answers) for topic, each in found.items()] == [("mali", 2), ("niger", 2), ("chad", 1)]
    assert found["mali"].brier == pytest.approx((0.01 + 0.25) / 2)


@given(st.dictionaries(st.tuples(st.integers(0, 100), st.booleans()), st.integers(1, 50), min_size=1))
def test_bands_add_up_to_the_whole(outcomes):
    found = calibration(outcomes)
    assert found is not None
    assert 0 <= found.brier <= 1
    assert sum(band.answers for band in found.bands) == found.answers
    assert sum(band.answers * band.right for band in found.bands) == pytest.approx(found.answers * found.right)
    assert sum(band.answers * band.told for band in found.bands) == pytest.approx(found.answers * found.told)


def test_the_share_of_ranges_that_held_their_answer():
    assert Hits(5, 4).share == 0.8
    assert Hits().share is None
