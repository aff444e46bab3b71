"""A real `trainer build`, killed line by line and on the screen: what was decided is there the next time."""

from __future__ import annotations

import signal
from pathlib import Path

import fixed_build
import pytest
from click.testing import CliRunner
from fixed_build import BRIEF

from trainer.cli import root
from trainer.decks.read import read_deck

windows = pytest.importorskip("windows")


def window_on(*words: str):
    """One `trainer build`."""
    return windows.Window([fixed_build.__file__, "build", *words])


def decided(home: Path) -> int:
    """How many lines of decisions are on the disk."""
    return sum(path.read_bytes().count(b"\n") - 1 for path in (home / "approvals").glob("*.jsonl"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_window_that_is_told_to_end_saves_what_was_accepted_and_says_so_in_its_exit_code(number, home, tmp_path):
    (tmp_path / "peru.md").write_text(BRIEF)
    window = window_on(str(tmp_path / "peru.md"), "-o", str(tmp_path / "deck.toml"))
    window.wait_for("0 accepted")
    window.send("a")
    window.wait_for("1 accepted")
    assert window.end_with(number) == 1
    assert len(read_deck(tmp_path / "deck.toml")[0].cards) == 1
    assert "3 cards undecided; the same command goes on there." in window.seen


def test_two_kills_lose_no_decision_and_the_third_window_saves_them(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("peru.md").write_text(BRIEF)
    words = ("peru.md", "-o", "deck.toml")
    window = window_on(*words, "--plain")
    try:
        for answer in ("y\n", "n wrong\n"):
            window.wait_for("Take it?")
            window.send(answer)
        window.wait_for("Take it?")
    finally:
        window.kill()
    assert decided(home) == 2
    window = window_on(*words)
    try:
        window.wait_for("1 accepted · 1 refused")
        window.send("a")
        window.wait_for("2 accepted")
    finally:
        window.kill()
    assert decided(home) == 3
    assert not Path("deck.toml").exists()
    monkeypatch.setattr("trainer.cli.build.at_terminal", lambda: True)
    monkeypatch.setattr("trainer.questions.propose", fixed_build.propose)
    result = CliRunner().invoke(root, ["build", *words], input="q\n")
    assert "deck.toml: 2 cards added, 2 in all." in result.stderr
    assert "undecided; the same command goes on there" in result.stderr
    assert len(read_deck(Path("deck.toml"))[0].cards) == 2
