"""The words that ask: date, number with its hedge and unit, who, which, in which; nothing where none fits."""

from __future__ import annotations

import pytest
from making import asked, brief_of, propose
from tellings import questions_for

from trainer.cards.card import Kind

HEDGED = {
    "at least": "At least",
    "at most": "At most",
    "about": "About",
    "around": "About",
    "roughly": "About",
    "more than": "More than",
    "over": "More than",
    "up to": "Up to",
    "as many as": "Up to",
    "fewer than": "Fewer than",
    "nearly": "Nearly",
    "almost": "Nearly",
    "an estimated": "An estimated",
    "some": "About",
}


@pytest.mark.parametrize(("written", "said"), HEDGED.items())
def test_the_hedge_of_a_number_stays_in_the_question(written: str, said: str) -> None:
    questions = questions_for("100", f"Ukraine's army lost {written} 100 tanks in 2023.")
    assert questions == [f"{said} how many tanks did Ukraine's army lose in 2023?"]


@pytest.mark.parametrize(
    ("sentence", "answer", "question"),
    [
        # dates, at their grain
        ("Interpol arrested Omar Haddad in 2023.", "2023", "In what year did Interpol arrest Omar Haddad?"),
        ("Interpol arrested Omar Haddad in March 2023.", "March 2023",
         "In what month and year did Interpol arrest Omar Haddad?"),
        ("Interpol arrested Omar Haddad on 9 March 2023.", "March 9, 2023",
         "On what date did Interpol arrest Omar Haddad?"),
        ("Interpol arrested Omar Haddad on March 9, 2023.", "March 9, 2023",
         "On what date did Interpol arrest Omar Haddad?"),
        ("Interpol arrested Omar Haddad in March.", "March 2024",
         "In what month and year did Interpol arrest Omar Haddad?"),
        ("On 9 March 2023, Interpol arrested Omar Haddad.", "March 9, 2023",
         "On what date did Interpol arrest Omar Haddad?"),
        # bounds keep their word
        ("France has kept 1,000 soldiers in Chad since 2014.", "2014",
         "As of May 2024, since what year had France kept 1,000 soldiers in Chad?"),
        ("The truce in Yemen held until October 2022.", "October 2022",
         "Until what month and year did the truce in Yemen hold?"),
        ("Interpol had arrested Omar Haddad by March 2023.", "March 2023",
         "By what month and year had Interpol arrested Omar Haddad?"),
        # numbers
        ("UNICEF sent 25 trucks to Lima in March 2024.", "25",
         "How many trucks did UNICEF send to Lima in March 2024?"),
        ("Nine ministers were killed in Niger in 2023.", "Nine", "How many ministers were killed in Niger in 2023?"),
        ("Turnout in Ghana fell to 61 percent in 2020.", "61 percent",
         "To what percentage did turnout in Ghana fall in 2020?"),
        ("About 40 percent of farmers in Ghana lost their crops in 2020.", "40 percent",
         "About what percentage of farmers in Ghana lost their crops in 2020?"),
        ("Change Healthcare paid $22 million in March 2024.", "$22 million",
         "How much did Change Healthcare pay in March 2024?"),
        ("Change Healthcare paid more than $22 million in March 2024.", "$22 million",
         "More than how much did Change Healthcare pay in March 2024?"),
        ("The World Food Programme feeds 2 million people in Sudan.", "2 million",
         "As of May 2024, how many people did the World Food Programme feed in Sudan?"),
        # names
        ("Interpol arrested Omar Haddad in Dubai in 2023.", "Interpol",
         "Which international organization arrested Omar Haddad in Dubai in 2023?"),
        ("Interpol arrested Omar Haddad in Dubai in 2023.", "Omar Haddad",
         "Whom did Interpol arrest in Dubai in 2023?"),
        ("Omar Haddad left Dubai in 2023.", "Omar Haddad", "Who left Dubai in 2023?"),
        ("Interpol arrested Omar Haddad in Dubai in 2023.", "Dubai",
         "In which city did Interpol arrest Omar Haddad in 2023?"),
        ("Kenya sent 300 troops to Haiti in 2023.", "Kenya", "Which country sent 300 troops to Haiti in 2023?"),
        ("Kenya sent 300 troops to Haiti in 2023.", "Haiti", "To which country did Kenya send 300 troops in 2023?"),
        ("The Wagner Group deployed to Mali in 2021.", "Wagner Group", "Which armed group deployed to Mali in 2021?"),
        ("ECOWAS lifted its sanctions on Niger on 24 February 2024.", "ECOWAS",
         "Which international organization lifted its sanctions on Niger on 24 February 2024?"),
        # lists
        ("Peru, Chile, and Bolivia signed the Lima Accord in 2021.", "Peru, Chile, and Bolivia",
         "Which three countries signed the Lima Accord in 2021?"),
        ("Peru and Chile signed the Lima Accord in 2021.", "Peru and Chile",
         "Which two countries signed the Lima Accord in 2021?"),
        ("Omar Haddad visited Lima and Quito in 2021.", "Lima and Quito",
         "Which two cities did Omar Haddad visit in 2021?"),
    ],
)  # fmt: skip
def test_an_answer_is_asked_for_in_its_own_words(sentence: str, answer: str, question: str) -> None:
    assert question in questions_for(answer, sentence)


@pytest.mark.parametrize(
    ("sentence", "answer", "why"),
    [
        ("Kenya did not send 300 troops to Haiti in 2023.", "300", "nobody sent them"),
        ("Kenya never sent 300 troops to Haiti in 2023.", "300", "nobody sent them"),
        ("Neither Kenya nor Chad sent 300 troops to Haiti.", "300", "nobody sent them"),
        ("Lima hosted 300 guests of UNHCR in 2023.", "Lima", "a city is not asked for as one that acts"),
        ("It sent 300 troops to Haiti in 2023.", "300", "a pronoun"),
        ("The company paid Kenya 300 dollars in 2023.", "300 dollars", "a company that nobody named"),
        ("The agency sent 300 trucks to Haiti in 2023.", "300", "an agency that nobody named"),
        ("They left Haiti on 3 May 2024.", "May 3, 2024", "a pronoun"),
        ("Kenya left Haiti two weeks ago.", "April 24, 2024", "a round figure"),
        ("Kenya left Haiti in early 2023 or 2024.", "2024", "one of two"),
        ("Kenya settled on 24 March 2024.", "March 24, 2024", "what was settled on, or when"),
        ("The quake struck Haiti at 04:17 in Kenya.", "04:17", "a time of day"),
        ("Sudan did not sign the Jeddah Accord in 2023.", "the Jeddah Accord", "one of much that it did not sign"),
        (
            "The Port of Mombasa, where 300 containers burned in 2023, has reopened.",
            "300",
            "the port reopened and not what burned there",
        ),
        (
            "France retook Gao, which rebels had seized in 2012, on 26 January 2013.",
            "2012",
            "the second date is that of the clause above",
        ),
        ("Kenya joined NATO as a partner in 2004, and Chad did so in 2005.", "2005", "what Chad did stands elsewhere"),
        (
            "Change Healthcare, whose systems failed in February 2024, paid $22 million.",
            "$22 million",
            "too little is said of what was paid",
        ),
    ],
)
def test_what_cannot_be_asked_soundly_is_not_asked(sentence: str, answer: str, why: str) -> None:
    cards = propose(brief_of(sentence)).cards
    assert [card.question for card in cards if card.answer == answer and card.kind is not Kind.CLOZE] == [], why


def test_a_state_is_not_asked_for_where_its_people_are_named() -> None:
    assert "Kenya" not in asked("Kenya sent Kenyan doctors to Haiti in 2023.").values()


def test_each_part_of_two_clauses_is_asked_with_its_own_numbers() -> None:
    questions = asked("Kenya sent 300 troops to Haiti in 2023, and Chad sent 200 troops to Niger in 2022.")
    assert questions["How many troops did Kenya send to Haiti in 2023?"] == "300"
    assert questions["How many troops did Chad send to Niger in 2022?"] == "200"


def test_a_measure_that_only_describes_what_is_counted_is_not_asked_as_a_count() -> None:
    assert not [
        question for question in asked("Kenya fired 105mm shells at Gao on 3 May 2024.") if "many mm" in question
    ]


def test_a_day_on_which_something_else_was_done_is_not_asked_of_the_verb() -> None:
    cards = asked("Kenya has published the accord signed in Nairobi on 27 February 2024.")
    assert not [question for question in cards if "what date" in question or "published on" in question]
    cards = asked("Kenya sent nine trucks loaded with grain to Chad on 27 February 2024.")
    assert "On what date did Kenya send nine trucks loaded with grain to Chad?" in cards
