"""On every gold list and every deck that ships, what is accepted is right, and no other answer is."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from trainer.cards.grade import Verdict
from trainer.cards.grading import grade
from trainer.values.names import bare

RIGHT_ALL_THE_SAME = {
    ("CISA", "Cybersecurity and Infrastructure Security Agency (CISA)"),
    ("$100 or more", "more than 100"),
    ("gunmen", "the Houthi movement"),  # the Houthis are accepted
    ("gunmen", "Ansar Allah"),
    ("the Houthis", "Ansar Allah"),
    ("a majority", "because the new president lacks a majority in the National Assembly"),
    ("Ousmane Sonko", "the conviction of Ousmane Sonko"),  # the conviction of whom, it is asked
    ("members of the security forces", "shield members of the security forces from prosecution"),
    ("six", "a six-month suspended sentence for defaming a minister"),
    ("Cybersecurity and Infrastructure Security Agency", "the Cybersecurity and Infrastructure Security Agency (CISA)"),
    (
        "the UN Office for the Coordination of Humanitarian Affairs (OCHA)",
        "UN Office for the Coordination of Humanitarian Affairs",
    ),
    ("the Government of National Unity (GNU)", "Tripoli"),  # which government, it is asked, and Tripoli's is accepted
    ("the southern axis", "Hallin"),
    ("low cloud", "because of the weather"),
    ("nine", "only nine"),
    ("the Aske crossings", "at the Aske crossings"),
    ("DarkSide", "that DarkSide ransomware was responsible"),
    ("Togo", "northern Togo and northern Benin"),  # the words beside the gap, and what is in it
    ("Benin", "northern Togo and northern Benin"),
    (
        "Cybersecurity and Infrastructure Security Agency (CISA)",
        "FBI and the Cybersecurity and Infrastructure Security Agency",
    ),
    ("World Food Programme (WFP)", "executive director of the World Food Programme"),
    ("AFAD", "Disaster and Emergency Management Authority (AFAD)"),
}
"""Answers of other facts that are right: the same thing in other words, or the question's own words around it."""


def wrongly_accepted(cards) -> list[tuple[str, str]]:
    """Other facts' answers that are accepted and are not right."""
    return [
        (asked.answer, other.answer)
        for asked, other in itertools.permutations(cards, 2)
        if bare(other.answer) not in {bare(text) for text in (asked.answer, *asked.accepted)}
        and grade(asked, other.answer).verdict.accepted
        and (asked.answer, other.answer) not in RIGHT_ALL_THE_SAME
    ]


def test_what_is_accepted_is_right_and_what_is_rejected_is_not(every_gold, every_deck) -> None:
    for cards in (*every_gold.values(), *every_deck):
        for asked in cards:
            assert [
                text for text in (asked.answer, *asked.accepted) if grade(asked, text).verdict is not Verdict.RIGHT
            ] == []
            wrong = (*asked.reject, *asked.distractors)
            assert [text for text in wrong if grade(asked, text).verdict.accepted] == []


def test_distractors_and_near_misses_are_not_right_without_the_lists_that_say_so(every_gold, every_deck) -> None:
    for cards in (*every_gold.values(), *every_deck):
        for asked in cards:
            plain = replace(asked, reject=(), distractors=())
            wrong = (*asked.reject, *asked.distractors)
            assert [text for text in wrong if grade(plain, text).verdict.accepted] == []


def test_no_answer_of_another_card_is_right(every_deck) -> None:
    for cards in every_deck:
        assert wrongly_accepted(cards) == []


@pytest.mark.long
def test_no_answer_of_another_fact_is_right(every_gold) -> None:
    for cards in every_gold.values():
        assert wrongly_accepted(cards) == []


@pytest.mark.parametrize(("kind", "least"), [("how_many", 0.95), ("list", 0.65), ("acronym", 0.8), ("who", 0.7)])
def test_most_other_wordings_are_found_from_the_answer_alone(every_gold, kind: str, least: float) -> None:
    tried = [
        grade(replace(asked, accepted=(), reject=()), text).verdict.accepted
        for cards in every_gold.values()
        for asked in cards
        if asked.kind == kind
        for text in asked.accepted
    ]
    assert sum(tried) >= least * len(tried)
