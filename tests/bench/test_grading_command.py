"""The command that measures grading counts what is accepted, and fails where a near miss is."""

from __future__ import annotations

import grading

GOLD = """
[[fact]]
id = "f1"
kind = "who"
question = "Which country left?"
answer = "Niger"
accepted = ["Republic of Niger"]
reject = ["Nigeria"]

[[fact]]
id = "f2"
kind = "how_many"
question = "How many fell?"
answer = "168"
accepted = ["one hundred and sixty-eight", "more than 168 or so"]
reject = ["186"]
"""


def test_it_counts_what_is_right_and_what_is_wrong(tmp_path, capsys) -> None:
    path = tmp_path / "two.toml"
    path.write_text(GOLD, "utf-8")
    assert grading.main([str(path), "--likeness"]) == 0
    heading, _, row, total = capsys.readouterr().out.splitlines()
    found = dict(zip(heading.split(" | ")[1:], row.split(" | ")[1:], strict=True))
    assert found["accepted"] == "5 / 5"
    assert found["near misses"] == "0 / 2"
    assert found["other answers"] == "0 / 2"
    assert found["numbers"] == "2 / 2"
    assert total.startswith("| all |")


def test_a_near_miss_that_is_accepted_fails(tmp_path, capsys) -> None:
    path = tmp_path / "one.toml"
    path.write_text(GOLD.replace('reject = ["186"]', 'reject = ["168"]'), "utf-8")
    assert grading.main([str(path)]) == 1


def test_a_file_that_cannot_be_used_is_said(tmp_path, capsys) -> None:
    path = tmp_path / "odd.toml"
    path.write_text("not toml", "utf-8")
    assert grading.main([str(path)]) == 1
    assert "line 1" in capsys.readouterr().err
    assert grading.main([str(tmp_path / "none.toml")]) == 1
    assert "No such file" in capsys.readouterr().err
