"""A name that several share stands for the one that the brief is about; the others' names are wrong."""

import pytest
from drafts import draft_of, reading_of

from trainer.cards import Card
from trainer.cards.card import Kind
from trainer.cards.grading import grade
from trainer.language.names import Sort
from trainer.questions.keys import accepted, rejected

KIVU = "Rwandan soldiers were in eastern Congo, near Goma, on 3 May 2024."
BOTH = "Envoys from Kinshasa and Brazzaville met on the Congo on 3 May 2024."
ARMS = "Poland bought Korean and American guns from the Republic of Korea on 3 May 2024."
UNION = "With the European Union waiting, the Council adopted the pact on 3 May 2024."
NATIONS = "With the European Union and the UN Security Council waiting, the Council adopted it on 3 May 2024."
SENATE = "In Nigeria the Senate met on 3 May 2024."
COURT = "In Norway the Supreme Court ruled on 3 May 2024."


def card(question: str, answer: str, brief: str, sort: Sort, *items: str) -> Card:
    """The card with the keys that a brief of one sentence gives it."""
    draft = draft_of(question, answer, Kind.CLOZE, sentence=brief, sort=sort, items=items)
    reading = reading_of(brief)
    keys = {"accepted": accepted(draft, reading), "reject": rejected(draft, reading)}
    return Card("c0", question, answer, Kind.CLOZE, **keys)


@pytest.mark.parametrize("given", ["DRC", "the DRC", "Democratic Republic of the Congo", "DR Congo", "Congo"])
def test_congo_is_the_one_whose_places_the_brief_names(given: str) -> None:
    assert grade(card("They were in eastern [...].", "Congo", KIVU, Sort.UNKNOWN), given).verdict.accepted


@pytest.mark.parametrize("given", ["Republic of the Congo", "Congo-Brazzaville", "the Congo River Alliance", "Rwanda"])
def test_congo_is_not_the_other_one(given: str) -> None:
    assert not grade(card("They were in eastern [...].", "Congo", KIVU, Sort.UNKNOWN), given).verdict.accepted


def test_a_shared_name_is_left_as_it_is_where_the_brief_names_both() -> None:
    assert not card("They met on the [...].", "Congo", BOTH, Sort.UNKNOWN).accepted


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("South Korean and American", True),
        ("US and South Korean", True),
        ("Korean and American", True),
        ("North Korean and American", False),
        ("Korean and British", False),
    ],
)
def test_a_people_in_a_list_is_that_of_the_state_that_the_brief_names(given: str, right: bool) -> None:
    question = "It bought [...] (two peoples) guns."
    arms = card(question, "Korean and American", ARMS, Sort.PEOPLE, "Korean", "American")
    assert grade(arms, given).verdict.accepted is right


@pytest.mark.parametrize("given", ["Council of the European Union", "EU Council", "the Council"])
def test_a_body_of_the_union_is_right_by_its_whole_name_in_a_brief_on_the_union(given: str) -> None:
    assert grade(card("The [...] adopted the pact.", "Council", UNION, Sort.BODY), given).verdict.accepted


@pytest.mark.parametrize("given", ["European Council", "Council of Europe", "Security Council", "UN Security Council"])
def test_a_body_of_the_union_is_no_other_body_of_that_noun(given: str) -> None:
    assert not grade(card("The [...] adopted the pact.", "Council", UNION, Sort.BODY), given).verdict.accepted


def test_a_body_is_not_the_union_s_where_the_brief_has_another_of_that_noun() -> None:
    assert "EU Council" not in card("The [...] adopted it.", "Council", NATIONS, Sort.BODY).accepted


@pytest.mark.parametrize(
    ("brief", "answer", "wrong"),
    [
        (SENATE, "Senate", "US Senate"),
        (SENATE, "Senate", "the U.S. Senate"),
        (SENATE, "Senate", "United States Senate"),
        (COURT, "Supreme Court", "US Supreme Court"),
        (COURT, "Supreme Court", "UK Supreme Court"),
    ],
)
def test_a_chamber_or_court_is_not_that_of_another_state_than_the_brief_s(brief: str, answer: str, wrong: str) -> None:
    body = card("The [...] met.", answer, brief, Sort.BODY)
    assert not grade(body, wrong).verdict.accepted
    assert grade(body, f"the {answer}").verdict.accepted


@pytest.mark.parametrize(
    ("brief", "answer", "right"),
    [
        ("In Ukraine it was said that Congress had voted on 3 May 2024.", "Congress", "US Congress"),
        ("In Iran banks were named by the Treasury on 3 May 2024.", "Treasury", "US Treasury"),
        ("In Ukraine it was said that Washington waited for the Senate on 3 May 2024.", "Senate", "US Senate"),
    ],
)
def test_an_american_body_in_a_brief_on_another_state_is_right_in_full(brief: str, answer: str, right: str) -> None:
    assert grade(card("It was the [...].", answer, brief, Sort.BODY), right).verdict.accepted


def test_what_the_tables_call_another_thing_of_that_name_is_refused() -> None:
    ship = draft_of("The destroyer [...] (ship) of South Africa rammed a tug.", "Durban", Kind.CLOZE, sort=Sort.SHIP)
    assert "Durban, South Africa" in rejected(ship)
