"""A study window that is closed or told to end: what was rated is on the disk, and nothing else is said."""

from __future__ import annotations

import json
import signal

import pytest
from click.testing import CliRunner
from samples import write_deck

from trainer.cli import root

windows = pytest.importorskip("windows")


def reviews(deck) -> int:
    return json.loads(CliRunner().invoke(root, ["stats", "--json", str(deck)]).stdout)["reviews"]


@pytest.fixture
def deck(tmp_path):
    return write_deck(tmp_path / "deck.toml", cards=3)


def rated_one(deck):
    """A window in which a card was rated and another is being typed."""
    window = windows.Window(["-m", "trainer", "study", "--mode", "type", str(deck)])
    window.wait_for("your answer")
    window.send("Answer 0\r")
    window.wait_for("Good")
    window.send("\r")
    window.wait_for("1 done")
    window.send("half an ans")
    return window


def test_a_terminal_that_is_closed_takes_nothing_with_it(deck):
    rated_one(deck).close()
    assert reviews(deck) == 1


def test_a_program_that_is_told_to_end_gives_the_terminal_back_and_has_saved_everything(deck):
    window = rated_one(deck)
    assert window.end_with(signal.SIGHUP) == 1
    assert "Traceback" not in window.seen
    assert reviews(deck) == 1
