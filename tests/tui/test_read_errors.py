"""What cannot be read while a screen is open is told on it in one line, and the window stays open."""

from __future__ import annotations

import ast
from pathlib import Path

import apsw
import pytest
from screen import frame, opened_over, press, running, settled
from shelf import MALI, SAHEL

from trainer.collection import Collection
from trainer.errors import TrainerError, told_of
from trainer.reviews.store import Store
from trainer.tui.aim import AimScreen
from trainer.tui.aside import Trouble
from trainer.tui.browse import BrowseScreen
from trainer.tui.card_history import CardHistory
from trainer.tui.cram import CramScreen
from trainer.tui.edit_card import EditCard
from trainer.tui.source_view import SourceView
from trainer.tui.stats import StatsScreen

TUI = Path(__file__).parents[2] / "trainer" / "tui"
REFUSED = PermissionError(13, "Permission denied", "/decks/mali.toml")
LINE = (
    "/decks/mali.toml: could not be read or written: permission denied. "
    "Check that it is there and what you may do with it; then try again."
)


class Faulty:
    """A disk that gives an error of its choice for every question, once it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.error: Exception | None = None
        for name in ("rows", "walk", "transaction"):
            monkeypatch.setattr(Store, name, self._before(getattr(Store, name)))

    def _before(self, whole):
        def asked(*given, **named):
            if self.error:
                raise self.error
            return whole(*given, **named)

        return asked


@pytest.fixture
def disk(monkeypatch):
    return Faulty(monkeypatch)


@pytest.fixture
def collection(filed):
    return filed(MALI, SAHEL)


SCREENS = {
    "cram": lambda desk: CramScreen(desk, MALI),
    "stats": StatsScreen,
    "browse": BrowseScreen,
    "history": lambda desk: CardHistory(desk, "mali", MALI.cards[0]),
    "source": lambda desk: SourceView(desk, "mali", MALI.cards[0]),
}


def words(pilot) -> str:
    return " ".join(frame(pilot).split())


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_screen_tells_what_the_system_refused_and_goes_on(collection, disk, screen):
    async with running(collection) as pilot:
        disk.error = REFUSED
        await opened_over(pilot, SCREENS[screen](pilot.app._desk))
        assert LINE in words(pilot)
        await press(pilot, "escape")
        assert pilot.app.is_running
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_home_tells_it_under_the_marking_until_counting_works_again(collection, disk, size):
    disk.error = REFUSED
    async with running(collection, size=size) as pilot:
        assert LINE in words(pilot)
        assert frame(pilot).splitlines()[0].strip() == "TLP:AMBER"
        disk.error = None
        await press(pilot, "s", "escape")
        assert "permission denied" not in words(pilot)
        assert "5 cards today" in words(pilot)


async def test_two_troubles_of_a_screen_are_one_line(collection, disk):
    disk.error = REFUSED
    async with running(collection) as pilot:
        pilot.app.screen._count()
        await settled(pilot)
        assert len(pilot.app.screen.query(Trouble)) == 1


async def test_a_log_that_is_damaged_while_a_window_is_open_is_told_with_its_remedy(collection, disk):
    async with running(collection) as pilot:
        whole = collection.log.store._refusal(apsw.CorruptError("malformed"), "read")
        disk.error = whole
        await press(pilot, "s")
        assert "".join(str(whole).split()) in "".join(words(pilot).split())
        assert "Counting" not in words(pilot)


async def test_a_fault_of_ours_is_told_as_one_and_ends_the_window_only_for_who_looks_for_it(
    collection, disk, monkeypatch
):
    disk.error = ValueError("no such thing")
    async with running(collection) as pilot:
        assert "the trainer failed here, and it should not have (ValueError: no such thing" in words(pilot)
    monkeypatch.setenv("TRAINER_DEBUG", "1")
    with pytest.raises(Exception, match="no such thing"):
        async with running(collection):
            pass


async def test_an_edit_that_is_refused_keeps_what_was_typed_and_can_be_tried_again(collection, disk, monkeypatch):
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(pilot.app._desk, "mali", MALI.cards[2]))
        monkeypatch.setattr(Collection, "edit", lambda *_: (_ for _ in ()).throw(REFUSED))
        await press(pilot, "x", "ctrl+s", "ctrl+s")
        assert "Not saved: /decks/mali.toml: could not be read or written" in words(pilot)
        monkeypatch.undo()
        await press(pilot, "ctrl+s")
        assert [edit.wordings[0].card.question for edit in given] == ["xWho was Mali's foreign minister in June 2023?"]


async def test_what_cannot_be_done_to_cards_leaves_the_keys_to_try_again(collection, disk):
    async with running(collection) as pilot:
        await opened_over(pilot, BrowseScreen(pilot.app._desk))
        disk.error = REFUSED
        await press(pilot, "s")
        assert f"Not done: {LINE}"[:60] in words(pilot)
        disk.error = None
        await press(pilot, "s")
        assert "1 card suspended" in words(pilot)


async def test_a_day_that_cannot_be_weighed_or_kept_is_told_in_its_box(collection, disk):
    async with running(collection) as pilot:
        await opened_over(pilot, AimScreen(pilot.app._desk, MALI))
        disk.error = REFUSED
        await press(pilot, "enter")
        assert "permission denied" in words(pilot)
        disk.error = None
        await press(pilot, "enter")
        disk.error = REFUSED
        await press(pilot, "enter")
        assert "permission denied" in words(pilot)
        await press(pilot, "escape", "d")
        assert LINE in words(pilot)
        assert len(pilot.app.screen_stack) == 1


async def test_a_session_goes_on_with_the_card_when_what_stands_beside_it_cannot_be_read(collection, disk):
    async with running(collection, [MALI]) as pilot:
        disk.error = REFUSED
        seen = await press(pilot, "space")
        assert "168" in seen
        assert "permission denied" in seen
        assert "Not saved:" in await press(pilot, "3")
        assert "permission denied" in await press(pilot, "w")
        disk.error = None
        assert "1 done" in await press(pilot, "3")


async def test_a_session_whose_first_card_cannot_be_read_says_so(collection, disk):
    disk.error = REFUSED
    async with running(collection, [MALI]) as pilot:
        assert "could not be read or written: permission denied." in words(pilot)


async def test_a_picture_that_the_system_refuses_is_told_under_the_card(collection, monkeypatch):
    def refused(*_):
        raise REFUSED

    monkeypatch.setattr("trainer.tui.study_verbs.open_picture", refused)
    async with running(collection, [MALI]) as pilot:
        from trainer.tui.study_verbs import VERBS

        VERBS["picture"](pilot.app.screen, pilot.app._desk)
        await settled(pilot)
        assert "permission denied" in words(pilot)


def test_what_the_system_refused_names_the_file_and_what_nobody_foresaw_its_place():
    assert str(told_of(REFUSED)) == LINE
    assert told_of(error := TrainerError("a.")) is error
    assert "should not have (KeyError" in str(told_of(KeyError("x")))


def test_no_screen_leaves_work_to_a_thread_that_nobody_hears():
    """`aside` and `telling` are the two ways; whatever else Textual offers has no words for what goes wrong."""
    bare = []
    for path in sorted(TUI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            in_thread = any(word.arg == "thread" for word in node.keywords)
            heard = node.args and ast.unparse(node.args[0]).startswith(("telling(", "doing"))
            if (called == "work" and in_thread) or (called.endswith(".run_worker") and not heard):
                bare.append((path.name, ast.unparse(node)))
    assert bare == []
