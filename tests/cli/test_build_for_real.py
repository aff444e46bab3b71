"""From a brief to a deck at the command line, with what the rules propose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from trainer.cli import root
from trainer.decks.read import read_deck

BRIEF = """# Peru floods

*8 May 2024*

Peru, Chile, and Bolivia have signed the Lima Accord. The United Nations Children's Fund (UNICEF) sent 25 trucks to Lima
on 3 May 2024. Peruvian Defence Minister Ana Ruiz visited Chile in April 2024.
"""


def build(*words: str, brief: str | None = None) -> str:
    result = CliRunner().invoke(root, ["build", *words], input=brief)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("way", ["a file", "standard input"])
def test_a_brief_becomes_a_deck_the_same_each_time(way, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("peru.md").write_text(BRIEF)
    words, brief = (["-"], BRIEF) if way == "standard input" else (["peru.md"], None)
    for name in ("one.toml", "two.toml"):
        build(*words, "-o", name, "--yes", brief=brief)
    one, two = (Path(name).read_text() for name in ("one.toml", "two.toml"))
    assert two == one.replace('id = "one"', 'id = "two"')
    deck, findings = read_deck(Path("one.toml"))
    assert findings == ()
    assert {"UNICEF", "Ana Ruiz"} <= {card.answer for card in deck.cards}


def test_every_card_names_the_sentence_that_its_answer_is_lit_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("peru.md").write_text(BRIEF)
    cards = json.loads(build("peru.md", "--json"))["cards"]
    assert cards
    for card in cards:
        assert card["source"]["sentence"] in " ".join(BRIEF.split())
        start, end = card["source"].get("span", (0, 0))
        assert start < end or not card["source"].get("span")
