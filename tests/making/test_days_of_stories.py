"""The days of a story that was over long before the brief, and of what has been done by its day."""

from __future__ import annotations

import datetime as dt

import pytest
from drafts import reading_of
from tellings import WRITTEN

from trainer.facts.calendar import calendar_of
from trainer.language.dates import date_mentions
from trainer.values.dates import PartialDate


def placed(
    *passages: str, title: str = "", written: dt.date | None = WRITTEN, month: PartialDate | None = None
) -> list[str]:
    """The dates of the last sentence, as ISO; empty for one that is not certain."""
    reading = reading_of(*passages)
    found = calendar_of(reading.lines, written, month, title)
    line = reading.lines[-1]
    times = [found.get((line.sentence.passage, line.sentence.index, date.start)) for date in line.dates]
    return [time.iso if time is not None else "" for time in times]


SIEGE = "Rebels shut the port of Accra on 6 April 2022."


@pytest.mark.parametrize(
    ("title", "passage", "dates"),
    [
        ("The siege of Accra, 2022-2023", "Kenya sent ships on 20 September.", [""]),
        ("The siege of Accra, 2022-2023", "Kenya sent ships on 20 April.", ["2022-04-20"]),
        ("The siege of Accra, 2022-2023", "Prices were double their level in March.", ["2022-03"]),
        ("The siege of Accra, 2022-2023", "Kenya is expected to lift the ban in June.", ["2024-06"]),
        ("The siege of Accra, 2022-2023", "Kenya had armed the rebels in 2014, and in May it stopped.", ["2014", ""]),
        ("The siege of March 2022 revisited", "Kenya sent ships on 25 March.", ["2022-03-25"]),
        ("THE SIEGE OF ACCRA, 6 APRIL 2022", "Kenya sent ships on 20 April.", ["2022-04-20"]),
        ("Lessons of the siege of Accra", "Kenya sent ships on 20 April.", ["2022-04-20"]),
        ("Kenya's ships", "Kenya sent ships on 20 April.", ["2024-04-20"]),
        ("Kenya's budget for 2024", "Kenya sent ships on 20 April.", ["2024-04-20"]),
    ],
)
def test_a_title_that_looks_back_puts_days_into_the_story(title: str, passage: str, dates: list[str]) -> None:
    assert placed(SIEGE, "Kenya made 40 tons in 2017.", passage, title=title) == dates


def test_a_story_goes_on_from_the_day_told_last() -> None:
    told = (SIEGE, "Kenya sent ships on 23 April.", "It signed a truce on 19 December.")
    assert placed(*told, title="The siege of Accra, 2022-2023") == [""]
    assert placed(*told, "It left on 17 January.", title="The siege of Accra, 2022") == [""]
    assert placed(*told, title="The siege of Accra", written=None, month=PartialDate(2023, 5)) == ["2022-12-19"]


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Kenya sent ships on 11 May.", ["2023-05-11"]),
        ("Kenya sent ships on 9 September.", ["2023-09-09"]),
        ("Kenya sent ships in February.", ["2024-02"]),
    ],
)
def test_a_brief_of_a_year_on_tells_of_the_year_behind_it(passage: str, dates: list[str]) -> None:
    title = "The fall of Accra one year on"
    assert placed("Tomorrow it will be a year since Accra fell.", passage, title=title) == dates


def test_no_story_goes_on_behind_the_day_of_the_brief() -> None:
    assert placed("Kenya meets Chad on 9 May.", "The term was to start on 13 May.") == ["2024-05-13"]
    assert placed("Kenya left Haiti on 7 May.", "The minister called the firms to Accra on 11 May.") == ["2023-05-11"]


@pytest.mark.parametrize(
    ("passages", "dates"),
    [
        (("Rebels took Accra on 11 April. By Monday their army had fled.",), ["2024-04-15"]),
        (("Rebels took Accra on 11 April.", "No help reached Accra before Monday."), ["2024-04-15"]),
        (("Rebels took Accra on 11 April. Kenya sent ships on Monday.",), ["2024-05-06"]),
        (("Rebels took Accra on 11 April. They had fed 90 men by Monday; they have bread for ten.",), ["2024-05-06"]),
        (("Rebels took Accra on 3 May. By Monday their army had fled.",), ["2024-05-06"]),
        (("Chad left on Friday. Rebels took Accra on 11 April. By Monday their army had fled.",), ["2024-05-06"]),
        (("Rebels took Accra on 11 April. It is quiet. By the following Monday they left.",), ["2024-04-15"]),
        (("Rebels took Accra on 11 April. They had left Gao the previous Monday.",), ["2024-04-08"]),
        (("Rebels took Accra in April. They left the following Monday.",), [""]),
    ],
)
def test_a_weekday_that_a_story_reaches_comes_next_in_it(passages: tuple[str, ...], dates: list[str]) -> None:
    assert placed(*passages) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("On Friday Mr Otieno left Haiti.", ["2024-05-03"]),
        ("The paper of record is the Sunday Star.", []),
        ("Chad fell on Wednesday. Rebels took Accra on 24 April. Kenya sent ships on Wednesday.", ["2024-05-08"]),
        ("Chad fell on Tuesday, and Kenya sent ships on Wednesday.", ["2024-05-07", "2024-05-08"]),
        ("Yesterday morning Kenya sent ships.", ["2024-05-07"]),
    ],
)
def test_a_weekday_is_read_whatever_name_stands_behind_it(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Otieno is thought to have planned the raid on Gao in June.", ["2023-06"]),
        ("Otieno plans a raid on Gao in June.", ["2024-06"]),
        ("Otieno is the planner of the raid on Gao in June, in which 46 men died.", ["2023-06"]),
        ("In a normal winter the level ends March at 34 per cent.", [""]),
        ("The port will open around the turn of the year.", [""]),
        ("The shilling lost about 2% against the dollar this week.", [""]),
        ("Kenya spent $32 million this week.", [""]),
    ],
)
def test_what_is_done_is_over_and_what_comes_every_year_has_no_year(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


def test_yesterday_is_read_with_its_hour() -> None:
    assert [date.text for date in date_mentions("Yesterday morning Otieno left.")] == ["Yesterday morning"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Kenya sold 21 tons of grain in 2009/10.", []),
        ("Kenya's deficit was 5 percent in 2009/10.", ["fiscal year"]),
        ("Kenya spent 9 percent of its budget on maize in 2009/10.", ["fiscal year"]),
    ],
)
def test_a_year_in_which_a_crop_is_sold_is_no_fiscal_year(words: str, part: list[str]) -> None:
    assert [date.part for date in date_mentions(words)] == part


def test_a_story_a_year_on_begins_with_its_first_day_and_not_before() -> None:
    told = "A gang shut the mills of Accra on 6 June 2023."
    assert placed(told, "Its owner told the new number on 24 May.", title="The mills of Accra, a year on",
                  written=dt.date(2024, 6, 20)) == ["2024-05-24"]  # fmt: skip


def test_a_day_just_before_a_brief_that_has_told_none_is_of_its_own_time() -> None:
    assert placed("Kenya told the new number on 24 May.", title="A Year On, the Breach Is Growing",
                  written=dt.date(2024, 6, 3)) == ["2024-05-24"]  # fmt: skip
