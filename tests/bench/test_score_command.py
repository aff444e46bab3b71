"""The command scores a deck, or what is built from the briefs of the bench."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import cards
import pytest
from makers import FACTS
from scorer.pairs import build
from scorer.score import score

from trainer.briefs.brief import Brief, Passage

GOLD = """
[[fact]]
id = "f1"
kind = "when"
question = "In what year did the Lima Force deploy to Peru?"
answer = "2013"
iso = "2013"
salience = 3
loc = ["P1.1"]
cues = ["force", "deploy"]

[[fact]]
id = "f2"
kind = "who"
question = "Who leads Peru's bank?"
answer = "Ana Lopez"
salience = 2
loc = ["P1.2"]
cues = ["bank", "lopez"]

[[bad_card]]
id = "b1"
question = "What did they lose?"
answer = "Callao"

[[good_card]]
id = "g1"
question = "In what year did the Lima Force deploy to Peru?"
answer = "2013"
"""

DECK = """
[deck]
id = "note"

[[cards]]
id = "c1"
question = "In what year did the Lima Force deploy to Peru?"
answer = "2013"
kind = "when"
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "deck.toml").write_text(DECK)
    (tmp_path / "gold.toml").write_text(GOLD)
    return [str(tmp_path / "deck.toml"), str(tmp_path / "gold.toml")]


def test_the_report_has_a_row_and_the_facts_that_no_card_asks(files, capsys):
    assert cards.main([*files, "--cards"]) == 0
    out = capsys.readouterr().out
    assert "| deck | 1 | 1/2 50% |" in out
    assert "1. [f1] when: In what year did the Lima Force deploy to Peru?" in out
    assert "2 f2 who P1.2: Who leads Peru's bank? = Ana Lopez" in out
    assert "1 of 1 bad cards refused (kept: none), 1 of 1 good cards kept" in out


def test_the_json_says_what_the_table_says(files, capsys):
    assert cards.main([*files, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["briefs"]
    assert told["recall"] == {"asked": 1, "of": 2}
    assert told["missed"] == ["f2"]
    assert told["cards"][0]["asks"] == ["f1"]


def test_the_report_is_the_same_twice_but_for_its_header(files, capsys):
    outputs = []
    for _ in range(2):
        cards.main([*files, "--cards"])
        outputs.append(capsys.readouterr().out.splitlines())
    assert outputs[0][3:] == outputs[1][3:]
    assert "Python" in outputs[0][2]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "who"', 'kind = "whom"', "fact f2 kind: the kind 'whom' is none of"),
        ('cues = ["force", "deploy"]', 'cues = ["("]', "fact f1 cues: the cue '(' is no regular expression"),
        ("salience = 2", "salience = 7", "fact f2 salience: "),
        ('id = "f2"', 'id = "f1"', "the id 'f1' is used twice"),
        ("[[fact]]", "[[fact]", "is not TOML"),
    ],
)
def test_a_gold_list_with_a_mistake_is_refused_in_one_line(files, capsys, old, new, said):
    Path(files[1]).write_text(GOLD.replace(old, new, 1))
    assert cards.main(files) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1


def test_a_fact_that_its_own_reference_card_does_not_cover_is_named(files, capsys):
    Path(files[1]).write_text(GOLD.replace('"bank", "lopez"', '"bank", "ruiz"'))
    assert cards.main(files) == 0
    assert "gold.toml, f2: its own question and answer do not cover it." in capsys.readouterr().err


def test_a_deck_built_from_a_brief_reads_back():
    passages = (Passage(1, "Peru's Central Bank cut its rate on May 3, 2024. The Lima Force has 13,000 troops."),)
    cards = build(Brief("note", "Weekly note", passages, dt.date(2024, 5, 8)))
    assert cards
    assert score("note", cards, FACTS, [p.text for p in passages]).faults == ()
