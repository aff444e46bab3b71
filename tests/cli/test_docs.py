"""What the documents say is what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from trainer.cli import COMMANDS, root
from trainer.decks.format import BriefTable, CardTable, DeckTable, SourceTable
from trainer.decks.read import parse_deck
from trainer.settings import Settings

ROOT = Path(__file__).parents[2]


def blocks(document: str, language: str) -> list[str]:
    text = (ROOT / document).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_example_of_the_deck_format_is_a_deck_and_only_its_last_card_lacks_an_id():
    [example] = blocks("docs/deck-format.md", "toml")
    deck, findings = parse_deck(example, Path("example.toml"))
    assert [card.answer for card in deck.cards] == ["168", "300", "MINUSMA"]
    assert [finding.message for finding in findings] == ["the card has no id."]
    source = deck.cards[0].source
    assert source is not None
    assert source.sentence[slice(*source.span)] == "168"


def test_every_key_of_the_deck_format_is_described():
    text = (ROOT / "docs/deck-format.md").read_text("utf-8")
    described = text.split("## `[deck]`")[1]
    keys = {key for model in (BriefTable, CardTable, DeckTable, SourceTable) for key in model.model_fields}
    assert {key for key in keys if f"`{key}`" not in described} == {"source"}
    assert "## `[cards.source]`" in described


def test_the_settings_in_the_readme_are_the_defaults():
    [example] = [block for block in blocks("README.md", "toml") if "day_starts_at" in block]
    settings = Settings(**tomllib.loads(example))
    assert settings.model_copy(update={"decks": {}}) == Settings()
    assert settings.for_deck("mali-minusma").new_per_day == 10


def test_the_hand_written_card_in_the_readme_is_a_card():
    [example] = [block for block in blocks("README.md", "toml") if "[[cards]]" in block]
    deck, _ = parse_deck(example, Path("hand.toml"))
    assert [card.answer for card in deck.cards] == ["the UN Security Council"]


def test_every_trainer_command_in_the_readme_exists():
    written = {word for block in blocks("README.md", "sh") for word in re.findall(r"trainer ([a-z]+)", block)}
    assert written <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name):
    result = CliRunner().invoke(root, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 6


def test_a_command_that_is_not_built_is_unknown():
    result = CliRunner().invoke(root, ["drill"])
    assert result.exit_code == 2
    assert "No such command 'drill'" in result.output
