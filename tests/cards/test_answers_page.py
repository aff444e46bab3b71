"""The page about grading says what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest
from asked import card

from trainer.cards.grading import grade

PAGE = Path(__file__).parents[2] / "docs" / "answers.md"


def rows() -> list[list[str]]:
    """The rows of the table of examples."""
    example = PAGE.read_text("utf-8").partition("## By example")[2].partition("\n## ")[0]
    lines = [line for line in example.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


@pytest.mark.parametrize(("question", "answer", "typed", "verdict", "said"), rows())
def test_each_example_is_graded_as_the_page_says(question, answer, typed, verdict, said) -> None:
    found = grade(card(question, answer), typed)
    assert (found.verdict.value, found.note) == (verdict, said)
