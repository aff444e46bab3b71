"""Decks to files: nothing is lost on the way, and a file that cannot be written is left as it was."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.cards import GAP, Card, Kind, Source, Status
from trainer.decks import BriefRef, Deck
from trainer.decks.files import write_bytes
from trainer.decks.markings import TLP, normal
from trainer.decks.read import parse_deck
from trainer.decks.write import format_deck, write_deck
from trainer.errors import NotSaved
from trainer.text import clean, one_line


def names_in(folder):
    return [path.name for path in folder.iterdir()]


DECK = Deck("mali", "Mali", (Card("k1", "Who?", "Wane"),))

LINE = st.text(max_size=30).map(one_line)
GIVEN = st.text(min_size=1, max_size=60).map(lambda text: clean(text).strip()).filter(bool)
NAME = st.text(min_size=1, max_size=12).map(one_line).filter(lambda text: text and not any(c.isspace() for c in text))
LINES = st.lists(LINE, max_size=3).map(tuple)
MARKING = st.one_of(st.sampled_from(["", *TLP]), LINE.map(normal))
PLAIN = st.one_of(st.text(max_size=20).map(clean), st.integers(-(2**63), 2**63 - 1), st.booleans(), st.dates())
VALUE = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAME, inner, max_size=3), max_leaves=6
)
EXTRA = st.dictionaries(NAME.map(lambda name: f"x-{name}"), VALUE, max_size=2)
BRIEFS = st.builds(
    BriefRef, NAME, title=LINE, date=st.none() | st.dates(), file=LINE, sha256=LINE, publisher=LINE, marking=MARKING,
    extra=EXTRA,
)  # fmt: skip


@st.composite
def cards(draw, brief_ids):
    sentence = draw(GIVEN)
    start = draw(st.integers(0, len(sentence) - 1))
    span = draw(st.none() | st.just((start, draw(st.integers(start + 1, len(sentence))))))
    source = Source(draw(st.sampled_from(brief_ids)), sentence, draw(st.none() | st.integers(1, 99)), span)
    kind = draw(st.sampled_from(list(Kind)))
    question = draw(GIVEN).replace(GAP, "")
    return Card(
        id=draw(NAME),
        question=f"{question} {GAP}" if kind is Kind.CLOZE else f"{question}?",
        answer=draw(GIVEN),
        kind=kind,
        fact=draw(LINE),
        accepted=draw(LINES),
        reject=draw(LINES),
        distractors=draw(LINES),
        as_of=draw(LINE),
        attribution=draw(LINE),
        marking=draw(MARKING),
        status=draw(st.sampled_from(list(Status))),
        superseded_by=draw(LINE),
        conflicts_with=draw(LINES),
        tags=draw(LINES),
        origin=draw(LINE.filter(bool)),
        source=draw(st.none() | st.just(source)),
        extra=draw(EXTRA),
    )


@st.composite
def decks(draw):
    briefs = draw(st.lists(BRIEFS, min_size=1, max_size=3, unique_by=lambda brief: brief.id))
    drawn = draw(st.lists(cards([brief.id for brief in briefs]), max_size=4, unique_by=lambda card: card.id))
    return Deck(
        draw(NAME), draw(LINE.filter(bool)), tuple(drawn), tuple(briefs), draw(MARKING), Path("d.toml"), draw(EXTRA)
    )


@settings(max_examples=200, deadline=None)
@given(decks())
def test_a_deck_that_is_written_and_read_is_the_same_deck(deck):
    assert parse_deck(format_deck(deck), Path("d.toml"))[0] == deck


def test_the_same_deck_gives_the_same_text_in_the_order_of_the_format():
    source = Source("june", "At least 168.", 7, (9, 12))
    card = Card("k1", "How many?", "168", Kind.HOW_MANY, accepted=("at least 168",), marking="TLP:AMBER", source=source)
    deck = Deck("mali", "Mali", (card,), (BriefRef("june", date=dt.date(2023, 6, 21)),), "TLP:GREEN")

    assert (
        format_deck(deck)
        == """\
format = 1

[deck]
id = "mali"
title = "Mali"
marking = "TLP:GREEN"

[[briefs]]
id = "june"
date = 2023-06-21

[[cards]]
id = "k1"
kind = "how_many"
question = "How many?"
answer = "168"
accepted = ["at least 168"]
marking = "TLP:AMBER"
status = "current"
origin = "hand"

[cards.source]
brief = "june"
paragraph = 7
sentence = "At least 168."
span = [9, 12]
"""
    )


@pytest.mark.parametrize(
    "value",
    [{"a": 1}, [{"a": 1}, {"b": [1]}], [[1, 2], [3]], ["a,", "b\n", "]"], [], {"deep": {"er": [{"x": "y"}]}}],
    ids=["table", "tables", "rows", "texts", "empty", "deep"],
)
def test_an_unknown_key_of_any_shape_stays_with_its_card(value):
    deck = Deck("d", "D", (Card("k1", "Q?", "A", extra={"x y": value}), Card("k2", "R?", "B")))

    assert tomllib.loads(format_deck(deck))["cards"][0]["x y"] == value


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path):
    path = tmp_path / "mali.toml"
    path.write_text("old")
    path.chmod(0o640)
    write_deck(DECK, path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_missing_folders_are_made(tmp_path):
    write_deck(DECK, tmp_path / "a" / "b" / "mali.toml")

    assert (tmp_path / "a" / "b" / "mali.toml").read_text() == format_deck(DECK)


def test_a_link_is_replaced_and_what_it_pointed_to_is_left_alone(tmp_path):
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "mali.toml").symlink_to(tmp_path / "victim")
    write_deck(DECK, tmp_path / "mali.toml")

    assert (tmp_path / "victim").read_text() == "mine"


@pytest.mark.parametrize(("module", "call"), [(os, "fsync"), (os, "replace"), (tempfile, "mkstemp")])
def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, module, call):
    path = tmp_path / "mali.toml"
    path.write_text("old")

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module, call, full)
    with pytest.raises(NotSaved) as refused:
        write_deck(DECK, path)

    assert str(refused.value) == (
        f"{path}: could not be written: no space left on device; nothing was changed. "
        "Free some space, or choose a folder that you may write to."
    )
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["mali.toml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_larger_than_the_disk_allows_leaves_the_old_one(tmp_path):
    path = tmp_path / "mali.toml"
    path.write_text("old")
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "from trainer.decks.files import write_bytes\n"
        "from trainer.errors import NotSaved\n"
        "try: write_bytes(Path(sys.argv[1]), [b'x' * 40000, b'x' * 40000])\n"
        "except NotSaved as error: print(error.message)\n"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )

    assert ran.stdout == "could not be written: file too large; nothing was changed.\n"
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["mali.toml"]


def test_a_folder_that_may_not_be_written_to_leaves_the_old_file(tmp_path):
    path = tmp_path / "mali.toml"
    path.write_text("old")
    tmp_path.chmod(0o555)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("root may write anywhere")
        with pytest.raises(NotSaved, match="permission denied"):
            write_deck(DECK, path)
    finally:
        tmp_path.chmod(0o755)

    assert path.read_text() == "old"


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "mali.toml").mkdir()

    with pytest.raises(NotSaved, match="is a directory"):
        write_deck(DECK, tmp_path / "mali.toml")
    assert names_in(tmp_path) == ["mali.toml"]


def test_a_writer_that_is_interrupted_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "mali.toml"
    path.write_text("old")

    def interrupted():
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, interrupted())
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["mali.toml"]
