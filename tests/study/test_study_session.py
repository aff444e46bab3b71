"""One session as a state machine: what is shown, what a rating makes, what is left."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DAY_0, card, moment

from trainer.reviews import CardState, Learning, Memory, Rating, Relearning
from trainer.schedule import DeckOptions, Moment
from trainer.schedule.replay import advance
from trainer.study import Item, Session
from trainer.study.summary import summary

OPTIONS = DeckOptions(fuzz=False)
MINUTE = 60_000


def item(card_id: str, state: CardState = CardState()) -> Item:  # noqa: B008 - a frozen value
    return Item("d", card(card_id), state, OPTIONS)


def waiting_until(minutes: float, kind=Learning) -> CardState:
    stage = kind(0, moment().ms + int(minutes * MINUTE), Memory(1.0, 5.0))
    return CardState(stage, DAY_0, DAY_0, moment().ms, 1)


def later(minutes: float) -> Moment:
    return Moment(moment().ms + int(minutes * MINUTE), 0, DAY_0)


def shown(session: Session, minutes: float = 0) -> Session:
    return session.show_next(later(minutes), f"review at {minutes}")


def rated(session: Session, rating: int, minutes: float = 0) -> Session:
    """With the review made and the next card in view, as the collection does it."""
    review = session.reveal().rate(Rating(rating), later(minutes))
    return shown(session.rated(review, advance(session.showing.item.state, review, OPTIONS)), minutes)


def in_view(session: Session) -> str | None:
    return session.showing and session.showing.item.card.id


def test_cards_come_in_their_order_and_the_session_ends_after_the_last():
    session = shown(Session((item("a"), item("b"))))
    seen = []
    while not session.finished:
        seen.append((in_view(session), session.left))
        session = rated(session, Rating.EASY)
    assert seen == [("a", 2), ("b", 1)]
    assert session.left == 0


def test_a_session_with_nothing_in_it_is_finished():
    assert shown(Session(())).finished
    assert summary(shown(Session(()))).reviews == 0


def test_a_card_whose_wait_is_over_goes_before_what_waits_in_line():
    session = Session((item("a"),), (item("step", waiting_until(-1)),))
    assert in_view(shown(session)) == "step"


def test_a_card_whose_wait_is_not_over_lets_the_others_go_first_and_then_comes_early():
    session = shown(Session((item("a"),), (item("step", waiting_until(15)),)))
    assert in_view(session) == "a"
    assert in_view(rated(session, Rating.EASY)) == "step"


def test_a_card_that_is_more_than_the_learn_ahead_time_away_ends_the_session_and_is_still_counted():
    session = shown(Session((), (item("step", waiting_until(21)),)))
    assert session.finished
    assert (session.left, summary(session).waiting) == (1, 1)
    assert in_view(shown(session, minutes=1.5)) == "step"


@pytest.mark.parametrize(
    ("step", "hours_later", "day", "back"),
    [
        ("1 day", 12, 1, True),  # the next morning
        ("1 day", 5, 0, False),  # later the same evening
        ("1 day", 7, 1, True),
        ("2 days", 12, 1, False),
        ("2 days", 36, 2, True),
        ("3 days", 60, 2, False),
        ("10 minutes", 0.1, 0, False),
        ("10 minutes", 0.1, 1, True),  # the study day turned in between
        ("10 minutes", 0.2, 0, True),
        ("36 hours", 36, 1, True),
        ("36 hours", 30, 1, False),
        ("36 hours", 30, 2, True),
    ],
)
def test_a_wait_into_a_later_study_day_is_over_when_that_day_begins(step, hours_later, day, back):
    number, unit = step.split()
    minutes = int(number) * {"minutes": 1, "hours": 60, "day": 1440, "days": 1440}[unit]
    session = Session((), (item("step", waiting_until(minutes)),), learn_ahead_ms=0)
    now = Moment(moment().ms + int(hours_later * 60 * MINUTE), 0, DAY_0 + day)
    assert in_view(session.show_next(now, "id")) == ("step" if back else None)


def test_again_brings_a_card_back_a_minute_later_between_the_others():
    session = shown(Session((item("a"), item("b"), item("c"))))
    session = rated(session, Rating.AGAIN)
    assert in_view(session) == "b"
    assert in_view(rated(session, Rating.EASY, minutes=2)) == "a"


def test_two_cards_in_their_steps_come_soonest_first():
    waiting = (item("soon", waiting_until(2)), item("later", waiting_until(5, Relearning)))
    session = shown(Session((), waiting))
    assert in_view(session) == "soon"
    assert in_view(rated(session, Rating.GOOD)) == "later"


def test_the_review_says_what_was_done_and_for_how_long():
    session = shown(Session((item("a"),)))
    review = session.rate(Rating.HARD, later(0.5))
    assert (review.id, review.card, review.deck, review.rating) == ("review at 0", "a", "d", Rating.HARD)
    assert (review.elapsed_ms, review.day) == (30_000, DAY_0)


def test_a_clock_that_goes_back_while_a_card_is_in_view_gives_no_negative_time():
    assert shown(Session((item("a"),))).rate(Rating.HARD, later(-60)).elapsed_ms == 0


def test_what_the_keys_say_is_what_the_rating_does():
    session = shown(Session((item("a"),)))
    offered = session.futures(later(1))
    for rating in Rating:
        review = session.rate(rating, later(1))
        assert advance(session.showing.item.state, review, OPTIONS) == offered.after(rating)


def test_nothing_can_be_rated_or_foretold_when_no_card_is_in_view():
    session = Session((item("a"),))
    assert session.futures(moment()) is None
    assert session.reveal() == session
    with pytest.raises(ValueError, match="no card is in view"):
        session.rate(Rating.GOOD, moment())


def test_undo_is_the_session_from_before_with_the_answer_in_view_and_a_new_review_id():
    before = shown(Session((item("a"), item("b")))).reveal()
    after = rated(before, Rating.GOOD)
    undo = after.undo(later(1), "the undo")
    back = after.went_back("another id")
    assert (undo.card, undo.undoes) == ("a", before.showing.id)
    assert (in_view(back), back.showing.revealed, back.showing.id) == ("a", True, "another id")
    assert (back.waiting, back.learning, back.done) == (before.waiting, before.learning, ())


def test_there_is_nothing_to_undo_before_the_first_rating():
    assert shown(Session((item("a"),))).undo(moment(), "x") is None


def test_the_old_session_is_untouched_when_a_rating_could_not_be_saved():
    session = shown(Session((item("a"), item("b"))))
    copy = shown(Session((item("a"), item("b"))))
    session.rate(Rating.GOOD, later(1))
    assert session == copy


@given(st.lists(st.sampled_from([1, 2, 3, 4, "undo"]), max_size=30), st.integers(0, 5), st.randoms())
def test_no_card_is_ever_lost_or_doubled_whatever_is_rated_and_undone(acts, cards, rng: random.Random):
    session, minutes = shown(Session(tuple(item(f"c{n}") for n in range(cards)))), 0.0
    for act in acts:
        minutes += rng.random() * 20
        if act == "undo":
            session = session.went_back(f"again at {minutes}") if session.done else session
        elif not session.finished:
            session = rated(session, act, minutes)
        held = [each.card.id for each in (*session.waiting, *session.learning)]
        held += [in_view(session)] if session.showing else []
        assert len(set(held)) == len(held) == session.left
        graduated = {done.item.card.id for done in session.done} - set(held)
        assert len(held) + len(graduated) == cards
        dues = [each.due_ms for each in session.learning]
        assert dues == sorted(dues)
        assert summary(session).reviews == len(session.done)


def test_a_summary_counts_cards_reviews_recall_and_what_was_missed_once_each():
    session = shown(Session((item("a"), item("b"))))
    session = rated(session, Rating.AGAIN, minutes=0.5)
    session = rated(session, Rating.EASY, minutes=30)
    session = rated(session, Rating.AGAIN, minutes=30.5)
    session = rated(session, Rating.EASY, minutes=31)
    came_to = summary(session)
    assert (came_to.reviews, came_to.cards, came_to.recalled) == (4, 2, 0.5)
    assert [each.id for each in came_to.missed] == ["a"]
    assert came_to.minutes == pytest.approx(0.5 + 1 + 0.5 + 0.5)  # half an hour away counts for a minute
