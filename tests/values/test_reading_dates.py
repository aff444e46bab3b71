from __future__ import annotations

import pytest

from trainer.values.said_dates import said_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("18th of June, 2023", (2023, 6, 18), None),
        ("2023-06", (2023, 6, 0), None),
        ("the year 2013", (2013, 0, 0), None),
        ("the 1990s", (1990, 0, 0), (1999, 0, 0)),
        ("H1 2024", (2024, 1, 0), (2024, 6, 0)),
        ("the last quarter of 2024", (2024, 10, 0), (2024, 12, 0)),
        ("fiscal year 2023/24", (2023, 0, 0), (2024, 0, 0)),
        ("28 June - 3 July 2023", (2023, 6, 28), (2023, 7, 3)),
        ("December 28 to January 3, 2024", (2023, 12, 28), (2024, 1, 3)),
        ("December 2023 to January 2024", (2023, 12, 0), (2024, 1, 0)),
        ("the week of June 28, 2023", (2023, 6, 28), (2023, 7, 4)),
        ("161800Z to 171800Z OCT 26", (2026, 10, 16), (2026, 10, 17)),
    ],
)
def test_a_date_is_read_with_both_its_ends(text: str, first, last) -> None:
    date = said_dates(text)[0]
    assert (date.first, date.last) == (first, last or first)


@pytest.mark.parametrize(
    "text",
    ["", "13,000", "168", "Mali", "30 February 2023", "31 June", "June 18 or 19, 2023", "2023 June 2022", "June " * 40],
)
def test_what_the_calendar_lacks_and_what_is_no_date_has_no_reading(text: str) -> None:
    assert said_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "readings"), [("6/7/2023", 2), ("18/6/2023", 1), ("7/7/2023", 1), ("June 23", 2), ("18 June 2023", 1)]
)
def test_an_ambiguous_date_has_both_readings(text: str, readings: int) -> None:
    assert len(said_dates(text)) == readings


@pytest.mark.parametrize(
    ("text", "part", "relation", "clock"),
    [
        ("since early 2024", "early", "since", ""),
        ("mid-June 2023", "mid", "", ""),
        ("end-June 2023", "late", "", ""),
        ("circa 2013", "", "about", ""),
        ("not until October 2010", "", "", ""),
        ("3 p.m. on 5 May 2024", "", "", "1500"),
        ("17 October 2026, 01:00 to 04:30 UTC", "", "", "0100-0430"),
    ],
)
def test_part_relation_and_clock_are_read(text: str, part: str, relation: str, clock: str) -> None:
    date = said_dates(text)[0]
    assert (date.part, date.relation, date.clock) == (part, relation, clock)
