"""Who watches a terminal sees how far long work is; who does not sees nothing of it."""

from __future__ import annotations

import io
import sys

from trainer.cli import progress
from trainer.cli.progress import counting, reading


class Watched(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_large_deck_has_a_bar_for_each_step_and_nothing_stays_of_it(monkeypatch):
    monkeypatch.setattr(sys, "stderr", screen := Watched())
    with reading() as tell:
        for what in ("reading big.toml", "keeping its cards"):
            for done in range(6001):
                tell(what, done, 6000)
    seen = screen.getvalue()
    assert "reading big.toml  [############------------]  3000/6000" in seen
    assert "keeping its cards  [########################]  6000/6000" in seen
    assert seen.count("\r") < 500
    assert seen.endswith(progress._GONE)


def test_a_small_deck_has_no_bar(monkeypatch):
    monkeypatch.setattr(sys, "stderr", screen := Watched())
    with reading() as tell:
        tell("reading small.toml", 0, 40)
        tell("reading small.toml", 40, 40)
    assert screen.getvalue() == ""


def test_what_nobody_watches_has_no_bar(monkeypatch):
    unwatched = io.StringIO()
    monkeypatch.setattr(sys, "stderr", unwatched)
    with counting("counting", 10_000) as tell:
        tell(10_000)
    assert unwatched.getvalue() == ""
