"""Full disks, failing disks and lost power: what was acknowledged is there, and what was not saved says so."""

from __future__ import annotations

import random
import subprocess
import sys

import apsw
import pytest
from disks import after_power_loss, disk_under_test
from samples import DAY_0, review, reviews_in

from trainer.errors import NotSaved
from trainer.reviews.log import Log
from trainer.reviews.store import Store
from trainer.schedule import DeckOptions
from trainer.schedule.replay import replay, settled


def rate(log: Log, made) -> None:
    log.record(made, lambda state, each: settled(state, each, DeckOptions()))


def sound(path, acknowledged, unknown=()) -> None:
    """Every acknowledged review is there once, none that was never made, and each card stands where they left it."""
    log = Log(Store(path))
    try:
        ids = [each.id for each in reviews_in(log, "d")]
        assert log.store._db.pragma("integrity_check") == "ok"
        assert len(set(ids)) == len(ids)
        assert {each.id for each in acknowledged} <= set(ids) <= {each.id for each in (*acknowledged, *unknown)}
        states = log.states("d")
        assert {card: replay(log.entries_of("d", card)) for card in states} == states
        assert sum(state.reps for state in states.values()) == len(ids)
    finally:
        log.store.close()


def said_until_saved(log: Log, made) -> list[str]:
    """Give one rating again and again until it is saved; what was said each time that it was not."""
    said: list[str] = []
    while len(said) < 5:
        try:
            rate(log, made)
            return said
        except NotSaved as trouble:
            said.append(str(trouble))
    pytest.fail("the rating could not be given again")


@pytest.mark.parametrize("error", [apsw.IOError, apsw.FullError])
@pytest.mark.parametrize("lasting", [1, 3])
def test_a_call_that_fails_loses_nothing_and_the_same_rating_can_be_given_again(tmp_path, error, lasting):
    with disk_under_test() as disk:
        disk.error = error
        failed = calls = 0
        nth = 1
        while nth == 1 or nth <= calls:
            path = tmp_path / f"{nth}.db"
            log = Log(Store(path))
            begun = len(disk.calls)
            disk.fails_from, disk.fails_until = begun + nth, begun + nth + lasting
            course = [review(f"c{n % 2}", 1 + n % 4, DAY_0 + n) for n in range(4)]
            for made in course:
                said = said_until_saved(log, made)
                assert all("what was saved before is safe" in line and "\n" not in line for line in said)
                failed += len(said)
            calls = max(calls, len(disk.calls) - begun)
            disk.fails_from = disk.fails_until = -1
            log.store.close()
            sound(path, course)
            nth += 1
    assert failed > 20


def test_a_call_that_fails_while_a_new_log_is_made_leaves_one_that_can_be_made(tmp_path):
    with disk_under_test() as disk:
        failed = 0
        for nth in range(1, 40):
            path = tmp_path / f"{nth}.db"
            disk.fails_from, disk.fails_until = len(disk.calls) + nth, len(disk.calls) + nth + 1
            try:
                log = Log(Store(path))
            except NotSaved:
                failed += 1
            disk.fails_from = disk.fails_until = -1
            log = Log(Store(path))
            rate(log, made := review())
            log.store.close()
            sound(path, [made])
    assert failed > 8


def test_a_full_disk_is_said_in_one_line_and_the_session_goes_on_once_there_is_room(tmp_path):
    log = Log(Store(tmp_path / "reviews.db"))
    saved = [review(f"c{n}") for n in range(40)]
    for made in saved:
        rate(log, made)
    pages = log.store._db.pragma("page_count")
    log.store._db.pragma("max_page_count", pages)
    with pytest.raises(NotSaved) as full:  # noqa: PT012 - which of them does not fit is up to SQLite
        for n in range(500):
            rate(log, made := review(f"more{n}"))
            saved.append(made)
    message, remedy = "the disk is full; what was saved before is safe.", "Free some space and try again."
    assert str(full.value) == f"{log.store.path}: could not be saved: {message} {remedy}"
    assert [each.id for each in reviews_in(log, "d")] == [each.id for each in saved]
    log.store._db.pragma("max_page_count", 10_000)
    rate(log, made)
    log.store.close()
    sound(tmp_path / "reviews.db", [*saved, made])


RATES_UNTIL_FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from samples import review
from trainer.errors import NotSaved
from trainer.reviews.log import Log
from trainer.reviews.store import Store
from trainer.schedule import DeckOptions
from trainer.schedule.replay import settled
log = Log(Store(Path(sys.argv[1])))
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
try:
    for n in range(2000):
        made = review(f"c{n}")
        log.record(made, lambda state, each: settled(state, each, DeckOptions()))
        print(made.id)
except NotSaved as error:
    print(error, file=sys.stderr)
log.store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on a file's size")
def test_a_process_whose_files_may_not_grow_says_so_and_keeps_what_it_acknowledged(tmp_path, request):
    path = tmp_path / "reviews.db"
    command = [sys.executable, "-c", RATES_UNTIL_FULL, str(path), str(request.path.parents[1])]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    acknowledged = done.stdout.split()
    assert len(acknowledged) > 20
    [line] = done.stderr.splitlines()
    assert "could not be saved" in line
    log = Log(Store(path))
    assert [each.id for each in reviews_in(log, "d")] == acknowledged
    assert log.store._db.pragma("integrity_check") == "ok"
    log.store.close()


def lost_after_power_loss(tmp_path, synchronous: str, images: int, seed: int) -> int:
    """Of so many times at which the power goes, after how many an acknowledged review is missing."""
    rng = random.Random(seed)
    with disk_under_test() as disk:
        log = Log(Store(tmp_path / "reviews.db"))
        log.store._db.pragma("synchronous", synchronous)
        log.store._db.pragma("wal_autocheckpoint", 20)
        acknowledged = []
        for n in range(40):
            rate(log, made := review(f"c{n % 5}", 1 + n % 4, DAY_0 + n))
            acknowledged.append((len(disk.calls), made))
        log.store.close()
        calls = disk.calls
    every = [made for _, made in acknowledged]
    lost = 0
    for image in range(images):
        folder = tmp_path / f"{synchronous}-{image}"
        folder.mkdir()
        cut = rng.randrange(acknowledged[0][0], len(calls))
        after_power_loss(calls[:cut], folder, rng)
        try:
            sound(folder / "reviews.db", [made for at, made in acknowledged if at <= cut], unknown=every)
        except AssertionError:
            lost += 1
    return lost


def test_power_lost_at_any_moment_loses_no_acknowledged_review(tmp_path):
    assert lost_after_power_loss(tmp_path, "full", images=150, seed=7) == 0


def test_the_power_test_would_notice_a_log_that_does_not_sync_each_commit(tmp_path):
    assert lost_after_power_loss(tmp_path, "normal", images=40, seed=7) > 5
