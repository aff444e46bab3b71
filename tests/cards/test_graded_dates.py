"""A date is right at the key's grain, in any order; a lost year is said, a lost day is not enough."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards import Kind
from trainer.cards.grade import Verdict
from trainer.cards.grading import grade

WHEN = "When was it held?"
REFERENDUM = "On what date did Mali hold its 2023 constitutional referendum?"


@pytest.mark.parametrize(
    "given",
    [
        "18 June 2023", "June 18th, 2023", "18th of June 2023", "Jun. 18, 2023", "18 Jun 2023", "18-Jun-2023",
        "2023-06-18", "2023/06/18", "20230618", "18/6/2023", "6/18/2023", "18.6.2023", "18/06/23", "on 18 June 2023",
        "Sunday, June 18, 2023", "JUNE 18 2023", "2023 June 18", "June 18", "18 June",
    ],
)  # fmt: skip
def test_a_day_is_right_in_every_order(given: str) -> None:
    assert grade(card(REFERENDUM, "June 18, 2023"), given).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("question", "answer", "given", "verdict", "note"),
    [
        (REFERENDUM, "June 18, 2023", "June 17, 2023", "wrong", "you said June 17, 2023"),
        (REFERENDUM, "June 18, 2023", "June 18, 2022", "wrong", "you said June 18, 2022"),
        (REFERENDUM, "June 18, 2023", "June 2023", "partly", "right as far as it goes; the day is missing"),
        (WHEN, "June 18, 2023", "2023", "partly", "right as far as it goes; the month and the day are missing"),
        (REFERENDUM, "June 18, 2023", "30 February 2023", "wrong", "no date that can be read"),
        (REFERENDUM, "June 18, 2023", "June 18 or 19, 2023", "wrong", "no date that can be read"),
        (WHEN, "June 18, 2023", "June 18", "nearly", "right, in 2023"),
        (WHEN, "July 6, 2023", "6/7/2023", "right", "read as July 6, 2023"),
        (WHEN, "July 6, 2023", "7/6/2023", "right", ""),
        (WHEN, "29 July 2024", "the 29th", "nearly", "right, in July 2024"),
        (WHEN, "February 2024", "Feb 2024", "right", ""),
        (WHEN, "February 2024", "02/2024", "right", ""),
        (WHEN, "February 2024", "Feb '24", "right", ""),
        (WHEN, "February 2024", "February", "nearly", "right, in 2024"),
        ("In what month and year was it held?", "February 2024", "February", "partly", "the year is missing: 2024"),
        (WHEN, "February 2024", "2024", "partly", "right as far as it goes; the month is missing"),
        (WHEN, "February 2024", "February 3, 2024", "partly", "more than the source says: February 2024"),
        (WHEN, "February 2024", "Febuary 2024", "nearly", "right but for the spelling"),
        (WHEN, "June 2024", "July 2024", "wrong", "you said July 2024"),
        ("Since what year?", "2013", "since 2013", "right", ""),
        ("Since what year?", "2013", "until 2013", "wrong", "you said until"),
        (WHEN, "2013", "before 2013", "wrong", "you said before"),
        (WHEN, "2013", "about 2013", "nearly", "right, but the source does not say about"),
        (WHEN, "2013", "2012", "wrong", "you said 2012"),
        (WHEN, "early 2024", "2024", "partly", "right as far as it goes; the source says early 2024"),
        (WHEN, "early 2024", "late 2024", "wrong", "you said the end of 2024"),
        (WHEN, "mid-June 2023", "the middle of June 2023", "right", ""),
        (WHEN, "the end of June 2023", "late June 2023", "right", ""),
        (WHEN, "the end of June 2023", "30 June 2023", "nearly", "right; the source says the end of June 2023"),
        (WHEN, "Q3 2024", "July to September 2024", "right", ""),
        (WHEN, "the third quarter of 2024", "Q3 2024", "right", ""),
        (WHEN, "June 19 to 21, 2023", "19-21 June 2023", "right", ""),
        (WHEN, "June 19 to 21, 2023", "June 19, 2023", "partly", "some of it: June 19, 2023 to June 21, 2023"),
        (WHEN, "the week of June 12, 2023", "12 to 18 June 2023", "right", ""),
        (WHEN, "9 and 12 March 2024", "March 9 and 12, 2024", "right", ""),
        (WHEN, "2020 and 2021", "2021, 2020", "right", ""),
        (WHEN, "171800Z OCT 26", "17 October 2026, 18:00 UTC", "right", ""),
        (WHEN, "171800Z (17 October 2026, 18:00 UTC)", "171800Z", "right", ""),
        (WHEN, "171800Z OCT 26", "17 October 2026", "partly", "the time is missing: 18:00"),
        (WHEN, "171800Z OCT 26", "17 October 2026 17:00", "wrong", "you said 17:00"),
        (WHEN, "04:09 UTC", "4:09 a.m.", "right", ""),
        ("The law fell in [...].", "2014", "two thousand and fourteen", "right", ""),
    ],
)  # fmt: skip
def test_a_date_is_held_against_the_days_that_the_key_covers(question, answer, given, verdict, note) -> None:
    found = grade(card(question, answer), given)
    assert (found.verdict.value, found.note) == (verdict, note)


def test_an_accepted_day_without_its_year_is_not_right_in_another_year() -> None:
    held = card(WHEN, "February 2023", accepted=("February",))
    assert grade(held, "February").verdict is Verdict.RIGHT
    assert grade(held, "February 2024").verdict is Verdict.WRONG


def test_two_years_are_a_list() -> None:
    found = grade(card("In which two years were there coups?", "2020 and 2021", Kind.WHEN), "2020")
    assert (found.verdict, found.note, found.found, found.wanted) == (Verdict.PARTLY, "1 of 2: missing 2021", 1, 2)


def test_a_time_that_is_no_date_is_graded_by_its_words() -> None:
    assert grade(card("When must they leave?", "immediately"), "immediately").verdict is Verdict.RIGHT
    assert grade(card("When must they leave?", "immediately"), "in June 2023").verdict is Verdict.WRONG
