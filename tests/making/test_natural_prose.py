"""Sentences as analysts write them: results and votes, what answers something, sections on one state."""

from __future__ import annotations

import datetime as dt

import pytest
from making import asked, brief_of

from trainer.briefs.brief import Brief, Passage
from trainer.questions import propose


@pytest.mark.parametrize(
    "sentence",
    [
        "On 5 May 2024 UNICEF followed, acting on the advice of the World Bank in Geneva.",
        "Chad replied on 5 May 2024 with a new ballistic missile.",
        "Anna Berg of the Social Democrats was second on 19.",
        "Anna Berg has no majority either, and Chad cannot dissolve the National Assembly again before March.",
    ],
)
def test_what_answers_or_leaves_out_is_not_asked(sentence: str) -> None:
    assert asked(sentence) == {}


def test_a_follower_with_an_object_is_asked() -> None:
    assert "On what date did Anna Berg follow Omar Haddad to Geneva?" in asked(
        "On 5 May 2024 Anna Berg followed Omar Haddad to Geneva."
    )


def test_half_of_a_result_is_a_gap_and_no_question() -> None:
    cards = asked("The Senate impeached Omar Haddad on 6 May 2024 by 204 votes to 85 over his order of 3 May 2024.")
    found = [question for question, answer in cards.items() if answer == "204"]
    assert found
    assert not [question for question in found if question.endswith("?")]


def test_no_day_is_asked_beside_the_day_of_the_verb() -> None:
    cards = asked("The Senate impeached Omar Haddad on 6 May 2024 over his declaration of martial law on 3 May 2024.")
    assert "May 3, 2024" in {answer.replace("3 May 2024", "May 3, 2024") for answer in cards.values()}
    assert not [q for q in cards if q.startswith("On what date") and "on 6 May 2024" in q]


def test_a_name_that_comes_again_as_owner_is_the_sentence_s_own_pronoun() -> None:
    cards = asked("The Senate impeached Omar Haddad on 6 May 2024 by 204 votes to 85 over his order of 3 May 2024.")
    assert [q for q in cards if "Omar Haddad" in q and "his order" in q]
    assert not [q for q in cards if q.count("Omar Haddad") > 1]


def test_a_meeting_on_a_day_to_come_is_not_told_as_past() -> None:
    cards = asked("The Security Council meets on 14 May 2024 at Chad's request to discuss the Goma strike.")
    assert [q for q in cards if "was due to meet" in q]
    assert not [q for q in cards if " met " in q or "did the" in q]


def test_what_somebody_will_have_to_do_is_told_from_later_on() -> None:
    cards = asked("Omar Haddad will have to face voters again in 2025.", title="Chad votes")
    assert [q for q in cards if "would have to face" in q]
    assert not [q for q in cards if "due to have" in q]


def test_what_is_said_last_of_the_whole_can_be_left_out() -> None:
    cards = asked("Omar Haddad was named prime minister on 3 May 2024, the fourth person to hold the office this year.")
    assert "On what date was Omar Haddad named prime minister?" in cards
    cards = asked("On 3 May 2024 Chad allowed UNICEF to enter Goma, a step it had resisted for months.")
    assert not [q for q in cards if "resisted" in q]


def test_a_section_about_one_state_says_whose_parliament_it_is() -> None:
    passages = (
        Passage(1, "Talks in Geneva ended on 2 May 2024.", heading="Chad"),
        Passage(2, "The parliament dismissed Omar Haddad on 3 May 2024.", heading="Kenya"),
    )
    brief = Brief("note", "Weekly note", passages, dt.date(2024, 5, 8))
    assert "On what date did Kenya's parliament dismiss Omar Haddad?" in {c.question for c in propose(brief).cards}


def test_the_continent_takes_the_preposition_of_its_name() -> None:
    told = "Africa CDC said on 7 May 2024 that 600 deaths had been recorded on the continent since January 2024."
    questions = {card.question for card in propose(brief_of(told)).cards}
    assert [q for q in questions if "in Africa" in q]
    assert not [q for q in questions if "on Africa" in q]
