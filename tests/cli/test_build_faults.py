"""A fault of our own while one brief is read or asked about is one line, and the other briefs go on."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from fixed_build import BRIEF, propose

from trainer.cli import main, root
from trainer.decks.read import read_deck


def fail(*_: object, **__: object) -> None:
    raise KeyError("no such thing")


def asks_or_fails(brief):
    return fail() if "bad" in brief.file else propose(brief)


@pytest.fixture
def briefs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a-good.md", "bad.md", "c-good.md"):
        (tmp_path / name).write_text(BRIEF)
    return tmp_path


def run(*words: str):
    return CliRunner().invoke(root, ["build", *words])


@pytest.mark.parametrize("stage", ["reading", "asking"])
def test_a_fault_in_one_brief_is_one_line_and_stops_no_other(briefs, monkeypatch, stage):
    monkeypatch.setattr("trainer.questions.propose", asks_or_fails if stage == "asking" else propose)
    if stage == "reading":
        from trainer.briefs import readings

        read = readings.read_brief
        monkeypatch.setattr(
            readings, "read_brief", lambda path, **by: fail() if path.stem == "bad" else read(path, **by)
        )
    result = run("a-good.md", "bad.md", "c-good.md", "-o", "deck.toml", "--yes")
    assert result.exit_code == 1
    [said] = [line for line in result.stderr.splitlines() if "bad.md" in line]
    assert said.startswith(
        "trainer: bad.md: the trainer failed here, and it should not have (KeyError: 'no such thing' at"
    )
    assert said.endswith("Please report it; TRAINER_DEBUG=1 shows how it came about.")
    assert "Traceback" not in result.output
    assert {ref.file for ref in read_deck(briefs / "deck.toml")[0].briefs} == {"a-good.md", "c-good.md"}


def test_with_trainer_debug_the_traceback_follows_the_line(briefs, monkeypatch):
    monkeypatch.setattr("trainer.questions.propose", asks_or_fails)
    monkeypatch.setenv("TRAINER_DEBUG", "1")
    result = run("bad.md", "--json")
    assert json.loads(result.stdout) == {"briefs": [], "cards": []}
    assert "Traceback" in result.stderr
    assert "in asks_or_fails" in result.stderr


def test_a_fault_anywhere_else_is_one_line_too(monkeypatch, capsys):
    monkeypatch.setattr("trainer.cli.root.main", fail)
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert (ended.value.code, said.count("\n"), said[:46]) == (1, 1, "trainer: the trainer failed here, and it shoul")


def test_date_is_the_day_of_a_brief_whatever_it_says(briefs, monkeypatch):
    monkeypatch.setattr("trainer.questions.propose", propose)
    result = run("bad.md", "--json", "--date", "2024-06-01")
    assert json.loads(result.stdout)["briefs"][0]["date"] == "2024-06-01"
    assert run("bad.md", "--date", "1 June 2024").exit_code == 2


def test_a_brief_without_a_date_is_told_of_in_one_line_with_what_waits_for_it(tmp_path):
    path = tmp_path / "ghana.txt"
    path.write_text(
        "The road to Tamale\n\nIt met on 12 March.\n\nGhana's parliament passed the Roads Act on 3 May 2021.\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "trainer", "build", path, "--json"], capture_output=True, text=True, check=False
    )
    said = done.stderr.splitlines()[0]
    assert said.startswith(
        f"trainer: {path}: It bears no date: 1 date without a year could not be placed, and its facts"
    )
    assert said.endswith("Give its date: a line date: 2024-05-28 between --- lines at its top, or --date 2024-05-28.")
    assert "May 3, 2021" in done.stdout
