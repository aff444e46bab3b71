"""A small collection on a disk of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from shelf import MALI, SAHEL, Clock

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.reviews.log import Log
from trainer.settings import Settings


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Collection]]:
    """Opens a collection of the decks given, or of Mali and the Sahel."""
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    log = Log(tmp_path / "reviews.db")

    def open_with(*decks: Deck, settings: Settings | None = None) -> Collection:
        return Collection(decks, log, settings or Settings(), clock)

    yield open_with
    log.close()


@pytest.fixture
def collection(opened: Callable[..., Collection]) -> Collection:
    return opened(MALI, SAHEL)
