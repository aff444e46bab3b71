"""Offices, lists, dates and numbers that are right in another form, and those that are not."""

import pytest
from drafts import draft_of, reading_of

from trainer.cards.card import Kind
from trainer.language.names import Sort
from trainer.questions.keys import accepted, rejected
from trainer.questions.keys_names import other_names
from trainer.values.dates import PartialDate
from trainer.values.quantities import Quantity


def of(question: str, answer: str, brief: str = "", kind: Kind = Kind.WHAT, **more) -> tuple[str, ...]:
    return accepted(draft_of(question, answer, kind, **more), reading_of(brief) if brief else None)


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("spokesman of the Kremlin", ["Kremlin spokesman", "spokesman for the Kremlin"]),
        ("secretary general of NATO", ["NATO secretary general", "NATO secretary-general",
                                       "secretary general of the North Atlantic Treaty Organization"]),
        ("director-general of the Dolna Board", ["Dolna Board director-general", "Dolna Board director general"]),
    ],
)  # fmt: skip
def test_an_office_is_right_with_its_body_before_or_behind_it(answer: str, right: list[str]) -> None:
    assert set(right) <= set(of("What office did he hold?", answer, direction="office"))


def test_an_office_of_a_state_is_right_by_its_people_and_not_by_its_bare_name() -> None:
    found = of("What office did she hold?", "defence minister of Mali", direction="office")
    assert "Malian defence minister" in found
    assert "Mali defence minister" not in found


def test_the_head_of_a_force_is_right_with_its_full_name() -> None:
    brief = "Anna Berg commands the Rural Guard Forces (RGF). In Kenya, the RGF spoke."
    found = of("What office did Anna Berg hold?", "commander of the RGF", brief, direction="office")
    assert {"RGF commander", "commander of the Rural Guard Forces"} <= set(found)


def test_a_list_is_right_turned_round_and_in_full() -> None:
    found = of("In which two countries did it cut output?", "US and Canada", kind=Kind.LIST, items=("US", "Canada"),
               sort=Sort.STATE)  # fmt: skip
    assert {"Canada and US", "United States and Canada"} <= set(found)
    both = of("Which two countries left?", "US and UK", kind=Kind.LIST, items=("US", "UK"), sort=Sort.STATE)
    assert "United States and United Kingdom" in both
    towns = of("Which two cities fell?", "Goma and Sake", kind=Kind.LIST, items=("Goma", "Sake"), sort=Sort.CITY)
    assert towns == ("Sake and Goma",)


def test_an_alliance_is_right_by_both_its_names() -> None:
    more = {"kind": Kind.CLOZE, "items": ("Dolna", "Berga"), "sort": Sort.BODY}
    assert "Dolna-Berga" in of("It is led by the alliance of [...] (two parties).", "Dolna and Berga", **more)
    assert "Dolna-Berga" not in of("It fined [...] (two companies).", "Dolna and Berga", **more)


@pytest.mark.parametrize(
    ("answer", "time", "right", "wrong"),
    [
        ("late 2024", PartialDate(2024, part="late"), "the end of 2024", "the last days of 2024"),
        ("early 2024", PartialDate(2024, part="early"), "the start of 2024", "January 2024"),
        ("late May 2024", PartialDate(2024, 5, part="late"), "the last days of May 2024", "May 2024"),
        ("the last days of 2024", PartialDate(2024, part="the last days of"), "late 2024", "the first days of 2024"),
        ("the start of 2024", PartialDate(2024, part="the start of"), "January 2024", "December 2024"),
        ("the end of 2024", PartialDate(2024, part="the end of"), "December 2024", "January 2024"),
        ("May to June 2024", PartialDate(2024, 5, until=(2024, 6), link="to"), "between May and June 2024", "May 2024"),
    ],
)
def test_a_part_of_a_year_is_no_day_and_its_edge_is_a_month(answer, time, right, wrong) -> None:
    found = of("It began in [...].", answer, kind=Kind.CLOZE, time=time)
    assert right in found
    assert wrong not in found


def test_a_part_of_a_month_is_right_without_a_year_that_is_told_and_wrong_as_another_part() -> None:
    draft = draft_of("As of April 2025: It begins in [...].", "late May 2025", Kind.CLOZE,
                     time=PartialDate(2025, 5, part="late"))  # fmt: skip
    assert "late May" in accepted(draft)
    assert rejected(draft) == ("early May 2025", "mid-May 2025")


def test_millions_before_what_is_counted_and_a_dozen_are_right_in_figures() -> None:
    tonnes = draft_of("The goal of [...] tonnes was missed.", "3m", Kind.CLOZE, quantity=Quantity(3, 3))
    assert "3 million" in accepted(tonnes)
    wall = draft_of("The wall is [...] high.", "3m", Kind.CLOZE, quantity=Quantity(3, 3))
    assert "3 million" not in accepted(wall)
    assert {"12", "twelve"} <= set(of("How many?", "a dozen", kind=Kind.HOW_MANY, quantity=Quantity(12, 12)))


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Japan Coast Guard", "Japanese Coast Guard"),
        ("Philippine Coast Guard", "Philippines Coast Guard"),
        ("Thai Second Army Region", "Second Army Region"),
    ],
)
def test_a_state_s_own_force_is_right_by_its_people(answer: str, right: str) -> None:
    assert right in other_names(answer)


def test_a_company_of_a_people_is_called_so_alone() -> None:
    assert other_names("American Airlines") == ()
    assert "National Army" not in other_names("Libyan National Army")
    assert "Kenyan Airways" not in other_names("Kenya Airways")


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("licences for certain drone engines", "licences for drone engines"),
        ("cuts in donor funding", "donor funding cuts"),
        ("a Danish firm", "a Danish company"),
    ],
)
def test_a_phrase_is_right_said_more_shortly(answer: str, right: str) -> None:
    assert right in of("What kind of thing was it?", answer)


def test_of_a_kind_of_thing_its_class_alone_is_not_enough() -> None:
    assert "firm" not in of("What kind of organization is Dolna?", "a Danish firm")
