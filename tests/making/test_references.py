"""Words that point back are named right, counted on the marked lists of the bench."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


def test_at_most_three_in_a_hundred_are_named_wrong_and_six_in_ten_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    bench = importlib.import_module("references")
    found = [pair for path in sorted(bench.LISTS.glob("*.txt")) for pair in bench.measured(path)]
    said = [(pointer, words) for pointer, words in found if words is not None]
    right = sum(bench.is_right(pointer, words) for pointer, words in said)
    assert right / len(said) >= 0.97
    assert right / sum(not pointer.is_hopeless for pointer, _ in found) >= 0.6
