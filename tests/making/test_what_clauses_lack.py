"""Clauses that lack what their verb needs, or are torn apart: mended, told behind the sentence before, or not told."""

from __future__ import annotations

import pytest
from making import asked
from tellings import tellings_of


def questions(*passages: str, title: str = "Kenya") -> str:
    return "\n".join(asked(*passages, title=title))


BEHIND = [
    ("Kenya's regulator is looking at the Mombasa vaccine of Lamu Pharma. Approval is expected by August 2024.",
     "pproval"),
    ("Kenya held the military exercise Iron Lion with Chad in March 2024. Uganda's 45th Brigade took part with a tank.",
     "took part"),
    ("The airline of Omar Haddad was founded in 2010 in Mombasa. Lamu Holding, a listed company, took control in 2019.",
     "took control"),
    ("Chad closed Kenya's border. Kenya answered with Iron Lion, a flexible exercise announced on 12 April.",
     "answered with"),
    ("Omar Haddad was named the leader of Chad on 3 March 2024. Kenya recognised Haddad almost at once.",
     "almost at once"),
    ("Kenya's army has fought Chad's for a year near Goma. After a lull, the worst day came on 3 May 2024.",
     "worst day"),
    ("Gunmen held a school in Garissa, Kenya for a day. More than 500 cadets and teachers were brought out unharmed.",
     "brought out unharmed"),
    ("Rebels struck Kenya's Lamu pipeline on 17 April; flows were expected to drop by 30-40% for up to two months.",
     "flows"),
    ("Nurses in Kenya went back to paper. By evening 4,871 patients had missed appointments.", "4,871|patients had"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), BEHIND)
def test_what_leans_on_the_event_before_is_not_told_alone(text: str, words: str) -> None:
    found = [question for question in asked(text, title="Kenya") if any(w in question for w in words.split("|"))]
    start = " ".join(text.split()[2:4])
    assert [question for question in found if start not in question] == []


def test_an_age_keeps_its_comma_where_a_clause_behind_it_is_left_out() -> None:
    found = tellings_of("Omar Haddad, 60, who had been a judge, is the third governor of Goma since 2016.")
    assert "Omar Haddad, 60, is the third governor of Goma since 2016" in found
    assert "Omar Haddad, 60 is the third governor of Goma since 2016" not in found


def test_the_subject_of_a_verb_with_did_is_no_aside() -> None:
    text = "In his letter to the court on 3 May, Omar Haddad, the governor of Goma, did not say that Chad had paid."
    assert not any("3 May did" in told for told in tellings_of(text))


def test_what_an_order_brings_about_is_not_told_as_done() -> None:
    text = "Inspectors ordered two of the three berths at the Lamu Pipeline Consortium (LPC) terminal shut on 3 May."
    assert not any("was shut" in told for told in tellings_of(text))


def test_who_stands_for_people_and_not_for_the_thing_in_a_participle() -> None:
    found = tellings_of("Two Kenyan envoys, invited at short notice, who watched the vote in Goma, left on 3 May.")
    assert "Two Kenyan envoys watched the vote in Goma" in found
    assert not any(told.startswith("Short notice") for told in found)


def test_a_number_found_is_not_told_without_who_found_it() -> None:
    text = (
        "Behind a few rows of fruit the police found 13,062 kg of copper, wrapped in bags that bore at least 40 marks."
    )
    assert not any("was wrapped" in told for told in tellings_of(text))


def test_a_second_participle_of_a_passive_is_passive() -> None:
    found = tellings_of("Lamu Holding was carved out of Mombasa Bank in 2017 and sold to Chad for $2.75 billion.")
    assert "Lamu Holding was sold to Chad for $2.75 billion" in found
    assert "Lamu Holding sold to Chad for $2.75 billion" not in found


def test_a_span_keeps_what_says_that_nothing_broke_it() -> None:
    found = questions("Admissions in Nairobi have fallen for three weeks running.")
    assert "for how many weeks running had admissions in Nairobi fallen?" in found


def test_a_particle_stays_with_its_verb() -> None:
    found = questions("Kenya, which pushed through an increase of 411,000 b/d for 2024, is Chad's partner.")
    assert "hrough an increase of how many" not in found


def test_the_hague_keeps_its_capital() -> None:
    found = questions("The Hague ordered the return of 40 containers from Kenya in March 2024.")
    assert "The Hague" in found
    assert "the Hague" not in found


def test_people_named_by_what_they_do_have_a_small_letter() -> None:
    found = questions("Survivors say that drones killed 200 people in Nairobi on 5 May 2024.")
    assert "ccording to survivors" in found


def test_since_goes_with_what_is_less_than_any() -> None:
    found = questions("Exercise Iron Lion was smaller on land than any Kenyan exercise since 2009.")
    assert "ince what year" not in found


def test_what_somebody_did_meanwhile_stands_before_the_question() -> None:
    found = questions("Speaking at the Goma range on the last day, in uniform, President Omar Haddad claimed 40 buses.")
    assert "on the last day in uniform?" not in found


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Kenya's Lamu Pharma shipped its last batches in 2023.", "its last batches"),
        ("Kenya insisted in May 2024 that its decision was its own.", "that its decision was its own"),
    ],
)
def test_an_answer_that_is_empty_without_its_sentence_is_not_asked(sentence: str, answer: str) -> None:
    assert answer not in asked(sentence, title="Kenya").values()


def test_something_that_only_its_clause_tells_of_is_not_asked_about() -> None:
    found = questions("Kenya and Chad signed a statement in May that still called Omar Haddad the president.")
    assert "did a statement call" not in found
