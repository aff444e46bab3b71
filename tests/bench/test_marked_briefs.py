"""Briefs with marks on what goes back: how they are read, and that all that ship can be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "pipeline"


@pytest.fixture(autouse=True)
def _bench(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    yield
    for name in ("marked", "gum", "passages", "corpora"):
        sys.modules.pop(name, None)


def test_marks_nest_and_leave_the_text_as_it_reads():
    from marked import unmarked

    text, marks = unmarked("[1 Kenya] named [2>1 [1 its] envoy]; [- it] rained.")
    assert text == "Kenya named its envoy; it rained."
    assert [(text[a:b], code) for a, b, code in marks] == [
        ("Kenya", "1"), ("its envoy", "2>1"), ("its", "1"), ("it", "-"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["[1 Kenya", "Kenya] rose", "[x Kenya]"])
def test_a_bracket_that_is_no_mark_is_an_error(text):
    from marked import unmarked

    with pytest.raises(ValueError, match="bracket"):
        unmarked(text)


def test_a_phrase_goes_back_leans_or_stands_as_its_mark_says(tmp_path):
    from marked import passage
    from passages import Status

    path = tmp_path / "one.txt"
    path.write_text(
        "A title\n1 May 2023\n\n[1 The Bank of Ghana] raised [2 its rate]. [1 It] said that [>1 the governor] would"
        " speak. [? The move] surprised traders. [- It] is likely that [2 the rate] will fall.",
        "utf-8",
    )
    read = passage(path)
    told = {word: Status(status).name for word, status in zip(read.words, read.status, strict=True) if status >= 0}
    assert told["Bank"] == told["traders"] == "FRESH"
    assert (told["governor"], told["move"], told["It"]) == ("LEANS", "TOLD", "EMPTY")
    rate = [n for n, word in enumerate(read.words) if word == "rate"]
    assert [Status(read.status[n]).name for n in rate] == ["FRESH", "AGAIN"]
    assert read.things[rate[0]] == read.things[rate[1]] == 2
    assert read.owners[read.words.index("governor")] == read.things[read.words.index("Bank")]


def test_every_marked_brief_has_marks_that_close_and_things_named_before_they_are_leaned_on():
    from marked import MARKED, unmarked

    paths = sorted(MARKED.glob("*.txt"))
    assert len(paths) > 100
    for path in paths:
        for part in path.read_text("utf-8").split("\n", 2)[2].split("\n\n"):
            _, marks = unmarked(part)
            assert all(start < end for start, end, _ in marks), path.name
