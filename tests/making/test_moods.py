"""What goes before a question: as of when what may change held, and according to whom what somebody says is so."""

from __future__ import annotations

import re

import pytest
from making import asked, brief_of, propose
from tellings import questions_for


@pytest.mark.parametrize(
    ("sentence", "answer", "question"),
    [
        # what happened on a day needs nothing
        ("Kenya sent 300 troops to Haiti in 2023.", "300", "How many troops did Kenya send to Haiti in 2023?"),
        ("Kenya was sending 300 troops to Haiti in 2023.", "300",
         "How many troops was Kenya sending to Haiti in 2023?"),
        # what happened at no stated time is what the brief says
        ("Kenya sent 300 troops to Haiti.", "300",
         "According to the May 2024 brief, how many troops did Kenya send to Haiti?"),
        # what may change held as of the brief
        ("Kenya keeps 300 troops in Haiti.", "300", "As of May 2024, how many troops did Kenya keep in Haiti?"),
        ("Kenya is keeping 300 troops in Haiti.", "300",
         "As of May 2024, how many troops was Kenya keeping in Haiti?"),
        ("Kenya has sent 300 troops to Haiti.", "300", "As of May 2024, how many troops had Kenya sent to Haiti?"),
        ("300 Kenyan troops have left Haiti.", "300", "As of May 2024, how many Kenyan troops had left Haiti?"),
        ("300 Kenyan troops are stationed in Haiti.", "300",
         "As of May 2024, how many Kenyan troops were stationed in Haiti?"),
        # what lies ahead was due
        ("Kenya will send 300 troops to Haiti in June 2024.", "300",
         "As of May 2024, how many troops was Kenya due to send to Haiti in June 2024?"),
        ("Kenya and Chad will send 300 troops to Haiti in June 2024.", "300",
         "As of May 2024, how many troops were Kenya and Chad due to send to Haiti in June 2024?"),
        ("Kenya opens 300 clinics in Haiti on 1 July 2024.", "300",
         "As of May 2024, how many clinics was Kenya due to open in Haiti on 1 July 2024?"),
        ("Chad is expected to hold a vote in October 2024.", "October 2024",
         "As of May 2024, in what month and year was Chad expected to hold a vote?"),
        ("Kenya wants Chad to leave Haiti by 2025.", "Kenya",
         "As of May 2024, which country wanted Chad to leave Haiti by 2025?"),
        ("Kenya will send 300 troops to Haiti in June 2024.", "June 2024",
         "As of May 2024, in what month and year was Kenya due to send 300 troops to Haiti?"),
        # what is only possible stays so
        ("Kenya could send 300 troops to Haiti in 2025.", "300",
         "According to the May 2024 brief, how many troops could Kenya send to Haiti in 2025?"),
        ("Kenya may send 300 troops to Haiti in 2025.", "300",
         "According to the May 2024 brief, how many troops may Kenya send to Haiti in 2025?"),
        ("Kenya must leave Haiti by June 2026.", "June 2026",
         "According to the May 2024 brief, by what month and year must Kenya leave Haiti?"),
        # what somebody says is theirs
        ("According to UNHCR, 300 families fled Gao in March 2024.", "300",
         "According to UNHCR, how many families fled Gao in March 2024?"),
        ("300 families fled Gao in March 2024, according to UNHCR.", "300",
         "According to UNHCR, how many families fled Gao in March 2024?"),
        ("UNHCR said that 300 families had fled Gao in March 2024.", "300",
         "According to UNHCR, how many families had fled Gao in March 2024?"),
        ("UNHCR said on 4 April 2024 that 300 families had fled Gao.", "300",
         "According to UNHCR on April 4, 2024, how many families had fled Gao?"),
    ],
)  # fmt: skip
def test_a_question_says_when_it_held_and_who_said_so(sentence: str, answer: str, question: str) -> None:
    assert question in questions_for(answer, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "UNHCR said that 300 families had fled Gao in March 2024.",
        "UNHCR said on 4 April 2024 that 300 families had fled Gao.",
        "UNHCR estimated that 300 families had fled Gao in March 2024.",
        "According to UNHCR, 300 families fled Gao in March 2024.",
        "300 families fled Gao in March 2024, according to UNHCR.",
        "300 families, according to UNHCR, fled Gao in March 2024.",
        "300 families, UNHCR said, fled Gao in March 2024.",
    ],
)
def test_no_card_leaves_out_who_said_so(sentence: str) -> None:
    cards = propose(brief_of(sentence)).cards
    assert cards
    for card in cards:
        assert "UNHCR" in f"{card.question} {card.answer}"


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Kenya planned to send 300 troops to Haiti in 2023.",
         "How many troops did Kenya plan to send to Haiti in 2023?"),
        ("Kenya was expected to send 300 troops to Haiti in 2023.",
         "How many troops was Kenya expected to send to Haiti in 2023?"),
        ("The UN asked Kenya to send 300 troops to Haiti in 2023.",
         "How many troops did the UN ask Kenya to send to Haiti in 2023?"),
        ("Kenya is believed to have lost 300 troops in Haiti in 2023.",
         "As of May 2024, how many troops was Kenya believed to have lost in Haiti in 2023?"),
        ("Kenya appears to have lost 300 troops in Haiti in 2023.",
         "As of May 2024, how many troops did Kenya appear to have lost in Haiti in 2023?"),
        ("Kenya claims to have lost 300 troops in Haiti in 2023.",
         "As of May 2024, how many troops did Kenya claim to have lost in Haiti in 2023?"),
        ("Kenya said that it had lost 300 troops in Haiti in 2023.",
         "According to Kenya, how many troops had Kenya lost in Haiti in 2023?"),
        ("Kenya said that it would send 300 troops to Haiti in 2024.",
         "According to Kenya, how many troops would Kenya send to Haiti in 2024?"),
        ("Critics say that Kenya lost 300 troops in Haiti in 2023.",
         "According to critics, how many troops did Kenya lose in Haiti in 2023?"),
    ],
)  # fmt: skip
def test_what_was_planned_believed_or_claimed_is_asked_as_that(sentence: str, question: str) -> None:
    assert questions_for("300", sentence) == [question]


@pytest.mark.parametrize("verb", ["refused to send", "failed to send", "denied sending", "promised to send"])
def test_what_was_not_done_is_asked_in_the_words_that_say_so(verb: str) -> None:
    questions = asked(f"Kenya {verb} 300 troops to Haiti in 2023.")
    assert questions
    for question in questions:
        assert re.search(r"\b(?:refuse|fail|den[yi]|promise)", question)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It is believed that Kenya lost 300 troops in Haiti in 2023.", "nobody believes it by name"),
        ("Had Kenya left Haiti in 2023, Chad would have sent 300 troops.", "it did not"),
        ("Whether Kenya lost 300 troops in Haiti in 2023 is unclear.", "it is open"),
        ("Kenya sent 300 troops, not 400, to Haiti in 2023.", "two figures, one of them wrong"),
        ("Kenya sent 300 or 400 troops to Haiti in 2023.", "one of two figures"),
        ("UNHCR and WFP fed 300 and 400 families in Gao in 2023, respectively.", "each its own figure"),
        ("Did Kenya lose 300 troops in Haiti in 2023?", "a question"),
    ],
)
def test_what_nobody_states_is_not_asked(sentence: str, why: str) -> None:
    assert asked(sentence) == {}, why


@pytest.mark.parametrize("word", ["might", "may", "could", "should", "would", "must"])
def test_no_card_tells_a_modal_as_a_fact(word: str) -> None:
    cards = asked(f"France {word} withdraw 300 troops from Chad in 2025.")
    assert cards
    for question in cards:
        assert re.search(rf"\b{word}\b", question)
        assert question.startswith("According to the May 2024 brief")


@pytest.mark.parametrize("word", ["reportedly", "allegedly", "probably", "possibly", "apparently"])
def test_no_card_drops_a_word_of_doubt(word: str) -> None:
    cards = asked(f"France {word} withdrew 300 troops from Chad in 2023.")
    assert cards
    for question in cards:
        assert word in question


@pytest.mark.parametrize("condition", ["If Kenya agrees", "Unless Kenya agrees", "Once Kenya agrees"])
def test_what_hangs_on_a_condition_is_told_with_it(condition: str) -> None:
    cards = asked(f"{condition}, France will send 200 troops to Haiti in 2025.")
    assert cards
    for question, answer in cards.items():
        assert condition in question.replace("[...] (country)", answer)


def test_a_condition_that_only_the_order_of_words_tells_is_not_asked() -> None:
    assert asked("Should Kenya agree, France will send 200 troops to Haiti in 2025.") == {}


SOURCED = "Kenya sent 300 troops to Haiti in 2023, according to UNHCR, but Chad sent 200 troops to Niger in 2022"


@pytest.mark.parametrize(
    ("sentence", "answer", "source", "other"),
    [
        (f"{SOURCED}, according to Interpol.", "300", "UNHCR", "Interpol"),
        (f"{SOURCED}, according to Interpol.", "200", "Interpol", "UNHCR"),
        (f"{SOURCED}.", "300", "UNHCR", ""),
        (f"{SOURCED}.", "200", "", "UNHCR"),
    ],
)
def test_each_of_two_clauses_is_told_by_its_own_source(sentence: str, answer: str, source: str, other: str) -> None:
    [question] = questions_for(answer, sentence)
    assert source in question
    assert not other or other not in question


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya keeps 300 troops in Haiti.",
        "Kenya has sent 300 troops to Haiti.",
        "Kenya sent 300 troops to Haiti.",
        "Kenya will send 300 troops to Haiti.",
    ],
)
def test_a_brief_without_a_date_asks_nothing_that_needs_one(sentence: str) -> None:
    assert asked(sentence, date=None) == {}


def test_what_happened_on_a_day_is_asked_from_a_brief_without_a_date_too() -> None:
    assert "300" in asked("Kenya sent 300 troops to Haiti in 2023.", date=None).values()


@pytest.mark.parametrize(
    "text",
    [
        "According to UNICEF, 300 people have died in Haiti since March.",
        "President William Ruto told parliament that 300 people had been killed in Haiti since March.",
    ],
)
def test_what_goes_on_since_a_day_held_as_of_the_brief(text: str) -> None:
    questions = [question for question in questions_for("300", text) if question.endswith("?")]
    assert questions
    assert all(question.startswith("As of May 2024, ") for question in questions)
