"""The decks that ship and the gold lists of the benchmark, as cards."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from trainer.cards import Card, Kind
from trainer.decks.read import read_deck

ROOT = Path(__file__).parents[2]


def deck(path: Path) -> list[Card]:
    return list(read_deck(path)[0].cards)


def gold(path: Path) -> list[Card]:
    """The facts of a gold list as cards."""
    return [
        Card(fact["id"], fact["question"], fact["answer"], Kind(fact["kind"]),
             accepted=tuple(fact.get("accepted", ())), reject=tuple(fact.get("reject", ())))
        for fact in tomllib.loads(path.read_text("utf-8"))["fact"]
    ]  # fmt: skip


@pytest.fixture(scope="session")
def every_deck() -> list[list[Card]]:
    return [deck(path) for path in sorted((ROOT / "decks").glob("*.toml"))]


@pytest.fixture(scope="session")
def every_gold() -> dict[str, list[Card]]:
    paths = [path for folder in ("gold", "held") for path in sorted((ROOT / "bench" / folder).glob("*.toml"))]
    if not paths:
        pytest.skip("this copy has no bench")
    return {path.stem: gold(path) for path in paths}
