"""Studying line by line."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from click.testing import CliRunner

from trainer.cli import root
from trainer.cli.plain import PlainStudy
from trainer.collection import Collection

DECK = """
[deck]
id = "capitals"
title = "Capitals"
marking = "TLP:GREEN"
[[briefs]]
id = "b"
title = "A brief"
date = 2024-03-01
[[cards]]
id = "ml"
question = "What is the capital of Mali?"
answer = "Bamako"
as_of = "2024"
attribution = "the atlas"
[cards.source]
brief = "b"
paragraph = 2
sentence = "Mali is governed from Bamako."
[[cards]]
id = "ne"
question = "What is the capital of Niger?"
answer = "Niamey"
"""


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "capitals.toml"
    path.write_text(DECK)
    return path


def studied(deck, typed: str) -> str:
    page = StringIO()
    collection, _ = Collection.open([deck])
    with collection:
        PlainStudy(collection, StringIO(typed), page).run()
    return page.getvalue()


def reviews(deck) -> int:
    result = CliRunner().invoke(root, ["stats", "--json", str(deck)])
    return json.loads(result.stdout)["reviews"]


def test_the_answer_comes_after_enter_with_all_that_belongs_to_it(deck):
    page = studied(deck, "\nq\n")
    question, answer = page.split("A: Bamako")
    assert "2 left · Capitals · TLP:GREEN\nQ: What is the capital of Mali?" in question
    assert "as of 2024, according to the atlas" in answer
    assert "“Mali is governed from Bamako.”" in answer
    assert "A brief, 2024-03-01, paragraph 2" in answer
    assert "1 again 1m   2 hard 6m   3 good 10m   4 easy" in answer


def test_ratings_are_numbers_or_words_and_are_counted_by_stats(deck):
    page = studied(deck, "\n4\n\neasy\n")
    assert "2 reviews of 2 cards, 100% recalled." in page
    assert reviews(deck) == 2


def test_undo_takes_the_last_rating_back_and_asks_again(deck):
    page = studied(deck, "\n1\n\nu\n3\nq\n")
    assert "Taken back." in page
    assert "1 review of 1 card, 100% recalled." in page
    assert reviews(deck) == 1


def test_undo_before_any_rating_says_so(deck):
    assert "There is no rating to take back." in studied(deck, "u\nq\n")


def test_a_word_that_is_no_rating_is_asked_for_again_and_stores_nothing(deck):
    assert "Type 1, 2, 3 or 4" in studied(deck, "\nmaybe\nq\n")
    assert reviews(deck) == 0


def test_the_end_of_the_input_ends_the_session_and_keeps_what_was_rated(deck):
    assert "1 review of 1 card" in studied(deck, "\n3\n\n")
    assert reviews(deck) == 1


def test_a_deck_studied_to_the_end_says_that_nothing_is_due(deck):
    studied(deck, "\n4\n\n4\n")
    assert "Nothing is due." in studied(deck, "\n4\n")
