from __future__ import annotations

import pytest

from trainer.values.lists import items_of, pieces_of
from trainer.values.slips import slips_in_text, slips_in_word
from trainer.values.wording import words_of


@pytest.mark.parametrize(
    ("text", "count", "items"),
    [
        ("A, B and C", 0, ("A", "B", "C")),
        ("A, B, and C", 0, ("A", "B", "C")),
        ("A; B and C; D", 0, ("A", "B and C", "D")),
        ("both Gao and Timbuktu", 0, ("Gao", "Timbuktu")),
        ("Trinidad and Tobago and Barbados", 2, ("Trinidad and Tobago", "Barbados")),
        ("Bosnia and Herzegovina, Serbia and Montenegro", 3, ("Bosnia and Herzegovina", "Serbia", "Montenegro")),
        (
            "the FBI and the Cybersecurity and Infrastructure Security Agency", 2,
            ("the FBI", "the Cybersecurity and Infrastructure Security Agency"),
        ),
        (
            "the Ministry of Health and Population and the WHO", 2,
            ("the Ministry of Health and Population", "the WHO"),
        ),
        ("May 3, 2021 and June 7, 2022", 0, ("May 3 2021", "June 7 2022")),
        ("13,000 and 14,000", 0, ("13,000", "14,000")),
        ("protection of civilians, and supporting political and peace processes", 0,
         ("protection of civilians", "supporting political and peace processes")),
        ("Niger", 0, ("Niger",)),
    ],
)  # fmt: skip
def test_a_list_is_cut_between_its_items_and_not_within(text: str, count: int, items) -> None:
    assert items_of(text, count) == items


def test_typed_lists_are_cut_wherever_they_may_be() -> None:
    assert pieces_of("- Gao\n- Timbuktu") == ("Gao", "Timbuktu")
    assert pieces_of("Gao/Timbuktu & Kidal + Mopti") == ("Gao", "Timbuktu", "Kidal", "Mopti")
    assert pieces_of("and , and") == ()


@pytest.mark.parametrize(
    ("key", "given", "slips"),
    [
        ("stabilization", "stabilizaton", 1),
        ("abdoulaye", "abdulaye", 1),
        ("ouagadougou", "ouagadugu", 2),
        ("gaddafi", "qaddafi", 1),
        ("gaza", "gzaa", 1),
        ("mali", "malo", None),
        ("north", "south", None),
        ("consent", "content", None),
        ("interstate", "intrastate", None),
        ("hypothermia", "hyperthermia", None),
        ("proscribed", "prescribed", None),
        ("2023", "2022", None),
        ("sixth", "sixty", None),
        ("gambia", "zambia", None),
    ],
)
def test_a_slip_is_a_letter_or_two_and_no_other_word(key: str, given: str, slips) -> None:
    assert slips_in_word(key, given) == slips


def test_a_misspelt_small_word_is_a_slip_and_another_small_word_is_not() -> None:
    assert slips_in_text("the law and the decree", "teh law adn the decree") == 2
    assert slips_in_text("the mission in Mali", "the mission for Mali") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Wagner Group’s", "wagner group"),
        ("13,000", "13000"),
        ("12 per cent", "12%"),
        ("the United Nations", "the U.N."),
        ("organisations", "organizations"),
        ("Prime Minister", "PM"),
        ("Jama’at", "jamaat"),
        ("third review", "3rd review"),
    ],
)
def test_two_hands_write_the_same_words(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)
