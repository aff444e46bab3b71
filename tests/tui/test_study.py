"""A session on the screen: question, answer, rating, undo, failure."""

from __future__ import annotations

import threading

import pytest
from samples import reviews_in
from screen import SIZES, click, frame, press, running, scrolled, settled
from shelf import MALI, SAHEL

from trainer.errors import NotSaved
from trainer.reviews import Rating

FIRST = "At least how many peacekeepers"


def full(_disk):
    raise NotSaved("could not be saved: the disk is full.", where="reviews.db", remedy="Free some space.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_answer_stays_hidden_until_it_is_asked_for(collection, size):
    async with running(collection, [MALI], size=size) as pilot:
        seen = frame(pilot)
        assert FIRST in seen
        assert "168" not in seen
        assert "Again" not in seen
        seen = await press(pilot, "space")
        assert "168" in seen
        assert FIRST in seen
        assert all(name in seen for name in ("1 Again", "2 Hard", "3 Good", "4 Easy"))


async def test_the_answer_comes_with_its_provenance(collection):
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, "enter")
        assert "as of February 2023 · according to the UN" in seen
        assert "The UN counted at least 168 dead by February." in seen
        assert "Mali asks the UN mission to go · The Desk · June 21, 2023 · paragraph 7" in seen
        assert "sources disagree: 304, as of June 2023 · according to an institute" in seen


async def test_every_rating_key_tells_its_wait(collection):
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, "space")
        assert "1 Again 1m" in seen
        assert "2 Hard 6m" in seen
        assert "3 Good 10m" in seen
        assert "4 Easy " in seen


async def test_each_key_gives_its_rating(collection):
    keys = {"1": Rating.AGAIN, "2": Rating.HARD, "3": Rating.GOOD, "4": Rating.EASY, "space": Rating.GOOD}
    async with running(collection, [MALI]) as pilot:
        for key in (*keys, "enter"):
            await press(pilot, "enter", key)
        assert [review.rating for review in reviews_in(collection.log, "mali")] == [*keys.values(), Rating.GOOD]


async def test_ratings_need_the_answer_in_view(collection):
    async with running(collection, [MALI]) as pilot:
        assert FIRST in await press(pilot, "1", "2", "3", "4", "u")
        assert not reviews_in(collection.log, "mali")


async def test_a_click_rates(collection):
    async with running(collection, [MALI]) as pilot:
        await click(pilot, "Show the answer")
        await click(pilot, "2 Hard")
        assert [review.rating for review in reviews_in(collection.log, "mali")] == [Rating.HARD]
        assert "MINUSMA was set up in" in frame(pilot)


async def test_a_gap_is_filled_by_the_reveal(collection):
    async with running(collection, [MALI]) as pilot:
        assert "MINUSMA was set up in  [ … ]  after the north fell." in await press(pilot, "space", "3")
        assert "MINUSMA was set up in 2013 after the north fell." in await press(pilot, "space")


async def test_progress_is_told_in_numbers(collection):
    async with running(collection, [MALI]) as pilot:
        assert "0 done · 4 new · 0 learning · 0 due" in frame(pilot)
        assert "1 done · 3 new · 1 learning · 0 due" in await press(pilot, "space", "3")


async def test_the_cards_marking_is_over_it(collection):
    async with running(collection, [SAHEL]) as pilot:
        assert frame(pilot).splitlines()[0].strip() == "TLP:CLEAR"


async def test_the_next_card_waits_until_the_review_is_saved(collection, monkeypatch):
    saving, on_disk = threading.Event(), threading.Event()
    record = collection.log.record

    def slow(*review):
        saving.set()
        on_disk.wait(10)
        return record(*review)

    monkeypatch.setattr(collection.log, "record", slow)
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "space")
        await pilot.press("3")
        assert saving.wait(10)
        await pilot.press("3", "4", "space", "u", "q")
        await pilot.pause()
        assert "168" in frame(pilot)
        on_disk.set()
        await settled(pilot)
        assert "MINUSMA was set up in" in frame(pilot)
        assert len(reviews_in(collection.log, "mali")) == 1


async def test_a_review_that_cannot_be_saved_stays_and_the_same_key_tries_again(collection, monkeypatch):
    async with running(collection, [MALI]) as pilot:
        with monkeypatch.context() as disk:
            disk.setattr(collection.log, "record", lambda *_: full("disk"))
            seen = " ".join((await press(pilot, "space", "3")).split())
            assert "Not saved: reviews.db: could not be saved: the disk is full. Free some space." in seen
            assert FIRST in seen
            assert "3 Good" in seen
        seen = await press(pilot, "3")
        assert "Not saved" not in seen
        assert "MINUSMA was set up in" in seen
        assert len(reviews_in(collection.log, "mali")) == 1


async def test_a_failure_is_told_in_a_small_window(collection, monkeypatch):
    monkeypatch.setattr(collection.log, "record", lambda *_: full("disk"))
    async with running(collection, [MALI], size=(40, 12)) as pilot:
        seen = await press(pilot, "space", "3")
        assert "Not saved: " in seen
        assert "3 Good" in seen


async def test_undo_brings_the_card_back_and_takes_the_review_from_the_log(collection):
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, "space", "4", "u")
        assert FIRST in seen
        assert "0 done" in seen
        assert not reviews_in(collection.log, "mali")
        await press(pilot, "1")
        assert [review.rating for review in reviews_in(collection.log, "mali")] == [Rating.AGAIN]


async def test_an_undo_that_cannot_be_saved_is_told(collection, monkeypatch):
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "space", "4")
        monkeypatch.setattr(collection.log, "take_back", lambda *_: full("disk"))
        assert "Not saved" in await press(pilot, "u")
        assert len(reviews_in(collection.log, "mali")) == 1


async def test_resizing_keeps_card_and_keys_in_reach(collection):
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "space")
        for size in [(40, 12), (200, 50), (80, 24), (40, 12)]:
            await pilot.resize_terminal(*size)
            await settled(pilot)
            seen = frame(pilot)
            assert FIRST in seen
            assert "168" in seen
            assert "4 Easy" in seen
        assert "paragraph 7" in await scrolled(pilot, 20)


async def test_every_key_can_be_found_in_the_command_palette(collection):
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "space", "ctrl+p", *"easy")
        await pilot.pause(0.3)
        assert "I knew it at once" in frame(pilot)
        await press(pilot, "enter", "enter")
        assert [review.rating for review in reviews_in(collection.log, "mali")] == [Rating.EASY]


async def test_help_explains_the_ratings(collection):
    async with running(collection, [MALI], size=(80, 40)) as pilot:
        seen = await press(pilot, "space", "question_mark")
        assert "I knew it with much effort" in seen
        assert "saved before the next card" in " ".join(seen.split())
        assert FIRST in await press(pilot, "question_mark")
