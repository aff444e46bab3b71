"""A card asks a fact when its cues are there and its answer is right."""

from __future__ import annotations

from makers import NAME, fact
from scorer.asking import covers


def test_an_acronym_is_asked_in_either_direction():
    key = fact("acronym", NAME, question="What does SLTF stand for?", cues=("sltf", "stand for|acronym"))
    assert covers(key, "What does SLTF stand for?", NAME) == "asked"
    assert covers(key, f'What is the acronym for "{NAME}"?', "SLTF") == "reversed"
    assert not covers(key, 'What is the acronym for "Northern Lakes Force"?', "SLTF")
    assert not covers(key, f'What is the acronym for "{NAME}"?', "SLTO")
    assert not covers(key, "Which force left Peru?", f"{NAME} (SLTF)")


def test_the_reverse_of_any_other_fact_is_another_fact():
    key = fact("who", "Ana Lopez", question="Who led Peru's bank?", cues=("lopez", "bank"))
    assert covers(key, "Who led Peru's bank?", "Ana Lopez")
    assert not covers(key, "What did Ana Lopez lead?", "Peru's bank")


def test_every_cue_must_stand_in_question_or_answer_so_that_another_facts_answer_does_not_count():
    key = fact("when", "2013", iso="2013", cues=("deploy", "force"))
    assert covers(key, "In what year did the Lima Force deploy?", "2013")
    assert not covers(key, "In what year was the treaty signed?", "2013")
    assert covers(fact("where", "Türkiye", cues=("türk",)), "Where?", "Turkiye")


def test_a_cloze_is_read_with_its_gap_filled():
    key = fact("when", "2013", iso="2013", cues=("since 2013",))
    assert covers(key, "The Force has been there since [...].", "2013")


def test_the_hint_behind_a_gap_is_no_part_of_the_question():
    key = fact("where", "Lima", cues=("since 2013",))
    assert covers(key, "The Force has been in [...] (city) since 2013.", "Lima")
    short = fact("acronym", NAME, question="What does SLTF stand for?", cues=("sltf",))
    assert covers(short, "The [...] (SLTF) left Peru.", NAME)
    assert not covers(fact("where", "Lima", cues=("city",)), "The Force has been in [...] (city) since 2013.", "Lima")


ITEMS = [["Kenya"], ["Rwanda"], ["Uganda"]]


def test_one_item_of_a_list_is_asked_where_the_question_names_the_others():
    key = fact("list", "Kenya, Rwanda and Uganda", items=ITEMS)
    assert covers(key, "Kenya, [...] and Uganda sent troops.", "Rwanda") == "item 2"
    assert covers(key, "Which country sent troops, besides Kenya and Rwanda?", "Uganda") == "item 3"
    assert not covers(key, "Which country sent troops, besides Kenya?", "Uganda")
    assert not covers(key, "Which country sent troops, besides Kenya and Rwanda?", "Tanzania")
