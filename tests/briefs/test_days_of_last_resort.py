"""Where no rule reads the date of a brief, any day with its year at either end is it that is not plainly another's."""

from __future__ import annotations

import pytest
from dated import day_of


@pytest.mark.parametrize(
    "line",
    [
        "Tabled 2 March 2018   Replied: 9 March 2018",
        "A study for the harbour board meeting of 9 March 2018",
        "Good evening from Accra. Today is Friday, March 9th, 2018.",
        "Week of March 5-9, 2018",
        "Embargo: 00:01 GMT Friday 9 March 2018",
        "NOT FOR PUBLICATION BEFORE 9 March 2018, 10:00",
        "Heisei 30 (2018), March 9",
        "by Ama Mensah in Accra, March 9th 2018, 4 min read",
        "For the Harbour Forum, Tema, 20–22 March 2018\n\nVersion of 9 March 2018",
        "This is our position on 9 March 2018",
        "Written in the week to Friday 9 March 2018",
        "Committee of Ports, sitting of Friday 9 March 2018",
        "Ref PT/18/4 of 9 March 2018",
        "As it stood on the morning of Friday, 9 March 2018",
        "Situation overview, 3 March 2018 through 9 March 2018",
        "Occasional paper 44 (9 March 2018 draft)",
        "Prices as per 9 March 2018 close",
        "Talk at the Port School on 9 March 2018",
        "References:\nA. Harbour order 4/18 dated 2 March 2018\n\nTema, 9 March 2018",
    ],
)
def test_a_day_in_the_head_dates_the_brief_whatever_stands_beside_it(line: str) -> None:
    assert day_of(f"The crane\n\n{line}\n\n{{}}") == "2018-03-09"


@pytest.mark.parametrize(
    "line",
    [
        "Review date: 9 March 2019",
        "Next issue: 9 March 2019",
        "Replies are due 9 March 2018",
        "Submit comments by 9 March 2018",
        "Period: from 1 March 2018",
        "Start: 1 March 2018",
        "In office since 9 March 2012",
        "Under Act No 4 of 9 March 1999",
        "Supersedes the note of 9 March 2018",
        "In reply to your note dated 9 March 2018",
        "Kofi Addo, born Accra 9 March 1955",
        "Elections of 9 March 2019",
        "After the 9 March 2018 storm",
        "Three years after March 2015",
        "Outlook to March 2027",
        "A forecast for December 2027",
    ],
)
def test_a_day_that_is_plainly_anothers_dates_nothing(line: str) -> None:
    assert day_of(f"The crane\n\n{line}\n\n{{}}") == "None"


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("Harbour Notes No. 17, 9 March 2018. Free to all.", "2018-03-09"),
        ("This text closed on 9 March 2018.", "2018-03-09"),
        ("HN 44, March 2018, ISSN 1234-5678", "2018-03"),
        ("Cover photo: Kofi Addo, 3 May 2014", "None"),
        ("(1) Talk with a trader, Tema, 3 March 2018.", "None"),
        ("Contact us before 30 March 2018.", "None"),
    ],
)
def test_below_the_text_a_day_needs_words_beside_it(foot: str, day: str) -> None:
    assert day_of(f"The crane\n\n{{}}\n\n{foot}") == day


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("Harbour Notes – Winter session, March 2018", "2018-03"),
        ("Where things stand in March 2018", "2018-03"),
        ("Report for the first quarter of 2018", "2018-03"),
        ("Week commencing 5 March 2018", "2018-03"),
    ],
)
def test_without_a_day_the_month_of_the_head_is_that_of_the_brief(line: str, month: str) -> None:
    assert day_of(f"The crane\n\n{line}\n\n{{}}") == month


@pytest.mark.parametrize(
    ("opening", "month"),
    [
        ("On 6 March 2018 a crane fell across two berths of the harbour at Tema, and the port was closed.", "2018-03"),
        ("The port was opened on 6 March 1962 by the president. By 3 May 2018 it had 44 cranes in use.", "2018-05"),
        ("The port is to be opened on 6 March 2028 by the president of the republic and the harbour master.", "None"),
    ],
)
def test_at_the_very_last_the_opening_tells_the_month(opening: str, month: str) -> None:
    assert day_of(f"The crane\n\n{opening}\n\n{{}}") == month


def test_a_day_of_issue_at_the_foot_holds_over_how_far_the_head_knows() -> None:
    assert (
        day_of("The crane\nData as of 7 March 2018\n\n{}\n\nCreated on 9 March 2018. Contact: the desk.")
        == "2018-03-09"
    )


def test_a_text_below_many_labels_still_dates_itself() -> None:
    labels = "To: Board\nFrom: The harbour desk of Tema\nTopic: The crane that fell there\nPriority: Routine for all"
    assert (
        day_of(f'{labels}\n\nNote this.\n\nYesterday, 8 March 2018, a "big" crane fell at Tema. {{}}') == "2018-03-09"
    )
