"""A session begins with what it uses, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from samples import write_deck

BEGINS = """
import sys
from pathlib import Path
from trainer.collection import Collection
collection, _ = Collection.open([Path(sys.argv[1])])
with collection:
    assert collection.start().showing
print(*sorted(set(sys.argv[2:]) & set(sys.modules)))
"""
LATER = (
    "asyncio", "fsrs_rs_python", "pydantic", "textual", "tomllib", "trainer.collection.acts",
    "trainer.collection.listed", "trainer.decks.read", "trainer.decks.source", "trainer.reviews.entries",
)  # fmt: skip


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    path = write_deck(tmp_path / "deck.toml", cards=2)
    long_ago = time.time() - 60
    os.utime(path, (long_ago, long_ago))
    return path


def loaded_by_the_first_card(path) -> list[str]:
    command = [sys.executable, "-c", BEGINS, str(path), *LATER]
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout.split()


def test_the_first_card_of_a_deck_that_did_not_change_waits_for_nothing_that_it_does_not_use(path):
    assert "tomllib" in loaded_by_the_first_card(path)
    assert loaded_by_the_first_card(path) == []
