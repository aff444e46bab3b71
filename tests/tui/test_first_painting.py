"""What is seen first: the card, unless that takes long; and what is drawn once and kept."""

from __future__ import annotations

import gc
import threading

import pytest
from samples import reviews_in
from screen import frame, press, running, settled
from shelf import MALI, SAHEL
from textual.app import App

from trainer.tui.key_line import KeyLine

FIRST = "At least how many peacekeepers"


@pytest.fixture
def paintings(monkeypatch) -> list[str]:
    """Everything that reached the screen, a text for each time."""
    seen: list[str] = []
    display = App._display

    def spied(app, screen, painting):
        if painting is not None and not app._batch_count:
            rows = screen._compositor.render_strips()
            seen.append("\n".join("".join(segment.text for segment in row) for row in rows))
        display(app, screen, painting)

    monkeypatch.setattr(App, "_display", spied)
    return seen


async def test_the_first_painting_has_the_card_in_it(collection, paintings, monkeypatch):
    monkeypatch.setattr("trainer.tui.study._PATIENCE_S", 30)
    async with running(collection, [MALI]):
        assert FIRST in paintings[0]
        assert "Show the answer" in paintings[0]


async def test_where_the_first_ratings_lead_is_reckoned_while_the_question_is_read(collection):
    async with running(collection, [MALI]) as pilot:
        for _ in range(500):
            if collection.loads:
                break
            await pilot.pause(0.01)
        assert "Again" not in frame(pilot)
        assert list(collection.loads) == [pilot.app.screen.session.showing.id]


async def test_a_card_that_takes_long_comes_after_the_page_and_no_key_is_taken_before_it(
    collection, paintings, monkeypatch
):
    monkeypatch.setattr("trainer.tui.study._PATIENCE_S", 0.01)
    may_begin = threading.Event()

    def begin(collection):
        may_begin.wait(60)
        return collection.start([MALI])

    async with running(collection, [SAHEL], begin=begin, waits=False) as pilot:
        while not paintings:
            await pilot.pause(0.01)
        assert FIRST not in frame(pilot)
        await pilot.press("space", "3")
        may_begin.set()
        await settled(pilot)
        assert FIRST in frame(pilot)
        assert "168" not in frame(pilot)
    assert FIRST not in paintings[0]
    assert not reviews_in(collection.log, "mali")


async def test_garbage_is_looked_for_again_once_the_window_is_painted(collection):
    gc.disable()
    try:
        async with running(collection, [MALI]):
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


async def test_a_summary_over_the_first_session_leads_back_into_it_again_and_again(opened):
    collection = opened(SAHEL)
    async with running(collection, [SAHEL]) as pilot:
        await press(pilot, "space")
        for _ in range(2):
            assert "Session done" in await press(pilot, "4")
            assert "capital of Niger" in await press(pilot, "u")
        assert "Session done" in await press(pilot, "4")
        assert len(reviews_in(collection.log, "sahel")) == 1
        await press(pilot, "enter")
        assert pilot.app.return_code == 0


async def test_what_was_drawn_is_drawn_anew_in_another_theme(collection):
    async with running(collection, [MALI]) as pilot:
        line = pilot.app.screen.query_one(KeyLine)
        before = line.render_line(0)
        assert line.render_line(0) is before
        pilot.app.theme = "textual-light"
        await settled(pilot)
        assert line.render_line(0).text == before.text
        assert line.render_line(0) != before
