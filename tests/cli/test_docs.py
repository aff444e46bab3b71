"""What the documents say is what the program does."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from click import Context
from click.testing import CliRunner

from trainer.cards import Kind
from trainer.cli import COMMANDS, root
from trainer.cli.backup import command as backup
from trainer.cli.build import command as build
from trainer.cli.doctor import command as doctor
from trainer.cli.drill import command as drill
from trainer.cli.plain_verbs import VERBS
from trainer.cli.restore import command as restore
from trainer.cli.study import command as study
from trainer.decks.format import BriefTable, CardTable, DeckTable, SourceTable
from trainer.decks.read import parse_deck
from trainer.drill.commands import HostCommand
from trainer.settings import Scheduling, Settings
from trainer.settings.read import parse_settings
from trainer.tui import study_keys
from trainer.tui.approve import ApproveScreen
from trainer.tui.drill.keys import HOST_BINDINGS, TABLE_BINDINGS

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
    settings = parse_settings(example, "README.md")
    assert replace(settings, decks={}) == replace(Settings(), decks={})
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


def test_every_option_of_build_and_every_key_of_its_screen_is_in_its_page():
    page = (ROOT / "docs/building.md").read_text("utf-8")
    options = {name for option in build.params for name in option.opts if name.startswith("-")}
    assert {option for option in options if f"`{option}" not in page} == {"--help", "-h"} & options
    keys = {key for binding in ApproveScreen.BINDINGS for key in binding.key.split(",")} - set("2345")
    spoken = {"slash": "/", "escape": "esc"}
    assert {key for key in keys if f"`{spoken.get(key, key)}`" not in page} == set()
    assert {kind for kind in Kind if kind not in page} == set()


def test_a_command_that_is_not_built_is_unknown():
    result = CliRunner().invoke(root, ["nonesuch"])
    assert result.exit_code == 2
    assert "No such command 'nonesuch'" in result.output


def test_the_settings_in_the_page_on_studying_are_all_that_there_are_with_their_defaults():
    [example] = blocks("docs/studying.md", "toml")
    given = tomllib.loads(example)
    assert set(given) | {"decks"} == {each.name for each in fields(Settings)}
    assert set(given["scheduling"]) == {each.name for each in fields(Scheduling)}
    assert parse_settings(example, "docs/studying.md") == Settings()


def test_every_key_of_the_study_screen_and_every_option_of_study_is_in_its_page():
    page = (ROOT / "docs/studying.md").read_text("utf-8")
    keys = {key for binding in study_keys.BINDINGS for key in binding.key.split(",")} - {*"23", "i"}
    spoken = {"escape": "esc"}
    assert {key for key in keys if f"`{spoken.get(key, key)}`" not in page} == set()
    options = {name for option in study.params for name in option.opts if name.startswith("-")}
    assert {option for option in options if option not in page} == {"--help", "-h"} & options
    letters = {re.sub(r"\W", "", letter) or "?" for letter in VERBS}
    assert {letter for letter in letters if not re.search(rf"`{re.escape(letter)}[` ]", page)} == set()


@pytest.mark.parametrize("name", ["here", "host", "report", "resume", "take"])
def test_every_option_of_a_drill_is_in_its_page(name):
    page = (ROOT / "docs/drill.md").read_text("utf-8")
    command = drill.get_command(Context(drill), name)
    options = [param.opts for param in command.params if param.opts[0].startswith("-")]
    assert [names for names in options if not any(re.search(rf"{each}\b", page) for each in names)] == []


@pytest.mark.parametrize("command", [backup, restore, doctor])
def test_every_option_of_backups_and_of_the_doctor_is_in_their_page(command):
    page = (ROOT / "docs/backups.md").read_text("utf-8")
    options = {name for option in command.params for name in option.opts if name.startswith("-")}
    assert {option for option in options if f"`{option}`" not in page} == {"--help", "-h"} & options
    assert f"trainer {command.name}" in page


def test_every_key_of_a_drills_host_and_of_its_table_is_in_its_page():
    table, host = (ROOT / "docs/drill.md").read_text("utf-8").split("## In a room")
    spoken = {"enter": "Enter", "escape": "Escape", "space": "space", "plus": "`+`", "exclamation_mark": "`!`"}
    for bindings, page in ((HOST_BINDINGS, host), (TABLE_BINDINGS, table)):
        keys = {key for binding in bindings for key in binding.key.split(",")} - ({"n"} if page is table else set())
        assert {key for key in keys if spoken.get(key, f"`{key}`") not in page} == set()


def test_every_command_of_a_script_that_hosts_a_drill_is_in_its_page():
    page = (ROOT / "docs/drill.md").read_text("utf-8").split("## By a script")[1]
    names = {part.default for command in get_args(HostCommand) for part in fields(command) if part.name == "do"}
    assert {name for name in names if f"`{name}`" not in page} == set()
