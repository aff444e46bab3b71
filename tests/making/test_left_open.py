"""How likely a card leans on what only its brief tells, and the cards that are refused for that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drafts import draft_of, reading_of

from trainer.cards.card import Kind
from trainer.facts.fact import Provenance
from trainer.questions.keeping import LEANS, Opinion, refusal
from trainer.questions.left_open import leaning

TOLD = (
    "Dolna Copper shut its mine at Gao in March after protests.",
    "Net debt stood at $5.6 billion at the end of April.",
)


def leaning_of(question: str, *, title: str = "Weekly note", told: tuple[str, ...] = TOLD) -> float:
    reading = reading_of(" ".join(told), title=title)
    draft = draft_of(question, "$5.6 billion", Kind.HOW_MANY)
    fact = replace(draft.fact, provenance=Provenance(reading.lines[1].sentence.text, 1, 11))
    return leaning(reading, replace(draft, fact=fact))


def test_what_is_whose_is_not_said_leans():
    assert leaning_of("At how much did net debt stand at the end of April 2024?") > LEANS


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("At how much did the net debt of Dolna Copper stand at the end of April 2024?", "Weekly note"),
        ("At how much did net debt stand at the end of April 2024?", "Dolna Copper: a year without a mine"),
    ],
)
def test_what_question_or_title_says_leans_less(question, title):
    assert leaning_of(question, title=title) < leaning_of("At how much did net debt stand at the end of April 2024?")


def test_an_acronym_and_a_row_of_a_table_lean_on_nothing():
    reading = reading_of(*TOLD)
    assert leaning(reading, draft_of("What does NDS stand for?", "net debt", Kind.ACRONYM, sentence=TOLD[1])) == 0
    assert leaning(reading, draft_of("At how much did net debt stand?", "$5.6 billion", sentence="Net debt: 5.6")) == 0


def test_less_may_be_left_open_where_a_word_leans():
    opinion = Opinion(0.9, 0.5, "debt")
    assert refusal(opinion) is None
    assert refusal(opinion, leaning=0.6).rule == "leaves_nothing_open"
