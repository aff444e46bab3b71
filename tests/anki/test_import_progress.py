"""Who imports a large file sees how far it is, and may end it: nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from hostile import collection, package
from shown import png

from trainer.anki.arrival import arrivals, carry_out
from trainer.anki.imported import read_import

COUNT = 6_000
NOTES = [(f"Question {n}?", f"Answer {n}") for n in range(COUNT)]
HEARS_CTRL_C = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from trainer.cli import main
main()
"""
"""The program as a terminal starts it; a shell's job in the background ignores Ctrl-C, and so do all that it starts."""


@pytest.fixture
def watched(trainer, monkeypatch):
    """Runs `trainer` while somebody watches standard error; what they saw."""

    def run(*words):
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        return trainer(*words)[2]

    return run


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("d.apkg", lambda: package(collection(NOTES))),
        ("d.txt", lambda: "\n".join(map("\t".join, NOTES)).encode()),
        ("d.csv", lambda: "\n".join(map(",".join, NOTES)).encode()),
    ],
)
def test_a_large_file_has_a_bar_for_reading_and_one_for_writing(tmp_path, watched, name, content):
    (tmp_path / name).write_bytes(content())
    seen = watched("import", name, "-o", "deck.toml", "--yes")

    assert f"reading {name}  [" in seen
    assert f"{COUNT}/{COUNT}" in seen
    assert "writing deck.toml  [################--------]  4000/6000" in seen
    assert seen.endswith(f"deck.toml: {COUNT:,} cards added.\n")


def test_a_deck_that_is_there_is_read_with_a_bar(tmp_path, watched):
    (tmp_path / "d.apkg").write_bytes(package(collection(NOTES)))
    watched("import", "d.apkg", "-o", "deck.toml", "--yes")
    seen = watched("import", "d.apkg", "-o", "deck.toml", "--yes")

    assert "reading deck.toml  [" in seen
    assert seen.endswith("nothing to import.\n")


def test_a_small_file_has_no_bar(tmp_path, watched):
    (tmp_path / "small.apkg").write_bytes(package())

    assert watched("import", "small.apkg", "-o", "small.toml", "--yes") == "small.toml: 1 card added.\n"


def test_what_nobody_watches_has_no_bar(trainer, tmp_path):
    (tmp_path / "d.apkg").write_bytes(package(collection(NOTES)))

    assert trainer("import", "d.apkg", "-o", "deck.toml", "--yes")[2] == f"deck.toml: {COUNT:,} cards added.\n"


def test_an_import_that_is_ended_while_it_writes_leaves_no_deck_and_no_picture(tmp_path):
    notes = [(f'Question {n}?<img src="p.png">', "Answer") for n in range(3)]
    (tmp_path / "d.apkg").write_bytes(package(collection(notes), media=b'{"0": "p.png"}', **{"0": png(4, 4)}))
    imported = read_import(tmp_path / "d.apkg")
    [arrival] = arrivals(imported, tmp_path / "deck.toml", tmp_path, ())

    def interrupted(what, done, of):
        assert what == "writing deck.toml"
        assert len(list((tmp_path / "media").iterdir())) == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(arrival, imported, tmp_path / "d.apkg", interrupted, update=False)
    assert [path.name for path in tmp_path.iterdir()] == ["d.apkg"]


def test_a_picture_that_was_there_before_stays(tmp_path):
    notes = [('Question?<img src="p.png">', "Answer")]
    (tmp_path / "d.apkg").write_bytes(package(collection(notes), media=b'{"0": "p.png"}', **{"0": png(4, 4)}))
    imported = read_import(tmp_path / "d.apkg")
    [arrival] = arrivals(imported, tmp_path / "deck.toml", tmp_path, ())
    [place] = imported.pictures
    (tmp_path / "media").mkdir()
    (tmp_path / place).write_bytes(png(4, 4))

    def interrupted(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(arrival, imported, tmp_path / "d.apkg", interrupted, update=False)
    assert (tmp_path / place).read_bytes() == png(4, 4)


@pytest.mark.skipif(os.name != "posix", reason="the terminal of this test is POSIX's")
def test_ctrl_c_at_a_terminal_ends_the_reading_and_leaves_nothing(tmp_path):
    import pty

    many = "with recursive n(x) as (select 10 union all select x + 1 from n where x < 120000)"
    note = "insert into notes select x, 'g' || x, 7, 0, 0, '', 'Q<b>' || x || char(31) || 'A', '', 0, 0, '' from n"
    card = "insert into cards select x, x, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '' from n"
    sql = f"{many.replace('with', 'create temp table n as with')} select x from n; {note}; {card}; drop table n;"
    (tmp_path / "d.apkg").write_bytes(package(collection(sql=sql)))
    ours, its = pty.openpty()
    command = [sys.executable, "-c", HEARS_CTRL_C, "import", "d.apkg", "-o", "deck.toml", "--yes"]
    child = subprocess.Popen(command, cwd=tmp_path, stdin=its, stdout=its, stderr=its, start_new_session=True)
    os.close(its)
    seen, is_ended = b"", False
    while piece := _read(ours):
        seen += piece
        if not is_ended and b"reading d.apkg  [###" in seen:
            os.killpg(child.pid, signal.SIGINT)  # as a terminal does, to the reader behind the fence too
            is_ended = True
    os.close(ours)

    assert is_ended
    assert child.wait() == 1
    assert seen.rstrip().endswith(b"stopped.")
    assert [path.name for path in tmp_path.iterdir()] == ["d.apkg"]


def _read(terminal):
    """What came next; nothing once the program has gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
