"""Two windows on one log: every review of both is kept, and each card has moved once for each."""

from __future__ import annotations

import subprocess
import sys

import apsw
import pytest
from samples import reviews_in, write_deck

from trainer.collection import Collection
from trainer.reviews import Rating
from trainer.schedule.replay import replay

WRITER = """
import sys
from pathlib import Path
from trainer.collection import Collection
from trainer.reviews import Rating

deck, count, offset = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
collection, _ = Collection.open([deck])
sys.stdin.readline()
done = 0
while done < count:
    session = collection.start()
    for _ in range(5):
        if done == count:
            break
        session = collection.rate(session.reveal(), Rating((done + offset) % 3 + 1))
        done += 1
        if done % 50 == 0:
            session = collection.undo(session)
collection.close()
"""


@pytest.mark.timeout(300)
def test_two_windows_of_five_hundred_reviews_each_lose_none(home_in_memory, tmp_path):
    deck = write_deck(tmp_path / "deck.toml", cards=40)
    (home_in_memory / "settings.toml").write_text(
        "learn_ahead_minutes = 1440\n[scheduling]\nnew_per_day = 9999\nreviews_per_day = 9999\n"
        "learning_steps = ['1m', '10m', '20m', '1h', '2h']\nrelearning_steps = ['10m']\n"
    )
    command = [sys.executable, "-c", WRITER, str(deck), "500"]
    windows = [
        subprocess.Popen([*command, offset], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for offset in ("0", "2")
    ]
    for window in windows:
        window.stdin.write("go\n")
        window.stdin.flush()
    try:
        assert [window.communicate(timeout=240)[1] for window in windows] == ["", ""]
    finally:
        for window in windows:
            window.kill()

    db = apsw.Connection(str(home_in_memory / "reviews.db"))
    count = dict(db.execute("select kind, count(*) from log group by kind").fetchall())
    [(reps,)] = db.execute("select sum(reps) from card_state").fetchall()
    assert db.pragma("integrity_check") == "ok"
    db.close()
    assert (count["review"], count["undo"], reps) == (1000, 20, 980)
    with Collection.open([deck])[0] as collection:
        states = collection.log.states("capitals")
        assert len(reviews_in(collection.log, "capitals")) == 980
        assert {card: replay(collection.log.entries_of("capitals", card)) for card in states} == states


def test_a_card_rated_in_both_windows_has_both_reviews_and_moved_twice(tmp_path):
    deck = write_deck(tmp_path / "deck.toml", cards=1)
    (one, _), (other, _) = Collection.open([deck]), Collection.open([deck])
    with one, other:
        first, second = one.start(), other.start()
        one.rate(first.reveal(), Rating.GOOD)
        other.rate(second.reveal(), Rating.GOOD)
        state = one.log.state("capitals", "q000")
        assert (state.reps, len(reviews_in(one.log, "capitals"))) == (2, 2)
        assert replay(one.log.entries_of("capitals", "q000")) == state
        assert other.log.states("capitals") == {"q000": state}
