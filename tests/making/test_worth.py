"""Which of the cards stay, which disagree and which come first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from drafts import counted, draft_of, reading_of
from making import asked, brief_of, propose

from trainer.briefs.brief import Brief, Form, Passage
from trainer.cards.card import Card, Kind, Source
from trainer.facts.fact import Part
from trainer.questions.conflicts import with_conflicts
from trainer.questions.distinct import distinct
from trainer.questions.draft import Draft
from trainer.questions.keeping import Opinion
from trainer.questions.rank import ranked

Pair = tuple[Draft, Card]


def pair(name: str, question: str, answer: str, kind: Kind = Kind.WHO, *, sentence: str = "") -> Pair:
    source = Source("note", sentence, 1) if sentence else None
    return draft_of(question, answer, kind), Card(name, question, answer, kind, source=source)


def kept(*pairs: Pair) -> list[str]:
    return [card.id for _, card in distinct(pairs)]


SENT, HAD_SENT = "Which country sent 300 troops to Haiti?", "Which country had sent 300 troops to Haiti in 2023?"


@pytest.mark.parametrize(
    ("one", "other", "stays"),
    [
        (pair("a", SENT, "Kenya"), pair("b", HAD_SENT, "Kenya"), ["a"]),
        (pair("a", SENT, "Kenya"), pair("b", HAD_SENT, "Chad"), ["a", "b"]),
        (pair("a", SENT, "Kenya"), pair("b", "Who lost the Lima cup final?", "Kenya"), ["a", "b"]),
        (pair("a", SENT, "the Senate"), pair("b", HAD_SENT, "Senate"), ["a"]),
        (pair("a", "[...] sent 300 troops to Haiti.", "Kenya", Kind.CLOZE), pair("b", SENT, "Kenya"), ["b"]),
        (pair("a", SENT, "Kenya"), pair("b", "[...] sent 300 troops to Haiti.", "Kenya", Kind.CLOZE), ["a"]),
        (
            pair("a", SENT, "Kenya", sentence="Kenya sent 300 troops to Haiti."),
            pair("b", SENT, "Kenya", sentence="Kenya reportedly sent 300 troops to Haiti."),
            ["b"],
        ),
        (
            pair("a", SENT, "Kenya", sentence="Kenya sent at least 300 troops to Haiti."),
            pair("b", SENT, "Kenya", sentence="Kenya sent 300 troops to Haiti."),
            ["a"],
        ),
        (
            pair("a", SENT, "Kenya", sentence="Kenya sent 300 troops to Haiti."),
            pair("b", SENT, "Kenya", sentence="According to UNHCR, Kenya sent 300 troops to Haiti."),
            ["b"],
        ),
    ],
)
def test_of_two_that_ask_the_same_the_weaker_claim_stays(one: Pair, other: Pair, stays: list[str]) -> None:
    assert kept(one, other) == stays


def test_a_fact_told_twice_is_asked_once_and_in_the_weaker_words() -> None:
    questions = asked("Ukraine's army lost 100 tanks in 2023.", "Ukraine's army lost at least 100 tanks in 2023.")
    assert [q for q, a in questions.items() if a == "100"] == [
        "At least how many tanks did Ukraine's army lose in 2023?"
    ]


def figure(name: str, low: float, source: str, *, question: str = "", as_of: str = "2023", unit: str = "") -> Pair:
    text = question or f"According to {source}, how many tanks did Ukraine lose in 2023?"
    draft = counted(text, str(low), low, unit=unit)
    fact = replace(draft.fact, subject=Part(name))
    return replace(draft, fact=fact), Card(name, text, str(low), Kind.HOW_MANY, as_of=as_of, attribution=source)


def conflicts(*pairs: Pair) -> dict[str, tuple[str, ...]]:
    return {card.id: card.conflicts_with for _, card in with_conflicts(pairs)}


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (figure("b", 100, "Kyiv"), "the same figure"),
        (figure("b", 200, "Moscow"), "the same source"),
        (figure("b", 200, "Kyiv", as_of="2022"), "another year"),
        (figure("b", 200, "Kyiv", unit="percent"), "another unit"),
        (figure("b", 200, "Kyiv", question="According to Kyiv, how many doctors work in Lima?"), "another thing"),
    ],
)
def test_figures_that_can_both_be_right_do_not_disagree(other: Pair, why: str) -> None:
    assert conflicts(figure("a", 100, "Moscow"), other) == {"a": (), "b": ()}, why


def test_two_figures_of_two_sources_disagree() -> None:
    assert conflicts(figure("a", 100, "Moscow"), figure("b", 200, "Kyiv")) == {"a": ("b",), "b": ("a",)}


def test_two_sentences_that_disagree_give_cards_that_know_of_each_other() -> None:
    cards = propose(
        brief_of(
            "According to Moscow, Ukraine lost 300 tanks in 2023.", "According to Kyiv, Ukraine lost 100 tanks in 2023."
        )
    ).cards
    by_answer = {card.answer: card for card in cards}
    assert by_answer["300"].conflicts_with == (by_answer["100"].id,)
    assert by_answer["100"].conflicts_with == (by_answer["300"].id,)


def test_figures_of_two_things_do_not_disagree() -> None:
    told = brief_of(
        "Mali's army left Gao in May 2024. Mali asked for food.",
        "The UN said in February 2024 that at least 168 guards had been killed during the deployment in Mali.",
        "The army said in March 2024 that 500 farmers had been killed at Gao.",
        title="Mali before the vote",
    )
    cards = propose(told).cards
    assert {"168", "500"} <= {card.answer for card in cards}
    assert not [card.question for card in cards if card.conflicts_with]


def test_the_bottom_line_and_the_headline_matter_most() -> None:
    brief = Brief(
        "note",
        "Kenya in Haiti",
        (
            Passage(1, "Kenya sent 300 troops to Haiti in 2023."),
            Passage(2, "Interpol arrested Omar Haddad in Dubai in 2021."),
            Passage(3, "Microsoft warned Ukraine in June 2022.", Form.BULLET),
        ),
        brief_of("").date,
    )
    proposal = propose(brief)
    worth = {card.source.paragraph: proposal.salience[card.id] for card in proposal.cards if card.source}
    assert worth[1] == 3
    assert worth[2] < worth[3]
    assert proposal.salience[proposal.cards[0].id] == 3


EVEN = defaultdict(lambda: Opinion(0.5))
"""A reader who keeps one card as soon as another."""


def test_equals_stay_in_the_order_of_the_brief() -> None:
    reading = reading_of("Kenya left Haiti in 2023.")
    cards = [pair(str(n), f"Who left on ship {n}?", "Kenya") for n in range(5)]
    assert [card.id for card, _ in ranked(reading, cards, EVEN)] == ["0", "1", "2", "3", "4"]


def test_numbers_dates_and_people_come_before_gaps() -> None:
    reading = reading_of("Kenya left Haiti in 2023.")
    cards = [pair(kind.value, "Who left?", "Kenya", kind) for kind in (Kind.CLOZE, Kind.WHERE, Kind.HOW_MANY)]
    assert [card.id for card, _ in ranked(reading, cards, EVEN)] == ["how_many", "where", "cloze"]


def test_every_card_has_a_salience_of_1_to_3() -> None:
    proposal = propose(brief_of("Kenya sent 300 troops to Haiti in 2023.", "Interpol arrested Omar Haddad in 2021."))
    assert set(proposal.salience) == {card.id for card in proposal.cards}
    assert set(proposal.salience.values()) <= {1, 2, 3}
