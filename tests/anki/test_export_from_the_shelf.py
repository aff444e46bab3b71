"""An export of a deck whose file has not changed does not read the file, and gives the same bytes as if it had."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from test_importing import EVERYTHING

from trainer.decks import read
from trainer.decks.write import write_deck

ENDINGS = [".apkg", ".txt", ".csv", ".md", ".json"]
LONG_AGO = 1_600_000_000


@pytest.fixture
def deck(tmp_path):
    """A deck file with everything that a deck can hold, written long ago."""
    told = replace(EVERYTHING, extra={"team": "Sahel", "since": dt.date(2023, 6, 21)})
    write_deck(told, tmp_path / "deck.toml")
    os.utime(tmp_path / "deck.toml", (LONG_AGO, LONG_AGO))
    return tmp_path / "deck.toml"


@pytest.fixture
def parsed(monkeypatch):
    """The deck files that were parsed."""
    seen = []
    parse = read.parse_deck
    monkeypatch.setattr(
        read, "parse_deck", lambda text, path, *tell: seen.append(path.name) or parse(text, path, *tell)
    )
    return seen


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_unchanged_deck_is_exported_from_the_shelf_with_the_same_bytes(trainer, deck, parsed, tmp_path, ending):
    trainer("export", deck, "-o", "first.apkg")
    trainer("export", deck, "-o", f"shelved{ending}")
    assert parsed == ["deck.toml"]
    os.utime(deck)
    deck.write_text(f"{deck.read_text('utf-8')}\n# touched\n", "utf-8")
    trainer("export", deck, "-o", f"read{ending}")

    assert parsed == ["deck.toml", "deck.toml"]
    assert (tmp_path / f"shelved{ending}").read_bytes() == (tmp_path / f"read{ending}").read_bytes()


def test_an_unchanged_deck_leaves_without_what_reads_decks(trainer, deck):
    trainer("export", deck, "-o", "first.apkg")
    told = "import sys; from trainer.cli import root; root.main(sys.argv[1:], standalone_mode=False); "
    told += "print(*{'pydantic', 'tomllib', 'trainer.decks.read'} & set(sys.modules))"
    command = [sys.executable, "-c", told, "export", str(deck), "-o", "again.apkg"]
    done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout.split() == []


def test_a_changed_deck_is_read_before_it_leaves(trainer, deck, tmp_path):
    trainer("export", deck, "-o", "first.apkg")
    deck.write_text(deck.read_text("utf-8").replace("peacekeepers", "soldiers"), "utf-8")
    trainer("export", deck, "-o", "deck.csv")

    assert "soldiers" in (tmp_path / "deck.csv").read_text("utf-8")


def test_what_is_wrong_with_an_unchanged_deck_is_said_again(trainer, deck):
    deck.write_text(f'{deck.read_text("utf-8")}\n[[cards]]\nid = "bad"\nquestion = "No answer?"\n', "utf-8")
    os.utime(deck, (LONG_AGO, LONG_AGO))
    code, _, first = trainer("export", deck, "-o", "deck.apkg")

    assert code == 1
    assert "this card is left out: it has no answer." in first
    assert trainer("export", deck, "-o", "deck.apkg") == (1, "", first)


def test_a_text_puts_nothing_on_the_shelf(trainer, deck, home):
    trainer("export", deck, "-o", "deck.csv")

    assert list(home.iterdir()) == []


def test_two_files_with_one_id_are_refused_though_one_is_on_the_shelf(trainer, deck, tmp_path):
    trainer("export", deck, "-o", "deck.apkg")
    (tmp_path / "copy.toml").write_bytes(deck.read_bytes())
    for ending in (".apkg", ".csv"):
        code, out, err = trainer("export", deck, "copy.toml", "-o", f"both{ending}")
        assert (code, out) == (1, "")
        assert f"copy.toml: has the deck id of {deck}." in err


def test_a_shelf_from_before_keys_of_the_deck_were_kept_is_not_believed(trainer, deck, home, tmp_path):
    import apsw

    trainer("export", deck, "-o", "first.json")
    trainer("export", deck, "-o", "first.apkg")
    with apsw.Connection(str(home / "reviews.db")) as db:
        db.execute("update deck_file set cover = json_remove(cover, '$.extra')")
    trainer("export", deck, "-o", "second.json")

    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()


def test_keys_of_the_deck_that_we_do_not_know_go_along_from_the_shelf(trainer, deck, tmp_path, unpacked):
    for name in ("first.apkg", "second.apkg"):
        trainer("export", deck, "-o", name)
        [(fields,)] = unpacked(tmp_path / name).execute("select flds from notes order by id limit 1").fetchall()
        assert "&quot;team&quot;:&quot;Sahel&quot;,&quot;since&quot;:&quot;2023-06-21&quot;" in fields
