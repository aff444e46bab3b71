"""The decks in `decks/` are what the briefs in `seeds/` give today."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from trainer.cards.critique import critique
from trainer.cli import root
from trainer.decks.check import check_deck
from trainer.decks.read import read_deck

ROOT = Path(__file__).parents[1]
SEEDS = sorted(path.stem for path in (ROOT / "seeds").glob("*.md"))


@pytest.mark.parametrize("name", SEEDS)
def test_a_deck_built_again_has_the_same_bytes(name, tmp_path, monkeypatch):
    (tmp_path / "decks").mkdir()
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(root, ["build", f"seeds/{name}.md", "-o", f"decks/{name}.toml", "--yes"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / f"decks/{name}.toml").read_bytes() == (ROOT / f"decks/{name}.toml").read_bytes()


def test_every_seed_has_its_deck_and_every_deck_its_seed():
    assert sorted(path.stem for path in (ROOT / "decks").glob("*.toml")) == SEEDS


@pytest.mark.parametrize("name", SEEDS)
def test_a_deck_that_ships_has_nothing_to_mend(name):
    deck, findings = check_deck(ROOT / f"decks/{name}.toml")
    assert findings == ()
    assert len(deck.cards) >= 15


@pytest.mark.parametrize("name", SEEDS)
def test_each_card_shows_its_sentence_from_the_brief(name):
    deck, _ = read_deck(ROOT / f"decks/{name}.toml")
    text = " ".join((ROOT / f"seeds/{name}.md").read_text("utf-8").split())
    for card in deck.cards:
        assert card.source is not None
        assert " ".join(card.source.sentence.split()) in text


@pytest.mark.parametrize("name", SEEDS)
def test_no_card_breaks_a_rule_or_is_asked_twice(name):
    deck, _ = read_deck(ROOT / f"decks/{name}.toml")
    assert {card.id: critique(card) for card in deck.cards if critique(card)} == {}
    questions = [card.question for card in deck.cards]
    assert len(questions) == len(set(questions))


@pytest.mark.parametrize("name", SEEDS)
def test_each_span_lies_in_its_sentence(name):
    deck, _ = read_deck(ROOT / f"decks/{name}.toml")
    for card in deck.cards:
        if card.source is not None and card.source.span is not None:
            start, end = card.source.span
            assert 0 <= start < end <= len(card.source.sentence)
