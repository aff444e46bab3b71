"""Copies of a log: taken while it is written to, refused unless they are sound, put back whole or not at all."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from disks import after_power_loss, disk_under_test
from samples import DAY_0, review, reviews_in

from trainer.errors import LogRefused, NotSaved
from trainer.reviews import entry_id
from trainer.reviews.copies import copy_log, look_at_log, only_in, put_back, read_copy
from trainer.reviews.entries import Note
from trainer.reviews.log import Log
from trainer.reviews.soundness import Facts
from trainer.reviews.store import VERSION, Store
from trainer.schedule import DeckOptions
from trainer.schedule.replay import settled


def rate(log: Log, made) -> None:
    log.record(made, lambda state, each: settled(state, each, DeckOptions()))


def study(path, *days: int) -> list[str]:
    """Review a card on some days; the ids of all reviews that the log then has."""
    log = Log(Store(path))
    for day in days:
        rate(log, review(f"c{day % 3}", 1 + day % 4, DAY_0 + day))
    ids = [each.id for each in reviews_in(log, "d")]
    log.store.close()
    return ids


def ids_in(path) -> list[str]:
    return study(path)


def changed(path, script: str) -> None:
    """As a stranger with another program would."""
    db = apsw.Connection(str(path))
    db.execute(script).fetchall()
    db.close()


@pytest.fixture
def path(tmp_path):
    study(tmp_path / "reviews.db", *range(6))
    return tmp_path / "reviews.db"


@pytest.fixture
def copy(path, tmp_path):
    copy_log(path, tmp_path / "copy.db")
    return tmp_path / "copy.db"


def test_a_copy_holds_what_the_log_held_and_is_one_file(path, tmp_path):
    (tmp_path / "apart").mkdir()
    facts = copy_log(path, tmp_path / "apart" / "copy.db")
    assert facts == look_at_log(path)[0] == Facts(VERSION, 6, 6, review(day=DAY_0 + 5).at_ms)
    assert [file.name for file in (tmp_path / "apart").iterdir()] == ["copy.db"]
    assert (tmp_path / "apart" / "copy.db").stat().st_mode & 0o077 == 0
    assert ids_in(tmp_path / "apart" / "copy.db") == ids_in(path)


def test_a_copy_is_taken_while_a_window_has_answers_in_its_wal(path, tmp_path):
    log = Log(Store(path))
    rate(log, review("c9"))
    assert copy_log(path, tmp_path / "copy.db").reviews == 7
    rate(log, review("c8"))
    assert read_copy(tmp_path / "copy.db").reviews == 7
    log.store.close()


WRITES = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from samples import review
from trainer.reviews.log import Log
from trainer.reviews.store import Store
from trainer.schedule import DeckOptions
from trainer.schedule.replay import settled
log = Log(Store(Path(sys.argv[1])))
for n in range(100_000):
    log.record(review(f"w{n}"), lambda state, made: settled(state, made, DeckOptions()))
    print(n + 1, flush=True)
"""


def test_every_copy_taken_while_another_process_writes_is_whole_and_holds_all_that_was_acknowledged(path, tmp_path):
    command = [sys.executable, "-c", WRITES, str(path), str(Path(__file__).parents[1])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        try:
            for number in range(8):
                acknowledged = int(window.stdout.readline())
                facts = copy_log(path, tmp_path / f"{number}.db")
                assert facts.reviews >= 6 + acknowledged
        finally:
            window.kill()


def test_what_is_put_back_is_all_of_it_and_the_next_window_goes_on_from_there(path, copy):
    then = ids_in(path)
    study(path, 7, 8)
    assert only_in(path, copy) == 2
    put_back(copy, path, look_at_log(path)[0])
    assert ids_in(path) == then
    assert len(study(path, 9)) == 7
    assert only_in(path, copy) == 1


def test_where_there_is_no_log_the_copy_becomes_one_for_its_owner_alone(copy, tmp_path):
    put_back(copy, tmp_path / "new" / "reviews.db", None)
    assert ids_in(tmp_path / "new" / "reviews.db") == ids_in(copy)
    assert (tmp_path / "new" / "reviews.db").stat().st_mode & 0o077 == 0


def test_nothing_is_put_back_under_an_open_window(path, copy):
    study(path, 7)
    before = look_at_log(path)[0]
    log = Log(Store(path))
    with pytest.raises(NotSaved, match="is in use: a window of the trainer has it open; nothing was changed"):
        put_back(copy, path, before)
    log.store.close()
    assert look_at_log(path)[0] == before


def test_nothing_is_put_back_over_answers_that_nobody_knew_of(path, copy):
    before = look_at_log(path)[0]
    study(path, 7)
    with pytest.raises(NotSaved, match="has changed meanwhile; it is as it was"):
        put_back(copy, path, before)
    assert look_at_log(path)[0].reviews == 7


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("pragma application_id = 1", "is not a review log."),
        (f"pragma user_version = {VERSION + 1}", f"was written by a newer trainer (log version {VERSION + 1})."),
        ("create trigger evil after insert on log begin delete from exported; end", "and a log has not, evil in its"),
        ("create view v as with recursive n(x) as (select 1 union all select x from n) select x from n",
         "has, and a log has not, v in its schema."),
        ("drop trigger log_keeps_rows", "lacks log_keeps_rows in its schema."),
        ("drop trigger log_keeps_rows; create trigger log_keeps_rows before delete on log begin select 1; end",
         "has another log_keeps_rows in its schema."),
        ("drop table card_state", "lacks card_queue in its schema."),
    ],
)  # fmt: skip
def test_a_database_whose_tables_are_not_ours_is_refused(copy, script, said):
    changed(copy, script)
    with pytest.raises(LogRefused) as refused:
        read_copy(copy)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def without_triggers(script: str) -> str:
    """A script that changes what the log's triggers keep, and puts them back."""
    kept = "create trigger log_keeps_{0} before {1} on log begin select raise(abort, 'the log is append-only'); end;"
    back = kept.format("rows  ", "delete") + kept.format("values", "update")
    return f"drop trigger log_keeps_rows; drop trigger log_keeps_values; {script}; {back}"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("delete from log where seq = 3", "1 entry was taken out of it."),
        ("delete from log where seq in (1, 2)", "2 entries were taken out of it."),
        ("update log set rating = 9 where seq = 2", "its entry 2, a review, cannot be read."),
        ("update log set body = '{' where seq = 2", "its entry 2, a review, cannot be read."),
        ("update log set kind = 'set due' where seq = 2", "its entry 2, a set due, cannot be read."),
        ("update log set kind = 'undo', undoes = 'gone' where seq = 4", "1 undo takes back what it does not hold."),
    ],
)
def test_a_log_whose_rows_are_not_whole_is_refused(copy, script, said):
    changed(copy, without_triggers(script))
    with pytest.raises(LogRefused) as refused:
        read_copy(copy)
    assert said in str(refused.value)


def test_so_many_bad_rows_are_told_in_a_few_lines(path):
    changed(path, without_triggers("update log set rating = null"))
    study_faults = look_at_log(path)[1]
    assert len(study_faults) == 6
    assert study_faults[-1] == "so it is with 1 further entry."


@pytest.mark.parametrize("content", [b"", b"Dear diary,\n" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_database_is_refused(tmp_path, content):
    (tmp_path / "x.db").write_bytes(content)
    with pytest.raises(LogRefused):
        read_copy(tmp_path / "x.db")


def test_a_page_that_has_rotted_is_found(path, copy):
    whole = copy.read_bytes()
    found = 0
    for start in range(0, len(whole), 4096):
        copy.write_bytes(whole[:start] + bytes(4096) + whole[start + 4096 :])
        try:
            read_copy(copy)
        except LogRefused:
            found += 1
    assert found >= 0.9 * len(whole) / 4096, "a page of free space may be anything"


def test_a_log_of_an_older_version_is_sound_and_can_be_put_back(path, tmp_path, monkeypatch):
    from trainer.reviews import soundness, store

    monkeypatch.setattr(store, "STEPS", store.STEPS[:2])
    monkeypatch.setattr(store, "VERSION", 2)
    monkeypatch.setattr(soundness, "VERSION", 2)
    ids = study(tmp_path / "old.db", 0, 1)
    monkeypatch.undo()
    facts = copy_log(tmp_path / "old.db", tmp_path / "copy.db")
    assert facts.version == 2
    put_back(tmp_path / "copy.db", path, look_at_log(path)[0])
    assert ids_in(path) == ids
    assert look_at_log(path)[0].version == VERSION


def test_an_entry_of_a_kind_that_is_not_known_is_no_fault(path):
    log = Log(Store(path))
    moment = review()
    log.add(Note(entry_id(moment.at_ms), moment.at_ms, 0, moment.day, "d", "of the future", {"x": 1}))
    log.store.close()
    changed(path, without_triggers("update log set kind = 'of the future' where kind = 'note'"))
    assert look_at_log(path)[1] == []


def test_a_call_that_fails_while_a_copy_is_put_back_leaves_the_log_as_it_was_or_as_the_copy_is(path, copy, tmp_path):
    failed, reached, nth = 0, True, 0
    while reached:
        nth += 1
        target = tmp_path / f"{nth}.db"
        old, new, before = study(target, *range(20, 32)), ids_in(copy), look_at_log(target)[0]
        with disk_under_test() as disk:
            disk.fails_from, disk.fails_until = nth, nth + 1
            try:
                put_back(copy, target, before)
                is_put_back = True
            except NotSaved:
                is_put_back = False
            reached = len(disk.calls) >= nth
        assert look_at_log(target)[1] == []
        assert ids_in(target) == new or (not is_put_back and ids_in(target) == old)
        failed += not is_put_back
    assert failed > 8


def test_lost_power_while_a_copy_is_put_back_leaves_the_log_as_it_was_or_as_the_copy_is(copy, tmp_path):
    rng = random.Random(5)
    path, seen = tmp_path / "now.db", set()
    new = ids_in(copy)
    with disk_under_test() as disk:
        old = study(path, *range(20, 40))
        begun = len(disk.calls)
        put_back(copy, path, None)
        calls = [call for call in disk.calls if call[1].startswith("now.db")]
    for number in range(60):
        folder = tmp_path / f"image{number}"
        folder.mkdir()
        after_power_loss(calls[: rng.randint(begun, len(calls))], folder, rng)
        found = ids_in(folder / "now.db")
        assert found in (old, new)
        assert look_at_log(folder / "now.db")[1] == []
        seen.add(found == new)
    assert seen == {True, False}
