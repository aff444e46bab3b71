"""What no question asks becomes a gap in the sentence's own words, where they stand alone."""

from __future__ import annotations

import re

import pytest
from making import asked, brief_of, propose

from trainer.cards import GAP, Kind


def clozes(*passages: str, title: str = "Weekly note") -> dict[str, str]:
    cards = propose(brief_of(*passages, title=title)).cards
    return {card.question: card.answer for card in cards if card.kind is Kind.CLOZE}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("In March 2024, UNICEF put the number of affected children in Peru at 2.5 million.",
         f"In March 2024, UNICEF put the number of affected children in Peru at {GAP}.", "2.5 million"),
        ("At least 43 UNIFIL peacekeepers were injured in Lebanon in March 2024.",
         f"At least 43 {GAP} (peacekeeping mission) peacekeepers were injured in Lebanon in March 2024.",
         "UNIFIL"),
        ("Kenya (population 54 million) left Haiti in 2024.", f"Kenya (population {GAP}) left Haiti in 2024.",
         "54 million"),
        ("Officials in Chad, including Omar Haddad, left Gao in 2023.",
         f"Officials in Chad, including {GAP} (person), left Gao in 2023.", "Omar Haddad"),
        ("If Kenya agrees, France will send 200 troops to Haiti in 2025.",
         f"According to the May 2024 brief: If Kenya agrees, France will send {GAP} troops to Haiti in 2025.", "200"),
        ("TF OTTER, which left Gao at 162230Z, reached the River Niger before the rains.",
         f"According to the May 2024 brief: TF OTTER reached the {GAP} before the rains.", "River Niger"),
        ("France has ended its military mission in Mali, Operation Barkhane.",
         f"As of May 2024: France has ended its military mission in Mali, {GAP} (operation).", "Operation Barkhane"),
        ("Olga Marin said on 12 March 2023 that UNICEF had so far failed the children in Chad.",
         f"{GAP} (person) said on 12 March 2023 that UNICEF had so far failed the children in Chad.", "Olga Marin"),
    ],
)  # fmt: skip
def test_what_no_question_asks_becomes_a_gap_in_its_own_sentence(sentence: str, question: str, answer: str) -> None:
    assert clozes(sentence).get(question) == answer


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It seeks $40 million for three months in Peru.", "a pronoun"),
        ("They left Haiti in 2024 with 40 trucks.", "a pronoun"),
        ("The agency left 40 trucks in Haiti in 2024.", "an agency that nobody named"),
        ("The same ministry left 40 trucks in Haiti in 2024.", "the same as before"),
        ("Peru counts on its 40 trucks.", "a number that is taken for granted"),
        ("As for Haiti, 40 trucks in 2024.", "no verb"),
        ("Why Kenya left Haiti in 2024 is unclear.", "an open question"),
        ("And Kenya left 40 trucks?", "a question"),
        ("When 40 trucks left Haiti in 2024.", "half a sentence"),
        ("Kenya left 40 trucks in Haiti two weeks ago.", "a time that only the brief's day explains"),
        ("UNICEF had so far sent 40 trucks to Chad.", "so far, and no day"),
    ],
)
def test_a_sentence_that_leans_on_others_or_says_little_gets_no_gap(sentence: str, why: str) -> None:
    assert clozes(sentence) == {}, why


@pytest.mark.parametrize(
    ("sentence", "answer", "why"),
    [
        ("UNHCR said on 4 April 2024 that Peru needs help at once.", "April 4, 2024", "only when somebody said so"),
        ("Peru received help from Executive Agency 40 of Chile.", "40", "a number that belongs to a name"),
        ("Lima hosted 300 guests of UNHCR in 2023.", "Lima", "a city is not asked for as one that acts"),
        ("Kenya sent all 40 trucks to Haiti in 2024.", "40", "taken for granted"),
    ],
)
def test_what_says_little_is_never_the_gap(sentence: str, answer: str, why: str) -> None:
    assert answer not in clozes(sentence).values(), why


LONG = (
    "Officials in Chad, including Omar Haddad, left Gao in 2023.",
    "Kenya (population 54 million) left Haiti in 2024, and 300 soldiers (most of them Kenyan) followed in May 2024.",
    "While Kenya sent 300 troops to Haiti, Chad, according to UNHCR, sent 200 troops to Niger in 2022.",
    "Kenya sent both 300 troops and $40 million to Haiti in 2023 rather than wait for Chad.",
)


@pytest.mark.parametrize("sentence", LONG)
def test_a_gap_stands_in_a_sentence_that_is_whole(sentence: str) -> None:
    cards = clozes(sentence)
    assert cards
    for question in cards:
        assert question.count(GAP) == 1
        assert question.count("(") == question.count(")")
        assert question.endswith(".")
        last = re.sub(r"\W+$", "", question.replace(GAP, "gap")).split()[-1].lower()
        assert last not in {"and", "or", "of", "the", "a", "to", "in", "by", "than", "which", "who", "whose", "only"}


@pytest.mark.parametrize("sentence", LONG)
def test_no_sentence_gives_two_gaps_for_one_answer(sentence: str) -> None:
    answers = list(clozes(sentence).values())
    assert len(answers) == len(set(answers))


def test_the_gap_is_the_answer_in_the_source_sentence() -> None:
    cards = propose(brief_of("In March 2024, UNICEF put the number of affected children in Peru at 2.5 million.")).cards
    [source] = [card.source for card in cards if card.answer == "2.5 million"]
    assert source is not None
    assert source.span is not None
    assert source.sentence[slice(*source.span)] == "2.5 million"


def test_a_fact_told_twice_gets_one_gap() -> None:
    questions = asked(
        "AFAD had counted more than 5,000 aftershocks in Peru by 19 March 2024.",
        "In Peru, AFAD had counted more than 5,000 aftershocks by 19 March 2024.",
    )
    assert list(questions.values()).count("5,000") == 1


def test_a_question_is_kept_before_a_gap() -> None:
    assert clozes("Kenya sent 300 troops to Haiti in 2023.") == {}
