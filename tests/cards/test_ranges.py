"""A range is inside or not, and scored by the interval score of Winkler (1972)."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards import Kind
from trainer.cards.ranges import Range, number_of, parse_range, score_range


@pytest.mark.parametrize(
    ("question", "answer", "number"),
    [
        ("How many troops had it?", "13,000", 13_000),
        ("How many troops had it?", "about 13,000", 13_000),
        ("How much was paid?", "$4.4 million", 4_400_000),
        ("What did it carry?", "45 percent", 45),
        ("It has [...] states.", "seventeen", 17),
        ("How many fell?", "at least 168", None),
        ("How many were there?", "800 to 1,000", None),
        ("It fell in [...].", "2014", None),
        ("When was it?", "2014", None),
        ("Who was it?", "Abdoulaye Diop", None),
        ("What was it?", "two coups", None),
    ],
)
def test_the_number_of_a_card(question: str, answer: str, number) -> None:
    assert number_of(card(question, answer)) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("150-200", Range(150, 200)),
        ("from 150 to 200", Range(150, 200)),
        ("between 1.5 and 2 thousand", Range(1_500, 2_000)),
        ("168", Range(168, 168)),
        ("200-150", None),
        ("a few", None),
        ("", None),
        ("$150-200", Range(150, 200)),
    ],
)
def test_a_range_is_read(text: str, found) -> None:
    assert parse_range(text, card("How many fell?", "168", Kind.HOW_MANY)) == found


def test_a_range_in_another_currency_is_none() -> None:
    assert parse_range("€4-5 million", card("How much was paid?", "$4.4 million")) is None


@pytest.mark.parametrize(
    ("said", "number", "inside", "score"),
    [
        (Range(150, 200), 168, True, 50),
        (Range(168, 168), 168, True, 0),
        (Range(150, 160), 168, False, 10 + 10 * 8),
        (Range(170, 200), 168, False, 30 + 10 * 2),
        (Range(200, 150), 168, True, 50),
        (Range(-5, 5), 0, True, 10),
    ],
)
def test_the_interval_score_at_four_in_five(said: Range, number: float, inside: bool, score: float) -> None:
    found = score_range(said, number)
    assert (found.inside, found.score) == (inside, score)
    assert found.relative == (score / abs(number) if number else score)


def test_the_best_range_holds_the_number_as_often_as_was_asked() -> None:
    drawn = [*range(1, 101)]
    total = {width: sum(score_range(Range(50 - width, 51 + width), n).score for n in drawn) for width in range(50)}
    assert min(total, key=total.__getitem__) in {38, 39, 40}
