"""What happens to a session's cards elsewhere: other windows, edited files, cards that are passed over."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os

import pytest
from samples import Clock, agrees, reviews_in, write_deck

from trainer.collection import Collection
from trainer.reviews import Learning, Rating
from trainer.reviews.entries import SetDue
from trainer.settings import Scheduling, Settings


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return old(write_deck(tmp_path / "deck.toml", cards=4))


@pytest.fixture
def collection(path, clock):
    with Collection.open([path], clock)[0] as collection:
        yield collection


def old(path):
    """The file, as if it had been written a while ago: one written this moment is always read anew."""
    then = path.stat().st_mtime - 60
    os.utime(path, (then, then))
    return path


def rate(collection, session, rating=Rating.EASY):
    return collection.rate(session.reveal(), rating)


def in_view(session):
    return session.showing and session.showing.item.card.id


def to_the_end(collection, session):
    seen = []
    while not session.finished:
        seen.append(in_view(session))
        session = rate(collection, session)
    return seen


def test_a_card_that_is_passed_over_comes_behind_all_that_is_in_hand(collection):
    session = collection.skip(collection.start())
    assert to_the_end(collection, session) == ["q001", "q002", "q003", "q000"]
    assert len(reviews_in(collection.log, "capitals")) == 4


def test_passing_over_the_only_card_shows_it_again_and_undo_still_takes_back_the_last_rating(collection):
    session = collection.start()
    for _ in range(3):
        session = rate(collection, session)
    session = collection.skip(collection.skip(session))
    assert (in_view(session), session.left) == ("q003", 1)
    assert in_view(collection.undo(session)) == "q002"


def test_passing_over_more_cards_than_are_taken_in_hand_at_once_loses_and_doubles_none(tmp_path, clock, home):
    (home / "settings.toml").write_text("[scheduling]\nnew_per_day = 100\n")
    path = write_deck(tmp_path / "many.toml", cards=95)
    with Collection.open([path], clock)[0] as collection:
        session = collection.start()
        for _ in range(60):
            session = collection.skip(session)
            assert session.left == 95
        seen = to_the_end(collection, session)
        assert sorted(seen) == [f"q{n:03}" for n in range(95)]


def test_a_card_that_another_window_has_done_is_not_asked_again(collection, path, clock):
    session = collection.start()
    with Collection.open([path], clock)[0] as other:
        others = rate(other, rate(other, other.start()))
        assert in_view(others) == "q002"
    session = rate(collection, session)
    assert in_view(session) == "q002"
    assert session.news == "Another window was at a card of this session; it is where that window put it."
    session = rate(collection, session)
    assert (in_view(session), session.news) == ("q003", "")
    assert [review.card for review in reviews_in(collection.log, "capitals")] == ["q000", "q001", "q000", "q002"]


def test_a_card_that_another_window_has_begun_waits_as_long_as_it_was_told_there(collection, path, clock):
    session = collection.start()
    with Collection.open([path], clock)[0] as other:
        rate(other, rate(other, other.start()), Rating.GOOD)
    session = rate(collection, session)
    assert in_view(session) == "q002"
    [begun] = session.learning
    assert begun.card.id == "q001"
    assert isinstance(begun.state.stage, Learning)
    session = rate(collection, rate(collection, session))
    assert collection.futures(session) == session.futures(collection.now())
    assert rate(collection, session).finished


def test_an_answer_does_what_its_key_said_though_another_window_has_filled_that_day_since(collection, path, clock):
    session = collection.start().reveal()
    said = collection.futures(session).easy.stage.due_day
    with Collection.open([path], clock)[0] as other:
        other.apply(SetDue, [("capitals", card) for card in ("q001", "q002", "q003")], due_day=said)
        assert other.futures(other.start().reveal()).easy.stage.due_day != said
    rate(collection, session)
    assert collection.log.state("capitals", "q000").stage.due_day == said
    assert agrees(collection)


def test_a_card_that_another_window_has_set_aside_is_passed_over(collection, path, clock):
    session = collection.start()
    with Collection.open([path], clock)[0] as other:
        other.suspend(other.skip(other.start()))
        other.bury(other.skip(other.start()))
    assert in_view(rate(collection, session)) == "q003"


def test_the_waits_are_those_of_where_the_card_stands_by_now(collection, path, clock):
    session = rate(collection, collection.start(), Rating.GOOD)
    clock.passes(minutes=11)
    with Collection.open([path], clock)[0] as other:
        back = other.start()
        assert in_view(back) == "q000"
        rate(other, back, Rating.HARD)
    clock.passes(minutes=11)
    session = rate(collection, session)
    session = collection.skip(session) if in_view(session) != "q000" else session
    assert in_view(session) == "q000"
    assert session.showing.item.state == collection.log.state("capitals", "q000")


def test_a_card_with_new_words_is_shown_with_them_and_one_that_is_gone_is_passed_over(collection, path):
    session = collection.start()
    text = path.read_text().replace("Question 1?", "The first question?")
    path.write_text(text.replace('[[cards]]\nid = "q002"\nquestion = "Question 2?"\nanswer = "Answer 2"\n', ""))
    session = rate(collection, session)
    assert session.showing.item.card.question == "The first question?"
    assert session.news == "deck.toml was changed: 1 card has new words, 1 card is gone."
    session = rate(collection, session)
    assert (in_view(session), session.news) == ("q003", "")
    assert rate(collection, session).finished


def test_a_deck_that_was_deleted_is_studied_to_its_end_with_one_word_about_it(collection, path):
    session = collection.start()
    path.unlink()
    session = rate(collection, session)
    goes_on = "the session goes on with the cards that were read before."
    assert session.news == f"deck.toml is not there any more; {goes_on}"
    session = rate(collection, session)
    assert session.news == ""
    assert to_the_end(collection, session) == ["q002", "q003"]


def test_a_deck_that_was_moved_away_and_back_loses_nothing(collection, path):
    session = collection.start()
    away = path.rename(path.with_name("away.toml"))
    session = rate(collection, session)
    assert "is not there any more" in session.news
    away.rename(path)
    session = rate(collection, session)
    assert session.news == ""
    assert to_the_end(collection, session) == ["q002", "q003"]


@pytest.mark.parametrize("content", ["[deck\n", "", "format = 99\n"])
def test_a_deck_that_cannot_be_read_any_more_is_studied_to_its_end(collection, path, content):
    session = collection.start()
    path.write_text(content)
    session = rate(collection, session)
    assert session.news.startswith("deck.toml cannot be read now; the session goes on")
    assert to_the_end(collection, session) == ["q001", "q002", "q003"]


def test_another_deck_in_the_file_s_place_is_told_and_not_studied(collection, path):
    session = collection.start()
    write_deck(path, cards=2, deck_id="others")
    session = rate(collection, session)
    assert session.news.startswith("deck.toml holds another deck now; ")
    assert to_the_end(collection, session) == ["q001", "q002", "q003"]


def test_a_card_removed_and_put_back_keeps_its_progress(collection, path):
    session = rate(collection, collection.start())
    whole = path.read_text()
    before = collection.log.state("capitals", "q000")
    path.write_text(whole.replace('[[cards]]\nid = "q000"\nquestion = "Question 0?"\nanswer = "Answer 0"\n', ""))
    session = rate(collection, session)
    path.write_text(whole)
    rate(collection, session)
    assert collection.log.state("capitals", "q000") == before
    assert collection.counts(collection.decks[0]).new == 1


def test_a_new_session_in_the_same_window_has_the_deck_as_its_file_is_now(collection, path):
    write_deck(path, cards=6)
    session = collection.start()
    assert session.left == 6
    assert collection.decks[0].size == 6


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_clock_that_is_set_in_the_middle_of_a_session_loses_nothing(collection, clock, days):
    session = rate(collection, collection.start(), Rating.GOOD)
    clock.passes(days=days)
    session = rate(collection, session, Rating.GOOD)
    for _ in range(20):
        session = session if session.finished else rate(collection, session)
    assert session.finished or in_view(session)
    cards = {review.card for review in reviews_in(collection.log, "capitals")}
    assert cards == {"q000", "q001", "q002", "q003"}


def test_a_session_goes_on_over_the_end_of_the_day_with_reviews_of_the_new_one(collection, clock):
    clock.now = dt.datetime(2026, 2, 17, 3, 59, tzinfo=dt.UTC)
    session = rate(collection, collection.start())
    clock.passes(minutes=2)
    session = rate(collection, session)
    days = [review.day for review in reviews_in(collection.log, "capitals")]
    assert days[1] == days[0] + 1
    assert in_view(session) == "q002"


def test_a_session_goes_on_in_another_time_zone(collection, clock):
    session = rate(collection, collection.start(), Rating.GOOD)
    clock.now = clock.now.astimezone(dt.timezone(dt.timedelta(hours=11)))
    session = rate(collection, session, Rating.GOOD)
    clock.now = clock.now.astimezone(dt.timezone(dt.timedelta(hours=-9)))
    assert in_view(rate(collection, session, Rating.GOOD)) == "q003"
    assert [review.tz_min for review in reviews_in(collection.log, "capitals")] == [0, 660, -540]


def test_a_deck_that_is_not_in_a_file_is_studied_all_the_same(collection):
    cover = dataclasses.replace(collection.decks[0], path=None)
    store = collection.log.store
    without = Collection([cover], store, Settings(scheduling=Scheduling(new_per_day=2)), Clock())
    assert to_the_end(without, without.start()) == ["q000", "q001"]
