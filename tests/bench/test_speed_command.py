"""What is checked of the cost of building is the same on any machine."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import speed
from scorer.gold import BenchRefused
from scorer.timing import Cost, Spread, build_cost, joined, words_in

from trainer.briefs.brief import Brief, Passage


@pytest.fixture
def costs(monkeypatch):
    """Sets what the measurements give: decks by order of files, megabytes, growth."""

    def set_to(*, decks=(b"deck", b"deck"), peak_mb=200.0, times=1.1):
        told = iter(decks)
        monkeypatch.setattr(speed, "build_cost", lambda briefs: Cost(2.0, peak_mb, next(told)))
        monkeypatch.setattr(speed, "growth", lambda briefs, rounds: Spread((times,)))

    return set_to


def test_nothing_is_said_while_all_holds(costs, capsys):
    costs()
    assert speed.main(["--check"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"decks": (b"deck", b"kced")}, "in another order gave a deck of other bytes"),
        ({"peak_mb": 501.0}, "took 501 MB, and may take 500"),
        ({"times": 1.6}, "took 1.60 times as long as its parts, and may take 1.5"),
    ],
)
def test_what_does_not_hold_is_said_in_a_line(costs, capsys, wrong, said):
    costs(**wrong)
    assert speed.main(["--check"]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_the_median_stands_with_its_extremes():
    assert str(Spread((3000.0, 2500.0, 3200.0))) == "3,000 (2,500 to 3,200, 3 runs)"


def test_words_are_counted_as_wc_counts_them(tmp_path):
    (tmp_path / "a.txt").write_text("one two\nthree – four\n")
    assert words_in([tmp_path / "a.txt", tmp_path / "a.txt"]) == 10


def test_joined_briefs_keep_every_passage_under_a_number_of_its_own():
    one = Brief("a", "A", (Passage(1, "One."), Passage(2, "Two.")), dt.date(2024, 1, 1))
    other = Brief("b", "B", (Passage(1, "Three."),), dt.date(2024, 2, 1))
    both = joined([one, other])
    assert [(p.number, p.text) for p in both.passages] == [(1, "One."), (2, "Two."), (3, "Three.")]
    assert both.date == dt.date(2024, 2, 1)


def test_a_build_that_fails_is_said_in_a_line(tmp_path):
    with pytest.raises(BenchRefused, match=r"ended with 1: .*missing\.txt"):
        build_cost([tmp_path / "missing.txt"])


def test_a_whole_command_is_measured_with_its_deck(tmp_path):
    brief = tmp_path / "note.txt"
    brief.write_text("Peru Notes\n\nMay 8, 2024\n\nPeru's Central Bank (PCB) cut its rate on May 3, 2024.\n")
    cost = build_cost([brief])
    assert cost.cpu_s > 0
    assert cost.peak_mb > 20
    assert b"[deck]" in cost.deck
    assert str(Path.cwd()).encode() not in cost.deck
