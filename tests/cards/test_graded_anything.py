"""What holds of every answer: no error, no long thought, no number taken for another, case and space are nothing."""

from __future__ import annotations

import time

import pytest
from asked import card
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.cards import Card, Kind
from trainer.cards.choices import choices
from trainer.cards.grade import Verdict
from trainer.cards.grading import grade
from trainer.cards.ranges import parse_range
from trainer.cards.recall import recall
from trainer.text import clean

pytestmark = pytest.mark.long

CARDS = (
    card("How many fell?", "at least 168", accepted=("168",), reject=("186", "about 170")),
    card("How much was paid?", "$4.4 million"),
    card("How many were there?", "800 to 1,000"),
    card("When was it?", "June 18, 2023"),
    card("When was it?", "171800Z OCT 26"),
    card("Who was it?", "Abdoulaye Diop", distractors=("Karim Diop",)),
    card("Which group was it?", "the Wagner Group"),
    card("Where was it?", "Austin, Texas"),
    card("What does MINUSMA stand for?", "UN Multidimensional Integrated Stabilization Mission in Mali", Kind.ACRONYM),
    card("Which three left?", "the United Kingdom, Germany, and Sweden", Kind.LIST),
    card("Why did it fall?", "because of heavy losses of crews and aircraft over the coast"),
    card("It hit [...] (city), Texas.", "Houston"),
)
PARTS = """
the of and or Mali Niger 168 1.2 million thousand June 2023 18 18/6/2023 % $ € at least about - – ( ) , ; / & +
UN's U.N. MINUSMA Diop Germany ½ １６８ ١٦٨ \u202e \x1b[0m \x00 \ud800 ß İ æ ﬁ 第三 émigré
"""
WORDS = st.sampled_from(PARTS.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))


@settings(max_examples=250)
@given(st.sampled_from(CARDS), TEXTS)
def test_any_text_is_graded_shown_and_told_the_same_way_twice(asked: Card, text: str) -> None:
    found = grade(asked, text)
    assert grade(asked, text) == found
    shown = "".join(piece.text for piece in (*found.given, *found.key)) + found.note
    assert clean(shown) == shown
    assert found.found <= found.wanted
    parse_range(text, asked)
    if (held := recall(asked)) is not None:
        held.hear(text)


@settings(max_examples=150)
@given(TEXTS, TEXTS, TEXTS)
def test_any_card_can_be_asked(question: str, answer: str, text: str) -> None:
    for kind in (Kind.WHAT, Kind.LIST, Kind.HOW_MANY, Kind.WHEN, Kind.WHO, Kind.ACRONYM):
        asked = Card("c", question, answer, kind, accepted=(text,), distractors=(text, question))
        grade(asked, text)
        if answer.strip():
            assert grade(asked, answer).verdict in {Verdict.RIGHT, Verdict.WRONG}
        choices(asked, CARDS, "seed")


@settings(max_examples=150)
@given(st.sampled_from(CARDS), st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from(["", " ", "\t "]))
def test_case_space_and_articles_are_nothing(asked: Card, cased, space: str) -> None:
    plain = asked.answer.removeprefix("the ")
    for text in (plain, f"the {plain}", f"{space}{plain}{space}.", plain.replace(" ", f" {space}")):
        assert grade(asked, cased(text)).verdict in {Verdict.RIGHT, Verdict.NEARLY}


FORMS = (
    "{:d}", "{:,d}", "about {:,d}", "at least {:d}", "{:d} people", "{:d}+", "over {:,d} troops", "${:,d}",
    "{:d} percent", "{:d} thousand", "{:d}k", "{:d}.0", "between {:d} and 999,999,999", "{:d} or so",
    "nearly {:,d}", "({:d})",
)  # fmt: skip


@settings(max_examples=400)
@given(st.integers(0, 2_000_000), st.integers(0, 2_000_000), st.sampled_from(FORMS), st.sampled_from(FORMS[:7]))
def test_no_number_that_differs_is_accepted(key: int, other: int, form: str, own: str) -> None:
    text, answer = form.format(other), own.format(key)
    told = other * 1000 if "thousand" in form or form == "{:d}k" else other
    found = grade(card("How many were there?", answer, Kind.HOW_MANY), text)
    assert told == key or not found.verdict.accepted


@settings(max_examples=200)
@given(st.integers(0, 999_999_999), st.sampled_from(FORMS[:2]))
def test_the_same_number_is_right(key: int, form: str) -> None:
    assert grade(card("How many were there?", f"{key:,}", Kind.HOW_MANY), form.format(key)).verdict is Verdict.RIGHT


@settings(max_examples=200)
@given(st.dates(), st.dates(), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b %Y", "%Y%m%d"]))
def test_no_day_that_differs_is_accepted(key, other, form: str) -> None:
    if key.year < 1000 or other.year < 1000 or key.year > 2199 or other.year > 2199:
        return
    asked = card("When was it?", f"{key:%B} {key.day}, {key.year}")
    assert grade(asked, other.strftime(form)).verdict.accepted is (key == other)
    assert grade(asked, key.strftime(form)).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "a ",
        "1",
        "1,",
        "and ",
        "(",
        "june ",
        "-",
        "a",
        "\u0301",
        "x/",
        "1 2 ",
        "not ",
        "June 2023, ",
        "the UN ",
        "Diop, ",
    ],
)
def test_ten_thousand_characters_are_graded_at_once(text: str) -> None:
    long = (text * 10_000)[:10_000]
    for asked in CARDS:
        grade(asked, long)
        grade(asked, long[:900])
    worst = 0.0
    for asked in CARDS:
        began = time.process_time()
        grade(asked, long)
        grade(asked, f"{long[:900]} ")
        worst = max(worst, time.process_time() - began)
    assert worst < 0.05
