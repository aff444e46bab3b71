"""Decks, log and settings together, as both doors use them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from samples import Clock, agrees, reviews_in, write_deck

from trainer.cards import Card
from trainer.collection import Collection
from trainer.collection.meanwhile import reread
from trainer.decks import Deck
from trainer.decks.shelf import Shelf
from trainer.errors import DeckRefused, NotSaved
from trainer.reviews import New, Rating, Reviewing
from trainer.reviews.store import Store
from trainer.settings import Settings
from trainer.stats import gathered


@pytest.fixture
def path(tmp_path):
    return write_deck(tmp_path / "deck.toml", cards=5)


def study(collection, *ratings):
    session = collection.start()
    for rating in ratings:
        session = collection.rate(session.reveal(), Rating(rating))
    return session


def test_a_deck_studied_today_and_opened_tomorrow(path, clock):
    with Collection.open([path], clock)[0] as collection:
        study(collection, 4, 4, 1)
        counts = collection.counts(collection.decks[0])
        assert (counts.new, counts.learning, counts.due) == (2, 1, 0)
    clock.passes(days=40)
    with Collection.open([path], clock)[0] as collection:
        counts = collection.counts(collection.decks[0])
        assert (counts.new, counts.learning, counts.due, counts.total) == (2, 1, 2, 5)
        assert agrees(collection)


def test_the_rating_is_on_the_disk_before_the_next_card_is_in_view(collection, path, clock):
    session = collection.start()
    after = collection.rate(session.reveal(), Rating.GOOD)
    with Collection.open([path], clock)[0] as other:
        assert [review.id for review in reviews_in(other.log, "capitals")] == [session.showing.id]
    assert after.showing.item.card.id == "q001"


def test_a_rating_that_cannot_be_saved_leaves_the_session_and_can_be_given_again(collection):
    session = collection.start().reveal()
    database = collection.log.store._db
    database.pragma("query_only", True)
    with pytest.raises(NotSaved):
        collection.rate(session, Rating.GOOD)
    database.pragma("query_only", False)
    assert reviews_in(collection.log, "capitals") == []
    after = collection.rate(session, Rating.GOOD)
    assert (len(reviews_in(collection.log, "capitals")), len(after.done)) == (1, 1)


def test_undo_takes_back_on_the_disk_what_it_takes_back_on_the_screen(collection):
    session = study(collection, 1, 4)
    back = collection.undo(collection.undo(session))
    assert back.showing.item.card.id == "q000"
    assert (back.done, reviews_in(collection.log, "capitals"), collection.log.states("capitals")) == ((), [], {})
    assert collection.undo(back) == back
    collection.rate(back, Rating.EASY)
    assert agrees(collection)


def test_the_waits_on_the_keys_are_the_waits_that_are_stored(collection, clock):
    session = collection.start().reveal()
    for rating in (3, 1, 4, 2, 3, 3, 4):
        offered = session.futures(collection.now()).after(Rating(rating))
        shown = session.showing.item.card.id
        session = collection.rate(session, Rating(rating)).reveal()
        assert collection.log.state("capitals", shown) == offered
        clock.passes(minutes=3)


def test_options_changed_between_two_sessions_hold_from_then_on_and_a_replay_knows(home, path, clock):
    with Collection.open([path], clock)[0] as collection:
        study(collection, 3, 3)
    (home / "settings.toml").write_text("[scheduling]\nlearning_steps = []\nfuzz = false\ndesired_retention = 0.8\n")
    clock.passes(minutes=11)
    with Collection.open([path], clock)[0] as collection:
        study(collection, 3, 3, 3)
        states = collection.log.states("capitals")
        assert all(isinstance(state.stage, Reviewing) for state in states.values())
        assert agrees(collection)


def test_the_first_review_of_a_deck_puts_its_options_on_record_even_if_they_are_the_defaults(collection):
    assert collection.log.entries_of("capitals", "") == []
    study(collection, 3)
    [options] = collection.log.entries_of("capitals", "")
    assert options.body["learning_steps"] == [60, 600]


def test_a_session_of_more_cards_than_a_query_takes_values_is_read_anew_at_once():
    cards = tuple(Card(f"c{n}", "Which?", "This.") for n in range(33_000))
    store = Store(None)
    cover = Shelf(store).put(Deck("many", "Many", cards)).cover
    collection = Collection([cover], store, Settings())
    session = collection.practice(("many", card.id) for card in cards)
    assert len(session.in_hand) == len(cards)
    again, _ = reread(session, cover, collection.shelf)
    assert again.in_hand == session.in_hand


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"])
def test_a_year_of_evenings_through_every_change_of_the_clocks(home, path, zone):
    (home / "settings.toml").write_text("[scheduling]\nnew_per_day = 1\n")
    local = ZoneInfo(zone)
    clock = Clock(dt.datetime(2026, 1, 1, 23, 30, tzinfo=local))
    with Collection.open([path], clock)[0] as collection:
        for day in range(0, 365, 3):
            clock.now = (dt.datetime(2026, 1, 1, 23, 30) + dt.timedelta(days=day)).replace(tzinfo=local)  # noqa: DTZ001
            session = collection.start()
            while not session.finished:
                due = session.showing.item.state.stage
                assert isinstance(due, New) or getattr(due, "due_day", 0) <= collection.now().day
                session = collection.rate(session.reveal(), Rating.GOOD)
                clock.passes(minutes=1)
        assert all(isinstance(state.stage, Reviewing) for state in collection.log.states("capitals").values())
        assert agrees(collection)


@pytest.mark.parametrize("days", [-1, -20 * 365, 30 * 365])
def test_a_clock_that_jumps_raises_nothing_and_the_log_still_agrees(collection, clock, days):
    session = study(collection, 3, 4, 1)
    clock.passes(days=days)
    for rating in (3, 4, 1, 2):
        if not session.finished:
            session = collection.rate(session.reveal(), Rating(rating))
    session = collection.undo(session)
    clock.passes(days=-days)
    study(collection)
    assert gathered(collection)[0].reviews.total() >= 3
    assert agrees(collection)


def test_statistics_count_what_stands(collection, clock):
    study(collection, 4, 4, 1)
    clock.passes(minutes=5)
    study(collection, 1)
    clock.passes(days=30)
    study(collection, 4, 1)
    [stats] = gathered(collection)
    assert (stats.reviews.total(), stats.reviews[stats.today], stats.queues["new"]) == (6, 2, 2)
    assert stats.past.ratings(range(7)) == {Rating.AGAIN: 3, Rating.EASY: 3}
    assert stats.retention == 0.0  # of the one that had graduated; the other was still in its steps


def test_an_override_is_on_record_and_moves_no_card(collection):
    collection.log_override("export of TLP:RED", {"file": "x.apkg"})
    assert collection.log.states("capitals") == {}


def test_a_named_deck_that_is_not_there_is_refused_and_one_found_broken_is_told(home, tmp_path):
    with pytest.raises(DeckRefused):
        Collection.open([tmp_path / "none.toml"])
    (home / "decks").mkdir()
    (home / "decks" / "bad.toml").write_text("[deck\n")
    write_deck(home / "decks" / "good.toml", cards=2)
    write_deck(home / "decks" / "same.toml", cards=1)
    collection, findings = Collection.open()
    with collection:
        mine = [deck for deck in collection.decks if deck.path and home in deck.path.parents]
    assert [(deck.id, deck.size) for deck in mine] == [("capitals", 2)]
    told = [str(finding) for finding in findings if str(home) in str(finding)]
    assert [line.partition(": ")[0].rsplit("/", 1)[1][:8] for line in told] == ["bad.toml", "same.tom"]
    assert "Give one of them another id." in told[1]


def test_whoever_waits_hears_how_far_a_deck_is_that_has_to_be_read_and_nothing_of_one_that_is_known(tmp_path):
    path, told = write_deck(tmp_path / "capitals.toml", cards=3), []
    for _ in range(2):
        Collection.open([path], Clock(), lambda *heard: told.append(heard))[0].close()
    tables = [(done, of) for what, done, of in told if what == "reading capitals.toml"]
    assert tables[0][0] == 0
    assert tables[-1][0] == tables[-1][1] == len(tables) - 1
    assert told[-3:] == [("keeping its cards", done, 3) for done in (1, 2, 3)]


def test_reading_that_is_given_up_leaves_nothing_on_the_shelf(tmp_path):
    path = write_deck(tmp_path / "capitals.toml", cards=3)

    def stop(what, done, _):
        if (what, done) == ("keeping its cards", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Collection.open([path], Clock(), stop)
    with Collection.open([path], Clock())[0] as collection:
        assert [deck.size for deck in collection.decks] == [3]
        assert len(collection.search("")) == 3
