"""A receiver: a real Anki collection, where the official library can be had."""

from __future__ import annotations

import sqlite3
import sys
import zipfile

import pytest
from receiver import Receiver

from trainer.cli import main


@pytest.fixture
def receiver(tmp_path):
    pytest.importorskip("anki.collection")
    receiver = Receiver(tmp_path)
    yield receiver
    receiver.collection.close()


@pytest.fixture
def receivers(tmp_path_factory):
    """Makes receivers, as many as a test asks for."""
    pytest.importorskip("anki.collection")
    made = []

    def make():
        made.append(Receiver(tmp_path_factory.mktemp("receiver")))
        return made[-1]

    yield make
    for receiver in made:
        receiver.collection.close()


@pytest.fixture
def unpacked():
    """Opens the SQLite collection in a package."""
    opened = []

    def unpack(package):
        opened.append(sqlite3.connect(":memory:"))
        with zipfile.ZipFile(package) as members:
            opened[-1].deserialize(members.read("collection.anki2"))
        return opened[-1]

    yield unpack
    for database in opened:
        database.close()


@pytest.fixture
def trainer(tmp_path, monkeypatch, capsys):
    """Runs `trainer` in a folder of its own: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["trainer", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err

    return run
