"""Files that are not ours to write are refused in one line, and not a byte of them changes."""

from __future__ import annotations

import multiprocessing
import sys

import apsw
import pytest
from samples import review

from trainer.errors import LogRefused, NotSaved, TrainerError
from trainer.reviews import store
from trainer.reviews.log import Log
from trainer.reviews.store import VERSION, Store
from trainer.schedule import DeckOptions
from trainer.schedule.replay import settled


@pytest.fixture
def path(tmp_path):
    return tmp_path / "reviews.db"


def refusal(path, kind: type[TrainerError] = LogRefused) -> str:
    with pytest.raises(kind) as refused:
        Log(Store(path))
    line = str(refused.value)
    assert "\n" not in line
    assert str(path) in line
    return line


def made_by(path, script: str) -> bytes:
    db = apsw.Connection(str(path))
    db.execute(script).fetchall()
    db.close()
    return path.read_bytes()


def a_log(path) -> None:
    log = Log(Store(path))
    log.record(review(), lambda state, made: settled(state, made, DeckOptions()))
    log.store.close()


def test_a_log_of_a_newer_version(path):
    a_log(path)
    before = made_by(path, f"create table later (x); pragma user_version = {VERSION + 1}")
    assert f"newer trainer (log version {VERSION + 1}; this one knows {VERSION}). Update trainer" in refusal(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, 1, 2, 11])
@pytest.mark.parametrize("application", [0, 0x4D4E_454D])
def test_another_programs_database_whatever_its_version(path, version, application):
    script = f"create table cards (x); pragma user_version = {version}; pragma application_id = {application}"
    before = made_by(path, script)
    assert "another program's database. Set TRAINER_HOME" in refusal(path)
    assert path.read_bytes() == before


def test_another_programs_database_with_writes_still_in_its_wal(path):
    db = apsw.Connection(str(path))
    db.execute("pragma journal_mode = wal; create table notes (x); insert into notes values ('theirs')").fetchall()
    files = {name: path.with_name(name).read_bytes() for name in ("reviews.db", "reviews.db-wal")}
    copy = path.parent / "copy"
    copy.mkdir()
    for name, content in files.items():
        (copy / name).write_bytes(content)
    db.close()
    refusal(copy / "reviews.db")
    assert {name: (copy / name).read_bytes() for name in files} == files


@pytest.mark.parametrize(
    "content",
    [b"Dear diary,\n" * 500, b"\x00" * 8192, b"SQLite format 3\x00" + b"\xff" * 5000, b"{}"],
    ids=["text", "zeroes", "a header and noise", "two bytes"],
)
def test_a_file_that_is_no_database(path, content):
    path.write_bytes(content)
    assert "is damaged or not a review log" in refusal(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_log(path):
    path.touch()
    a_log(path)
    assert path.stat().st_size > 4096


def test_a_log_cut_short(path):
    a_log(path)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(LogRefused, match="damaged"):
        Log(Store(path)).states("d")


def test_a_file_in_the_folders_place(tmp_path):
    (tmp_path / "home").write_text("I am a file")
    for path in (tmp_path / "home" / "reviews.db", tmp_path / "home" / "deeper" / "reviews.db"):
        assert "could not be opened: a file is in the folder's place;" in refusal(path, NotSaved)
    assert (tmp_path / "home").read_text() == "I am a file"


def test_a_folder_in_the_files_place(path):
    path.mkdir()
    assert "TRAINER_HOME" in refusal(path, NotSaved)


def test_a_folder_that_cannot_be_made():
    from pathlib import Path

    assert "could not be opened" in refusal(Path("/proc/trainer/reviews.db"), NotSaved)


def test_a_folder_that_may_not_be_written_to(tmp_path, monkeypatch):
    import os

    a_log(tmp_path / "reviews.db")
    before = (tmp_path / "reviews.db").read_bytes()
    os_open = os.open

    def read_only(path, flags, *rest, **named):
        if flags & (os.O_RDWR | os.O_WRONLY):
            raise PermissionError(13, "Permission denied", str(path))
        return os_open(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", read_only)
    line = refusal(tmp_path / "reviews.db", NotSaved)
    assert "it may not be written to" in line
    assert "Check the folder's permissions, or set TRAINER_HOME" in line
    assert (tmp_path / "reviews.db").read_bytes() == before


class Waiting:
    """The time as the store sees it, which passes only while it sleeps."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def monotonic(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds


@pytest.mark.parametrize(("busy_s", "opens"), [(25.0, True), (1e9, False)])
def test_another_window_that_opens_the_log_is_waited_for_half_a_minute(path, monkeypatch, busy_s, opens):
    waiting, set_up = Waiting(), store.set_up

    def busy(db) -> None:
        if waiting.now_s < busy_s:
            raise apsw.BusyError
        set_up(db)

    monkeypatch.setattr(store, "time", waiting)
    monkeypatch.setattr(store, "set_up", busy)
    if opens:
        Store(path).close()
    else:
        assert "another window has kept it busy" in refusal(path, NotSaved)
    assert 25 <= waiting.now_s < 32


def open_at(path, barrier, said) -> None:
    barrier.wait()
    try:
        Store(path).close()
        said.put("opened")
    except BaseException as error:  # noqa: BLE001 - the parent judges it
        said.put(repr(error))


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_six_windows_that_open_a_new_log_at_once_all_open_it(tmp_path):
    fork = multiprocessing.get_context("fork")
    for attempt in range(8):
        barrier, said = fork.Barrier(6), fork.Queue()
        path = tmp_path / f"{attempt}.db"
        windows = [fork.Process(target=open_at, args=(path, barrier, said)) for _ in range(6)]
        for window in windows:
            window.start()
        assert [said.get(timeout=60) for _ in windows] == ["opened"] * 6
        for window in windows:
            window.join()
