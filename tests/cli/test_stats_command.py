"""`trainer stats` as a person and a program meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import write_deck

from trainer.cli import root
from trainer.cli.stats import command
from trainer.errors import TrainerError
from trainer.tui.stats import StatsScreen


@pytest.fixture
def deck(tmp_path):
    path = write_deck(tmp_path / "deck.toml", cards=3)
    CliRunner().invoke(root, ["study", "--plain", str(path)], input="\n4\n\n1\nq\n")
    return path


@pytest.fixture
def red(tmp_path):
    path = write_deck(tmp_path / "red.toml", cards=1, deck_id="red")
    path.write_text(path.read_text("utf-8").replace("[deck]\n", '[deck]\nmarking = "TLP:RED"\n'), "utf-8")
    return path


def run(*arguments: object):
    return CliRunner().invoke(root, ["stats", *map(str, arguments)])


def test_it_is_a_table_within_eighty_columns(deck):
    done = run(deck)
    assert done.exit_code == 0
    assert "done today" in done.output
    assert max(map(len, done.output.splitlines())) <= 80


def test_the_data_names_each_deck_and_all_of_them(deck, tmp_path):
    other = write_deck(tmp_path / "other.toml", cards=1, deck_id="other")
    data = json.loads(run(deck, other, "--json").output)
    assert data["reviews"] == 2
    assert [each["id"] for each in data["decks"]] == ["capitals", "other"]
    assert data["all"]["cards"] == 4


def test_a_day_to_look_ahead_to_can_be_named(deck):
    assert json.loads(run(deck, "--json", "--on", "2099-12-03").output)["all"]["readiness"]["on"] == "2099-12-03"


def test_a_day_that_is_none_is_wrong_usage(deck):
    done = CliRunner().invoke(root, ["stats", str(deck), "--on", "soon"])
    assert done.exit_code == 2
    assert "'soon' is no date. Write it as 2026-12-03." in done.output


def test_what_was_known_on_a_day_that_is_over_is_not_told(deck):
    done = run(deck, "--on", "2020-01-01")
    assert isinstance(done.exception, TrainerError)
    assert str(done.exception) == "2020-01-01 is over. Name today or a day to come."


def test_the_page_is_written_and_told_and_nothing_else_is_printed(deck, tmp_path):
    page = tmp_path / "stats.html"
    done = run(deck, "-o", page)
    assert done.stdout == ""
    assert done.stderr.strip() == f"wrote {page}"
    assert page.read_text("utf-8").startswith("<!doctype html>")


def refused(*arguments: object) -> str:
    with pytest.raises(TrainerError) as caught:
        CliRunner().invoke(root, ["stats", *map(str, arguments)], catch_exceptions=False)
    return str(caught.value)


def test_an_ending_that_is_no_page_is_refused(deck, tmp_path):
    assert refused(deck, "-o", tmp_path / "x.pdf").endswith("stats are written as a page only. Use .html or .htm.")
    assert not (tmp_path / "x.pdf").exists()


def test_a_folder_that_is_not_there_is_told_before_the_log_is_read(deck, tmp_path):
    assert "its folder does not exist. Make the folder first." in refused(deck, "-o", tmp_path / "no" / "x.html")


def test_red_leaves_on_no_page_unless_that_goes_on_record(red, tmp_path):
    page = tmp_path / "x.html"
    assert "holds TLP:RED, which may not leave." in refused(red, "-o", page)
    assert not page.exists()
    assert run(red, "-o", page, "--allow-red").exit_code == 0
    assert "TLP:RED" in page.read_text("utf-8")
    from trainer.collection import Collection

    collection, _ = Collection.open([red])
    with collection:
        assert collection.log.store.rows("select count(*) from log where kind = 'note'") == [(1,)]


def test_nothing_is_loaded_that_stats_do_not_use():
    rooms = "trainer.cli.stats, trainer.stats.text, trainer.stats.page, trainer.stats.as_json"
    code = f"import sys, {rooms}; print(*{{'textual', 'pydantic', 'spacy', 'numpy', 'asyncio'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout.split() == []


def test_every_option_and_every_key_of_the_screen_is_in_its_page():
    page = (Path(__file__).parents[2] / "docs" / "stats.md").read_text("utf-8")
    options = {name for option in command.params for name in option.opts if name.startswith("--")} - {"--output"}
    assert {option for option in options if option not in page} == set()
    shown = {binding.key_display or binding.key.split(",")[0] for binding in StatsScreen.BINDINGS}
    assert {key for key in shown if f"`{key}`" not in page} == set()


def test_without_a_deck_it_says_how_to_make_one(home, monkeypatch):
    monkeypatch.chdir(home)
    assert "trainer build BRIEF -o decks/NAME.toml" in run().output
    assert json.loads(run("--json").output) == {"reviews": 0, "decks": []}
    assert "there is no deck to tell of." in refused("-o", Path("x.html"))
