"""A small collection on a disk of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from shelf import MALI, SAHEL, Clock

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.decks.shelf import Shelf
from trainer.decks.write import write_deck
from trainer.reviews import Rating, Review
from trainer.reviews.log import Log
from trainer.reviews.store import Store
from trainer.settings import Settings

BEFORE = Review("a review of another deck", 1_700_000_000_000, 0, 19_675, "gone", "g1", Rating.GOOD, 1_000)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Collection]]:
    """Opens a collection of the decks given; somebody has reviewed before unless it is the first run."""
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    store = Store(tmp_path / "reviews.db")

    def open_with(*decks: Deck, settings: Settings | None = None, is_first: bool = False) -> Collection:
        if not is_first:
            Log(store).add(BEFORE)
        covers = [Shelf(store).put(deck).cover for deck in decks]
        return Collection(covers, store, settings or Settings(), clock)

    yield open_with
    store.close()


@pytest.fixture
def collection(opened: Callable[..., Collection]) -> Collection:
    return opened(MALI, SAHEL)


@pytest.fixture
def filed(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Collection]]:
    """Opens a collection of decks that were written to files in the folder of the test."""
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    store = Store(tmp_path / "reviews.db")

    def open_with(*decks: Deck, settings: Settings | None = None) -> Collection:
        covers = []
        for deck in decks:
            path = tmp_path / f"{deck.id}.toml"
            write_deck(deck, path)
            covers.append(Shelf(store).fetch(path).cover)
        return Collection(covers, store, settings or Settings(), clock)

    yield open_with
    store.close()
