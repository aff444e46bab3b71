"""A range is read, and holds the number of its card or does not."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards import Kind
from trainer.cards.ranges import Range, number_of, parse_range


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
    ("said", "number", "inside"),
    [
        (Range(150, 200), 168, True),
        (Range(168, 200), 168, True),
        (Range(150, 168), 168, True),
        (Range(150, 167.9), 168, False),
        (Range(170, 200), 168, False),
        (Range(-5, 5), 0, True),
    ],
)
def test_a_range_holds_what_lies_between_its_ends_both_included(said: Range, number: float, inside: bool) -> None:
    assert said.holds(number) is inside
