"""What every test starts from: an empty home of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same each time", deadline=None, database=None, derandomize=True)
settings.register_profile("explore", deadline=None, print_blob=True)  # --hypothesis-profile=explore: new examples
settings.load_profile("same each time")


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """The folder in which this test's progress and settings live; nobody's own are read or written."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TRAINER_HOME", str(folder))
    return folder


@pytest.fixture
def home_in_memory(monkeypatch):
    """The home on a disk of memory, where there is one: for many commits of which only the logic matters."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        monkeypatch.setenv("TRAINER_HOME", folder)
        yield Path(folder)
