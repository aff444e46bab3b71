"""From a brief to a deck at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from trainer.cli import root
from trainer.decks.read import read_deck

BRIEF = """---
title: Peru floods
date: 2024-05-08
marking: TLP:GREEN
---

Peru, Chile, and Bolivia have signed the Lima Accord. The United Nations Children's Fund (UNICEF) sent 25 trucks to Lima
on 3 May 2024. Peruvian Defence Minister Ana Ruiz visited Chile in April 2024.
"""


@pytest.fixture
def brief(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "peru.md"
    path.write_text(BRIEF)
    return path


def run(*words, input=None):  # noqa: A002 - as click names it
    return CliRunner().invoke(root, [str(word) for word in words], input=input)


def test_all_cards_are_taken_with_yes_and_the_deck_carries_the_briefs_marking(brief, tmp_path):
    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert result.exit_code == 0
    assert result.stdout == ""
    deck, findings = read_deck(tmp_path / "deck.toml")
    assert findings == ()
    assert (deck.id, deck.title, deck.marking) == ("deck", "Peru floods", "TLP:GREEN")
    assert {"Peru, Chile, and Bolivia", "Ana Ruiz"} <= {card.answer for card in deck.cards}
    assert deck.briefs[0].file == "peru.md"


def test_nothing_is_saved_unseen_where_nobody_can_answer(brief, tmp_path):
    result = run("build", brief, "-o", "deck.toml")
    assert result.exit_code == 0
    assert "Ana Ruiz" in result.stdout
    assert "none saved" in result.stderr
    assert not (tmp_path / "deck.toml").exists()


def test_json_shows_the_proposals_in_the_keys_of_the_deck_format(brief, tmp_path):
    cards = json.loads(run("build", brief, "--json").stdout)["cards"]
    assert {"id", "kind", "question", "answer", "source"} <= cards[0].keys()
    assert list(Path(tmp_path).glob("*.toml")) == []


def test_a_second_build_keeps_what_a_person_changed_and_adds_nothing_twice(brief, tmp_path):
    run("build", brief, "-o", "deck.toml", "--yes")
    before = (tmp_path / "deck.toml").read_text()
    mine = before.replace('answer = "Ana Ruiz"', 'answer = "Ana María Ruiz"  # as she writes it')
    (tmp_path / "deck.toml").write_text(mine)
    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert "0 cards added" in result.stderr
    assert (tmp_path / "deck.toml").read_text() == mine


def test_the_person_at_the_terminal_takes_and_leaves_cards(brief, tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.cli.build.at_terminal", lambda: True)
    result = run("build", brief, "-o", "deck.toml", input="n\ny\nq\n")
    assert result.exit_code == 0
    deck, _ = read_deck(tmp_path / "deck.toml")
    assert len(deck.cards) == 1
    assert deck.cards[0].question in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "peru.md: "),
        (b"", "is empty"),
        (b"%PDF-1.7 \x00", "PDF"),
        (b"Caf\xe9 au lait est servi", "UTF-8"),
        (b"I like it here. So do you, I think. We all do.", "holds no fact that can be asked"),
    ],
)
def test_a_brief_that_gives_nothing_is_refused_in_one_line(brief, tmp_path, content, said):
    brief.unlink()
    if content is not None:
        brief.write_bytes(content)
    from trainer.errors import BriefRefused

    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert isinstance(result.exception, BriefRefused)
    assert said in str(result.exception)
    assert "\n" not in str(result.exception)
    assert not (tmp_path / "deck.toml").exists()


def test_one_bad_brief_does_not_stop_the_others(brief, tmp_path):
    result = run("build", tmp_path / "gone.md", brief, "-o", "deck.toml", "--yes")
    assert result.exit_code == 1
    assert "gone.md" in result.stderr
    assert (tmp_path / "deck.toml").exists()


def test_an_interrupt_at_the_terminal_saves_what_was_taken(brief, tmp_path, monkeypatch):
    monkeypatch.setattr("trainer.cli.build.at_terminal", lambda: True)
    assert run("build", brief, "-o", "deck.toml", input="y\ny\n").exit_code == 0
    deck, _ = read_deck(tmp_path / "deck.toml")
    assert len(deck.cards) == 2


def test_cards_whose_sentence_the_brief_has_no_more_are_named(brief):
    run("build", brief, "-o", "deck.toml", "--yes")
    brief.write_text(BRIEF.replace("25 trucks", "26 trucks"))
    result = run("build", brief, "-o", "deck.toml", "--yes")
    assert "its sentence is no longer in" in result.stderr
    assert "peru.md (answer: " in result.stderr
    assert "Correct the card, or set its status" in result.stderr
