"""A furnished home, and a backup of it."""

from __future__ import annotations

import pytest
from belongings import NOW, furnish

from trainer.backups.write import write_backup


@pytest.fixture
def furnished(home, tmp_path, monkeypatch):
    """The home, furnished; the deck of rivers lies in another folder."""
    monkeypatch.chdir(tmp_path)
    furnish(home, tmp_path / "elsewhere")
    return home


@pytest.fixture
def backup(furnished, tmp_path):
    """A backup of the furnished home."""
    return write_backup(tmp_path / "b.zip", NOW).path
