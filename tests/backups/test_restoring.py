"""A backup put back: it says first what would give way, keeps that, and wherever it is cut off nothing is lost."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import time
import warnings
from pathlib import Path

import apsw
import pytest
from belongings import NOW, PNG, contents, study
from click.testing import CliRunner
from samples import Clock, write_deck

from trainer.backups import restore
from trainer.backups.restore import carry_out, prepared
from trainer.backups.write import write_backup
from trainer.cli import root
from trainer.collection import Collection
from trainer.drill.log import DrillLog
from trainer.errors import LogRefused, NotSaved
from trainer.reviews.copies import look_at_log
from trainer.reviews.store import VERSION, Store

LATER = NOW + dt.timedelta(days=3)


def put_back(path: Path, now: dt.datetime = LATER) -> Path | None:
    with prepared(path) as plan:
        return carry_out(plan, now)


def restored(*arguments: str):
    return CliRunner().invoke(root, ["restore", *arguments])


def go_on(home: Path) -> None:
    """Some days later: more reviews, other settings, an edited deck, a new one, a new picture."""
    study(home, cards=2)
    (home / "settings.toml").write_text("learn_ahead_minutes = 5\n")
    deck = home / "decks" / "capitals.toml"
    deck.write_text(deck.read_text().replace("Answer 1", "Another answer"))
    (home / "decks" / "media" / "map.png").write_bytes(PNG + b"another")
    write_deck(home / "decks" / "new.toml", 2, "new")
    (home / "approvals" / "mali-0123456789abcdef.jsonl").write_bytes(b'{"at":1,"do":"save"}\n{"at":2,"do":"close"}\n')


@pytest.fixture
def gone_on(furnished, backup):
    """The home some days after its backup."""
    go_on(furnished)
    return furnished


@pytest.fixture
def then(furnished, backup):
    """What the home held when the backup was made."""
    return contents(furnished)


def test_on_a_new_machine_everything_is_there_again(then, furnished, backup, tmp_path):
    shutil.rmtree(furnished)
    shutil.rmtree(tmp_path / "elsewhere")
    assert put_back(backup) is None
    now = contents(furnished)
    assert {name: now[name] for name in then} == then
    assert set(now) - set(then) == {"decks/rivers.toml", "decks/niger.png"}
    with Collection.open((), Clock())[0] as collection:
        assert {deck.id for deck in collection.decks} == {"capitals", "rivers"}
        assert look_at_log(furnished / "reviews.db")[0].reviews == 3
    assert (furnished / "reviews.db").stat().st_mode & 0o077 == 0


def test_what_the_backup_has_is_as_it_was_and_what_it_has_not_stays(then, gone_on, backup):
    put_back(backup)
    now = contents(gone_on)
    assert {name: now[name] for name in then} == then
    assert set(now) - set(then) == {"decks/new.toml"}
    assert [path.name for path in gone_on.iterdir() if path.name.startswith(".")] == []


def test_what_gave_way_is_kept_and_can_be_put_back(then, gone_on, backup):
    before = contents(gone_on)
    kept = put_back(backup)
    assert kept == gone_on / "backups" / "before-restore-20260219-120005.zip"
    put_back(kept, LATER + dt.timedelta(seconds=1))
    assert contents(gone_on) == before


def test_putting_back_what_is_there_changes_nothing(then, furnished, backup):
    with prepared(backup) as plan:
        assert (plan.changes, plan.same) == ((), 8)
    assert restored(str(backup)).stderr.splitlines()[1] == "All of it is there already; nothing was changed."
    assert not (furnished / "backups").exists()


def test_it_says_what_would_give_way_and_does_nothing_unasked(gone_on, backup):
    before = contents(gone_on)
    result = restored(str(backup))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "a backup of 2026-02-16 12:00: 4 entries of the log, 2 decks, 1 drill, settings in 8 files; it is whole.",
        "3 files as in the backup, 0 to add, 5 to replace.",
        "2 entries of the review log here are not in the backup and would give way.",
        "nothing was changed. Add --yes to restore.",
    ]
    assert contents(gone_on) == before


def test_with_yes_it_is_done_and_says_where_what_gave_way_is(then, gone_on, backup):
    result = restored(str(backup), "--yes")
    assert result.exit_code == 0
    *_, done, kept = result.stderr.splitlines()
    assert done == f"restored 5 files to {gone_on}."
    assert kept.startswith(f"what gave way is kept: trainer restore {gone_on}/backups/before-restore-")
    assert contents(gone_on)["reviews.db"] == then["reviews.db"]


def test_checking_changes_nothing(gone_on, backup):
    before = contents(gone_on)
    result = restored(str(backup), "--check", "--yes")
    assert (result.exit_code, contents(gone_on)) == (0, before)
    assert "5 to replace" in result.stderr


def test_what_only_adds_needs_no_leave(then, furnished, backup):
    shutil.rmtree(furnished / "decks")
    result = restored(str(backup))
    assert (result.exit_code, contents(furnished)) == (0, then)
    assert "restored 2 files" in result.stderr


def test_a_deck_elsewhere_that_has_changed_is_left_as_it_is_and_told(gone_on, backup, tmp_path):
    deck = tmp_path / "elsewhere" / "rivers.toml"
    deck.write_text(deck.read_text() + "# mine\n")
    result = restored(str(backup), "--yes")
    assert (
        f"{deck}: is another than in the backup and left as it is; the backup has it as elsewhere/1/" in result.stderr
    )
    assert deck.read_text().endswith("# mine\n")
    assert not (gone_on / "decks" / "rivers.toml").exists()


def test_a_deck_from_elsewhere_takes_no_other_decks_name(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (home / "decks").mkdir()
    write_deck(home / "decks" / "a.toml", 1, "home")
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "a.toml", 2, "here")
    backup = write_backup(tmp_path / "b.zip", NOW).path
    shutil.rmtree(tmp_path / "decks")
    put_back(backup)
    assert sorted(path.name for path in (home / "decks").iterdir()) == ["a-1.toml", "a.toml"]
    assert put_back(backup) is None


def test_an_open_window_keeps_its_log(gone_on, backup):
    before = contents(gone_on)
    with Collection.open((), Clock())[0]:
        result = restored(str(backup), "--yes")
    assert result.exit_code == 1
    assert isinstance(result.exception, NotSaved)
    assert "is in use: a window of the trainer has it open; nothing was changed. Close it" in str(result.exception)
    assert contents(gone_on) == before


def test_a_rating_that_comes_in_between_is_not_lost(gone_on, backup):
    with prepared(backup) as plan:
        study(gone_on, cards=1)
        with pytest.raises(NotSaved, match="has changed meanwhile"):
            carry_out(plan, LATER)
    assert look_at_log(gone_on / "reviews.db")[0].reviews == 6


def test_a_running_drill_keeps_its_log(gone_on, backup):
    log = DrillLog(gone_on / "drills" / "20260216-mali.db")
    log.still_alive(5)
    with pytest.raises(NotSaved, match="in use"):
        put_back(backup)
    log.close()


def test_a_damaged_log_is_moved_away_and_the_backups_takes_its_place(then, gone_on, backup):
    path = gone_on / "reviews.db"
    rotten = path.read_bytes()[:4096] + os.urandom(8192)
    for beside in ("-wal", "-shm"):
        path.with_name(f"reviews.db{beside}").unlink(missing_ok=True)
    path.write_bytes(rotten)
    result = restored(str(backup), "--yes")
    assert result.exit_code == 0
    assert "The review log here is not sound: its file is damaged:" in result.stderr
    [moved] = gone_on.glob("damaged-*")
    assert (moved / "reviews.db").read_bytes() == rotten
    assert contents(gone_on)["reviews.db"] == then["reviews.db"]
    study(gone_on, cards=1)


def test_a_damaged_drill_is_moved_away_too(then, gone_on, backup):
    path = gone_on / "drills" / "20260216-mali.db"
    path.write_bytes(rotten := b"SQLite format 3\x00" + os.urandom(5000))
    put_back(backup)
    assert contents(gone_on)["drills/20260216-mali.db"] == then["drills/20260216-mali.db"]
    assert (gone_on / "damaged-20260219-120005" / "20260216-mali.db").read_bytes() == rotten


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (f"pragma user_version = {VERSION + 1}", "was written by a newer trainer"),
        ("pragma application_id = 5", "is not a review log"),
    ],
)
def test_a_log_that_is_not_ours_never_gives_way(gone_on, backup, script, said):
    db = apsw.Connection(str(gone_on / "reviews.db"))
    db.execute(script).fetchall()
    db.close()
    with pytest.raises(LogRefused, match=said):
        put_back(backup)


def test_what_cannot_be_kept_does_not_give_way(gone_on, backup, monkeypatch):
    read_bytes = Path.read_bytes

    def unreadable(path):
        if path.name == "settings.toml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", unreadable)
    with pytest.raises(NotSaved, match=r"it cannot be kept: it cannot be read: permission denied; it is left out"):
        put_back(backup)
    assert (gone_on / "settings.toml").read_text() == "learn_ahead_minutes = 5\n"


def test_a_log_of_an_earlier_version_comes_back_and_is_brought_up_to_date(home, tmp_path, monkeypatch):
    from trainer.reviews import soundness, store

    monkeypatch.chdir(tmp_path)
    for module in (store, soundness):
        monkeypatch.setattr(module, "VERSION", 2)
    monkeypatch.setattr(store, "STEPS", store.STEPS[:2])
    Store(home / "reviews.db").close()
    backup = write_backup(tmp_path / "b.zip", NOW).path
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "other"))
    put_back(backup)
    Store(tmp_path / "other" / "reviews.db").close()
    assert look_at_log(tmp_path / "other" / "reviews.db")[0].version == VERSION


# Interrupted


CALLS = ("replace", "link", "fsync", "mkdir", "open", "unlink", "rmdir")


def killed_at(step: int, backup: Path) -> bool:
    """Restore in a process that ends at once before its so manieth call to the system; whether it was reached."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        left = step

        def counted(call):
            def made(*given, **named):
                nonlocal left
                left -= 1
                if left == 0:
                    os._exit(137)
                return call(*given, **named)

            return made

        for name in CALLS:
            setattr(os, name, counted(getattr(os, name)))
        restore.put_back = counted(restore.put_back)
        code = 1
        try:
            put_back(backup)
            code = 0
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, 137}
    return code == 137


@pytest.mark.skipif(not hasattr(os, "fork"), reason="ends processes as only POSIX can")
@pytest.mark.parametrize("stride", [7, pytest.param(1, marks=pytest.mark.long)])
def test_wherever_a_restore_is_killed_nothing_is_lost_and_it_can_be_ended(then, gone_on, backup, tmp_path, stride):
    before, saved = contents(gone_on), tmp_path / "saved"
    shutil.copytree(gone_on, saved)
    step, seen = stride, set()
    while killed_at(step, backup):
        now = contents(gone_on)
        assert set(now) == set(before)
        for name, content in now.items():
            assert content in {before[name], then.get(name, before[name])}, name
        changed = {name for name in now if now[name] != before[name]}
        seen.add(len(changed))
        if changed:
            assert kept_in(gone_on, tmp_path) == before
        put_back(backup, LATER + dt.timedelta(hours=1))
        assert contents(gone_on) == {**before, **then}
        assert list(gone_on.glob(".restore-*")) == []
        shutil.rmtree(gone_on)
        shutil.copytree(saved, gone_on)
        step += stride
    assert step > 20
    assert 0 in seen
    assert len(seen) > 2


def kept_in(home: Path, tmp_path: Path) -> dict[str, str]:
    """What the home held before, as the backup that a restore made first has it."""
    [kept] = (home / "backups").glob("before-restore-*.zip")
    fresh = tmp_path / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    usual = os.environ["TRAINER_HOME"]
    os.environ["TRAINER_HOME"] = str(fresh)
    try:
        put_back(kept)
        return contents(fresh)
    finally:
        os.environ["TRAINER_HOME"] = usual


def test_killed_at_any_moment_a_restore_can_be_ended(then, gone_on, backup):
    before = contents(gone_on)
    for number in range(6):
        command = [sys.executable, "-m", "trainer", "restore", str(backup), "--yes"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            time.sleep(0.25 + 0.08 * number)
            process.kill()
        now = contents(gone_on)
        assert all(content in {before[name], then.get(name)} for name, content in now.items())
    assert restored(str(backup), "--yes").exit_code == 0
    assert contents(gone_on) == {**before, **then}


@pytest.mark.parametrize("call", ["replace", "fsync", "mkdir"])
def test_a_disk_that_fails_is_told_and_what_is_there_is_whole(then, gone_on, backup, monkeypatch, call):
    before = contents(gone_on)
    real, left = getattr(os, call), 0

    def failing(*given, **named):
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError(28, "No space left on device")
        return real(*given, **named)

    said: list[str] = []
    for left in range(1, 30):  # noqa: B007 - the failing call counts it down
        monkeypatch.setattr(os, call, failing)
        try:
            put_back(backup, LATER + dt.timedelta(minutes=len(said)))
        except NotSaved as error:
            said.append(str(error))
        monkeypatch.undo()
        monkeypatch.setenv("TRAINER_HOME", str(gone_on))
        assert all(content in {before[name], then.get(name)} for name, content in contents(gone_on).items())
    assert said
    assert all("no space left on device" in line for line in said)
    put_back(backup, LATER + dt.timedelta(days=1))
    assert contents(gone_on) == {**before, **then}
