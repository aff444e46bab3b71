"""Questions in good English: words in their order, what belongs together kept together, no stray word of a list."""

from __future__ import annotations

import pytest
from making import asked
from tellings import questions_for

from trainer.questions.framing import told_in


def questions(*passages: str, title: str = "Kenya") -> str:
    return "\n".join(asked(*passages, title=title))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The governor of Gao, General Omar Haddad, had been fatally wounded near Menaka on 3 April 2024.",
         "on what date had the governor of Gao been fatally wounded near Menaka?"),
        ("The governor of Gao, General Omar Haddad, has reportedly been wounded near Menaka.",
         "near which city had the governor of Gao reportedly been wounded?"),
    ],
)  # fmt: skip
def test_an_adverb_stands_where_the_sentence_has_it(sentence: str, told: str) -> None:
    assert told in questions(sentence)


def test_an_estimate_goes_with_its_percentage() -> None:
    found = questions("Rents in Nairobi had risen by an estimated 15 per cent by March 2024.")
    assert "by what estimated percentage had rents in Nairobi risen by March 2024?" in found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Uptake of the vaccine among men in Kenya is low, at 47 per cent, mostly because teams come late.",
         "at what percentage was uptake"),
        ("The Nairobi Treaty covers attacks on vessels anywhere in the Indian Ocean.", "in which ocean"),
        ("Kenya's partners have sought $41 million for six months.", "for how many months"),
        ("The whole Kenyan mission to Haiti cost 6.15 billion shillings, about $75 million, and ministers say so.",
         "cost about $75 million?"),
        ("Kenya's education ministry counts four schools burnt down and a fifth looted in Turkana.",
         "how many schools"),
        ("Kenya's wages slowed to 11% in the third quarter of 2023 from 15% in the second.", "From what percentage"),
        ("The European Space Agency took a camera off the Kenyan probe in 2022 because of the war in Ukraine.",
         "In which country"),
    ],
)  # fmt: skip
def test_what_goes_together_is_not_parted(sentence: str, words: str) -> None:
    assert words.lower() not in questions(sentence).lower()


def test_where_to_stands_behind_what_is_counted_by_the_day() -> None:
    sentence = "The Water and Sanitation Unit (WSU) is trucking 2.4 million litres of water a day to 290 tanks."
    found = "\n".join(questions_for("2.4 million", sentence))
    assert "how many litres of water a day was the Water and Sanitation Unit trucking to 290 tanks?" in found


def test_a_word_that_numbers_a_sentence_is_left_out() -> None:
    found = questions("First, demarcation on the ground will take at least two years.")
    assert "was demarcation on the ground due to take?" in found
    assert "first" not in found.lower()


def test_the_country_of_a_section_stands_behind_the_whole_opening() -> None:
    asked_on = "According to the brief on Lima Copper Ltd, who opened the mine?"
    assert told_in("Peru", asked_on) == "According to the brief on Lima Copper Ltd, in Peru, who opened the mine?"
    as_of = "As of May 2024, according to the brief on Lima Copper Ltd: The mine [...] was opened."
    assert told_in("Peru", as_of) == (
        "As of May 2024, according to the brief on Lima Copper Ltd, in Peru: The mine [...] was opened."
    )


def test_an_aside_keeps_the_comma_that_closes_it() -> None:
    sentence = "Turkana, the arid region on Lake Victoria, which had never paid for power, lost heating in May 2023."
    assert "Lake Victoria lost" not in questions(sentence)
    assert "(lake) lost" not in questions(sentence)
