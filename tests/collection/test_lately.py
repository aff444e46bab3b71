"""How a person has studied lately, read from the end of the log."""

from __future__ import annotations

import pytest
from samples import write_deck

from trainer.reviews import Rating, tallies
from trainer.reviews.entries import Reset


@pytest.fixture
def path(tmp_path):
    return write_deck(tmp_path / "deck.toml", cards=4)


def told(collection):
    """Card, days ago, rating, whether it was met for the first time on that day."""
    today = collection.now().day
    found = collection.tallies.lately(["capitals"])
    return [(card, today - day, rating, bool(is_new)) for _, card, day, rating, _, is_new in found]


def rate(collection, *ratings):
    session = collection.start()
    for rating in ratings:
        session = collection.rate(session.reveal(), rating)
    return session


def test_a_card_is_new_on_the_day_on_which_it_was_met_and_on_no_other(collection, clock):
    rate(collection, Rating.GOOD)
    clock.passes(days=1)
    rate(collection, Rating.EASY)
    assert told(collection) == [("q000", 1, 3, True), ("q000", 0, 4, False)]


def test_what_was_taken_back_or_came_before_a_reset_does_not_tell(collection):
    collection.undo(rate(collection, Rating.EASY, Rating.EASY))
    assert told(collection) == [("q000", 0, 4, True)]
    collection.apply(Reset, [("capitals", "q000")])
    assert told(collection) == []


def test_only_the_end_of_the_log_is_read(collection, monkeypatch):
    rate(collection, Rating.EASY, Rating.EASY, Rating.EASY)
    monkeypatch.setattr(tallies, "LATELY", 2)
    assert [card for card, *_ in told(collection)] == ["q001", "q002"]


def test_a_showing_counts_for_a_minute_at_most(collection, clock):
    session = collection.start()
    clock.passes(minutes=61)
    session = collection.rate(session, Rating.EASY)
    clock.passes(seconds=7)
    collection.rate(session, Rating.EASY)
    assert [elapsed_ms for *_, elapsed_ms, _ in collection.tallies.lately(["capitals"])] == [60_000, 7_000]
    assert collection.queues.spent_s("capitals", collection.now().day) == 67


def test_another_deck_s_reviews_do_not_tell(collection):
    rate(collection, Rating.EASY)
    assert collection.tallies.lately(["another"]) == []
