"""No name is put in where another may be meant: each case a small brief, words of its last sentence, and their fate."""

from __future__ import annotations

import pytest
from drafts import alone

NAMED = [
    (
        "Peter Novak won in 2005. Mr Novak was sworn in. Eric Novak lost in May. The vote was stopped by Mr Novak.",
        "Mr Novak",
        "Mr Peter Novak",
    ),
    ("Eric Dahl won the vote. Peter Novak, the head of the mint, met him on Monday.", "him", "Eric Dahl"),
    (
        (
            "The International Monetary Fund (IMF) lent $3 billion. The IMF asked for more. The National Road Fund got"
            " none. The Fund praised it."
        ),
        "The Fund",
        "The IMF",
    ),
    (
        "Mahinda Perera won in 2005. Gotabaya Perera lost in May. The vote was stopped by Mr Perera.",
        "Mr Perera",
        "Mr Perera",
    ),
    (
        (
            "He swore in Mahinda Perera in his place. Gotabaya Perera, a former defence secretary, was to be killed."
            " The vote was lost by Mr Perera."
        ),
        "Mr Perera",
        "Mr Perera",
    ),
]
"""With what a question says: the surname of two, as it stands."""

REFUSED = [
    ("Anna Berg met the press. Peter Novak, his nephew, who ran the mint, resigned.", "his nephew"),
    ("Peter Novak, one of his lawyers, said they would appeal.", "his lawyers"),
    ("Peter Novak, who is deputy head of their party and was twice tried with him, is expected to win.", "with him"),
    ("Aid came from Acting Assistant Secretary Peter Novak. The Secretary is weighing all the facts.", "The Secretary"),
    ("The Islamic State West Africa Province (ISWAP) attacked Dolna. The governors of the region met.", "the region"),
    ("The Chad Defence Force fled. The mission lost ten men.", "The mission"),
    (
        (
            "MINUSMA has left Kidal. || The Malian Armed Forces (FAMa) followed. || In June Mali's government told the"
            " Council that it wanted the force out."
        ),
        "the force",
    ),
    (
        (
            "An attack on a soft target in Gao or Kidal is possible in June. || The men rented a house 15 km from the"
            " target."
        ),
        "the target",
    ),
    (
        "The Dolna Defence Force fled in May. The civil service has worked for the new leader since.",
        "The civil service",
    ),
    ("Honduras had 40 murders in 2022. Last year it was 31.", "it"),
    ("The two men spoke. The younger Kim was promoted in May.", "The younger Kim"),
    ("The two men spoke. Kim senior was promoted in May.", "Kim senior"),
]


@pytest.mark.parametrize(("text", "words", "said"), NAMED)
def test_a_name_is_put_in_only_where_no_other_is_meant(text: str, words: str, said: str) -> None:
    assert alone(text, words) == said


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_may_mean_another_is_refused(text: str, words: str) -> None:
    assert alone(text, words) is None


def test_the_president_in_a_memo_of_the_secretary_is_not_that_of_the_state_it_tells_of() -> None:
    leaves = "The President leaves for Asia on 3 May."
    assert (
        alone(f"The talks are over. || {leaves}", "The President", title="Chad: talking points") == "Chad's President"
    )
    memo = f"The Secretary is weighing the facts. || {leaves}"
    assert alone(memo, "The President", title="Chad: talking points") is None


def test_one_state_of_a_title_is_not_found_in_the_name_of_another() -> None:
    text = "The talks are over. || The army took the capital."
    assert alone(text, "the capital", title="Mutiny in Papua New Guinea") == "Papua New Guinea's capital"
    assert alone(text, "the capital", title="PAPUA NEW GUINEA: MUTINY") is None
