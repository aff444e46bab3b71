import pytest
from making import asked, brief_of

from trainer.cards import GAP, Kind
from trainer.questions import propose


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "The first Red Cross convoy after the floods crossed at Beni on 9 March 2024.",
            f"The first Red Cross convoy after the floods crossed at Beni on {GAP}.",
            "March 9, 2024",
        ),
        (
            "In Peru, UNICEF put the number of affected children at 2.5 million.",
            f"As of May 2024: In Peru, UNICEF put the number of affected children at {GAP}.",
            "2.5 million",
        ),
        (
            "As many as 300 families in Peru may have lost their homes, UNHCR said on 4 April 2024.",
            f"As many as {GAP} families in Peru may have lost their homes, UNHCR said on 4 April 2024.",
            "300",
        ),
        (
            "A recent Reuters report puts the number of Peruvian deaths at over 40.",
            f"As of May 2024: A Reuters report puts the number of Peruvian deaths at over {GAP}.",
            "40",
        ),
    ],
)
def test_what_no_question_asks_becomes_a_gap_in_its_own_sentence(sentence: str, question: str, answer: str) -> None:
    assert asked(sentence)[question] == answer


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It seeks $40 million for three months in Peru.", "a pronoun"),
        ("The appeal seeks $40 million for Peru.", "a definite that does not say which"),
        ("Peru did not receive 40 trucks in March 2024.", "a denial"),
        ("If Chile agrees, Peru gets 40 trucks in March 2025.", "a condition"),
        ("UNHCR said on 4 April 2024 that Peru needs help at once.", "only the date of a statement"),
        ("Peru counts on its 40 trucks.", "a number that is taken for granted"),
        ("Peru received help from Executive Agency 40 of Chile.", "a number that belongs to a name"),
    ],
)
def test_a_sentence_that_leans_on_others_or_says_little_gets_no_gap(sentence: str, why: str) -> None:
    cards = propose(brief_of(sentence)).cards
    assert [card.question for card in cards if card.kind is Kind.CLOZE] == [], why


def test_the_gap_is_the_answer_in_the_source_sentence() -> None:
    cards = propose(brief_of("In Peru, UNICEF put the number of affected children at 2.5 million.")).cards
    [source] = [card.source for card in cards if card.kind is Kind.CLOZE]
    assert source is not None
    assert source.span is not None
    assert source.sentence[slice(*source.span)] == "2.5 million"


def test_a_fact_told_twice_gets_one_gap() -> None:
    questions = asked(
        "AFAD had counted more than 5,000 aftershocks in Peru by 19 March 2024.",
        "In Peru, AFAD had counted more than 5,000 aftershocks by 19 March 2024.",
    )
    assert list(questions.values()).count("5,000") == 1
