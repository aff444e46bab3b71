"""The end of a session: what it came to, what is left, the way back."""

from __future__ import annotations

import pytest
from samples import reviews_in
from screen import SIZES, frame, press, running, settled
from shelf import MALI, SAHEL

from trainer.settings import Scheduling, Settings


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_is_summed_up(collection, clock, size):
    async with running(collection, [MALI], size=size) as pilot:
        for key in ("1", "3"):
            await press(pilot, "space")
            clock.move(seconds=45)
            await press(pilot, key)
        seen = " ".join((await press(pilot, "q")).split())
        assert "2 reviews · 2 cards · 2 minutes · 50% recalled" in seen


async def test_missed_cards_and_what_is_left_are_told(collection):
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, "space", "1", "q")
        assert "Again  ━━━━━━━━━━━━━━━━━━━━━━━━ 1" in seen
        assert "Good    0" in seen
        assert "At least how many peacekeepers had been killed by February 2023?\n  → 168" in seen
        assert "3 new · 1 learning" in seen
        assert "The next learning card comes back in 1m, at 09:01." in seen


async def test_cards_that_wait_longer_than_the_session_say_when_they_come_back(opened):
    steps = Settings(scheduling=Scheduling(learning_steps=(3 * 3600,)))
    async with running(opened(SAHEL, settings=steps), [SAHEL]) as pilot:
        seen = await press(pilot, "space", "1")
        assert "Session done" in seen
        assert "1 learning\n  The next learning card comes back in 3h, at 12:00." in seen


async def test_a_finished_deck_says_when_it_has_cards_again(opened):
    async with running(opened(SAHEL), [SAHEL]) as pilot:
        assert "Nothing: the next cards come in" in await press(pilot, "space", "4")


async def test_enter_goes_home(collection):
    async with running(collection) as pilot:
        assert "today · about" in await press(pilot, "enter", "q", "enter")


async def test_enter_ends_a_session_that_was_opened_directly(collection):
    async with running(collection, [SAHEL]) as pilot:
        await press(pilot, "escape", "enter")
        assert pilot.app.return_code == 0


async def test_undo_goes_back_into_the_session(opened):
    collection = opened(SAHEL)
    async with running(collection, [SAHEL]) as pilot:
        assert "capital of Niger" in await press(pilot, "space", "4", "u")
        assert not reviews_in(collection.log, "sahel")
        assert "Session done" in await press(pilot, "4")
        assert len(reviews_in(collection.log, "sahel")) == 1


async def test_leaving_before_the_first_rating_says_so(collection):
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, "q")
        assert "Nothing was reviewed" in seen
        assert "4 new" in seen
        assert "recalled" not in frame(pilot)
        await settled(pilot)
