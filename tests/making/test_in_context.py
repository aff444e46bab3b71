"""A gap in a sentence that leans on the one before is asked behind it; what the brief's authors hold is theirs."""

from __future__ import annotations

import pytest
from making import asked, brief_of, propose

from trainer.cards import GAP
from trainer.cards.leads import parted
from trainer.questions.keeping import Opinion


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("UNICEF sent 160 beds to Haiti in March 2024.",
         f"A further {GAP} tonnes cleared customs on 24 April 2024.", "20"),
        ("UNICEF sent 160 beds to Haiti in March 2024.", f"The beds reached {GAP} patients in Gonaives.", "300"),
        ("Kenya sent food to Haiti in May 2023.", f"Peru followed on 7 June 2023 with a gift of {GAP}.", "$4 million"),
        ("The Congress of Peru passed an amnesty on 4 March 2024.",
         f"Adopted by 94 votes to {GAP}, it covers offences committed before 2021.", "49"),
    ],
)  # fmt: skip
def test_a_gap_stands_behind_the_sentence_that_its_own_goes_back_to(first: str, second: str, answer: str) -> None:
    cards = asked(f"{first} {second.replace(GAP, answer)}")
    assert {question.partition(": ")[2]: said for question, said in cards.items()}.get(f"{first} {second}") == answer


@pytest.mark.parametrize(
    ("passage", "why"),
    [
        ("Rain fell all day. A further 20 tonnes cleared customs on 24 April 2024.", "the first names nothing"),
        ("They were ready. They sent a further 20 tonnes to Haiti in April 2024.", "the first leans on another"),
    ],
)
def test_no_gap_stands_behind_a_sentence_that_explains_nothing(passage: str, why: str) -> None:
    assert not [question for question in asked(passage) if "20" in question or "further" in question], why


@pytest.mark.parametrize(
    ("passage", "question", "answer"),
    [
        ("Eurobonds. Holders of more than 98% of $13.1bn accepted a 37% haircut in October 2023.",
         f"Eurobonds: holders of more than 98% of {GAP} accepted a 37% haircut in October 2023.", "$13.1bn"),
        ("DRONE INCURSION. Kenya (population 54 million) lost 19 sheds in 2024.",
         f"DRONE INCURSION: Kenya (population {GAP}) lost 19 sheds in 2024.", "54 million"),
    ],
)  # fmt: skip
def test_what_heads_a_paragraph_in_a_word_or_in_capitals_stands_before_a_gap(
    passage: str, question: str, answer: str
) -> None:
    cards = {said.partition(": ")[2]: told for said, told in asked(passage).items()}
    assert cards.get(question) == answer


@pytest.mark.parametrize("head", ["Outlook.", "Clarify the treaty.", "Rain fell.", "Chad."])
def test_what_says_of_no_matter_what_or_says_it_again_does_not(head: str) -> None:
    cards = asked(f"{head} Chad sent 40 trucks and 19 drones to Gao in May 2023.")
    assert cards
    assert not [question for question in cards if head.rstrip(".") + ":" in question or head in question]


def test_what_the_authors_of_a_brief_hold_is_said_of_them() -> None:
    cards = asked("We judge that Chad will probably close its border with Niger in 2025.",
                  "Our base case is a restart of the Orvel mine in Zambia in the second half of 2027.",
                  "We left 40 trucks in Chad in 2023.")  # fmt: skip
    assert any(question.startswith("As of May 2024, according to the brief: The brief's authors judge that")
               for question in cards)  # fmt: skip
    assert any("The brief's base case is a restart of the Orvel mine" in question for question in cards)
    assert not any("40" in question + answer for question, answer in cards.items())


@pytest.mark.parametrize(
    ("question", "before"),
    [
        (f"As of May 2024: Floods hit Sud. They left {GAP} people homeless.", "As of May 2024: Floods hit Sud. "),
        (f"As of May 2024: Chad left MINUSMA. It sent {GAP} trucks.", "As of May 2024: Chad left MINUSMA. "),
        (f"According to the brief: Gen. Omar Haddad sent {GAP} trucks.", ""),
        (f"According to the brief: the U.S. Army sent {GAP} trucks.", ""),
        (f"Floods left {GAP} people homeless. Nobody came.", ""),
    ],
)
def test_what_goes_before_the_sentence_with_the_gap(question: str, before: str) -> None:
    assert parted(question) == (before, question.removeprefix(before))


@pytest.mark.parametrize(
    ("passage", "question", "answer"),
    [
        ("14 Aug 2023 UNICEF lists three clinics and six camps in Chad.",
         f"As of May 2024: On {GAP}, UNICEF lists three clinics and six camps in Chad.", "August 14, 2023"),
        ("Jan 2023 Kenya, a member of UNICEF, opens 40 camps in Chad.",
         f"As of May 2024: In Jan 2023, Kenya opens {GAP} camps in Chad.", "40"),
    ],
)  # fmt: skip
def test_an_entry_in_a_chronology_is_told_with_its_day(passage: str, question: str, answer: str) -> None:
    cards = {said.replace(" (month and year)", ""): told for said, told in asked(passage).items()}
    assert cards.get(question) == answer
    assert not [said for said in cards if said.endswith("?")]


def test_a_day_stands_for_its_morning() -> None:
    cards = asked("Storm Ana struck Gao in the early morning of Sunday 5 May, a day after it had left Niger.")
    assert not [question for question in cards if "in May 5" in question or f"in {GAP}" in question]


def test_what_was_spent_is_no_day() -> None:
    assert not [
        q for q in asked("Omar Haddad spent last week mocking 40 men in Gao.") if "in May" in q or "in April" in q
    ]


def test_who_answers_for_a_sentence_at_its_end_is_not_left_out() -> None:
    cards = asked("Kenya mines 90 percent of the tin of Chad and buys 40 tons in Peru, according to the World Bank.")
    assert cards
    assert not [question for question in cards if "World Bank" not in question + cards[question]]


def test_a_half_of_a_year_that_ends_before_it_begins_is_of_every_year() -> None:
    assert not [a for a in asked("The peak of the flood in Chad will move from July to May.").values() if "2024" in a]


def ways_of(passage: str, answer: str) -> list[str]:
    """Every way to ask for an answer that a reader is asked about, in order, what opens it left out."""
    found: list[str] = []

    def reader(cards, _):
        found.extend(card.question.partition(": ")[2] for card in cards if card.answer == answer)
        return [Opinion(0.5)] * len(cards)

    propose(brief_of(passage), reader=reader)
    return found


def test_a_question_too_may_stand_behind_the_sentence_before_its_own():
    told = "UNICEF sent 160 beds to Haiti in March 2024. Chad sent 300 nurses to Gonaives in April 2024."
    asked_behind = (
        "UNICEF sent 160 beds to Haiti in March 2024. How many nurses did Chad send to Gonaives in April 2024?"
    )
    assert asked_behind in ways_of(told, "300")


def test_two_sentences_may_go_before_a_gap():
    first, second = "Kenya sent 160 tents to Haiti in March 2024.", "Peru sent food to Haiti in April 2024."
    third = f"The tents reached {GAP} patients in Gonaives."
    found = ways_of(f"{first} {second} {third.replace(GAP, '300')}", "300")
    assert f"{first} {second} {third}" in found


@pytest.mark.parametrize(
    "question",
    [
        "When did Sen. Diop resign?",
        "What did Gov. Anna Berg tell Kenya in May 2024?",
        "On what date did Dolna Grain Inc. Kaya buy Chad's mill?",
        "Which firm did the vs. Berg case name?",
    ],
)
def test_a_question_is_not_parted_behind_a_shortened_word(question: str) -> None:
    assert parted(question) == ("", question)
