"""Whatever line dates a brief is found; the days of its events are never taken for its own."""

from __future__ import annotations

import pytest

from trainer.briefs import Brief, parse_brief

SENTENCE = "Rain closed the road to Tamale on Monday, and 12 trucks turned back."


def read(*lines: str) -> Brief:
    return parse_brief("\n".join((*lines, "", SENTENCE, "")), "notes.txt")[0]


SEVERAL = [
    ("Information cut-off: 21 August 2024, 1800Z", "2024-08-21"),
    ("Information cutoff 12 March 2024 1800 UTC", "2024-03-12"),
    ("Data cut-off: 12 March 2024", "2024-03-12"),
    ("Information as of 12 March 2024", "2024-03-12"),
    ("As of 0600 local, 12 November 2024", "2024-11-12"),
    ("As at 1200 hrs, 12 March 2024", "2024-03-12"),
    ("Situation at 12 March 2024", "2024-03-12"),
    ("Time of information: 121800Z MAR 24", "2024-03-12"),
    ("Status: 12 November 2024, 0900h", "2024-11-12"),
    ("Last updated 3 May 2024 at 14:00", "2024-05-03"),
    ("Updated 12 March 2024, 18:00 GMT", "2024-03-12"),
    ("Updated: 2024-03-12T18:00Z", "2024-03-12"),
    ("Last Revised: March 12, 2024", "2024-03-12"),
    ("Situation Report #17 (as of 2 September 2024)", "2024-09-02"),
    ("SITREP 004 AS OF 121800Z MAR 24", "2024-03-12"),
    ("DTG: 121800Z NOV 24", "2024-11-12"),
    ("DTG 121800ZNOV24", "2024-11-12"),
    ("R 121800Z NOV 24", "2024-11-12"),
    ("121800Z MAR 2024", "2024-03-12"),
    ("12 Mar 24", "2024-03-12"),
    ("Friday 25 October 2024", "2024-10-25"),
    ("12 March 2024, 6 p.m. EST", "2024-03-12"),
    ("12 March 2024 at noon", "2024-03-12"),
    ("Date: Tuesday, 12 March 2024 (1800 local)", "2024-03-12"),
    ("Date/time: 12 March 2024, 14:00 UTC", "2024-03-12"),
    ("Date of issue: 12 March 2024", "2024-03-12"),
    ("Report date: 12 March 2024", "2024-03-12"),
    ("Original release date: March 12, 2024", "2024-03-12"),
    ("Publication date: 12-Mar-2024", "2024-03-12"),
    ("Date: 20240312", "2024-03-12"),
    ("Posted on March 12, 2024 by Jane Doe", "2024-03-12"),
    ("Posted: Mar 12, 2024 10:22 AM ET", "2024-03-12"),
    ("Prepared on 12 March 2024", "2024-03-12"),
    ("Revision 2 dated 12 March 2024", "2024-03-12"),
    ("For release on 12 March 2024", "2024-03-12"),
    ("*Opinion. 4 November 2024*", "2024-11-04"),
    ("Report No. 17 | 2 September 2024", "2024-09-02"),
    ("No 17, 2 September 2024", "2024-09-02"),
    ("Vol. 3, No. 7, March 12, 2024", "2024-03-12"),
    ("Issue 214 · March 12, 2024", "2024-03-12"),
    ("12 March 2024 | 5 min read", "2024-03-12"),
    ("By Jane Doe | March 12, 2024", "2024-03-12"),
    ("Washington, D.C., March 12, 2024", "2024-03-12"),
    ("Embassy Accra, 12 March 2024", "2024-03-12"),
    ("River Watch | Sudan | 12 March 2024", "2024-03-12"),
    ("Monetary Policy Note 3/2024, 12 March 2024", "2024-03-12"),
    ("Advisory AA24-060A, 12 March 2024", "2024-03-12"),
    ("Weekly bulletin for 12 March 2024", "2024-03-12"),
    ("Flash Update No. 3 – 14 October 2024", "2024-10-14"),
    ("First published: 12 March 2024. Last updated: 14 March 2024", "2024-03-12"),
    ("Published 12 March 2024; updated 14 March 2024", "2024-03-12"),
    ("PERIOD: 110600Z-120600Z NOV 24", "2024-11-12"),
    ("PERIOD: 110600Z TO 120600Z NOV 24", "2024-11-12"),
    ("Reporting period: 19 August to 1 September 2024", "2024-09-01"),
    ("Period covered: 28 December 2023 to 12 March 2024", "2024-03-12"),
    ("Week 35: 26 August - 1 September 2024", "2024-09-01"),
    ("Week ending 3 May 2024", "2024-05-03"),
    ("(19 August – 1 September 2024)", "2024-09-01"),
    ("19–25 August 2024", "2024-08-25"),
    ("August 19-25, 2024", "2024-08-25"),
    ("Credit research, 12 March 2024", "2024-03-12"),
    ("Grain desk, Accra, 12 March 2024", "2024-03-12"),
    ("Lagos desk, 12 March 2024, 18:00", "2024-03-12"),
    ("Key judgements, as of 12 March 2024", "2024-03-12"),
    ("Accra, 12 March 2024, for members only", "2024-03-12"),
    ("12 March 2024, client confidential", "2024-03-12"),
    ("Accra, 12 March 2024. For members of the board.", "2024-03-12"),
    ("Drafted for the harbour committee, 12 March 2024", "2024-03-12"),
    ("For a course on port law, Accra, 12 March 2024", "2024-03-12"),
    ("Flood report | Prepared 12 March 2024 | Distribution: port authorities and partners", "2024-03-12"),
]


@pytest.mark.parametrize(("line", "day"), SEVERAL)
def test_a_line_that_dates_the_brief_is_found_wherever_it_stands_at_the_top(line: str, day: str) -> None:
    above = read(line, "", "The road to the north")
    below = read("The road to the north", "", line)
    glued = read("The road to the north", line)
    assert [(str(brief.date), brief.title) for brief in (above, below, glued)] == [(day, "The road to the north")] * 3
    assert [[passage.text for passage in brief.passages] for brief in (above, below, glued)] == [[SENTENCE]] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Next update: 14 March 2024",
        "Next report: on or around 14 March 2024",
        "Declassify on: 12 March 2034",
        "E.O. 12958: DECL: 12 March 2034",
        "Incident date: 3 March 2024",
        "Date of incident: 3 March 2024",
        "Date of birth: 3 March 2024",
        "Detected: 3 March 2024, 09:14 UTC",
        "Resolved: 3 March 2024 11:00",
        "Start: 3 March 2024",
        "Deadline: 3 March 2024",
        "Effective date: 3 March 2024",
        "Review date: 3 March 2024",
        "Valid until: 3 March 2024",
        "Election day: 3 March 2024",
        "Exercise dates: 3 to 9 March 2024",
        "Accessed 3 March 2024",
        "Attack on Bentiu, 3 March 2024",
        "Fall of Goma, 27 January 2025",
        "Derna Floods, 10 September 2023",
        "Week of 26 August 2024",
        "The dam broke on 3 March 2024",
        "The dam broke. 3 March 2024",
        "March 2024",
    ],
)
def test_a_line_of_another_day_dates_nothing(line: str) -> None:
    assert [read("The road to the north", "", line).date, read("The road to the north", line).date] == [None, None]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Reporting period: 19 August to 1 September 2024", "Issued: 2 September 2024"], "2024-09-02"),
        (["PERIOD: 110600Z-120600Z NOV 24", "DTG: 121800Z NOV 24"], "2024-11-12"),
        (["As of 30 June 2024", "Report No. 17 | 2 July 2024"], "2024-07-02"),
        (["Last updated: 5 May 2024", "Published: 3 May 2024"], "2024-05-03"),
        (["Reporting period: 1 to 12 March 2024", "Information cut-off: 13 March 2024"], "2024-03-13"),
    ],
)
def test_the_day_of_issue_holds_over_what_was_known_and_that_over_the_period(lines: list[str], day: str) -> None:
    brief, findings = parse_brief("\n".join(("The road to the north", *lines, "", SENTENCE)), "notes.txt")
    backwards = read("The road to the north", *lines[::-1])
    assert (str(brief.date), str(backwards.date), findings) == (day, day, ())


def test_a_date_is_found_in_the_third_line_under_a_series_and_a_title() -> None:
    brief = read("THE MORNING NOTE", "Chips and the new export rules", "Friday 25 October 2024")
    assert (str(brief.date), len(brief.passages)) == ("2024-10-25", 1)


def test_two_days_of_issue_that_differ_are_told() -> None:
    findings = parse_brief(f"Published: 3 May 2024\nThe road\nIssued: 4 May 2024\n\n{SENTENCE}", "notes.txt")[1]
    assert [finding.message for finding in findings] == [
        "The text gives the date 2024-05-04, the brief was read as of 2024-05-03."
    ]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("This report covers the period from 15 to 21 August 2024.", "2024-08-21"),
        ("It covers the period 15-21 August 2024.", "2024-08-21"),
        ("This brief rests on information available as of 12 March 2024.", "2024-03-12"),
        ("All figures in this update are as of 12 March 2024.", "2024-03-12"),
        ("This advisory was updated on March 12, 2024.", "2024-03-12"),
        ("This note was prepared on 12 March 2024 for the board.", "2024-03-12"),
        ("The report of 3 March 2024 was withdrawn.", "None"),
        ("It covers sales made until 3 March 2024.", "None"),
        ("The ministry said on 3 March 2024 that the dam held.", "None"),
    ],
)
def test_a_sentence_in_which_the_brief_speaks_of_itself_dates_it(sentence: str, day: str) -> None:
    assert str(read("The road to the north", "", sentence, "", SENTENCE).date) == day


@pytest.mark.parametrize("line", ["Last updated: 3 May 2024", "Issued 3 May 2024 at 14:00", "3 May 2024"])
def test_a_day_at_the_foot_dates_a_brief_that_has_no_date_at_its_top(line: str) -> None:
    brief = parse_brief(f"The road to the north\n\n{SENTENCE}\n\n{line}\n", "notes.txt")[0]
    assert str(brief.date) == "2024-05-03"


def test_what_stands_before_the_date_is_the_title_of_a_brief_that_has_no_other() -> None:
    assert read("Sudan: Flash Update No. 3 – 14 October 2024").title == "Sudan: Flash Update No. 3"


def test_a_wrapped_line_that_could_date_the_brief_stays_in_its_sentence() -> None:
    text = "The crew of the barge was\nreleased on 3 March 2024\nafter talks in Vidin."
    brief = parse_brief(f"A headline\n\n{text}\n", "notes.txt")[0]
    assert (brief.date, [passage.text for passage in brief.passages]) == (None, [text.replace("\n", " ")])
