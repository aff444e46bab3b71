import datetime as dt

import pytest

from trainer.language.clocks import clock_spans
from trainer.language.dates import date_mentions, resolve
from trainer.language.reckoning import Context
from trainer.values.dates import PartialDate, parse_iso

WRITTEN = dt.date(2023, 6, 21)  # a Wednesday


def said(text: str, *, future: bool = False, after: str = "", near: bool = True) -> str | None:
    """The first date of a sentence as a question would say it, read on the day of the brief."""
    anchor = parse_iso(after)
    context = Context(anchor, near=near) if anchor is not None else None
    found = resolve(date_mentions(f"They met {text}.")[0], WRITTEN, future=future, context=context)
    return found.spoken if found else None


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("on June 18", "June 18, 2023"),
        ("on June 28", "June 28, 2022"),
        ("on 18 June", "June 18, 2023"),
        ("on 18 JUN", "June 18, 2023"),
        ("on 3 SEP 2022", "September 3, 2022"),
        ("on the 18th of June 2022", "June 18, 2022"),
        ("on Sunday 18 June", "June 18, 2023"),
        ("on Sept. 13, 2022", "September 13, 2022"),
        ("on 2023-06-18", "June 18, 2023"),
        ("on 18/06/2023", "June 18, 2023"),
        ("on 06/18/2023", "June 18, 2023"),
        ("on 18.06.2023", "June 18, 2023"),
        ("on 06/07/2023", None),
        ("at 121430ZJUN23", "June 12, 2023"),
        ("in February", "February 2023"),
        ("as early as May", "May 2023"),
        ("since 2013", "2013"),
        ("in March 2022", "March 2022"),
        ("on February 30, 2023", None),
    ],
)
def test_a_date_of_the_calendar_is_read_in_either_order(text: str, spoken: str | None) -> None:
    assert said(text) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("in early 2023", "early 2023"),
        ("in mid-February", "mid-February 2023"),
        ("in late July 2022", "late July 2022"),
        ("at the end of 2022", "the end of 2022"),
        ("by end-2022", "the end of 2022"),
        ("in the first quarter of 2022", "the first quarter of 2022"),
        ("in Q3 2022", "the third quarter of 2022"),
        ("in the second half of May", "the second half of May 2023"),
        ("in the last week of January 2022", "the last week of January 2022"),
        ("in the week of 12 June 2023", "the week of June 12, 2023"),
        ("in the summer of 2022", "summer 2022"),
        ("in fiscal year 2022/23", "fiscal year 2022/23"),
        ("in FY22", "fiscal year 2022"),
        ("in the night of 17 June 2022", "June 17, 2022"),
    ],
)
def test_a_part_of_a_year_stays_a_part(text: str, spoken: str) -> None:
    assert said(text) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("from 2014 to 2019", "2014 to 2019"),
        ("from 2014-2019", "2014 to 2019"),
        ("between 3 and 7 May 2022", "May 3 to 7, 2022"),
        ("on 19-21 June 2022", "June 19 to 21, 2022"),
        ("on June 19-21, 2022", "June 19 to 21, 2022"),
        ("from 30 May to 2 June 2022", "May 30 to June 2, 2022"),
        ("from February to May 2022", "February to May 2022"),
        ("on 19 and 20 September 2022", "September 19 and 20, 2022"),
        ("on February 26 and 27", "February 26 and 27, 2023"),
    ],
)
def test_a_span_keeps_both_ends(text: str, spoken: str) -> None:
    assert said(text) == spoken


def test_two_years_are_two_dates() -> None:
    assert [date.text for date in date_mentions("There were coups in 2020 and 2021.")] == ["2020", "2021"]


def test_a_weekday_at_the_head_of_a_sentence_is_no_name() -> None:
    dates = date_mentions("On Sunday the army left, and Bloody Sunday was recalled.")
    assert [date.text for date in dates] == ["Sunday"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("yesterday", "June 20, 2023"),
        ("on Monday", "June 19, 2023"),
        ("on Wednesday", None),  # the day of the brief, or a week before
        ("last Saturday", "June 17, 2023"),
        ("last Monday", None),  # two days ago for some, nine for others
        ("last week", "June 2023"),
        ("last month", "May 2023"),
        ("early last month", "early May 2023"),
        ("this week", "June 2023"),
        ("earlier this year", "2023"),
        ("last year", "2022"),
        ("last quarter", "the first quarter of 2023"),
        ("in the first quarter", "the first quarter of 2023"),
        ("on 21 February last year", "February 21, 2022"),
        ("in January of this year", "January 2023"),
        ("last July", "July 2022"),
        ("last May", None),  # this year's or the one before
        ("three days ago", "June 18, 2023"),
        ("two weeks ago", "June 2023"),
        ("three weeks ago", None),  # May or June
        ("nearly two years ago", None),
        ("a few days ago", None),
        ("in recent weeks", None),
        ("over the past two years", None),
        ("today", None),  # as often as not, these days
    ],
)
def test_what_is_counted_from_the_brief_is_placed_where_that_is_certain(text: str, spoken: str | None) -> None:
    assert said(text) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("on 28 June", "June 28, 2023"),
        ("in February", "February 2024"),
        ("on Friday", "June 23, 2023"),
        ("next Tuesday", "June 27, 2023"),
        ("next month", "July 2023"),
        ("on 1 June", None),  # a year ahead, or put off
    ],
)
def test_of_the_future_the_next_such_date_is_meant(text: str, spoken: str | None) -> None:
    assert said(text, future=True) == spoken


@pytest.mark.parametrize(
    ("text", "after", "spoken"),
    [
        ("three days later", "2022-05-12", "May 15, 2022"),
        ("a day earlier", "2022-05-12", "May 11, 2022"),
        ("the previous day", "2022-05-12", "May 11, 2022"),
        ("the following day", "2022-05-31", "June 1, 2022"),
        ("later the same day", "2022-05-12", "May 12, 2022"),
        ("on the 14th", "2022-05-12", "May 14, 2022"),
        ("three days later", "2022-05", None),
        ("a week later", "2022-05-12", "May 2022"),
        ("a week later", "2022-05-30", "June 2022"),
        ("a week later", "2022-05-22", None),  # May or June
        ("days later", "2022-05-12", None),
        ("that month", "2022-05-12", "May 2022"),
        ("the following month", "2022-12-12", "January 2023"),
        ("later that year", "2022-05-12", "2022"),
        ("the previous year", "2022-05-12", "2021"),
        ("a year earlier", "2023-01", "January 2022"),
        ("a year earlier", "2023-01-09", "2022"),
        ("in October of that year", "2022-02-04", "October 2022"),
        ("that May", "2022-01-04", "May 2022"),
        ("the following January", "2022-05-04", "January 2023"),
        ("by the end of the year", "2022-10-04", "the end of 2022"),
        ("three days later", "", None),
    ],
)
def test_what_is_counted_from_the_passage_needs_its_date(text: str, after: str, spoken: str | None) -> None:
    assert said(text, after=after) == spoken


@pytest.mark.parametrize(
    ("text", "after", "near", "spoken"),
    [
        ("on 1 July", "2022-02-04", True, "July 1, 2022"),
        ("on 1 July", "2022-02-04", False, "July 1, 2022"),
        ("on 18 February", "2022-11-19", False, "February 18, 2023"),
        ("on 5 December", "2021-12-19", False, None),  # the story may have gone on to the brief's own year
        ("on 25 December", "2021-12-19", False, "December 25, 2021"),
        ("in December", "2022-02-04", False, "December 2022"),  # the only one between
        ("on 10 June", "2022-05-12", False, None),  # then, or ten days ago
        ("on 10 June", "2023-05-12", False, "June 10, 2023"),
    ],
)
def test_a_date_without_its_year_keeps_to_the_year_of_the_passage(
    text: str, after: str, near: bool, spoken: str | None
) -> None:
    assert said(text, after=after, near=near) == spoken


@pytest.mark.parametrize(
    "text",
    [
        "2021 people died.",
        "It cost $2,021.",
        "They sent 2,100 men.",
        "Some 2000 troops left.",
        "Grace March said so.",
        "They may leave.",
        "Resolution 2023 was adopted.",
        "The March 23 Movement fought on.",
        "Ten days before the poll he left prison.",
        "It lasted for two years.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert date_mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [("The 2015 settlement held.", 2015), ("It fell in 2019 prices.", 2019), ("In 2023 500 men left.", 2023)],
)
def test_four_digits_that_count_nothing_are_a_year(text: str, year: int) -> None:
    assert date_mentions(text)[0].year == year


def test_a_decade_is_named_and_not_placed() -> None:
    mention = date_mentions("It began in the early 1990s.")[0]
    assert (mention.text, resolve(mention, WRITTEN)) == ("the early 1990s", None)


@pytest.mark.parametrize("text", ["04:17 local time", "0400 GMT", "3.30 p.m.", "12:00 (GMT+3)", "7 a.m.", "noon"])
def test_a_time_of_day_is_read_with_its_zone(text: str) -> None:
    assert clock_spans(f"At {text} it struck.") == ((3, 3 + len(text)),)


def test_a_share_is_no_time_of_day() -> None:
    assert clock_spans("It grew by 2.45 percent in 2023.") == ()


@pytest.mark.parametrize(
    ("date", "preposition"),
    [
        (PartialDate(2023, 6, 1), "on"),
        (PartialDate(2023), "in"),
        (PartialDate(2023, part="the end of"), "at"),
        (PartialDate(2014, until=(2019,), link="to"), "from"),
    ],
)
def test_a_date_knows_its_preposition(date: PartialDate, preposition: str) -> None:
    assert date.preposition == preposition
