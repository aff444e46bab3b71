"""A deck is counted: what it asks, what it leaves out, what it asks twice."""

from __future__ import annotations

from makers import FACTS, NAME, card, fact
from scorer.score import score

from trainer.cards import Kind


def test_recall_is_counted_by_kind_by_salience_and_over_what_can_be_counted():
    found = score("note", [card("In what year did the Lima Force deploy to Peru?", "2013")], FACTS)
    assert found.asked == {"f1"}
    assert found.share() == (1, 3)
    assert found.share("who") == (0, 1)
    assert found.countable == (1, 2)
    assert found.share(salience=3) == (1, 1)
    assert found.weighted == (3, 6)
    assert [missed.id for missed in found.missed] == ["f2", "f3"]


def test_a_card_may_ask_several_facts():
    both = (FACTS[0], fact("when", "2013", iso="2013", cues=("deploy",), name="f9"))
    assert score("note", [card("When did the Lima Force deploy to Peru?", "2013")], both).hits == (("f1", "f9"),)


def test_a_second_card_for_a_fact_is_a_duplicate():
    cards = [
        card("In what year did the Lima Force deploy to Peru?", "2013", "c1"),
        card("Since what year has Peru had the Lima Force?", "2013", "c2"),
    ]
    assert score("note", cards, FACTS).duplicates == ("c2",)


def test_the_same_answer_to_the_same_words_is_a_duplicate_off_the_gold_too():
    cards = [
        card("As of June 2023, which port had Peru blocked?", "Callao", "c1"),
        card("According to the brief, which port was blocked by Peru?", "Callao", "c2"),
        card("Which port did Peru rebuild?", "Callao", "c3"),
    ]
    assert score("note", cards, FACTS).duplicates == ("c2",)


def test_both_directions_of_an_acronym_are_no_duplicates():
    key = fact("acronym", NAME, question="What does SLTF stand for?", cues=("sltf",))
    cards = [
        card("What does SLTF stand for?", NAME, "c1", kind=Kind.ACRONYM),
        card(f'What is the acronym for "{NAME}"?', "SLTF", "c2", kind=Kind.ACRONYM),
    ]
    found = score("note", cards, [key])
    assert found.hits == (("f1",), ("f1 reversed",))
    assert found.duplicates == ()


def test_two_items_of_one_list_are_no_duplicates():
    key = fact("list", "Kenya and Uganda", items=[["Kenya"], ["Uganda"]])
    cards = [card("[...] and Uganda sent troops.", "Kenya", "c1"), card("Kenya and [...] sent troops.", "Uganda", "c2")]
    found = score("note", cards, [key])
    assert found.hits == (("f1 item 1",), ("f1 item 2",))
    assert found.asked == {"f1"}
    assert found.duplicates == ()
