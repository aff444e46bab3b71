"""Lists are asked as one answer, examples as what the brief names, and never a list that goes on."""

import re

import pytest
from making import asked

GAPPED = [
    ("The Bank of Ghana suspended service on Eurobonds, commercial loans and most bilateral debt in March 2023.",
     "The Bank of Ghana suspended service on [...] (three things) in March 2023.",
     "Eurobonds, commercial loans and most bilateral debt"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "question", "answer"), GAPPED)
def test_a_list_of_things_is_one_gap(sentence, question, answer):
    assert asked(sentence).get(question) == answer


NO_LIST = [
    "The Bank of Ghana suspended service on Eurobonds, loans and other debt in March 2023.",
    "The Bank of Ghana did not suspend service on Eurobonds, loans and bonds in March 2023.",
    "The Bank of Ghana serves all towns except Accra, Kumasi and Tamale.",
    "The Bank of Ghana sold 12 vans, two trucks and one bus in March 2023.",
    "The Bank of Ghana provides cash, coins and notes, among other services.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NO_LIST)
def test_no_list_that_goes_on_is_denied_or_counts(sentence):
    assert not [
        question for question in asked(sentence) if re.search(r"\((?:two|three) (?:things|names|groups)", question)
    ]


def test_those_who_stood_aside_are_asked_with_what_was_done():
    cards = asked(
        "On 10 January 2024 the World Bank adopted the Nairobi Charter, with Kenya, Uganda and Spain abstaining."
    )
    question = "Which three countries abstained when the World Bank adopted the Nairobi Charter on 10 January 2024?"
    assert cards.get(question) == "Kenya, Uganda and Spain"


def test_examples_are_asked_as_what_the_brief_names():
    cards = asked("Violence has spread from Kenya to several neighbours in East Africa, including Uganda and Tanzania.")
    question = (
        "The May 2024 brief said that violence had spread from Kenya to several neighbours in East Africa."
        " Which two countries did it name?"
    )
    assert cards.get(question) == "Uganda and Tanzania"


def test_those_whom_a_sentence_names_are_asked_for_what_they_did():
    cards = asked("Two countries that had never sold gold before, namely Kenya and Uganda, joined NATO within a month.")
    question = "which two countries that had never sold gold before joined NATO within a month?"
    assert cards.get(f"According to the May 2024 brief, {question}") == "Kenya and Uganda"
