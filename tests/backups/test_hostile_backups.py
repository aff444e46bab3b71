"""A backup that somebody else made: it may lead nowhere, be no larger than it says, and hold no log of another kind."""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zipfile

import apsw
import pytest
from belongings import contents
from click.testing import CliRunner

from trainer.backups import read
from trainer.backups.manifest import is_safe
from trainer.backups.read import open_backup
from trainer.backups.restore import prepared
from trainer.cli import root
from trainer.errors import BackupRefused, TrainerError

TOML = b'[[cards]]\nquestion = "Q?"\nanswer = "A"\n'


def packed(path, members: dict[str, bytes], told=None, more: dict[str, bytes] | None = None, **head):
    """A backup of some members; `told` changes what it says of them, `more` is what it holds besides."""
    files = [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "place": ""}
        | (told or {}).get(name, {})
        for name, content in members.items()
    ]
    manifest = {"format": 1, "trainer": "0", "made_at": "2026-02-16T12:00:00Z", "entries": None, "files": files, **head}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**members, **(more or {})}.items():
            archive.writestr(name, content)
        archive.writestr("backup.json", json.dumps(manifest))
    return path


def refusal(path) -> str:
    with pytest.raises(TrainerError) as refused, prepared(path):
        pytest.fail("it was taken for a backup")
    line = str(refused.value)
    assert "\n" not in line
    assert line.isprintable()
    return line


@pytest.fixture
def untouched(furnished):
    """The home, which must be as it was in the end."""
    before = contents(furnished)
    yield furnished
    assert contents(furnished) == before
    assert [path.name for path in furnished.iterdir() if path.name.startswith((".", "damaged"))] == []


LEADING_AWAY = [
    "../evil", "home/../../evil", "/etc/passwd", "home/decks/../../../evil.toml", "home/decks//evil.toml",
    "home/decks/./evil.toml", "home/decks/", "home/decks/a\\..\\..\\evil", "C:/evil", "home/evil", "home/.bashrc",
    "home/reviews.db-wal", "home/approvals/deeper/x.jsonl", "home/approvals/x.sh", "home/drills/../reviews.db",
    "elsewhere/0/x.toml", "elsewhere/1/../../x.toml", "elsewhere/x.toml", "home/decks/a\nb.toml",
    "home/decks/a\x1b[2J.toml", "home/decks/a\u202eb.toml", "home/decks/" + "x" * 300,
]  # fmt: skip


@pytest.mark.parametrize("name", LEADING_AWAY)
def test_a_name_that_leads_elsewhere_is_refused(untouched, tmp_path, name):
    assert not is_safe(name)
    assert "as no backup does" in refusal(packed(tmp_path / "x.zip", {name: TOML}))
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("name", ["con.toml", "a/NUL", "x:y.toml", "x.toml ", "dots./x.toml", "what?.toml"])
def test_a_name_that_windows_would_take_for_something_else_is_refused_there(name):
    assert is_safe(f"home/decks/{name}", on_windows=False)
    assert not is_safe(f"home/decks/{name}", on_windows=True)


def test_names_that_some_systems_take_for_one_are_refused(untouched, tmp_path):
    for pair in (("a.toml", "A.toml"), ("é.toml", "e\u0301.toml")):
        path = packed(tmp_path / "x.zip", {f"home/decks/{name}": TOML for name in pair})
        assert "does not hold what it says" in refusal(path)


@pytest.mark.parametrize("content", [b"", b"PK", b"Dear diary\n" * 99, b"PK\x03\x04" + os.urandom(2000)])
def test_what_is_no_archive_is_refused(untouched, tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    assert "is no backup, or a damaged one." in refusal(tmp_path / "x.zip")


def test_what_is_not_there_or_no_file_is_refused(untouched, tmp_path):
    assert "cannot be read: no such file or directory." in refusal(tmp_path / "none.zip")
    assert "cannot be read: is a directory." in refusal(tmp_path)


def test_another_programs_archive_is_refused(untouched, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("collection.anki2", b"x")
    assert "is no backup of the trainer's. Backups are written by `trainer backup`." in refusal(tmp_path / "x.zip")


@pytest.mark.parametrize(
    "told",
    [b"{}", b"[]", b"null", b"{", b"[" * 100_000, b'{"format": "1"}', b"\xff\xfe", b'{"files": [{"name": 1}]}'],
)
def test_what_says_nothing_sensible_of_itself_is_refused(untouched, tmp_path, told):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("backup.json", told)
    assert "does not say what it holds" in refusal(tmp_path / "x.zip")


def test_a_backup_of_a_newer_trainer_is_refused(untouched, tmp_path):
    line = refusal(packed(tmp_path / "x.zip", {}, format=2))
    assert "was written by a newer trainer (format 2; this one knows 1). Update trainer; nothing was changed." in line


@pytest.mark.parametrize(
    ("told", "more"),
    [
        ({"home/decks/a.toml": {"size": 3}}, {}),
        ({"home/decks/a.toml": {"sha256": "0" * 64}}, {}),
        ({"home/decks/a.toml": {"name": "home/decks/b.toml"}}, {}),
        ({}, {"home/decks/b.toml": TOML}),
        ({}, {"setup.py": b"print()"}),
    ],
)
def test_what_does_not_hold_what_it_says_is_refused(untouched, tmp_path, told, more):
    line = refusal(packed(tmp_path / "x.zip", {"home/decks/a.toml": TOML}, told, more))
    assert any(words in line for words in ("does not hold what it says", "is damaged", "is not what the backup says"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(untouched, tmp_path):
    path = packed(tmp_path / "x.zip", {"home/decks/a.toml": TOML})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("home/decks/a.toml", b"another")
    assert "does not hold what it says" in refusal(path)


def test_a_locked_member_is_refused(untouched, tmp_path):
    path = packed(tmp_path / "x.zip", {"home/decks/a.toml": TOML})
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    path.write_bytes(content)
    assert "is not what the backup says" in refusal(path)


def test_one_that_unpacks_to_far_more_than_its_size_is_refused_before_it_is_unpacked(untouched, tmp_path):
    path = packed(tmp_path / "x.zip", {"home/decks/a.toml": bytes(80 * 2**20)})
    assert path.stat().st_size < 2**18
    assert "unpacks to more than 200 times its size, as no backup does." in refusal(path)


def test_one_that_is_larger_than_it_says_is_refused(untouched, tmp_path):
    content = bytes(8 * 2**20)
    path = packed(tmp_path / "x.zip", {"home/decks/a.toml": content})
    raw = path.read_bytes().replace(struct.pack("<I", len(content)), struct.pack("<I", 100))
    told = {"home/decks/a.toml": {"size": 100}}
    honest = packed(tmp_path / "y.zip", {"home/decks/a.toml": content}, told).read_bytes()
    (tmp_path / "y.zip").write_bytes(honest.replace(struct.pack("<I", len(content)), struct.pack("<I", 100)))
    path.write_bytes(raw)
    assert "is not what the backup says" in refusal(path)
    assert "its part home/decks/a.toml is damaged." in refusal(tmp_path / "y.zip")


def test_one_that_says_that_it_is_enormous_is_refused(untouched, tmp_path, monkeypatch):
    monkeypatch.setattr(read, "MOST_BYTES", 10)
    assert "unpacks to more than 0 GiB." in refusal(packed(tmp_path / "x.zip", {"home/decks/a.toml": TOML}))


def test_one_that_does_not_fit_on_the_disk_is_refused(untouched, tmp_path, monkeypatch):
    monkeypatch.setattr(read.shutil, "disk_usage", lambda _: type("U", (), {"free": 3})())
    line = refusal(packed(tmp_path / "x.zip", {"home/decks/a.toml": TOML}))
    assert "needs 0 MiB, and 0 MiB are free. Free some space; nothing was changed." in line


def test_one_of_very_many_parts_is_refused_before_their_list_is_read(untouched, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for number in range(read.MOST_MEMBERS + 1):
            archive.writestr(str(number), b"")
    assert "holds 20,001 parts, and a backup may hold 20,000." in refusal(tmp_path / "x.zip")


def database(path, script: str) -> bytes:
    db = apsw.Connection(str(path))
    db.execute(script).fetchall()
    db.close()
    return path.read_bytes()


LOOP = "with recursive n(x) as (select 1 union all select x + 1 from n) select x from n"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("create table log (x)", "is not a review log"),
        (f"create view log as {LOOP}; pragma application_id = 0x74726e72; pragma user_version = 3", "in its schema"),
    ],
)
def test_a_log_that_is_none_or_would_run_something_is_refused(untouched, tmp_path, script, said):
    content = database(tmp_path / "x.db", script)
    assert said in refusal(packed(tmp_path / "x.zip", {"home/reviews.db": content}, entries=0))


def test_a_log_with_a_trigger_of_its_own_is_refused(untouched, backup, tmp_path):
    with zipfile.ZipFile(backup) as archive:
        (tmp_path / "x.db").write_bytes(archive.read("home/reviews.db"))
    content = database(tmp_path / "x.db", "create trigger t after insert on log begin delete from exported; end")
    line = refusal(packed(tmp_path / "x.zip", {"home/reviews.db": content}, entries=4))
    assert "holds a review log that has, and a log has not, t in its schema." in line


def test_a_log_of_another_length_than_is_said_is_refused(untouched, backup, tmp_path):
    with zipfile.ZipFile(backup) as archive:
        content = archive.read("home/reviews.db")
    assert "another number of entries" in refusal(packed(tmp_path / "x.zip", {"home/reviews.db": content}, entries=99))


def test_what_lay_elsewhere_is_put_into_the_home_wherever_it_says_it_was(furnished, tmp_path):
    victim = tmp_path / "victim.toml"
    for place in (str(victim), "/root/.ssh/authorized_keys", "\x1b[2J", "..", ""):
        path = packed(tmp_path / "x.zip", {"elsewhere/1/a.toml": TOML}, {"elsewhere/1/a.toml": {"place": place}})
        with prepared(path) as plan:
            assert all(change.target.is_relative_to(furnished / "decks") for change in plan.changes)
    assert not victim.exists()


def test_what_is_told_of_it_cannot_reach_the_terminal(furnished, tmp_path):
    told = {"elsewhere/1/a.toml": {"place": f"{tmp_path}/\x1b[2J"}}
    (tmp_path / "\x1b[2J").write_text("there")
    path = packed(tmp_path / "x.zip", {"elsewhere/1/a.toml": TOML}, told, marking="\x1b]0;x\x07")
    result = CliRunner().invoke(root, ["restore", str(path), "--check"])
    assert result.exit_code == 0
    assert "\x1b" not in result.output


def test_every_byte_of_a_backup_counts(furnished, backup, tmp_path):
    whole = backup.read_bytes()
    step = max(1, len(whole) // 150)
    for at in range(0, len(whole), step):
        damaged = tmp_path / "damaged.zip"
        damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            with open_backup(damaged) as found:
                found.check(tmp_path)
                files = found.manifest.files
        except BackupRefused:
            continue
        with open_backup(backup) as found:
            assert files == found.manifest.files, "what does not matter may differ, such as a member's time"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_backup_that_was_cut_short_is_refused(untouched, backup, tmp_path, share):
    whole = backup.read_bytes()
    (tmp_path / "x.zip").write_bytes(whole[: int(len(whole) * share)])
    assert "is no backup, or a damaged one." in refusal(tmp_path / "x.zip")
