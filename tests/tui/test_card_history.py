"""What happened to a card, on one screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from screen import SIZES, frame, opened_over, running
from shelf import MALI, SAHEL

from trainer.collection.history import steps
from trainer.reviews import Rating, Reviewing
from trainer.reviews.entries import Flag, Suspend
from trainer.study.session import Told
from trainer.tui.card_history import CardHistory
from trainer.tui.desk import Desk
from trainer.tui.forgetting import forgetting


async def seen_of(collection, card_id, size=(80, 24)):
    async with running(collection, size=size) as pilot:
        await opened_over(pilot, CardHistory(Desk(collection), "mali", collection.card("mali", card_id)))
        return frame(pilot)


def studied(collection, clock):
    """One card rated with all that can be told of it, then flagged, suspended, taken up again and edited."""
    session = collection.start()
    card = session.showing.item.card.id
    told = Told("type", "after 167", "close", 70)
    session = collection.rate(session.reveal().tell(told), Rating.HARD)
    session = collection.undo(session)
    clock.move(minutes=1)
    collection.rate(session.reveal().tell(told), Rating.EASY)
    clock.move(minutes=1)
    collection.apply(Flag, [("mali", card)], flag=1)
    [entry] = collection.apply(Suspend, [("mali", card)], on=True)
    clock.move(minutes=1)
    collection.take_back([entry])
    collection.edit("mali", replace(collection.card("mali", card), tags=("x",)))
    clock.move(days=3)
    return card


@pytest.mark.long
@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_memory_curve_and_entries_are_there(filed, clock, size):
    collection = filed(MALI)
    card = studied(collection, clock)
    seen = await seen_of(collection, card, size)
    assert "recall now" in seen
    assert "difficulty" in seen
    assert "red flag" in seen
    assert "100%" in seen
    assert "↑review" in seen
    assert "↑now" in seen
    assert "↑due" in seen
    assert "Edited: tags" in seen


async def test_each_entry_tells_how_it_came_about(filed, clock):
    collection = filed(MALI)
    card = studied(collection, clock)
    seen = await seen_of(collection, card, (200, 50))
    for words in ("recall now", "difficulty", "100%", "↑review", "↑now", "↑due", "Edited: tags", "red flag"):
        assert words in seen
    assert "2026-03-02 09:01  Easy · typed 'after 167' · close · 70 % sure · 60s → " in seen
    assert "2026-03-02 09:00  Hard · typed 'after 167' · close · 70 % sure · 0s · undone" in seen
    assert "Suspended · undone" in seen
    assert "Undo" in seen


@pytest.mark.long
async def test_a_small_terminal_scrolls_to_it(filed, clock):
    collection = filed(MALI)
    card = studied(collection, clock)
    assert "recall now" in " ".join((await seen_of(collection, card, SIZES[2])).split())


@pytest.mark.long
async def test_a_new_card_says_that_nothing_happened(filed):
    seen = await seen_of(filed(MALI), "c3")
    assert "Nothing yet." in seen
    assert "↑now" not in seen


def test_the_interval_after_each_review_is_the_one_that_was_given(filed, clock):
    collection = filed(SAHEL)
    waits = []
    for _ in range(4):
        session = collection.rate(collection.start().reveal(), Rating.EASY)
        waits.append(session.done[-1].item.state.stage.interval_days)
        clock.move(days=waits[-1])
    assert [step.after.stage.interval_days for step in collection.history("sahel", "s1").steps] == waits


def test_the_last_state_of_the_steps_is_where_the_card_stands(filed, clock):
    collection = filed(MALI)
    card = studied(collection, clock)
    history = collection.history("mali", card)
    last = [step.after for step in history.steps if step.after][-1]
    assert last == history.state
    assert isinstance(last.stage, Reviewing)


def test_no_history_has_no_steps():
    assert steps([], [], []) == ()


def test_the_curve_falls_from_left_to_right():
    drawn = forgetting(lambda days: 0.9 ** (days / 10), 5, 10, 40).plain.splitlines()
    heights = [sum(row.ljust(40)[x] != " " for row in drawn[:-1]) for x in range(6, 40)]
    assert heights == sorted(heights, reverse=True)
    assert drawn[0].startswith("100% ")
    assert {len(row) <= 40 for row in drawn} == {True}
