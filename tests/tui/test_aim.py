"""Naming the day by which a deck is to be known."""

from __future__ import annotations

import pytest
from screen import SIZES, frame, press, running

from trainer.tui.aim import day_named


async def test_a_day_is_named_its_minutes_are_weighed_and_the_deck_says_how_ready_it_will_be(collection):
    async with running(collection, size=(100, 30)) as pilot:
        offered = await press(pilot, "d")
        assert "Ready by a day: Mali and the end of MINUSMA" in offered
        assert "2026-03-16" in offered
        weighed = await press(pilot, "enter")
        assert "0% would be known if nothing more were studied. With" in weighed
        assert "5 minutes a day" in weighed
        home = await press(pilot, "enter")
        assert "ready for 16 March, 5 minutes a day" in home
        aim = collection.log.last_aim("mali")
        assert (aim.day_due - collection.now().day, aim.minutes) == (14, 5)


async def test_it_is_called_off_by_a_key_that_shows_only_then(collection):
    async with running(collection, size=(100, 30)) as pilot:
        assert "Call it off" not in await press(pilot, "d")
        await press(pilot, "enter", "enter")
        assert "Call it off" in await press(pilot, "d")
        assert "ready for" not in await press(pilot, "ctrl+o")
        assert collection.log.last_aim("mali") is None


@pytest.mark.parametrize("typed", ["yesterday", "2026-03-02", "2031-01-01", "2026-13-01", "]"])
async def test_a_day_that_is_none_is_told_and_nothing_changes(collection, typed):
    async with running(collection, size=(100, 30)) as pilot:
        await press(pilot, "d", *["backspace"] * 10)
        told = await press(pilot, *("left_square_bracket" if key == "[" else key for key in typed), "enter")
        assert "is no day of the next" in told
        await press(pilot, "escape")
        assert collection.log.last_aim("mali") is None


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_every_window(collection, size):
    async with running(collection, size=size) as pilot:
        await press(pilot, "d", "enter")
        assert "minutes a day" in frame(pilot)


def test_a_date_is_named_as_iso_writes_it(collection):
    now = collection.now()
    assert day_named(" 2026-03-03 ", now) == now.day + 1
    assert day_named("3 March", now) is None
