"""Reasons that a sentence gives are asked; what only comes before or after is not."""

import pytest
from making import asked

GIVEN = [
    ("Lundin Oil closed its Bergen office in March 2023 because the rent had doubled.",
     "Why did Lundin Oil close its Bergen office in March 2023?", "the rent had doubled"),
    ("The Bank of Ghana lost 60 billion cedis in 2022 owing to its holdings of government paper.",
     "Why did the Bank of Ghana lose 60 billion cedis in 2022?", "its holdings of government paper"),
    ("The Bank of Ghana lost 60 billion cedis in 2022, mainly on account of its holdings of government paper.",
     "Why, mainly, did the Bank of Ghana lose 60 billion cedis in 2022?", "its holdings of government paper"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "question", "answer"), GIVEN)
def test_a_reason_is_asked_with_why(sentence, question, answer):
    assert asked(sentence).get(question) == answer


NOT_GIVEN = [
    "The Bank of Ghana has published its accounts since 2013.",
    "Germany has paid nothing since the war ended in 2021.",
    "Kenya closed the Garissa camp in March 2023 after it had flooded.",
    "Kenya would close the Garissa camp if the rains returned.",
    "A bank in Kenya closed in March 2023 because it had failed.",
    "The company closed in March 2023 because it had failed.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NOT_GIVEN)
def test_no_order_in_time_is_asked_as_a_cause(sentence):
    assert not [
        question
        for question in asked(sentence)
        if question.startswith(("Why", "According")) and "why" in question.lower()
    ]


def test_a_cited_reason_is_asked_as_the_actors_own():
    cards = asked(
        "The Kenyan authorities cut access to mobile internet on 5 February 2024, citing threats to public order."
    )
    question = "What reason did the Kenyan authorities give for cutting access to mobile internet on 5 February 2024?"
    assert cards.get(question) == "threats to public order"
