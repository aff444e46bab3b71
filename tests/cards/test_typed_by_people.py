"""What people type, and what it comes to: each row stands for a rule that was wrong about it once."""

from __future__ import annotations

import pytest
from asked import card

from trainer.cards import Kind
from trainer.cards.grading import grade

WHERE, WHO, WHAT = "Across which region was fuel short?", "Who signed the order?", "Which order was signed?"
WEEK, YEARS = "In [...], he spoke to the Council.", "In which two years were there coups?"
PLACES = "Groups are active in [...] (two names)."


@pytest.mark.parametrize(
    ("question", "answer", "given", "verdict"),
    [
        (WHERE, "US Southeast", "US Southwest", "wrong"),
        (WHERE, "US Southeast", "the southeastern US", "right"),
        (WHERE, "US Southeast", "south east of the US", "right"),
        (WHERE, "northern Togo", "the north of Togo", "right"),
        (WHERE, "northern Togo", "southern Togo", "partly"),
        (WHERE, "South Africa", "southern Africa", "wrong"),
        (WHERE, "North Korea", "South Korea", "wrong"),
        (PLACES, "northern Togo and northern Benin", "northern Benin and Togo", "right"),
        (PLACES, "northern Togo and northern Benin", "north Togo, north Benin", "right"),
        (PLACES, "northern Togo and northern Benin", "Togo and northern Benin", "partly"),
        (PLACES, "northern Togo and northern Benin", "northern Togo and southern Benin", "partly"),
        (PLACES, "northern Togo and northern Benin", "northern Togo and Ghana", "partly"),
        (WHO, "Joseph Blount", "Joe Blount", "right"),
        (WHO, "Joseph Blount", "Joseph A. Blount Jr.", "right"),
        (WHO, "Joseph Blount", "James Blount", "partly"),
        (WHO, "Bill Burns", "William J. Burns", "right"),
        (WHAT, "Executive Order 14028", "EO 14028", "right"),
        (WHAT, "Executive Order 14028", "E.O. 14028", "right"),
        (WHAT, "Executive Order 14028", "executive order no. 14028", "right"),
        (WHAT, "Executive Order 14028", "exec. order 14028", "right"),
        (WHAT, "Executive Order 14028", "EO 14082", "wrong"),
        (WHAT, "Executive Order 14028", "Directive 14028", "wrong"),
        (WEEK, "the week of June 12, 2023", "the week of 12 June", "nearly"),
        (WEEK, "the week of June 12, 2023", "the week of 19 June", "wrong"),
        (WEEK, "the week of June 12, 2023", "12 June 2023", "partly"),
        (YEARS, "2020 and 2021", "2020/21", "right"),
        (YEARS, "2020 and 2021", "2020 and '21", "right"),
        (YEARS, "2020 and 2021", "2020/22", "partly"),
        ("In [...] the price rose.", "2014", "'14", "right"),
        ("In [...] the price rose.", "2014", "'15", "wrong"),
        ("In [...] the price rose.", "2014", "14", "wrong"),
        ("How many died?", "40,689", "40.689", "right"),
        ("How many died?", "40,689", "40'689", "right"),
        ("How many died?", "40,689", "40.698", "wrong"),
        ("How many metres is it high?", "5.5", "5.500", "right"),
        ("How many metres is it high?", "5.5", "5,500", "wrong"),
        ("How much was paid?", "$4.4 million", "4.400.000", "right"),
        ("Which body decided?", "UN Security Council", "the Security Council of the United Nations", "right"),
        ("Which body decided?", "UN Security Council", "the Security Council of the EU", "partly"),
        ("What office had he?", "executive director of the World Food Programme", "WFP's executive director", "right"),
        ("Which two groups?", "Islamic State and al-Qaeda", "IS and al-Qaeda", "nearly"),
        ("Which two groups?", "Islamic State and al-Qaeda", "is al-Qaeda", "partly"),
    ],
)
def test_what_people_type(question, answer, given, verdict):
    assert grade(card(question, answer), given).verdict.value == verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("Biden", "right"),
        ("President Biden", "right"),
        ("Joseph R. Biden Jr.", "right"),
        ("Pres. Joe Biden", "right"),
        ("Hunter Biden", "partly"),
        ("Jill Biden", "partly"),
    ],
)
def test_a_surname_with_a_given_name_that_the_card_knows_to_be_another_is_another_person(given, verdict):
    who = card(WHO, "Biden", accepted=("Joe Biden", "President Biden", "President Joe Biden"))
    assert grade(who, given).verdict.value == verdict


@pytest.mark.parametrize(
    ("acronym", "name", "given", "verdict"),
    [
        ("AAA", "American Automobile Association", "American Automotive Association", "partly"),
        ("AAA", "American Automobile Association", "Automobile Association", "partly"),
        ("USGS", "US Geological Survey", "Geological Survey", "nearly"),
        ("OCHA", "UN Office for the Coordination of Humanitarian Affairs",
         "Office for the Coordination of Humanitarian Affairs", "nearly"),
    ],
)  # fmt: skip
def test_each_letter_of_an_acronym_has_its_word(acronym, name, given, verdict):
    assert grade(card(f"What does {acronym} stand for?", name, Kind.ACRONYM), given).verdict.value == verdict


def test_a_number_whose_thousands_are_set_off_as_elsewhere_says_how_it_was_read():
    assert grade(card("How many died?", "40,689"), "40.689").note == "read as 40,689"
