"""How likely a reader keeps a card is told by a network of its own, and decides which way to ask is taken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from making import brief_of
from making import propose as first_way

from trainer.cards import Card, Kind
from trainer.questions.keeping import FOLDER, Opinion, asked_in, opinions, refusal, text_of
from trainer.transformer.bundled import pieces
from trainer.transformer.rows import row_of
from trainer.transformer.scored import MOST_PIECES, scorer

BENCH = Path(__file__).parents[2] / "bench"
TITLE = "Kenya: troops for Haiti"
GOOD = Card("k1", "In what year did Kenya's parliament approve 1,000 troops for Haiti?", "2023", Kind.WHEN)
POOR = Card("k2", "According to the brief: The delay was caused by the other one before the next [...] meeting.", "two")
TWO = "UNICEF sent 160 beds to Haiti in March 2024. The beds reached 300 patients in Gonaives."


def test_what_readers_keep_is_likelier_than_what_they_refuse():
    good, poor = (opinion.kept for opinion in opinions([GOOD, POOR], TITLE))
    assert 0 < poor < 0.4
    assert 0.6 < good < 1


def test_a_card_is_told_the_same_alone_and_among_many():
    cards = [GOOD, POOR, *(Card(f"c{n}", f"Who led {'the old ' * n}council of Chad?", "Ali") for n in range(40))]
    alone = [opinions([card], TITLE)[0] for card in cards]
    together = opinions(cards, TITLE)
    assert [one.kept for one in together] == pytest.approx([one.kept for one in alone], abs=1e-4)
    assert [one.open for one in together] == pytest.approx([one.open for one in alone], abs=1e-4)
    assert [one.word for one in together] == [one.word for one in alone]
    assert opinions([], TITLE) == []


def test_a_long_text_is_read_to_a_bound():
    row = row_of("council " * 400, pieces(), MOST_PIECES)
    assert [len(part) for part in row] == [MOST_PIECES] * 3
    question = "council " * 400
    scores = scorer(FOLDER).scores([text_of(TITLE, question, "Ali")], [asked_in(TITLE, question)])
    assert all(np.isfinite(part).all() for part in scores)


def test_what_most_readers_would_refuse_breaks_a_rule_by_name():
    assert refusal(Opinion(0.9)) is None
    assert refusal(Opinion(0.1)).rule == "is_likely_kept"
    assert refusal(Opinion(0.9, 0.95, "response")).rule == "leaves_nothing_open"


def ways_of(passage: str, answer: str) -> list[str]:
    """Every way to ask for an answer that a reader is asked about, in order."""
    ways: list[str] = []

    def reader(cards, _):
        ways.extend(card.question for card in cards if card.answer == answer)
        return [Opinion(0.5)] * len(cards)

    first_way(brief_of(passage), reader=reader)
    return ways


def taken(liked: str, how_likely: float) -> list[str]:
    """The questions for 300 where a reader likes one way so much, and any other by 0.6."""

    def reader(cards, _):
        return [Opinion(how_likely if card.question == liked else 0.6) for card in cards]

    return [card.question for card in first_way(brief_of(TWO), reader=reader).cards if card.answer == "300"]


@pytest.mark.parametrize("liked", [0, 1, -1])
def test_of_the_ways_to_ask_for_one_thing_the_likeliest_is_taken(liked: int):
    ways = ways_of(TWO, "300")
    assert len(ways) > 1
    assert taken(ways[liked], 0.9) == [ways[liked]]


def test_a_way_that_is_hardly_likelier_than_the_first_is_not_taken():
    ways = ways_of(TWO, "300")
    assert taken(ways[1], 0.7) == ways[:1]


def test_no_other_way_is_looked_at_where_the_first_is_likely_enough():
    asked: list[str] = []

    def reader(cards, _):
        asked.extend(card.question for card in cards if card.answer == "300")
        return [Opinion(0.85)] * len(cards)

    first_way(brief_of(TWO), reader=reader)
    assert asked == ways_of(TWO, "300")[:1]


def test_what_the_reader_refuses_is_left_out_and_told():
    proposal = first_way(brief_of(TWO), reader=lambda cards, _: [Opinion(0.1) for _ in cards])
    assert proposal.cards == ()
    assert any("dropped by is_likely_kept: likely kept by 10% of its readers" in str(one) for one in proposal.findings)


def test_the_likelier_of_two_cards_of_one_worth_comes_first():
    told = brief_of("In 2023 Kenya sent 300 troops to Haiti and Chad sent 200 troops to Haiti.")
    orders = []
    for liked in ("300", "200"):

        def reader(cards, _, liked=liked):
            return [Opinion(0.5 + 0.4 * (card.answer == liked)) for card in cards]

        cards = first_way(told, reader=reader).cards
        orders.append([card.answer for card in cards if card.answer in {"300", "200"}])
    assert orders == [["300", "200"], ["200", "300"]]


def test_the_word_that_leaves_something_open_is_named():
    card = Card(
        "k1", "According to the brief on Benin: The governor added that some [...] were killed in the response.", "40"
    )
    [opinion] = opinions([card], "Benin's northern parks become a front")
    assert opinion.open > 0.5
    assert opinion.word == "response"


def test_a_way_that_leaves_something_open_gives_way_to_one_that_does_not():
    first, second, *_ = ways_of(TWO, "300")

    def reader(cards, _):
        return [Opinion(0.85, open=0.9 * (card.question == first), word="beds") for card in cards]

    asked = [card.question for card in first_way(brief_of(TWO), reader=reader).cards if card.answer == "300"]
    assert asked == [second]


def test_a_long_title_leaves_room_for_the_card():
    assert text_of("council " * 400, "Who led Chad?", "Ali").endswith("| Who led Chad? | Ali")
    assert len(row_of(text_of("council " * 400, "Who led Chad?", "Ali"), pieces(), MOST_PIECES).numbers) < MOST_PIECES


@pytest.mark.long
def test_the_weights_that_ship_tell_cards_that_they_did_not_learn_from():
    command = [sys.executable, str(BENCH / "keeping.py")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=BENCH).stdout
    assert float(said.partition("area under the curve ")[2].split()[0]) >= 0.62
    assert float(said.partition("by the verdict: area ")[2].split()[0]) >= 0.72
