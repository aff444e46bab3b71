"""The stats screen: what it shows, how one moves in it, and that counting can be left."""

from __future__ import annotations

import dataclasses

import pytest
from screen import SIZES, frame, press, running, settled
from shelf import MALI, SAHEL
from textual.widgets import ProgressBar

from trainer.reviews import Rating
from trainer.study.session import Told
from trainer.tui.plot import Plot
from trainer.tui.stats import StatsScreen


@pytest.fixture
def studied(collection, clock):
    """Mali and the Sahel after three days of study, with confidence told."""
    for turn in range(3):
        session = collection.start()
        while not session.finished:
            session = session.tell(Told(confidence=90 if session.showing.item.card.id != "c2" else 60))
            forgotten = session.showing.item.card.id == "c1" or (turn and session.showing.item.card.id == "s1")
            session = collection.rate(session, Rating.AGAIN if forgotten else Rating.EASY)
            clock.move(seconds=20)
            if len(session.done) > 6:
                break
        clock.move(days=12)
    return collection


@pytest.mark.parametrize("size", SIZES)
async def test_s_shows_every_figure_of_all_decks_nothing_cut_off_and_the_last_in_reach(studied, size):
    async with running(studied, size=size) as pilot:
        seen = await press(pilot, "s")
        assert "All decks" in seen
        assert "1 of 3" in seen
        assert "to go today" in seen
        assert "esc Back" in seen
        titles = [plot.figure.title for plot in pilot.app.screen.query(Plot)]
        assert titles == [
            "Today", "Known by brief", "Due", "Calendar", "Reviews a day", "Minutes a day", "True retention",
            "Recalled after", "Ratings", "Calibration", "Calibration by topic", "Sure and wrong", "Hardest cards",
            "Retrievability", "Stability", "Difficulty", "Hours",
        ]  # fmt: skip
        for plot in pilot.app.screen.query(Plot):
            rows = plot.render().plain.split("\n")
            assert len(rows) <= plot.content_size.height, rows
            assert max(map(len, rows)) <= plot.content_size.width
        assert "00:00" in await press(pilot, "end")


async def test_the_arrows_go_from_deck_to_deck_and_round_again_each_under_its_marking(studied):
    async with running(studied) as pilot:
        assert (await press(pilot, "s")).splitlines()[0].strip() == "TLP:AMBER"
        assert "Mali and the end of MINUSMA" in await press(pilot, "right")
        assert "2 of 3" in frame(pilot)
        assert "The Sahel" in await press(pilot, "right")
        assert frame(pilot).splitlines()[0].strip() == "TLP:CLEAR"
        assert "All decks" in await press(pilot, "right")
        assert "The Sahel" in await press(pilot, "left")


async def test_one_deck_is_shown_without_arrows(opened):
    async with running(opened(SAHEL)) as pilot:
        seen = await press(pilot, "s")
        assert "The Sahel" in seen
        assert "Next" not in seen
        assert "of 1" not in seen


async def test_n_shows_numbers_in_place_of_pictures_and_pictures_again(studied):
    async with running(studied, size=(80, 50)) as pilot:
        assert "━" in await press(pilot, "s", "right")
        seen = await press(pilot, "n")
        assert "━" not in seen
        assert "today → then, cards met" in seen
        assert "━" in await press(pilot, "n")


async def test_escape_q_and_s_go_home(studied):
    async with running(studied) as pilot:
        for key in ("escape", "q", "s"):
            assert "All decks" in await press(pilot, "s")
            assert "about 1 minute" in await press(pilot, key)


async def test_a_session_after_it_is_counted_in_the_next(studied):
    async with running(studied) as pilot:
        before = await press(pilot, "s")
        after = await press(pilot, "escape", "a", "space", "3", "q", "enter", "s")
        assert "done today 0 reviews in" in " ".join(before.split())
        assert "done today 1 review in" in " ".join(after.split())


async def test_counting_tells_how_far_it_is_and_stops_when_it_is_left(studied, monkeypatch):
    from threading import Event

    going, taken = Event(), []

    def slowly(_collection):
        for number in range(1000):
            taken.append(number)
            yield number / 1000
            going.wait(5)
        raise AssertionError("it was left before")

    monkeypatch.setattr("trainer.tui.stats.steps", slowly)
    async with running(studied) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "Counting" in frame(pilot)
        assert pilot.app.screen.query_one(ProgressBar).display
        await pilot.press("escape")
        going.set()
        await settled(pilot)
        assert not isinstance(pilot.app.screen, StatsScreen)
    assert len(taken) < 1000


async def test_without_decks_there_is_no_way_in(opened):
    async with running(opened()) as pilot:
        assert "No decks yet" in await press(pilot, "s")


async def test_without_colour_shades_are_told_apart_by_their_characters(studied, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(studied, size=(80, 70)) as pilot:
        seen = await press(pilot, "s")
        assert {"·", "░", "█", "━"} <= set(seen)
        assert all(is_grey(segment.style) for row in pilot.app.screen._compositor.render_strips() for segment in row)


def is_grey(style) -> bool:
    """Whether a style has no colour, or one with as much red as green and blue."""
    triplet = style.color.triplet if style and style.color else None
    return triplet is None or len(set(triplet)) == 1


async def test_foreign_text_is_shown_as_it_stands(opened):
    title = "[@click=app.quit]x[/] \x1b[2J\u202e 首都"
    deck = dataclasses.replace(MALI, title=title, briefs=(dataclasses.replace(MALI.briefs[0], title=title),))
    async with running(opened(deck), size=(100, 50)) as pilot:
        seen = await press(pilot, "s")
        assert seen.count("[@click=app.quit]x[/] ␛[2J 首都") == 2
        assert not set("\x1b\u202e") & set(seen)
