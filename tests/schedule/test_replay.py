"""Where entries of every kind take a card, and that a replay goes the same way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import DAY_0, review

from trainer.reviews import CardState, New, Rating, Reviewing, entry_id
from trainer.reviews.entries import Bury, Flag, Options, Recall, Reset, SetDue, Suspend
from trainer.schedule import DeckOptions
from trainer.schedule.balance import Loads
from trainer.schedule.replay import advance, change, is_leech, replay

OPTIONS = DeckOptions(fuzz=False)


def entry(kind, day=DAY_0, **body):
    return kind(entry_id(day * 86_400_000), day * 86_400_000, 0, day, "d", "c", **body)


def reviewed(*ratings: int, options=OPTIONS) -> CardState:
    """A card rated on its due days, one rating after another."""
    state, day = CardState(), DAY_0
    for rating in ratings:
        state = advance(state, review(rating=rating, day=day), options)
        day = getattr(state.stage, "due_day", day)
    return state


def test_a_card_set_aside_keeps_where_it_stood_and_is_taken_up_again():
    before = reviewed(4, 3)
    aside = change(before, entry(Suspend, on=True))
    assert (aside.suspended, aside.stage) == (True, before.stage)
    assert change(aside, entry(Suspend, on=False)) == before


def test_a_card_put_off_is_back_once_it_is_reviewed():
    put_off = change(reviewed(4), entry(Bury, until_day=DAY_0 + 1))
    assert put_off.buried_until == DAY_0 + 1
    assert advance(put_off, review(day=DAY_0 + 20), OPTIONS).buried_until == 0


def test_a_day_of_its_own_keeps_the_memory():
    before = reviewed(4, 3)
    after = change(before, entry(SetDue, due_day=DAY_0 + 90), OPTIONS)
    assert (after.stage.due_day, after.stage.memory) == (DAY_0 + 90, before.stage.memory)
    assert after.stage.interval_days == DAY_0 + 90 - before.last_day


def test_a_new_card_given_a_day_has_the_memory_of_a_first_good():
    after = change(CardState(), entry(SetDue, due_day=DAY_0 + 5), OPTIONS)
    assert after.stage == Reviewing(5, DAY_0 + 5, reviewed(3).stage.memory)


def test_a_reset_card_is_new_but_for_its_flag():
    flagged = change(reviewed(4, 1), entry(Flag, flag=2))
    assert change(flagged, entry(Reset)) == CardState(New(), flag=2)


def test_a_memory_from_elsewhere_is_taken_over():
    told = entry(Recall, stability=12.5, difficulty=5.1, interval_days=10, due_day=DAY_0 + 7, lapses=2)
    after = change(CardState(), told)
    assert (after.stage.memory.stability, after.stage.due_day) == (12.5, DAY_0 + 7)
    assert (after.last_day, after.lapses) == (DAY_0 - 3, 2)


def test_the_eighth_lapse_makes_a_leech_which_is_set_aside():
    lapses = [4, *[1, 4] * 8]
    before, after = reviewed(*lapses[:-2]), reviewed(*lapses[:-1])
    assert (before.lapses, before.leech, before.suspended) == (7, False, False)
    assert (after.lapses, after.leech, after.suspended) == (8, True, True)


def test_a_leech_is_only_marked_where_that_is_set_and_never_where_leeches_are_off():
    lapses = [4, *[1, 4] * 8]
    marked = reviewed(*lapses, options=replace(OPTIONS, leech_suspends=False))
    assert (marked.leech, marked.suspended) == (True, False)
    assert not reviewed(*lapses, options=replace(OPTIONS, leech_threshold=0)).leech


@pytest.mark.parametrize(("threshold", "warned"), [(8, [8, 12, 16]), (1, [1, 2, 3]), (5, [5, 8, 11]), (0, [])])
def test_a_leech_is_told_at_the_threshold_and_every_half_of_it_as_in_anki(threshold, warned):
    assert [lapses for lapses in range(1, 20) if is_leech(lapses, threshold)][:3] == warned


def test_a_card_missed_by_somebody_who_was_sure_comes_back_sooner():
    known = reviewed(4, 4, 4, 3)
    day = known.stage.due_day
    after = {}
    for confidence in (95, 50):
        missed = advance(known, replace(review(rating=1, day=day), confidence=confidence), OPTIONS)
        assert missed.overconfident == (confidence == 95)
        after[confidence] = advance(missed, review(rating=3, day=day), OPTIONS)
    assert after[95].stage.interval_days == pytest.approx(after[50].stage.interval_days / 2, abs=1)
    assert after[50].stage.interval_days > 4
    assert not after[95].overconfident


def test_practice_moves_no_card():
    before = reviewed(4, 3)
    assert change(before, replace(review(rating=1, day=DAY_0 + 9), practice=True), OPTIONS) == before


def test_the_interval_that_was_taken_stands_on_record():
    balanced = replace(review(rating=4), interval_days=21)
    assert advance(CardState(), balanced, OPTIONS).stage.due_day == balanced.day + 21


def test_a_log_with_every_kind_of_entry_is_replayed_to_where_they_led():
    body = Options(entry_id(1), 1, 0, DAY_0, "d", OPTIONS.body())
    entries = [
        review(rating=4),
        entry(Flag, flag=3),
        entry(Bury, until_day=DAY_0 + 2),
        replace(review(rating=1, day=DAY_0 + 16), confidence=90),
        review(rating=3, day=DAY_0 + 16),
        entry(Suspend, on=True),
        entry(SetDue, due_day=DAY_0 + 40),
        review(rating=int(Rating.HARD), day=DAY_0 + 41),
    ]
    state = CardState()
    for each in entries:
        state = change(state, each, OPTIONS)
    assert replay([body, *entries]) == state


def test_of_the_days_in_reach_the_least_full_is_taken_and_an_easy_day_less_often():
    assert Loads(lambda *_: {10: 5, 11: 2, 12: 9}).best(10, 12, 12) == 11
    sunday = 3  # 1970-01-04
    assert (
        Loads(lambda *_: {sunday: 1, sunday + 1: 4}, (1.0,) * 6 + (0.2,)).best(sunday, sunday + 1, sunday) == sunday + 1
    )
    assert Loads(lambda *_: {}, (1.0,) * 6 + (0.0,)).best(sunday, sunday + 1, sunday) == sunday + 1
    assert Loads(lambda *_: {}, pauses=[(10, 11)]).best(10, 12, 10) == 12
