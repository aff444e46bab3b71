"""What a card says is what its sentence says: each date, hedge, source and pronoun goes with what it went with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import asked, brief_of, propose
from tellings import tellings_of

from trainer.cards.card import Card, Kind, Source
from trainer.questions.thinned import thinned


def whens(*sentences: str) -> dict[str, str]:
    """The questions for a date, and what they take for the answer."""
    opening = ("On what date", "In what", "By what", "Since what", "Until what")
    return {question: answer for question, answer in asked(*sentences).items() if question.startswith(opening)}


def test_a_deadline_behind_an_infinitive_is_not_the_day_of_the_verb() -> None:
    found = asked("Kenya signed a contract in March 2023 to double exports of Kenyan tea to Peru by 2026.")
    assert [question for question, answer in found.items() if answer == "2026" and "did Kenya sign" in question] == []
    assert any(answer == "March 2023" for answer in found.values())


def test_a_chain_of_figures_is_asked_only_for_the_date_beside_its_verb() -> None:
    sentence = (
        "Inflation in Ghana dropped to 21.4 percent in May 2023 from 24.8 percent in April 2023, "
        "after a peak of 31 percent in January 2023."
    )
    assert set(whens(sentence).values()) == {"May 2023"}
    assert not [q for q in asked(sentence) if q.endswith("?") and "in May 2023 in April 2023" in q]


def test_of_a_row_of_months_none_is_asked_alone() -> None:
    found = whens("Kenya raised its fuel tax in March 2021, October 2021 and January 2022.")
    assert not {"March 2021", "October 2021", "January 2022"} & set(found.values())


def test_a_word_that_counts_the_points_of_a_brief_is_left_out() -> None:
    found = asked("First, Kenya sent 300 troops to Haiti in 2023.")
    assert found
    assert not [question for question in found if "first" in question.lower()]


def test_hearsay_before_a_reason_hedges_the_reason_alone() -> None:
    found = asked(
        "Omar Haddad refused to meet Ana Silva in Lima on 5 March 2024, reportedly because Peru was left out."
    )
    reasons = {question: answer for question, answer in found.items() if answer == "Peru was left out"}
    others = [question for question in found if question not in reasons and "because" not in question]
    assert others
    assert not [question for question in others if "reportedly" in question]
    assert reasons
    assert all("reportedly" in question for question in reasons)


def test_a_source_at_the_end_answers_for_no_relative_clause_before_it() -> None:
    found = asked(
        "Kenya's tea exports, which reached a record $1.4 billion in 2021, fell by half in 2023, according to UNCTAD."
    )
    record = [question for question in found if "record" in question and "fell" not in question]
    assert record
    assert not [question for question in record if "UNCTAD" in question]
    assert not [q for q in found if q.startswith("According to UNCTAD") and "record" in q]


def test_what_a_war_ties_down_is_not_its_own_where_a_name_can_be_meant() -> None:
    found = asked(
        "The strike left 300 guards in Chad, but Lima did not step in because the war in Sudan has tied down "
        "its forces and because it depends on Kenya and Uganda for fuel."
    )
    assert not [question for question in found if "the war in Sudan depend" in question]
    assert not [q for q in found if ("has tied down its" in q and "Lima" not in q) or "did the war" in q]


def test_where_and_when_talks_are_is_not_where_and_when_somebody_declines_them() -> None:
    found = asked("Omar Haddad declined to meet Ana Silva in Lima on 5 March 2024.")
    assert found
    assert not [question for question in found if question.startswith(("On what date", "In which city"))]


def test_what_the_brief_holds_likely_is_asked_as_its_own_judgement() -> None:
    found = [q for q in asked("Kenya is unlikely to leave Haiti before the end of 2025.") if "likely" in q]
    assert found
    assert all("according to the brief" in question for question in found)


def test_of_a_reason_that_is_asked_no_name_is_a_gap_of_its_own() -> None:
    source = Source("note", "Haddad left because Silva stayed in Lima.", span=None)
    why = Card("1", "Why did Haddad leave?", "Silva stayed in Lima", Kind.WHY, source=replace(source, span=(20, 40)))
    gap = Card("2", "Haddad left because [...] stayed.", "Silva", Kind.CLOZE, source=replace(source, span=(20, 25)))
    assert [card.id for card, _ in thinned([(why, 1), (gap, 1)])] == ["1"]


def test_of_two_reasons_none_is_asked_or_told_alone() -> None:
    found = asked("Kenya left Haiti in 2023 because Peru cut its aid and because Chad sent no troops.")
    assert "Peru cut its aid" not in found.values()
    assert not [question for question in found if "and because" in question and question.count("because") == 1]


def test_a_relative_of_place_ends_before_the_verb_of_its_sentence_and_keeps_its_place() -> None:
    told = tellings_of(
        "The cedi fell from about 8 to nearly 15 per dollar within hours, and the gap between the official and the "
        "black-market rate, where the dollar had traded above 16 cedis in late January, closed."
    )
    dollar = [words for words in told if words.startswith(("The dollar", "the dollar"))]
    assert not [words for words in dollar if "closed" in words or not words.endswith("in the black-market rate")]


@pytest.mark.parametrize(
    ("before", "hanging"),
    [
        ("Kenya spent $9 million in Haiti in 2023.", "The remaining $3 million went to Chad in 2024."),
        ("A road links Gao to Niger.", "Peruvian engineers closed the road in June 2023."),
        ("Fitch rates Kenya.", "Fitch changed its outlook from stable to negative on 4 May 2023."),
    ],
)
def test_a_question_whose_other_end_only_the_sentence_before_names_is_refused(before: str, hanging: str) -> None:
    cards = propose(brief_of(f"{before} {hanging}")).cards
    assert [card.question for card in cards if card.source is not None and card.source.sentence == hanging] == []


def of_one_fact(*pairs: tuple[str, str]) -> list[tuple[Card, int]]:
    source = Source("note", "One sentence.")
    return [
        (Card(id=str(n), fact="f", kind=Kind.CLOZE, question=question, answer=answer, source=source), 1)
        for n, (question, answer) in enumerate(pairs)
    ]


def test_a_fact_gives_no_fifth_gap_but_for_a_figure() -> None:
    gaps = [
        ("[...] met Silva in Lima for Sava.", "Haddad"),
        ("Haddad met [...] in Lima for Sava.", "Silva"),
        ("Haddad met Silva in [...] for Sava.", "Lima"),
        ("Haddad met Silva in Lima for [...].", "Sava"),
    ]
    fifth = ("Haddad met Silva in Lima on [...].", "March 3, 2023")
    assert len(thinned(of_one_fact(*gaps, fifth))) == 4
    assert len(thinned(of_one_fact(*gaps, ("Haddad gave Silva [...] in Lima.", "$4 million")))) == 5


@pytest.mark.parametrize(
    ("sentence", "answer", "right", "wrong"),
    [
        ("A new cable through the Bay of Biscay raised exchange capacity with France in 2021.",
         "Bay of Biscay", {"Biscay"}, set()),
        ("Egypt widened the Suez Canal in 2015.", "Suez Canal", {"Suez"}, {"Canal"}),
        (
            "Kenya's Treasury raised its lending rate by 600 basis points in March 2023.",
            "600", {"600 basis points", "600 bp"}, {"600 percentage points", "600 points"},
        ),
        (
            "Peru sold at least 20 billion cubic metres of gas to Chile in 2022.",
            "20 billion", {"20 billion cubic metres"}, {"20 billion metres", "20 billion m"},
        ),
    ],
)  # fmt: skip
def test_a_unit_keeps_its_first_word_and_a_bay_may_lose_its_noun(
    sentence: str, answer: str, right: set[str], wrong: set[str]
) -> None:
    cards = [card for card in propose(brief_of(sentence)).cards if answer in card.answer]
    forms = [{card.answer, *card.accepted} for card in cards]
    assert not [form for form in forms if form & wrong]
    assert any(right <= form for form in forms)
