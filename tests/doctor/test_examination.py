"""The doctor names what is wrong with what to do, tells apart what is only good to know, and changes nothing."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil

import apsw
import pytest
from belongings import contents, furnish, study
from click.testing import CliRunner
from samples import Clock, write_deck

from trainer.backups.write import write_backup
from trainer.cli import root
from trainer.collection import Collection
from trainer.drill.log import DrillLog
from trainer.reviews import Rating
from trainer.reviews.copies import look_at_log


@pytest.fixture
def furnished(home, tmp_path, monkeypatch):
    """A home with something of every kind in it, and a fresh backup; the deck of rivers lies in another folder."""
    monkeypatch.chdir(tmp_path)
    furnish(home, tmp_path / "elsewhere")
    home.chmod(0o700)
    assert CliRunner().invoke(root, ["backup"]).exit_code == 0
    return home


def doctor(*options: str):
    return CliRunner().invoke(root, ["doctor", *options])


def told_of(findings: list[dict[str, str]]) -> list[str]:
    return [f"{each['where']}: {each['message']} {each['remedy']}" for each in findings]


def faults() -> list[str]:
    result = doctor("--json")
    found = json.loads(result.stdout)["faults"]
    assert result.exit_code == bool(found)
    assert all(each["remedy"] for each in found), "a fault without what to do"
    return told_of(found)


def notes() -> list[str]:
    return told_of(json.loads(doctor("--json").stdout)["notes"])


def tampered(path, script: str) -> None:
    db = apsw.Connection(str(path))
    db.execute(script).fetchall()
    db.close()


def test_where_all_is_well_it_says_what_there_is_and_changes_nothing(furnished):
    before = contents(furnished)
    result = doctor()
    assert (result.exit_code, result.stderr) == (0, "")
    *told, backups, verdict = result.stdout.splitlines()
    assert told == [
        f"home     {furnished}",
        "log      4 entries, 3 showings of them, version 3",
        "decks    2 decks, 11 cards",
    ]
    assert backups.startswith(f"backups  1, the newest {furnished}/backups/trainer-")
    assert verdict == "0 faults, 0 notes"
    assert contents(furnished) == before


def test_an_empty_home_is_well(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    home.chmod(0o700)
    result = doctor()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "log      none yet" in result.stdout
    assert not (home / "reviews.db").exists()


def test_a_damaged_log_is_named_with_the_backup_that_mends_it(furnished):
    path = furnished / "reviews.db"
    for beside in ("-wal", "-shm"):
        path.with_name(f"reviews.db{beside}").unlink(missing_ok=True)
    path.write_bytes(path.read_bytes()[:4096] + os.urandom(9000))
    [fault] = faults()
    [backup] = (furnished / "backups").iterdir()
    assert f"{path}: its file is damaged:" in fault
    assert fault.endswith(f"`trainer restore {backup}` puts a sound one in its place.")
    assert "log      not sound" in doctor().stdout
    assert CliRunner().invoke(root, ["restore", str(backup), "--yes"]).exit_code == 0
    assert faults() == []


def test_entries_that_were_taken_out_are_missed(furnished):
    tampered(furnished / "reviews.db", "drop trigger log_keeps_rows; delete from log where seq = 2")
    assert any("lacks log_keeps_rows in its schema." in fault for fault in faults())


def test_a_log_that_is_not_ours_is_named(furnished):
    tampered(furnished / "reviews.db", "pragma user_version = 99")
    [fault] = faults()
    assert "was written by a newer trainer (log version 99). Nothing was changed." in fault


def test_a_card_that_stands_elsewhere_than_the_log_leads_is_named_and_put_right(furnished):
    tampered(
        furnished / "reviews.db",
        "update card_state set reps = reps + 1, stage = 'reviewing' where card = 'q000' and deck = 'capitals'",
    )
    [fault] = faults()
    assert fault == (
        "deck capitals: 1 card stands elsewhere than the log leads. `trainer doctor --fix` puts that right."
    )
    result = doctor("--fix")
    assert result.exit_code == 0
    assert result.stderr == "1 card stands where the log leads again.\n"
    assert result.stdout.endswith("0 faults, 0 notes\n")
    assert faults() == []


def test_a_state_that_no_entry_explains_is_named_too(furnished):
    tampered(furnished / "reviews.db", "update card_state set suspended = 1 where card = 'q005'")
    assert any("1 card stands elsewhere" in fault for fault in faults())


def test_decks_that_cannot_be_read_or_share_an_id_are_named(furnished):
    (furnished / "decks" / "broken.toml").write_bytes(b"\xff")
    (furnished / "decks" / "half.toml").write_text('[deck]\nid = "half"\n[[cards]]\nquestion = "Q?"\n')
    shutil.copy(furnished / "decks" / "capitals.toml", furnished / "decks" / "copy.toml")
    told = faults()
    assert len(told) == 3
    assert any("broken.toml: is not UTF-8 text (byte 0). Save it as UTF-8." in fault for fault in told)
    assert any("half.toml, line 3: this card is left out: it has no answer. Mend it here." in fault for fault in told)
    assert any("copy.toml: has the deck id 'capitals' of" in fault for fault in told)


def test_what_an_editor_would_change_is_a_note(furnished):
    deck = furnished / "decks" / "capitals.toml"
    deck.write_text(deck.read_text() + '[[cards]]\nid = "z"\nquestion = "Question 1?"\nanswer = "x"\n')
    assert faults() == []
    assert notes() == [f"{deck}: has 1 thing that a careful editor would change. `trainer check {deck}` names them."]


def test_reviews_of_a_deck_or_a_card_that_is_gone_are_notes_and_nothing_is_lost(furnished, tmp_path):
    study(furnished, tmp_path / "elsewhere" / "rivers.toml", cards=8)
    (tmp_path / "elsewhere" / "rivers.toml").unlink()
    deck = furnished / "decks" / "capitals.toml"
    deck.write_text(deck.read_text().replace("q000", "q100"))
    assert faults() == []
    edited, gone = notes()
    assert edited.startswith("deck capitals: on record are 1 review of 1 card that its file does not have. They stay")
    assert gone.startswith("deck rivers: on record are 4 reviews of 4 cards of it, and no file here has the deck. Put")


def test_settings_approvals_and_drills_that_cannot_be_used_are_named(furnished):
    (furnished / "settings.toml").write_text("day_starts_at = 99")
    (furnished / "approvals" / "a.jsonl").write_bytes(b'{"at":1,"do":"save"}\nnonsense\n{"do":"torn')
    (furnished / "drills" / "b.db").write_bytes(b"nonsense" * 99)
    told = faults()
    assert len(told) == 3
    assert any("settings.toml: day_starts_at:" in fault for fault in told)
    assert any("a.jsonl, line 2: is no decision; it is left out. Decide that card again." in fault for fault in told)
    assert any("b.db: is damaged or not a drill's log." in fault for fault in told)


def test_a_drill_that_is_running_is_a_note(furnished):
    log = DrillLog(furnished / "drills" / "20260216-mali.db")
    told = notes()
    log.close()
    assert len(told) == 1
    assert told[0].endswith("is in use: the drill is running. It is looked at once it has ended.")


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_what_others_may_read_or_write_is_named(furnished):
    furnished.chmod(0o777)
    (furnished / "reviews.db").chmod(0o644)
    assert faults() == [
        f"{furnished}: others may write in it. Take that away: chmod go-w {furnished}",
        f"{furnished}/reviews.db: others may read it. Take that away: chmod 600 {furnished}/reviews.db",
    ]


def test_what_interrupted_work_has_left_is_named(furnished):
    (furnished / ".restore-abc").mkdir()
    (furnished / "decks" / ".x.part").write_text("")
    (furnished / "damaged-20260216-120000").mkdir()
    assert faults() == [
        f"{furnished}/.restore-abc: a restore was interrupted. Restore once more, and it is brought to its end."
    ]
    assert [note.split(": ")[1] for note in notes()] == [
        "is what an interrupted program had half written. Remove it.",
        "holds what was damaged. Remove it once nothing of it is wanted any more.",
    ]


def test_a_backup_that_is_damaged_missing_or_old_is_told(furnished, monkeypatch):
    [backup] = (furnished / "backups").iterdir()
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-30])
    assert [fault for fault in faults() if "is no backup, or a damaged one. Take another backup." in fault]
    backup.unlink()
    assert notes() == [f"{furnished}/backups: there is no backup. `trainer backup` writes one."]
    write_backup(backup, dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    [note] = notes()
    assert "the newest backup is 2," in note
    assert note.endswith("days old. `trainer backup` writes another.")


def test_entries_of_a_day_to_come_are_a_note(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (home / "decks").mkdir()
    write_deck(home / "decks" / "capitals.toml", 1)
    clock = Clock(dt.datetime.now(dt.UTC) + dt.timedelta(days=9))
    with Collection.open((), clock)[0] as collection:
        collection.rate(collection.start(), Rating.GOOD)
    assert look_at_log(home / "reviews.db")[1] == []
    assert any("its last entry is of a day that is still to come." in note for note in notes())


def test_nothing_that_a_file_is_called_or_holds_reaches_the_terminal(furnished):
    (furnished / "decks" / "\x1b[2J.toml").write_text('[deck]\nid = "\x07"\n')
    result = doctor()
    assert result.exit_code == 1
    assert not {"\x1b", "\x07"} & set(result.output)
