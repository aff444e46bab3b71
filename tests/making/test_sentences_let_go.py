"""What the rest of a sentence does without is let go, so that its fact can be asked."""

from __future__ import annotations

import pytest
from making import brief_of, propose

DROPPED = [
    ("An assault on a Kenyan base near Gao killed 28 soldiers on 8 March, making this the worst since that war began.",
     "How many soldiers did an assault on a Kenyan base near Gao kill on March 8, 2024?", "28"),
    ("On 9 March the Kenyan police stopped 550 buses, nearly half of them in this town.",
     "How many buses did the Kenyan police stop on March 9, 2024?", "550"),
    ("On 9 March the Kenyan police stopped 550 buses, despite an order that forbade such operations.",
     "How many buses did the Kenyan police stop on March 9, 2024?", "550"),
    ("Kenya's exports have fallen from about 25 tonnes a day in April 2018 to perhaps 300 kilos today.",
     "As of May 2024: Kenya's exports have fallen from about 25 tonnes a day in April 2018 to perhaps [...] kilos.",
     "300"),
    ("His former minister, Amina Otieno, beat Peter Novak in Kenya on 9 March.",
     "Whom did Amina Otieno beat in Kenya on March 9, 2024?", "Peter Novak"),
    ("Health Kenya advises those living downwind to keep doors shut until 9 July.",
     "As of May 2024, until what date did Health Kenya advise those living downwind to keep doors shut?",
     "July 9, 2024"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "question", "answer"), DROPPED)
def test_what_the_rest_does_without_is_let_go(sentence: str, question: str, answer: str) -> None:
    found = {card.question: card.answer for card in propose(brief_of(sentence)).cards}
    assert found.get(question) == answer, found
