"""A figure that falls below its floor is said in one line."""

from __future__ import annotations

import pytest
from makers import FACTS, card
from scorer.floors import Floors, below, read_floors
from scorer.pairs import BENCH, pairs
from scorer.score import score

FLOOR = {"coverage": 0.5, "salience3": 1.0, "weighted": 0.6, "max_duplicates": 0, "max_faults": 0}


def found_for(name="note"):
    return score(name, [card("In what year did the Lima Force deploy to Peru?", "2013")], FACTS[:2])


def test_figures_at_their_floor_pass():
    assert list(below([found_for()], Floors(floor={"note": FLOOR}))) == []


@pytest.mark.parametrize(
    ("worse", "line"),
    [
        ({"coverage": 0.6}, "note: countable coverage is 1/2 = 0.500, below its floor of 0.6."),
        ({"weighted": 0.7}, "note: weighted recall is 3/5 = 0.600, below its floor of 0.7."),
    ],
)
def test_a_figure_below_its_floor_gives_one_line(worse, line):
    assert list(below([found_for()], Floors(floor={"note": FLOOR | worse}))) == [line]


def test_more_duplicates_or_faults_than_allowed_give_a_line_each():
    twin = card("What did they lose in Peru?", "Callao", "c1")
    found = score("note", [twin, card("What did they lose in Peru?", "Callao", "c2")], FACTS)
    lines = list(below([found], Floors(floor={"note": FLOOR | {"salience3": 0, "coverage": 0, "weighted": 0}})))
    assert lines[0] == "note: 1 duplicates, and there may be 0."
    assert "faults, and there may be 0." in lines[1]


def test_a_brief_without_a_floor_is_a_failure():
    (line,) = below([found_for("new")], Floors(floor={"note": FLOOR}))
    assert line == 'new: has no floor. Add [floor."new"] to floors.toml.'


def test_the_floors_of_the_bench_are_good_toml_and_each_brief_has_one():
    floors = read_floors(BENCH / "floors.toml").floor
    assert {pair.name for pair in pairs()} <= set(floors)
