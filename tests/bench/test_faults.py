"""A fault is what a machine can see of a bad card."""

from __future__ import annotations

from makers import card
from scorer.faults import faults_of

from trainer.cards import Kind, Source

TEXT = "The Lima Force lost 168 soldiers in Peru."


def faulty(answer="168", *, question="How many soldiers did the Lima Force lose in Peru?", span=(20, 23), **more):
    made = card(question, answer, kind=Kind.HOW_MANY, source=Source("b", TEXT, 1, span), **more)
    return list(faults_of(made, [f"It rained. {TEXT}"]))


def test_a_sound_card_has_no_fault():
    assert faulty() == []


def test_a_span_that_holds_another_number_is_a_fault():
    assert any("does not hold" in fault for fault in faulty("300"))


def test_a_sentence_that_the_brief_does_not_have_is_a_fault():
    made = card("How many did Peru lose?", "168", source=Source("b", "Peru lost 168.", 1, (10, 13)))
    assert "the sentence is not in the brief word for word" in list(faults_of(made, [TEXT]))
    assert not any("word for word" in fault for fault in faults_of(made))


def test_a_broken_rule_is_a_fault():
    assert any(
        fault.startswith("stands_alone") for fault in faulty(question="How many soldiers did they lose in Peru?")
    )


def test_keys_that_clash_or_are_empty_are_faults():
    assert faulty(accepted=("about 168",), reject=("168",)) == ["'168' is accepted and rejected"]
    assert any("empty" in fault for fault in faulty(accepted=(" ",)))


def test_a_proposed_card_without_a_source_is_a_fault_and_a_hand_made_one_is_none():
    assert list(faults_of(card("What is Peru's port?", "Callao, as of 2023", origin="rules 1")))[-1] == "no source"
    assert "no source" not in list(faults_of(card("What is Peru's port?", "Callao")))
