"""A number is right by its value; a hedge or a unit that differs is said; no other number is ever right."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards import Kind
from trainer.cards.grade import Lack, Verdict
from trainer.cards.grading import grade


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("168", "one hundred sixty-eight"),
        ("168", "a hundred and sixty-eight"),
        ("13,000", "13000"),
        ("13,000", "13 thousand"),
        ("13,000", "13k"),
        ("13,000", "thirteen thousand troops"),
        ("1.2 million", "1,200,000"),
        ("1.2 million", "1 200 000"),
        ("1.2 million", "twelve hundred thousand"),
        ("1.2 million", "1.2m"),
        ("two and a half million", "2.5 million"),
        ("500,000", "half a million"),
        ("250,000", "a quarter of a million"),
        ("24", "two dozen"),
        ("800 to 1,000", "800-1,000"),
        ("800 to 1,000", "between 800 and 1,000"),
        ("800 to 1,000", "from eight hundred to one thousand"),
        ("2 to 3 million", "2-3 million"),
        ("nine", "nine of the 44"),
        ("1.2 million", "12,00,000"),
        ("4.5", "4,5"),
        ("-2.1", "minus 2.1"),
    ],
)
def test_a_number_is_right_however_it_is_written(answer: str, given: str) -> None:
    assert grade(card("How many were there?", answer, Kind.HOW_MANY), given).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("168", "186"),
        ("168", "160 8"),
        ("168", "168 or 186"),
        ("168", "300"),
        ("13,000", "1,300"),
        ("13,000", "130,000"),
        ("1.2 million", "1.2 billion"),
        ("800 to 1,000", "900"),
        ("800 to 1,000", "1,000 to 800"),
        ("three", "3 Engineer Regiment"),
        ("two", "the 2nd Battalion"),
        ("14", "14th"),
        ("9", "none"),
        ("9", "many"),
        ("9", "９９"),
        ("9", "-9"),
        ("1.5", "15"),
    ],
)
def test_a_number_that_differs_is_wrong(answer: str, given: str) -> None:
    assert grade(card("How many were there?", answer, Kind.HOW_MANY), given).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("question", "answer", "given", "verdict", "note"),
    [
        ("How many fell?", "at least 168", "168", "nearly", "right, but the source says at least"),
        ("At least how many fell?", "at least 168", "168", "right", ""),
        ("At least how many fell?", "168", "at least 168", "right", ""),
        ("At least how many fell?", "168", "168 or more", "right", ""),
        ("At least how many fell?", "168", "168+", "right", ""),
        ("At least how many fell?", "168", "more than 168", "nearly", "right, but the source says at least"),
        ("At least how many fell?", "168", "at most 168", "wrong", "the source says at least, you said at most"),
        ("How many fell?", "over 300", "above 300", "right", ""),
        ("How many fell?", "over 300", "fewer than 300", "wrong", "the source says more than, you said fewer than"),
        ("How many fell?", "nearly 40", "more than 40", "wrong", "the source says nearly, you said more than"),
        ("How many fell?", "about 500", "around 500", "right", ""),
        ("How many fell?", "about 500", "500", "nearly", "right, but the source says about"),
        ("How many fell?", "500", "about 500", "nearly", "right, but the source does not say about"),
        ("How many fell?", "168", "about 170", "partly", "close, but you said 170"),
        ("How many fell?", "800 to 1,000", "800", "partly", "one end of the range: 800 to 1,000"),
        ("How many fell?", "168", "186", "wrong", "you said 186"),
        ("The toll rose past [...].", "300", "over 300", "nearly", "right, but the source does not say more than"),
        ("As many as [...] fled.", "5,000", "over 5,000", "wrong", "the source says up to, you said more than"),
        ("How much was paid?", "$4.4 million", "4.4m", "right", ""),
        ("How much was paid?", "$4.4 million", "USD 4.4 million", "right", ""),
        ("How much was paid?", "$4.4 million", "4.4 million dollars", "right", ""),
        ("How much was paid?", "$4.4 million", "€4.4 million", "wrong", "you said €4.4 million"),
        ("What did it carry?", "45 percent", "45", "nearly", "right, but the unit is missing: percent"),
        ("What share did it carry?", "45 percent", "45", "right", ""),
        ("What share did it carry?", "45 percent", "45 per cent", "right", ""),
        ("What share was it?", "a quarter", "25%", "right", ""),
        ("What share was it?", "two thirds", "2/3", "right", ""),
        ("What share was it?", "a third", "one in three", "right", ""),
        ("What share was it?", "a third", "about 33 percent", "partly", "close, but you said 33 percent"),
        ("How long did it last?", "two weeks", "14 days", "right", ""),
        ("How long did it last?", "one year", "12 months", "right", ""),
        ("How long did it last?", "two weeks", "10 days", "wrong", "you said 10 days"),
        ("How long did it last?", "one year", "one", "partly", "the unit is missing: years"),
        ("It opens for an initial [...] months.", "three", "three months", "right", ""),
        ("It opens for [...] months.", "three", "three weeks", "partly", "the number is right, the unit is not: weeks"),
        ("How many troops had it?", "13,000", "13,000 km", "partly", "the number is right, the unit is not: km"),
        ("How many people fled?", "5.3 million", "5.3 millon", "nearly", "right but for the spelling"),
        ("How far did it run?", "500 meters", "500m", "right", ""),
    ],
)  # fmt: skip
def test_a_hedge_or_a_unit_that_differs_is_said(question, answer, given, verdict, note) -> None:
    found = grade(card(question, answer, Kind.HOW_MANY if "[...]" not in question else None), given)
    assert (found.verdict.value, found.note) == (verdict, note)


def test_an_accepted_figure_without_its_hedge_does_not_open_the_door_to_the_contrary() -> None:
    fell = card("How many fell?", "at least 168", accepted=("168",), reject=("about 170",))
    assert grade(fell, "168").verdict is Verdict.RIGHT
    assert grade(fell, "at most 168").verdict is Verdict.WRONG
    assert grade(fell, "about 170").verdict is Verdict.WRONG


def test_an_accepted_figure_of_its_own_is_met_by_value() -> None:
    fell = card("How many fell?", "about 170", accepted=("168",))
    assert grade(fell, "one hundred and sixty-eight").verdict is Verdict.RIGHT


def test_a_lost_hedge_is_a_hedge_and_not_a_slip() -> None:
    assert grade(card("How many fell?", "at least 168"), "168").lack is Lack.HEDGE


@pytest.mark.parametrize(
    "given", ["9" * 400, "1" + "0" * 60, "9e99", "0x10", "1/0", "1 in 0", "-", "+", "$", "%", "½ of ½"]
)
def test_odd_figures_are_graded_without_an_error(given: str) -> None:
    assert not grade(card("How many fell?", "168"), given).verdict.accepted
