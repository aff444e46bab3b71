"""What the first reading of new briefs showed: versions, titles, sites and limits that are none of what they seem."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import asked, brief_of, propose

from trainer.language.reading import read
from trainer.questions.topic import topic_of


def test_the_year_of_a_version_is_no_date():
    cards = asked("On 3 May 2024 Microsoft issued updates for SharePoint Server 2019 and for Exchange 2016 in Kenya.")
    assert not {"2019", "2016"} & set(cards.values())
    assert any(answer == "May 3, 2024" for answer in cards.values())


def test_the_first_words_of_a_title_own_no_office():
    text = "The Emergency Relief Coordinator, Tom Fletcher, released $5 million for Kenya on 3 May 2024."
    assert not [q for q in asked(text) if "coordinator of the Emergency Relief" in q]
    assert "coordinator of the Emergency Relief" not in asked(text).values()


def test_a_place_before_the_noun_of_a_site_gets_no_hint():
    cards = asked("On 3 May 2024 Kenya closed the Busia crossing to trucks from Uganda for nine days.")
    assert not [question for question in cards if ") crossing" in question]


@pytest.mark.parametrize(
    "text",
    [
        "By 3 May 2024 the number of the dead in Kenya had passed 400 and in Uganda it stood at 90.",
        "On 3 May 2024 Kenya told Uganda to withdraw within 40 days from the island of Migingo.",
    ],
)
def test_no_option_that_a_limit_makes_right(text):
    cards = propose(brief_of(text)).cards
    limited = [card for card in cards if card.answer in {"400", "40", "40 days"}]
    assert limited
    assert not [card.question for card in limited if card.distractors]


def test_a_bare_that_and_the_day_of_a_week_before_are_not_asked_of():
    assert not asked("On April 14th that changed in Kenya.")
    assert not asked("Scott Bessent turned up in Nairobi on the Monday to show support.")


def test_the_figure_that_another_is_set_beside_stands_behind_a_comma():
    cards = asked("In Kenya prices rose by 3.7% in March, up from 2.4% in February.")
    assert cards
    assert not [question for question in cards if "3.7% up from" in question]


def test_the_name_of_a_series_tells_whose_capital_is_meant():
    barred = "On 12 May the Federal Aviation Administration barred United States carriers."
    brief = brief_of(barred, "The capital has had no flights since.", title="An airport closes")
    brief = replace(brief, publisher="Haiti Daily Brief")
    assert not [card.question for card in propose(brief).cards if "United States' capital" in card.question]


def test_a_headline_gives_its_noun_to_a_question_and_not_its_verb():
    body = "Honda halted work in Mexico. The Nexperia dispute hit Honda. The dispute over Nexperia went on."
    assert topic_of(read(brief_of(body, title="Nexperia Dispute Eases"))) == "the Nexperia dispute"


def test_who_does_something_is_not_whom_it_is_done_to():
    awarded = "which awarded it the temple of Preah Vihear in 1962."
    text = f"Cambodia wants to return to the International Court of Justice, {awarded}"
    assert not [question for question in asked(text) if question.count("International Court of Justice") > 1]


def test_the_day_of_an_owner_is_not_put_in_its_place():
    cards = asked("Kenya's party won Sunday's parliamentary election in Chad.")
    assert not [question for question in cards if "2024's" in question or " 's " in question]


def test_what_held_as_of_the_brief_bears_its_month():
    first = "H5N1 was first confirmed in Kenyan cattle on 25 March 2024"
    text = f"{first}, and has since been reported in more than 900 herds in 16 provinces."
    cards = [card for card in propose(brief_of(text)).cards if card.question.startswith("As of May 2024")]
    assert cards
    assert {card.as_of for card in cards} == {"2024-05"}


def test_whoever_describes_is_not_described():
    text = (
        "A vote came after a raid that the British defence secretary, Grant Shapps, described as the largest in Chad."
    )
    assert not [question for question in asked(text) if "who was described" in question.lower()]
