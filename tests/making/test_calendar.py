"""Every date of a brief, placed by the date before it in its passage; unplaced where that would be a guess."""

from __future__ import annotations

import datetime as dt

import pytest
from drafts import reading_of
from tellings import WRITTEN

from trainer.facts.calendar import calendar_of
from trainer.values.dates import PartialDate


def placed(*passages: str) -> list[str]:
    """The dates of the last sentence, as ISO; empty for one that is not certain."""
    reading = reading_of(*passages)
    found = calendar_of(reading.lines, WRITTEN)
    line = reading.lines[-1]
    times = [found.get((line.sentence.passage, line.sentence.index, date.start)) for date in line.dates]
    return [time.iso if time is not None else "" for time in times]


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Kenya left Haiti on 3 May 2024.", ["2024-05-03"]),
        ("Kenya left Haiti in March.", ["2024-03"]),
        ("Kenya left Haiti in December.", ["2023-12"]),
        ("Kenya will leave Haiti in December.", ["2024-12"]),
        ("Kenya is due to leave Haiti in September.", ["2024-09"]),
        ("The election is on 7 December.", ["2024-12-07"]),
        ("Kenya sent troops on 20 February 2023. Two were hurt. In May, it left Haiti.", [""]),
        ("Kenya has no money, and it cannot send troops again before September.", ["2024-09"]),
        ("UNICEF said on 27 March that 600 people had died since October.", ["2024-03-27", "2023-10"]),
        ("Kenya left Haiti on 2 May.", ["2024-05-02"]),
        ("Kenya left Haiti on Monday.", ["2024-05-06"]),
        ("Kenya left Haiti yesterday.", ["2024-05-07"]),
        ("Kenya sent troops in June 2021. It left in September.", ["2021-09"]),
        ("Kenya sent troops on 9 June 2021. It left on 3 September.", ["2021-09-03"]),
        ("Kenya sent troops in June 2021 and left in September.", ["2021-06", "2021-09"]),
        ("Kenya sent troops in November 2021. It left in February.", ["2022-02"]),
        (
            "It left Haiti on 19 November 2022. A day later it met, and on 18 March fell.",
            ["2022-11-20", "2023-03-18"],
        ),
    ],
)
def test_a_date_without_a_year_gets_that_of_its_passage(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Inflation fell in March from 9% in January and from a peak of over 30% last May. A cut came in February.",
         ["2024-02"]),
        ("Exports were lower than in 2021 or 2022. They stood at 12 tons in May.", ["2024-05"]),
        ("Debt fell from 17 million at the end of last year to 16 million in March.", ["2023", "2024-03"]),
        ("The rate fell last year, but the trend has since turned: Kenya counted 300 cases in February.",
         ["2023", "2024-02"]),
        ("The law, adopted in 2021, allows it. It also ended the truce of 12 April.", ["2024-04-12"]),
        ("Kenya left Haiti in February 2023. It fell. It met Chad on 29 March, and last Saturday it met Mali.",
         ["2024-03-29", "2024-05-04"]),
    ],
)  # fmt: skip
def test_what_is_only_compared_or_has_since_turned_does_not_move_the_story(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Should the strike go on into June, Kenya will lose money.", ["2024-06"]),
        ("Kenya banned exports last June, and some firms may run out of oil by the third quarter.",
         ["2023-06", "2024"]),
        ("Kenya, according to a paper in April, could lose money.", ["2024-04"]),
    ],
)  # fmt: skip
def test_what_is_left_open_lies_ahead_and_its_source_does_not(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("In May it agreed with Chad in order to open the road.", ["2024-05"]),
        ("The truce, which was signed on 9 June in Accra, may end the war.", ["2023-06-09"]),
        ("Kenya has been asked for boats and has promised them by 25 May.", ["2024-05-25"]),
        ("At this rate the grain lasts into July.", ["2024-07"]),
        ("The miners are to go back to the pit on Saturday.", ["2024-05-11"]),
        ("The preferred date is 29 October.", ["2024-10-29"]),
        ("If the court is still sitting in December, that will be news.", ["2024-12"]),
        ("Flights to Chad are now cancelled to 19 May.", ["2024-05-19"]),
        ("An aide thought that Kenya could send 22 trucks by June.", ["2024-06"]),
        ("The talks that Kenya has arranged for 2 July may fail.", ["2024-07-02"]),
        ("A rule that Kenya proposed on 3 April would ban it.", ["2024-04-03"]),
        ("Estimates vary: Chad put it at 42 percent in the two months to late January.", ["2024-01"]),
        ("The pact with Chad, of 1951, covers this, and Kenya said on 3 April that it held.", ["1951", "2024-04-03"]),
        ("The fire that closed the port on 20 June last year is out. Kenya told the news on 2 May.",
         ["2024-05-02"]),
    ],
)  # fmt: skip
def test_each_date_goes_with_the_verb_that_tells_of_it(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Kenya said that it would leave Haiti in July.", ["2024-07"]),
        ("Kenya said that it would have left Haiti in July.", ["2023-07"]),
        ("Kenya sent troops in June 2019. It said that it would leave in July.", ["2019-07"]),
        ("Kenya said that it would leave Haiti in March.", ["2024-03"]),
        ("The camp is to be handed to Chad on 28 May.", ["2024-05-28"]),
        ("The pact is to date the largest, signed in March.", ["2024-03"]),
    ],
)
def test_what_would_come_or_is_arranged_lies_ahead_where_that_is_near(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "day"),
    [
        ("The cabinet of Chad fell on Wednesday.", "2024-05-08"),
        ("Chad said on Wednesday that it had lost a ship.", "2024-05-08"),
        ("Four men were released on Wednesday in Accra.", "2024-05-08"),
        ("Chad means to open the port on Wednesday.", ""),
        ("The cabinet of Chad fell last Wednesday.", ""),
        ("The cabinet of Chad had fallen on Wednesday.", ""),
        ("Chad closed the port on 29 April. A ship sank on Wednesday.", ""),
    ],
)
def test_the_news_of_the_day_is_told_by_the_name_of_the_day(passage: str, day: str) -> None:
    assert placed(passage) == [day]


def test_a_brief_of_which_the_month_is_known_places_days_and_nothing_that_is_counted() -> None:
    reading = reading_of("Chad left on 3 March. Kenya left on 20 May. Mali left on Monday.")
    found = calendar_of(reading.lines, None, PartialDate(2024, 5))
    assert [time.iso for time in found.values()] == ["2024-03-03", "2024-05-20"]


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("The plan, set out in decision 41 (2021), is late. Its first part began on 5 March.", ["2024-03-05"]),
        ("Mwangi led the mutiny of 2006 and left Haiti in March.", ["2006", ""]),
        ("Kenya ran in 2021 on the cause of Mwangi, who died in Haiti in October.", ["2021", ""]),
        ("In 2021 Kenya was offered power; in July the price rose.", ["2021", ""]),
        ("Mwangi, who has led the firm since 2015, stays; Otieno, whose exit was announced in March, leaves.",
         ["2015", "2024-03"]),
    ],
)  # fmt: skip
def test_the_year_in_a_name_gives_no_other_date_its_year(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


def test_a_day_of_the_month_told_before_is_placed_where_a_verb_follows() -> None:
    assert placed("Kenya left Haiti on 8 March. A raid on the 20th wounded two.") == ["2024-03-20"]


def test_a_day_in_a_name_is_no_date() -> None:
    assert placed("The 12 July Movement left Haiti on 3 March.") == ["2024-03-03"]


def test_another_passage_does_not_lend_its_year() -> None:
    assert placed("Kenya sent troops in June 2021.", "Kenya left Haiti in March.") == ["2024-03"]


@pytest.mark.parametrize("before", ["Kenya has sent troops since June 2014.", "Kenya has until June 2019 to pay."])
def test_a_bound_does_not_move_the_story(before: str) -> None:
    assert placed(f"{before} It left Haiti in March.") == ["2024-03"]


@pytest.mark.parametrize("when", ["two weeks later", "some months earlier", "ten years ago", "that day"])
def test_what_is_counted_from_nothing_certain_is_not_placed(when: str) -> None:
    assert [date for date in placed(f"Kenya left Haiti {when}.") if date] == []


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Dollars went through Accra until November, when it ended.", ["2023-11"]),
        ("The truce may hold beyond June, when the term ends.", ["2024-06"]),
        ("Gulf Keystone lasted until 13 January.", ["2024-01-13"]),
        ("Kenya knew nothing until Mwangi wrote to it in April.", ["2024-04"]),
        ("Kenya did not reopen the port until 13 January.", ["2024-01-13"]),
        ("Kenya said in March that it had lost £8 million in the six months to 5 January.", ["2024-03", "2024-01-05"]),
        ("The plan takes the place of two drafts made in March.", ["2024-03"]),
        ("A pill submitted in February could be on sale soon.", ["2024-02"]),
        ("Kenya must carry out the pact reached in Accra in March.", ["2024-03"]),
        ("Kenya will fight on, whatever the scale of the air strikes begun on 12 January.", ["2024-01-12"]),
    ],
)
def test_a_verb_in_the_past_that_goes_with_a_day_alone_puts_it_behind_the_brief(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("The house rises on 2 August.", ["2024-08-02"]),
        ("Mwangi becomes chief executive on 7 August.", ["2024-08-07"]),
        ("If Mwangi loses in June, Kenya will leave.", ["2024-06"]),
        ("In November Mwangi must yield the chair.", ["2024-11"]),
        ("We shall visit Haiti on 1 September.", ["2024-09-01"]),
        ("The hall will be used for the trial over the attack of 2016, in September.", ["2016", "2024-09"]),
        ("Mwangi said that the handover on 14 July would take place.", ["2024-07-14"]),
        ("The operator's call on 15 May will tell.", ["2024-05-15"]),
    ],
)
def test_a_verb_that_tells_of_what_is_to_come_puts_its_day_ahead_of_the_brief(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Kenya still means to attend the July summit.", ["2024-07"]),
        ("Kenya has pulled out of its July drill.", [""]),
        ("Kenya is proud of the January summit.", ["2024-01"]),
        ("Kenya drops the June move.", ["2024-06"]),
        ("Kenya's raid on 3 June is not forgotten.", [""]),
        ("Kenya's summit on 3 June is the first.", ["2024-06-03"]),
        ("Prices stand at 3%, against 7% in June.", ["2023-06"]),
        ("Kenya left Haiti in June.", ["2023-06"]),
        ("Kenya would have left Haiti in June.", ["2023-06"]),
        ("The files were due in February; they are late.", [""]),
    ],
)
def test_a_day_that_comes_round_soon_is_of_last_year_only_where_a_verb_in_the_past_says_so(
    passage: str, dates: list[str]
) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passages", "dates"),
    [
        (("Guards seized Mwangi on 26 July 2022.", "On 30 July Kenya closed its borders."), ["2022-07-30"]),
        (("Guards seized Mwangi on 26 April 2022.", "On 3 May Kenya closed its borders."), ["2022-05-03"]),
        (("Chad fell on 4 May.", "Guards seized Mwangi on 26 April 2022.", "On 3 May Kenya left."), [""]),
        (
            ("Guards seized Mwangi on 26 April 2022.", "Chad, which in October had left the pact, fell on 3 May."),
            ["2023-10", "2024-05-03"],
        ),
        (("Guards seized Mwangi on 26 July 2022.", "On 30 September Kenya closed its borders."), ["2023-09-30"]),
    ],
)
def test_a_passage_goes_on_with_the_one_before_where_its_day_follows_within_a_month(
    passages: tuple[str, ...], dates: list[str]
) -> None:
    assert placed(*passages) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        (
            "Kenya defaulted in May 2020. It took until June 2021 to agree. A deal fell apart that November.",
            ["2021-11"],
        ),
        (
            "On 27 March Chad extended the ban it had set on 14 August 2023 after a board that met two days earlier.",
            ["2024-03-27", "2023-08-14", "2024-03-25"],
        ),
    ],
)
def test_what_is_counted_goes_back_to_where_the_story_stands(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passages", "dates"),
    [
        (("The war is dated to 4 January 2004. That same year produced two raids. On 28 April Kenya lost a ship.",),
         ["2004-04-28"]),
        (("The year 2004 brought two raids. On 3 May Kenya lost a ship. On 25 October it lost two.",), ["2004-10-25"]),
        (("The year 2004 brought two raids. In 2020 talks began. On 3 May they ended.",), ["2024-05-03"]),
        (("3 March 2019 - the bank of Chad fell.", "5 September - it rose."), ["2019-09-05"]),
        (("3 November 2019 - the bank of Chad fell.", "5 January - it rose."), ["2020-01-05"]),
        (("3 September 2019 - the bank of Chad fell.", "5 April - it rose."), [""]),
        (("3 March 2019 - the bank of Chad fell.", "Kenya lost a ship.", "5 April - it rose."), ["2024-04-05"]),
    ],
)  # fmt: skip
def test_a_year_that_stands_over_a_story_or_a_list_is_that_of_its_days(
    passages: tuple[str, ...], dates: list[str]
) -> None:
    assert placed(*passages)[-1:] == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Schools reopen on 27 June, and enrolment will depend on a record.", ["2024-06-27"]),
        ("Voters cast ballots on 12 June.", [""]),
        ("Voters cast ballots on 12 April.", ["2024-04-12"]),
    ],
)
def test_a_verb_in_the_form_of_the_dictionary_tells_of_no_day_gone_by(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        # a day told before one that has not come yet is of the year before too
        ("Kenya left Haiti on 10 April, and on 25 June it left Chad.", ["2023-04-10", "2023-06-25"]),
        ("Kenya left Haiti on 10 April, and on 25 June it will leave Chad.", ["2024-04-10", ""]),
        # a clause in the present ends the story
        ("The war began in October 2020, and its end opens the road on which they killed ten in March.",
         ["2020-10", ""]),
        ("The war began in October 2020, and on that road they killed ten in March.", ["2020-10", "2021-03"]),
        # the year in a name places no deadline
        ("The 2025 budget must be passed by 10 October.", ["2025", "2024-10-10"]),
        # a month before another is the last one before
        ("Kenya left Haiti on 9 August 2022. It had agreed to leave the previous March.", ["2022-03"]),
        ("Kenya left Haiti on 9 February 2022. It had agreed to leave the previous March.", ["2021-03"]),
    ],
)  # fmt: skip
def test_a_year_is_carried_no_farther_than_its_story(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("The opening of the port has now been put back to 12 June.", ["2024-06-12"]),
        ("The opening of the port has now been put back to 2 May.", ["2024-05-02"]),
        ("The sale of the bank, planned for November, has not been stopped.", ["2024-11"]),
        ("The sale, which it means to open on Friday, is large.", ["2024-05-10"]),
        ("The chairwoman of the bank said that an order would follow on Monday.", ["2024-05-13"]),
        ("Next report Monday, or sooner.", ["2024-05-13"]),
        ("It works well: the ships were in by Sunday.", ["2024-05-05"]),
        ("The unions have called a march for Friday.", ["2024-05-10"]),
        ("The unions called off the march of Friday.", ["2024-05-03"]),
        ("Chad, which raised its quota for June, was punished.", ["2024-06"]),
        ("Chad, which raised its quota for April, was punished.", ["2024-04"]),
    ],
)
def test_what_is_still_to_come_is_known_by_its_verb(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


@pytest.mark.parametrize(
    ("passage", "dates"),
    [
        ("Growth fell in the second quarter.", [""]),
        ("Growth fell in the third quarter.", [""]),
        ("Growth fell in the fourth quarter.", ["2023"]),
        ("It shipped 50 tons in the second half.", ["2023"]),
        ("Kenya was attacked in the last month of the war.", [""]),
        ("Kenya treated 340 patients last month.", ["2024-04"]),
        ("Kenya treated 340 patients this week.", [""]),
        ("Kenya left Haiti this week.", ["2024-05"]),
    ],
)
def test_a_part_of_the_calendar_that_may_be_another_is_not_placed(passage: str, dates: list[str]) -> None:
    assert placed(passage) == dates


def test_a_day_told_in_the_present_may_be_of_a_story_of_long_ago() -> None:
    assert placed("On 3 October 2022 Kenya leaves the pact. It returns on 20 October.") == [""]
    assert placed("On 3 October 2022 Kenya left the pact. It returns on 20 July.") == ["2024-07-20"]


@pytest.mark.parametrize(
    ("passage", "date"),
    [
        ("Chad showed the missile which Mali fired at Gao in May 2022. It said the same in March.", "2024-03"),
        ("Chad has a fever, first seen in Gao in May 2022. It said the same in March.", "2024-03"),
        ("Chad joined the pact, to which Mali came in December 2022. It left in March.", "2023-03"),
    ],
)
def test_the_story_does_not_stand_at_what_tells_one_thing_from_another(passage: str, date: str) -> None:
    assert placed(passage) == [date]


def test_a_brief_of_a_month_places_what_is_counted_from_its_month() -> None:
    reading = reading_of("Chad shipped 50 tons last year.", "It left in the first half.", "It left on Monday.")
    found = calendar_of(reading.lines, None, PartialDate(2024, 9))
    assert [when.spoken for when in found.values()] == ["2023", "the first half of 2024"]


@pytest.mark.parametrize(("words", "dates"), [("last week", ["2024-05"]), ("twice as many men as last week", [])])
def test_a_week_that_only_measures_has_no_month(words: str, dates: list[str]) -> None:
    reading = reading_of(f"Kenya sent {words}.")
    assert [time.iso for time in calendar_of(reading.lines, dt.date(2024, 5, 22)).values()] == dates


@pytest.mark.parametrize(
    ("words", "date"), [("that October sales fell", "October"), ("in that October", "that October")]
)
def test_a_month_behind_that_may_only_tell_which(words: str, date: str) -> None:
    [line] = reading_of(f"Kenya said {words}.").lines
    assert [line.plain[found.start : found.end] for found in line.dates] == [date]
