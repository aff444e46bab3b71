"""A brief without a date gives what its own words date, and says of all else whose word it is."""

from __future__ import annotations

from making import asked, brief_of, propose

TITLE = "Ghana's debt talks"
TOLD = "Ken Ofori-Atta announced the Domestic Debt Exchange Programme on 5 December 2022."


def test_what_is_told_in_the_past_with_its_own_day_needs_no_date_of_the_brief() -> None:
    undated, dated = (asked(TOLD, title=TITLE, date=date) for date in (None, brief_of("x").date))
    assert undated
    assert not [question for question in dated if "May 2024" in question]
    assert undated.keys() == dated.keys()


def test_what_is_told_without_a_day_is_introduced_by_the_brief_and_what_it_is_about() -> None:
    questions = asked(
        "Ghana's debt talks were led by Ken Ofori-Atta.",
        "Ghana borrowed $1.7 billion from China.",
        title=TITLE,
        date=None,
    )
    assert questions
    assert all(question.startswith("According to the brief on Ghana") for question in questions)
    assert not [question for question in questions if question.startswith("As of")]


def test_what_is_so_now_is_not_asked_where_nobody_knows_when_that_is() -> None:
    owed = "Ghana owes China $1.7 billion."
    assert asked(owed, title=TITLE)
    assert not asked(owed, title=TITLE, date=None)


def test_a_day_without_a_year_stays_unplaced() -> None:
    told = "Ghana's parliament approved the debt talks on 3 May and left Accra in August 2021."
    assert list(asked(told, title=TITLE, date=None).values()) == ["August 2021"]


def test_a_present_that_may_tell_of_a_day_to_come_is_not_told_back() -> None:
    debt = "The World Bank owes Ghana $1.7 billion until 3 July 2025."
    assert asked(debt, title=TITLE)
    assert not asked(debt, title=TITLE, date=None)
    assert asked("UNICEF will send 25 trucks to Accra on 3 July 2025.", title=TITLE, date=None)


def test_a_brief_that_is_about_nothing_in_particular_is_not_quoted_without_a_date() -> None:
    assert asked("Ghana owes China $1.7 billion.", title="Weekly note", date=None) == {}


def test_what_waits_for_a_date_is_counted() -> None:
    texts = ("Ghana's parliament met on 3 May and on 5 June.", "It met again in August 2021.")
    said = [str(finding) for finding in propose(brief_of(*texts, title=TITLE, date=None)).findings if finding.remedy]
    assert [line[:58] for line in said] == ["It bears no date: 2 dates without a year could not be plac"]
    assert not [finding for finding in propose(brief_of(*texts, title=TITLE)).findings if finding.remedy]
