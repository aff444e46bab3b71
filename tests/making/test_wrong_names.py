"""No name is put in where another may be meant: each case a small brief, words of its last sentence, and their fate."""

from __future__ import annotations

import pytest
from drafts import alone
from making import brief_of

from trainer.language import gazetteer
from trainer.language.earlier import Thing
from trainer.language.polities import is_body_likelier
from trainer.language.reading import read
from trainer.language.reference import standing_alone
from trainer.questions.cast import cast_of

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
    assert alone(text, "the capital", title="PAPUA NEW GUINEA: MUTINY") == "Papua New Guinea's capital"


def test_a_man_of_the_same_sentence_who_is_not_in_the_question_is_named_behind_two_others() -> None:
    first = "A strike killed Peter Novak, the likely heir of the ailing chief, Eric Dahl."
    second = "Six weeks before, Omar Diop had been sworn in as minister, and he has been used since."
    reading = read(brief_of(f"{first} {second}"))
    line = reading.lines[1]
    start = line.plain.index("he has")
    assert standing_alone(reading, line, start, len(line.plain), follows=0) == "Omar Diop has been used since."


def test_an_owner_that_the_network_rather_finds_in_a_body_is_no_state() -> None:
    reading = read(brief_of("The International Monetary Fund met in May. Norway paid half."))
    union, norway = reading.mentions.entities[:2]
    state = gazetteer.states()["norway"]
    shared = [Thing(union, (0, 2), 0.5), Thing(norway, (1, 0), 0.4)]
    assert is_body_likelier(shared, state)
    assert not is_body_likelier([Thing(union, (0, 2), 0.3), Thing(norway, (1, 0), 0.4)], state)


def test_a_surname_of_two_is_no_short_name_of_one_though_the_other_looks_like_a_place() -> None:
    text = "He swore in Mahinda Perera in his place. Gotabaya Perera, a former defence secretary, was to be killed."
    people = cast_of(read(brief_of(text))).people
    assert [(one.name, one.short) for one in people if one.name == "Gotabaya Perera"] == [("Gotabaya Perera", "")]


def test_an_expression_of_our_tables_is_no_network() -> None:
    first = "Some intruders logged in to a virtual private network (VPN) that lacked a token. Every VPN needs one."
    text = f"{first} || They offer a report on how the network was breached."
    assert alone(text, "the network") is None
