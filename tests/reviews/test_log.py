"""The review log: what is added stays, and each card stands where its reviews left it."""

from __future__ import annotations

import json
import stat

import apsw
import pytest
from samples import DAY_0, DAY_MS, moment, review, reviews_in

from trainer.errors import LogRefused, NotSaved
from trainer.reviews import CardState, Rating, Reviewing, entry_id
from trainer.reviews.entries import Note, Options, Undo
from trainer.reviews.log import Log
from trainer.reviews.store import Store
from trainer.schedule import DeckOptions
from trainer.schedule.replay import replay, settled

DEFAULTS = DeckOptions()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "home" / "reviews.db"


@pytest.fixture
def log(path):
    log = Log(Store(path))
    yield log
    log.store.close()


def study(log: Log, *reviews, options: DeckOptions = DEFAULTS) -> CardState:
    for each in reviews:
        _, state = log.record(each, lambda before, made: settled(before, made, options), options.body())
    return state


def undo(log: Log, made) -> CardState:
    return log.take_back(Undo(entry_id(made.at_ms), made.at_ms, 0, made.day, made.deck, made.card, made.id), replay)


def sql(path, query: str):
    db = apsw.Connection(str(path))
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


def test_a_review_comes_back_as_it_was_given_from_another_opening(path, log):
    given = review("k7q2m9fx", 4, deck="mali")
    study(log, given)
    log.store.close()
    again = Log(Store(path))
    assert reviews_in(again, "mali") == [given]
    assert again.states("mali")["k7q2m9fx"].stage.interval_days >= 4
    again.store.close()


def test_every_kind_of_stage_comes_back_as_it_was(path, log):
    left = {
        "learning": study(log, review("learning", 1)),
        "reviewing": study(log, review("reviewing", 4)),
        "relearning": study(log, review("relearning", 4), review("relearning", 1, DAY_0 + 5)),
    }
    other = Log(Store(path))
    assert other.states("d") == left
    assert other.state("d", "never seen") == CardState()
    other.store.close()


@pytest.mark.parametrize("change", ["update log set rating = 4", "delete from log", "delete from log where seq = 1"])
def test_nothing_changes_a_row_of_the_log(path, log, change):
    study(log, review(rating=1))
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        sql(path, change)
    assert [each.rating for each in reviews_in(log, "d")] == [Rating.AGAIN]


def test_an_undo_is_a_new_row_and_the_card_stands_where_its_other_reviews_left_it(path, log):
    first, second = review(rating=4), review(rating=1, day=DAY_0 + 9)
    before = study(log, first)
    study(log, second)
    after = undo(log, second)
    assert after == before == log.state("d", "c") == replay(log.entries_of("d", "c"))
    assert reviews_in(log, "d") == [first]
    assert sql(path, "select kind from log order by seq") == [("options",), ("review",), ("review",), ("undo",)]


def test_an_undone_first_review_leaves_a_new_card(log):
    only = review()
    study(log, only)
    assert undo(log, only) == CardState()
    assert log.states("d") == {}


def test_an_older_review_can_be_taken_back_and_the_later_ones_are_replayed_without_it(log):
    first, second, third = (review(rating=rating, day=DAY_0 + day) for rating, day in ((4, 0), (1, 9), (4, 9)))
    study(log, first, second, third)
    assert undo(log, second) == replay([*log.entries_of("d", "c")])
    assert log.state("d", "c").lapses == 0
    assert reviews_in(log, "d") == [first, third]


def test_a_review_is_taken_back_once(log):
    made = review()
    study(log, made)
    undo(log, made)
    with pytest.raises(NotSaved):
        undo(log, made)
    assert log.state("d", "c") == CardState()


def test_the_cards_of_two_decks_with_one_id_are_two_cards(log):
    study(log, review("c", 1, deck="one"), review("c", 4, deck="two"))
    assert log.state("one", "c").stage != log.state("two", "c").stage
    assert [len(reviews_in(log, deck)) for deck in ("one", "two", "three")] == [1, 1, 0]


def test_options_are_on_record_once_and_again_when_they_change(path, log):
    strict = DeckOptions(desired_retention=0.97, fuzz=False)
    study(log, review("a"), review("b"), review("x", deck="other"))
    study(log, review("c"), review("d"), options=strict)
    study(log, review("e"))
    noted = sql(path, "select deck, body from log where kind = 'options' order by seq")
    kept = [(deck, json.loads(body)["desired_retention"]) for deck, body in noted]
    assert kept == [("d", 0.9), ("other", 0.9), ("d", 0.97), ("d", 0.9)]
    assert DeckOptions.from_body(json.loads(noted[-1][1])) == DEFAULTS


def test_a_replay_uses_the_options_in_force_when_each_review_was_made(log):
    strict = DeckOptions(desired_retention=0.97, learning_steps=(), fuzz=False)
    study(log, review("c", 3), options=strict)
    after = study(log, review("c", 2))
    assert replay(log.entries_of("d", "c")) == after
    assert after != replay(entry for entry in log.entries_of("d", "c") if not isinstance(entry, Options))


def test_a_replay_gives_the_states_that_are_kept(log):
    made = [review(f"c{n % 7}", 1 + (n * n + n // 3) % 4, DAY_0 + n) for n in range(60)]
    study(log, *made[:30])
    undo(log, made[29])
    study(log, *made[30:], options=DeckOptions(desired_retention=0.8))
    undo(log, made[44])
    kept = log.states("d")
    assert len(kept) == 7
    assert {card: replay(log.entries_of("d", card)) for card in kept} == kept


def test_one_review_is_one_commit(path, log):
    study(log, review("warm up"))
    commits = []
    log.store._db.set_commit_hook(lambda: commits.append(1) or False)
    study(log, review("c"))
    assert len(commits) == 1
    study(log, review("c"), options=DeckOptions(desired_retention=0.8))
    assert len(commits) == 2
    undo(log, reviews_in(log, "d")[-1])
    assert len(commits) == 3


def test_every_commit_is_synced_to_the_disk(log):
    assert (log.store._db.pragma("journal_mode"), log.store._db.pragma("synchronous")) == ("wal", 2)


def test_a_rating_that_cannot_be_worked_out_leaves_no_trace(log):
    study(log, review("c"))
    before = log.state("d", "c")
    with pytest.raises(ZeroDivisionError):
        log.record(review("c"), lambda state, made: 1 / 0)
    assert (log.state("d", "c"), len(reviews_in(log, "d"))) == (before, 1)
    study(log, review("c"))


def test_a_note_keeps_its_topic_and_particulars_and_moves_no_card(path, log):
    when = moment()
    log.add(Note(entry_id(when.ms), when.ms, 0, when.day, "", "export of TLP:RED", {"file": "x.apkg", "topics": [1]}))
    [(body,)] = sql(path, "select body from log where kind = 'note'")
    assert json.loads(body) == {"topic": "export of TLP:RED", "file": "x.apkg", "topics": [1]}
    assert log.states("") == {}


def test_what_was_exported_is_remembered_once_for_each_card_and_note_type(log):
    first = ("c", "question", "one", 1000, False, " mali ", "Q\x1fA")
    cloze = ("c", "cloze", "two", 1001, False, "", "T\x1fA")
    log.remember_exported("d", [first, cloze])
    log.remember_exported("d", [(*first[:2], "three", 1002, True, *first[5:])])

    assert log.exported("d") == [cloze, ("c", "question", "three", 1002, True, " mali ", "Q\x1fA")]
    assert log.exported("other") == []


def test_the_log_and_its_folder_are_private_whatever_the_umask(path, log):
    study(log, review())
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in [path.parent, *path.parent.iterdir()]}
    assert modes == {"home": 0o700, "reviews.db": 0o600, "reviews.db-wal": 0o600, "reviews.db-shm": 0o600}


def test_entry_ids_sort_by_time_carry_it_and_are_version_7():
    import uuid

    ids = [entry_id(DAY_0 * DAY_MS + n) for n in range(500)]
    assert sorted(ids) == ids
    assert len({entry_id(5) for _ in range(500)}) == 500
    assert {uuid.UUID(each).version for each in ids} == {7}
    assert {uuid.UUID(each).variant for each in ids} == {uuid.RFC_4122}
    assert uuid.UUID(ids[7]).int >> 80 == DAY_0 * DAY_MS + 7


def test_reading_a_log_whose_pages_are_damaged_is_refused_in_one_line(path, log):
    study(log, *(review(f"c{n}", 4) for n in range(200)))
    log.store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x5a" * (len(whole) - 4096))
    with pytest.raises(LogRefused, match="is damaged or not a review log") as refused:
        Log(Store(path)).states("d")
    assert "\n" not in str(refused.value)


def test_reviewing_is_what_easy_leads_to(log):
    assert isinstance(study(log, review(rating=4)).stage, Reviewing)
