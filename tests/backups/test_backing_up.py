"""A backup holds all that is one's own, as it was at one moment, and is proven whole before it has its name."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile

import apsw
import pytest
from belongings import NOW, PNG
from click.testing import CliRunner
from samples import write_deck

from trainer import __version__
from trainer.backups import write
from trainer.backups.read import open_backup
from trainer.backups.write import default_path, write_backup
from trainer.cli import root
from trainer.drill.log import DrillLog
from trainer.errors import BackupRefused, LogRefused, NotSaved
from trainer.reviews.copies import look_at_log

ALL = [
    "home/reviews.db", "home/settings.toml", "home/approvals/mali-0123456789abcdef.jsonl",
    "home/drills/20260216-mali.db", "home/decks/capitals.toml", "home/decks/media/map.png",
    "elsewhere/1/rivers.toml", "elsewhere/1/niger.png",
]  # fmt: skip


def names(path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [name for name in archive.namelist() if name != "backup.json"]


def test_everything_of_a_persons_is_in_it_and_nothing_else(furnished, tmp_path):
    (furnished / "decks" / ".half.part").write_text("half written")
    (furnished / "drills" / "20260216-mali.host").write_text("a secret")
    (furnished / "stray.txt").write_text("not ours")
    written = write_backup(tmp_path / "b.zip", NOW)
    assert names(written.path) == ALL
    assert written.findings == ()
    assert written.path.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_it_says_what_it_holds(backup, furnished, tmp_path):
    with zipfile.ZipFile(backup) as archive:
        told = json.loads(archive.read("backup.json"))
        for member in told["files"]:
            assert hashlib.sha256(archive.read(member["name"])).hexdigest() == member["sha256"]
        assert archive.read("home/decks/media/map.png") == PNG
    assert (told["format"], told["trainer"], told["made_at"]) == (1, __version__, "2026-02-16T12:00:05Z")
    assert told["entries"] == look_at_log(furnished / "reviews.db")[0].entries
    assert told["files"][6]["place"] == str(tmp_path / "elsewhere" / "rivers.toml")


def test_the_same_home_gives_the_same_bytes(furnished, tmp_path):
    first, second = (write_backup(tmp_path / name, NOW).path.read_bytes() for name in ("1.zip", "2.zip"))
    assert first == second


def test_the_narrowest_marking_is_told(furnished, tmp_path):
    deck = furnished / "decks" / "capitals.toml"
    deck.write_text(deck.read_text().replace('title = "Capitals"', 'title = "Capitals"\nmarking = "TLP:RED"'))
    assert write_backup(tmp_path / "b.zip", NOW).manifest.marking == "TLP:RED"
    result = CliRunner().invoke(root, ["backup"])
    assert result.stderr.splitlines()[0] == "TLP:RED: so is what it holds."


def test_an_empty_home_has_an_empty_backup(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written = write_backup(tmp_path / "b.zip", NOW)
    assert (names(written.path), written.facts, written.manifest.entries) == ([], None, None)
    assert not (home / "reviews.db").exists(), "looking makes no log"


def test_decks_beside_which_one_stands_are_in_it(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "here.toml", 1)
    assert names(write_backup(tmp_path / "b.zip", NOW).path) == ["elsewhere/1/here.toml"]


def test_a_deck_that_cannot_be_read_is_kept_as_it_is_and_told(furnished, tmp_path):
    (furnished / "decks" / "broken.toml").write_bytes(b"\xff\xfe no deck")
    written = write_backup(tmp_path / "b.zip", NOW)
    assert "home/decks/broken.toml" in names(written.path)
    [finding] = written.findings
    assert str(finding).endswith("broken.toml: is not UTF-8 text (byte 0). It is kept as it is.")
    assert not finding.left_out


def test_broken_settings_do_not_stop_it(furnished, tmp_path):
    (furnished / "settings.toml").write_text("theme = ")
    assert "home/settings.toml" in names(write_backup(tmp_path / "b.zip", NOW).path)


@pytest.mark.parametrize("name", ["line\nend.toml", "back\\slash.toml", "hid\u200bden.toml"])
def test_a_name_that_leads_astray_is_left_out_and_told(furnished, tmp_path, name):
    write_deck(furnished / "decks" / name, 1, "astray")
    written = write_backup(tmp_path / "b.zip", NOW)
    assert names(written.path) == ALL
    [finding] = written.findings
    assert "has a name that cannot be kept; it is left out. Give it a plain name." in str(finding)
    assert finding.left_out


def test_a_drill_that_is_running_is_left_out_and_told(furnished, tmp_path):
    log = DrillLog(furnished / "drills" / "20260216-mali.db")
    written = write_backup(tmp_path / "b.zip", NOW)
    log.close()
    assert "home/drills/20260216-mali.db" not in names(written.path)
    [finding] = written.findings
    assert "is in use: the drill is running; it is left out. End it, then take another backup." in str(finding)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read here")
def test_a_file_that_may_not_be_read_is_left_out_and_told(furnished, tmp_path):
    (furnished / "settings.toml").chmod(0)
    [finding] = write_backup(tmp_path / "b.zip", NOW).findings
    assert "cannot be read: permission denied; it is left out." in str(finding)


def test_a_log_that_is_not_sound_gives_no_backup(furnished, tmp_path):
    path = furnished / "reviews.db"
    db = apsw.Connection(str(path))
    db.execute("drop trigger log_keeps_rows").fetchall()
    db.close()
    with pytest.raises(LogRefused, match="lacks log_keeps_rows in its schema"):
        write_backup(tmp_path / "b.zip", NOW)
    assert not (tmp_path / "b.zip").exists()


def test_no_file_gives_way_to_it(furnished, tmp_path):
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(NotSaved, match=r"b\.zip: is there already; nothing was written\. Name another"):
        write_backup(tmp_path / "b.zip", NOW)
    assert (tmp_path / "b.zip").read_text() == "mine"


def test_no_file_that_came_up_meanwhile_gives_way_either(furnished, tmp_path, monkeypatch):
    put_in_place = write._put_in_place

    def late(archive, path):
        path.write_text("mine")
        put_in_place(archive, path)

    monkeypatch.setattr(write, "_put_in_place", late)
    for can_link in (True, False):
        if not can_link:
            monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(1, "no links here")))
            (tmp_path / "b.zip").unlink()
        with pytest.raises(NotSaved, match="is there already"):
            write_backup(tmp_path / "b.zip", NOW)
        assert (tmp_path / "b.zip").read_text() == "mine"


def test_where_a_disk_has_no_links_it_is_written_all_the_same(furnished, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(1, "no links here")))
    assert names(write_backup(tmp_path / "b.zip", NOW).path) == ALL


def test_what_was_written_wrong_gets_no_name(furnished, tmp_path, monkeypatch):
    add = write._add

    def rotten(archive, piece, source):
        member = add(archive, piece, source)
        return member.model_copy(update={"sha256": "0" * 64}) if piece.name.endswith("map.png") else member

    monkeypatch.setattr(write, "_add", rotten)
    with pytest.raises(BackupRefused, match=r"map\.png is damaged"):
        write_backup(tmp_path / "b.zip", NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere"]


@pytest.mark.parametrize("call", ["fsync", "link", "write"])
def test_a_disk_that_fails_leaves_no_half_backup(furnished, tmp_path, monkeypatch, call):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    if call == "write":
        monkeypatch.setattr(zipfile.ZipFile, "open", full)
    else:
        monkeypatch.setattr(os, call, full)
        if call == "link":
            monkeypatch.setattr(type(tmp_path), "replace", full)
    with pytest.raises(NotSaved, match="could not be written: no space left on device; there is no such backup"):
        write_backup(tmp_path / "b.zip", NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere"]


def test_by_itself_it_goes_into_the_home_and_is_in_no_later_one(furnished, tmp_path):
    first = CliRunner().invoke(root, ["backup"])
    assert first.exit_code == 0
    told = first.stdout.strip()
    assert told.startswith(str(furnished / "backups" / "trainer-2"))
    assert first.stderr == "4 entries of the log, 2 decks, 1 drill, settings in 8 files; read again, and whole.\n"
    assert names(told) == names(write_backup(tmp_path / "b.zip", NOW).path) == ALL
    assert default_path(NOW) == furnished / "backups" / "trainer-20260216-120005.zip"


def test_the_command_ends_with_1_when_something_is_left_out(furnished, tmp_path):
    log = DrillLog(furnished / "drills" / "20260216-mali.db")
    result = CliRunner().invoke(root, ["backup", str(tmp_path / "b.zip")])
    log.close()
    assert (result.exit_code, result.stdout) == (1, f"{tmp_path / 'b.zip'}\n")
    assert "the drill is running" in result.stderr


STUDIES = """
import sys
from pathlib import Path
from trainer.collection import Collection
from trainer.reviews import Rating
with Collection.open([Path(sys.argv[1])])[0] as collection:
    session, done = collection.start(), 0
    while not session.finished:
        session = collection.rate(session, Rating.AGAIN)
        done += 1
        print(done, flush=True)
"""


def test_a_backup_taken_while_somebody_studies_has_every_rating_that_was_acknowledged(furnished, tmp_path):
    window = subprocess.Popen(
        [sys.executable, "-c", STUDIES, str(furnished / "decks" / "capitals.toml")], stdout=subprocess.PIPE, text=True
    )
    try:
        before = look_at_log(furnished / "reviews.db")[0].reviews
        for number in range(4):
            acknowledged = int(window.stdout.readline())
            path = write_backup(tmp_path / f"{number}.zip", NOW).path
            with open_backup(path) as found:
                assert found.check(tmp_path).reviews >= before + acknowledged
    finally:
        window.kill()
        window.communicate()


def test_a_backup_that_is_killed_leaves_no_file_of_its_name(furnished, tmp_path):
    for delay in (0.3, 0.5, 0.7):
        command = [sys.executable, "-m", "trainer", "backup", str(tmp_path / "b.zip")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.kill()
        if (tmp_path / "b.zip").exists():
            with open_backup(tmp_path / "b.zip") as found:
                found.check(tmp_path)
            (tmp_path / "b.zip").unlink()
