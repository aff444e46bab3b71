"""Extra practice on the screen, and the first run."""

from __future__ import annotations

import pytest
from samples import reviews_in
from screen import SIZES, frame, press, running
from shelf import MALI, SAHEL

from trainer.collection.cram import cram
from trainer.study.scope import Scope


@pytest.mark.parametrize("size", SIZES)
async def test_what_can_be_practised_is_chosen_at_home(collection, size):
    async with running(collection, size=size) as pilot:
        seen = await press(pilot, "c")
        assert "Practise Mali and the end of MINUSMA" in " ".join(seen.split())
        assert "moves no due day" in " ".join(seen.split())
        assert "everything  4 cards" in seen
        assert "missed this week" not in seen, "there is none"
        seen = await press(pilot, "down", "enter")
        assert "practice · 0 done" in seen


async def test_practice_says_that_nothing_moves_and_nothing_does(collection):
    deck = collection.decks[1]
    async with running(collection, [SAHEL], begin=lambda c: cram(c, Scope(), [deck])) as pilot:
        seen = frame(pilot)
        assert "practice · 0 done · 1 left" in seen
        assert "Practice is on record and moves no due day." in seen
        seen = await press(pilot, "space")
        assert "1 Again   " in seen, "no wait beside it"
        assert "Practice is on record" not in seen
        await press(pilot, "1")
        assert "practice · 1 done · 1 left" in frame(pilot), "what was missed comes again"
        assert "Session done" in await press(pilot, "space", "3")
    assert reviews_in(collection.log, "sahel") == []
    assert [review.practice for review in collection.log.shown("sahel")] == [True, True]
    assert collection.counts(deck).new == 1


async def test_practice_can_be_thought_better_of(collection):
    async with running(collection) as pilot:
        assert "5 cards today" in await press(pilot, "c", "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_card_of_all_comes_with_how_a_session_goes_once(opened, size):
    async with running(opened(MALI, is_first=True), [MALI], size=size) as pilot:
        seen = " ".join((await press(pilot, "end")).replace("▌", " ").split())
        for line in ("1 Again I did not know it", "2 Hard I knew it with much effort", "3 Good I knew it"):
            assert line in seen or size == (40, 12)
        assert "4 Easy I knew it at once" in seen
        assert "u takes it back." in seen
        seen = await press(pilot, "home", "space")
        assert "I did not know it" not in seen, "it is not in the way of the answer"
        assert "I did not know it" not in await press(pilot, "3")
    async with running(opened(MALI, is_first=True), [MALI], size=size) as pilot:
        assert "I did not know it" not in await press(pilot, "end")


async def test_somebody_who_has_reviewed_before_is_told_nothing(collection):
    async with running(collection, [MALI]) as pilot:
        assert "I did not know it" not in frame(pilot)
