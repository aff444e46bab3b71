"""What else a named thing is called, and who holds which office, in the brief's words."""

import pytest
from making import asked

DEFINED = [
    ("General Mohamed Hamdan Dagalo, better known as Hemedti, met Kenya's president in March 2024.",
     "As of May 2024, by what name was Mohamed Hamdan Dagalo better known?", "Hemedti"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "question", "answer"), DEFINED)
def test_a_second_name_is_asked(sentence, question, answer):
    assert asked(sentence).get(question) == answer


def test_what_a_thing_was_is_not_asked_for_many_answers_would_do():
    cards = asked("Operation Aspides, an escort mission of the European Union, began in February 2024.")
    assert not [question for question in cards if "what was" in question]


OFFICES = [
    ("UnitedHealth Group's chief executive, Andrew Witty, met Kenya's envoys and a year later met them again.",
     "According to the May 2024 brief, what office did Andrew Witty hold at UnitedHealth Group?", "chief executive"),
    ("Osama Rabie, who heads the Suez Canal Authority, said that revenue fell.",
     "According to the May 2024 brief, who headed the Suez Canal Authority?", "Osama Rabie"),
    ("Anna Weber, a former chief justice, joined the Bank of Ghana in 2023.",
     "According to the May 2024 brief, what office had Anna Weber once held?", "chief justice"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "question", "answer"), OFFICES)
def test_an_office_beside_a_name_is_asked(sentence, question, answer):
    assert asked(sentence).get(question) == answer


NO_OFFICE = [
    "UnitedHealth Group's chief executive, Andrew Witty, resigned and left for Kenya the next day.",
    "Anna Weber, a rival, met Kenya's envoys.",
    "Defence Minister Anna Weber was replaced by Interior Minister John Doe in Kenya.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NO_OFFICE)
def test_no_office_that_ends_or_that_many_hold(sentence):
    assert not [question for question in asked(sentence) if "what office did" in question]


def test_a_ship_is_asked_as_a_ship():
    cards = asked("The ship Rubymar was struck by a missile in the Gulf of Aden on 18 February 2024.")
    assert "Rubymar" in cards.values()
