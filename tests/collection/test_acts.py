"""What can be done to the card in view besides rating it, all of which can be undone and done again."""

from __future__ import annotations

import datetime as dt

import apsw
import pytest
from samples import agrees, reviews_in, write_deck

from trainer.collection import Collection
from trainer.reviews import Rating, Reviewing
from trainer.reviews.entries import Flag, Suspend
from trainer.reviews.store import VERSION


@pytest.fixture
def path(tmp_path):
    return write_deck(tmp_path / "deck.toml", cards=6)


ACTS = {
    "suspend": lambda collection, session: collection.suspend(session),
    "bury": lambda collection, session: collection.bury(session),
    "set due": lambda collection, session: collection.set_due(session, 9),
    "reset": lambda collection, session: collection.reset(session),
    "flag": lambda collection, session: collection.flag(session, 3),
    "remark": lambda collection, session: collection.remark(session, "see the annex"),
    "again": lambda collection, session: collection.rate(session.reveal(), Rating.AGAIN),
    "easy": lambda collection, session: collection.rate(session.reveal(), Rating.EASY),
}
STAYS = {"flag", "remark"}


def in_view(session):
    return session.showing and session.showing.item.card.id


@pytest.mark.parametrize("act", ACTS)
def test_what_is_done_is_on_the_disk_and_the_card_leaves_the_view_where_it_should(collection, act):
    session = collection.start()
    after = ACTS[act](collection, session)
    assert (in_view(after) == in_view(session)) == (act in STAYS)
    assert len(after.done) == 1
    assert agrees(collection)


@pytest.mark.parametrize("act", ACTS)
def test_what_is_done_is_undone_and_done_again_to_where_it_led(collection, act):
    session = collection.rate(collection.start().reveal(), Rating.EASY)
    card = in_view(session)
    before = collection.log.state("capitals", card)
    acted = ACTS[act](collection, session)
    after = collection.log.state("capitals", card)
    back = collection.undo(acted)
    assert (in_view(back), collection.log.state("capitals", card)) == (card, before)
    again = collection.redo(back)
    assert collection.log.state("capitals", card).stage == after.stage
    assert (in_view(again), len(again.done), again.undone) == (in_view(acted), 2, ())
    assert agrees(collection)


def test_a_whole_session_is_undone_to_its_beginning_and_done_again_to_its_end(collection, clock):
    session = collection.start()
    first = in_view(session)
    for act in ACTS.values():
        clock.passes(seconds=5)
        session = act(collection, session)
    left = {card: state.stage for card, state in collection.log.states("capitals").items()}
    while session.done:
        session = collection.undo(session)
    assert (in_view(session), collection.log.states("capitals")) == (first, {})
    while session.undone:
        session = collection.redo(session)
    states = collection.log.states("capitals")
    assert {card: type(state.stage) for card, state in states.items()} == {c: type(stage) for c, stage in left.items()}
    assert [getattr(s.stage, "interval_days", 0) for s in states.values()] == [
        getattr(stage, "interval_days", 0) for stage in left.values()
    ]


def test_a_rating_after_an_undo_leaves_nothing_to_do_again(collection):
    session = collection.undo(collection.rate(collection.start().reveal(), Rating.EASY))
    assert session.undone
    session = collection.rate(session, Rating.AGAIN)
    assert (session.undone, collection.redo(session)) == ((), session)


def test_a_suspended_card_is_in_no_session_until_it_is_taken_up_again(collection, clock):
    card = in_view(collection.start())
    collection.suspend(collection.start())
    clock.passes(days=30)
    assert in_view(collection.start()) != card
    collection.apply(Suspend, [("capitals", card)], on=False)
    assert in_view(collection.start()) == card


def test_a_buried_card_comes_tomorrow(collection, clock):
    card = in_view(collection.start())
    assert in_view(collection.bury(collection.start())) != card
    assert in_view(collection.start()) != card
    clock.passes(days=1)
    assert in_view(collection.start()) == card


def test_a_card_given_a_day_is_due_on_it_and_not_before(collection, clock):
    card = in_view(collection.start())
    collection.set_due(collection.start(), 9)
    clock.passes(days=8)
    assert collection.counts(collection.decks[0]).due == 0
    clock.passes(days=1)
    assert collection.counts(collection.decks[0]).due == 1
    assert isinstance(collection.log.state("capitals", card).stage, Reviewing)


def test_entries_about_many_cards_are_taken_back_together(collection):
    cards = [("capitals", f"q00{n}") for n in range(3)]
    made = collection.apply(Flag, cards, flag=1)
    assert {state.flag for state in collection.log.states("capitals").values()} == {1}
    collection.take_back(made)
    assert collection.log.states("capitals") == {}


def test_a_remark_is_kept_with_its_card_and_the_last_one_counts(collection):
    session = collection.remark(collection.remark(collection.start(), "first"), "second")
    card = in_view(session)
    assert collection.log.remark("capitals", card) == "second"
    collection.undo(session)
    assert collection.log.remark("capitals", card) == "first"


def test_practice_brings_missed_cards_again_and_moves_no_schedule(collection):
    collection.rate(collection.start().reveal(), Rating.EASY)
    before = collection.log.states("capitals")
    session = collection.practice([("capitals", f"q00{n}") for n in range(4)], seed="monday")
    seen = []
    for rating in (1, 3, 3, 3, 3):
        seen.append(in_view(session))
        session = collection.rate(session.reveal(), Rating(rating))
    assert (session.finished, len(set(seen)), seen[0]) == (True, 4, seen[4])
    assert (collection.log.states("capitals"), len(reviews_in(collection.log, "capitals"))) == (before, 1)
    assert len(collection.log.shown("capitals")) == 6
    again = collection.practice([("capitals", f"q00{n}") for n in range(4)], seed="monday")
    assert in_view(again) == seen[0]


def test_nothing_is_due_on_a_holiday_and_intervals_keep_out_of_it(home, path, clock):
    (home / "settings.toml").write_text("[[pauses]]\nfrom = 2026-02-16\nto = 2026-02-20\n")
    with Collection.open([path], clock)[0] as collection:
        assert collection.counts(collection.decks[0]).total == 0
        assert collection.start().finished
        clock.passes(days=5)
        assert collection.counts(collection.decks[0]).new == 6


def test_a_named_day_plans_the_session_until_it_comes(collection, clock):
    collection.aim("capitals", dt.date(2026, 2, 19), 1)
    assert collection.counts(collection.decks[0]).new == 2, "25 seconds each, within a minute"
    session = collection.start()
    for _ in range(2):
        session = collection.rate(session.reveal(), Rating.EASY)
    assert session.finished
    clock.passes(days=1)
    assert collection.counts(collection.decks[0]).new >= 1
    clock.passes(days=2)
    assert collection.counts(collection.decks[0]).new == 4, "the day has come; the deck is scheduled as usual"


def test_a_log_of_the_version_before_is_taken_over_with_where_its_cards_stand(home, path, clock, tmp_path):
    with Collection.open([path], clock)[0] as collection:
        session = collection.start()
        for rating in (4, 1, 3):
            session = collection.rate(session.reveal(), Rating(rating))
        states = collection.log.states("capitals")
    _to_version_1(home / "reviews.db")
    with Collection.open([path], clock)[0] as collection:
        assert collection.log.states("capitals") == states
        assert agrees(collection)
        counts = collection.counts(collection.decks[0])
        assert (counts.new, counts.learning) == (3, 2)


def _to_version_1(database) -> None:
    """The database as the first version left it: no shelf, and where cards stand in fewer columns."""
    db = apsw.Connection(str(database))
    past = (
        "deck, card, stage, step, due, interval_days, stability, difficulty, first_day, last_day, last_ms, reps, lapses"
    )
    db.execute(f"create table stood as select {past} from card_state where stage <> 'new'")
    db.execute("drop table card_state; drop table deck_file; drop table deck_card")
    db.execute("alter table stood rename to card_state")
    assert db.pragma("user_version") == VERSION
    db.pragma("user_version", 1)
    db.close()
