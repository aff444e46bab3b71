"""The drill's log on the disk."""

from __future__ import annotations

import stat
import subprocess
import sys

import apsw
import pytest
from drilled import BEGAN_MS, Played, made

from trainer.drill.events import Answered, Closed, Made
from trainer.drill.log import DrillLog, read_drill_log
from trainer.drill.reduce import replay
from trainer.drill.verdict import Verdict
from trainer.errors import LogRefused, NotSaved


@pytest.fixture
def path(tmp_path):
    return tmp_path / "drills" / "d1.db"


def log_with(path, *events):
    log = DrillLog(path, make=True)
    log.add(events)
    return log


def answer(player="ana", question=0, given="right 0"):
    return Answered(BEGAN_MS, player, question, given, Verdict.RIGHT, 1.0)


def test_what_was_added_is_read_back(path):
    played = Played("Ana", "Ben").play({"ana": True, "ben": False})
    log_with(path, *played.events).close()
    assert replay(read_drill_log(path)) == played.drill


def test_a_group_is_added_whole_or_not_at_all(path):
    log = log_with(path, made(), answer())
    with pytest.raises(NotSaved):
        log.add([Closed(BEGAN_MS, 0), answer(given="another")])
    assert [event.kind for event in log.events()] == ["made", "answered"]
    log.close()


def test_the_disk_too_holds_one_answer_for_a_player_and_a_question(path):
    log = log_with(path, made(), answer())
    log.add([answer("ben"), answer(question=1)])
    with pytest.raises(NotSaved, match="what was saved before is safe"):
        log.add([answer(given="another")])
    log.close()


def test_no_row_can_be_changed_or_removed(path):
    log_with(path, made()).close()
    db = apsw.Connection(str(path))
    for statement in ("delete from event", "update event set body = ''"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            db.execute(statement)
    db.close()


def test_the_log_is_private_to_its_owner(path):
    log_with(path, made()).close()
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_running_drill_is_not_opened_twice(path):
    log = log_with(path, made())
    reader = f"from pathlib import Path; from trainer.drill.log import DrillLog; DrillLog(Path({str(path)!r}))"
    other = subprocess.run([sys.executable, "-c", reader], capture_output=True, text=True, check=False)
    log.close()
    assert "is in use: the drill is running. End it first, or go on there." in other.stderr


def test_another_programs_database_is_refused_unchanged(tmp_path):
    path = tmp_path / "other.db"
    db = apsw.Connection(str(path))
    db.execute("create table t (x)")
    db.close()
    with pytest.raises(LogRefused, match=r"other\.db: is not a drill's log"):
        DrillLog(path)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "text.db"
    path.write_text("not a database, however long it is" * 40)
    with pytest.raises(LogRefused, match="damaged or not a drill's log"):
        DrillLog(path)


def test_a_log_of_a_newer_version_is_refused(path):
    log_with(path, made()).close()
    db = apsw.Connection(str(path))
    db.pragma("user_version", 99)
    db.close()
    with pytest.raises(LogRefused, match="written by a newer trainer"):
        DrillLog(path)


def test_a_drill_that_is_not_there_is_said_to_be_missing(path):
    with pytest.raises(NotSaved, match="unable to open"):
        DrillLog(path)


def test_the_log_knows_when_the_drill_last_ran(path):
    log = log_with(path, made())
    assert log.last_alive_ms() == BEGAN_MS
    log.still_alive(BEGAN_MS + 700)
    assert log.last_alive_ms() == BEGAN_MS + 700
    log.close()


def test_the_first_event_must_be_the_making(path):
    log_with(path, answer()).close()
    assert replay(read_drill_log(path)) is None
    assert isinstance(made(), Made)
