"""The home screen: what it tells and where it leads."""

from __future__ import annotations

import dataclasses

import pytest
from screen import SIZES, frame, press, running, settled
from shelf import SAHEL

from trainer.errors import Finding
from trainer.settings import Settings


@pytest.mark.parametrize("size", SIZES)
async def test_every_deck_is_there_with_its_day(collection, size):
    async with running(collection, size=size) as pilot:
        seen = frame(pilot)
        assert "5 cards today · about 1 minute" in seen
        assert "Mali and the end of MINUSMA" in seen
        assert "The Sahel" in seen
        assert "enter Study" in seen


async def test_counts_stand_under_their_names(collection):
    async with running(collection) as pilot:
        rows = frame(pilot).splitlines()
        names = next(row for row in rows if "learning" in row)
        mali = next(row for row in rows if "MINUSMA" in row)
        assert mali[: names.index("new") + 3].endswith("  4")
        assert mali[: names.index("cards") + 5].endswith("    4")


async def test_the_highest_marking_of_all_decks_is_over_them(collection):
    async with running(collection) as pilot:
        assert frame(pilot).splitlines()[0].strip() == "TLP:AMBER"


async def test_unmarked_decks_have_no_banner(opened):
    async with running(opened(dataclasses.replace(SAHEL, marking=""))) as pilot:
        assert frame(pilot).splitlines()[1].strip() == "Trainer"


async def test_enter_studies_the_deck_under_the_cursor(collection):
    async with running(collection) as pilot:
        assert "capital of Niger" in await press(pilot, "down", "enter")


async def test_a_studies_every_deck(collection):
    async with running(collection) as pilot:
        assert "5 new" in await press(pilot, "a")


async def test_a_click_studies_too(collection):
    async with running(collection) as pilot:
        await pilot.click("DeckRow:last-of-type")
        await settled(pilot)
        assert "capital of Niger" in frame(pilot)


async def test_counts_are_new_after_a_session(collection):
    async with running(collection) as pilot:
        seen = await press(pilot, "down", "enter", "space", "4", "enter")
        assert "4 cards today" in seen
        assert "next cards in" in seen


async def test_a_finished_day_says_when_the_next_begins(opened):
    async with running(opened(SAHEL)) as pilot:
        seen = await press(pilot, "enter", "space", "4", "enter")
        assert "Nothing is due today · next cards in" in seen


async def test_a_deck_without_cards_left_can_be_opened_and_left(opened):
    async with running(opened(dataclasses.replace(SAHEL, cards=()))) as pilot:
        assert "Nothing was reviewed" in await press(pilot, "enter")
        assert "Nothing is due today" in await press(pilot, "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_first_run_explains_itself(opened, size):
    async with running(opened(), size=size) as pilot:
        seen = frame(pilot)
        assert "No decks yet" in seen
        assert "trainer build BRIEF -o" in seen
        assert "decks/NAME.toml" in seen
        assert "decks" in await press(pilot, "end")


async def test_without_decks_enter_and_a_do_nothing(opened):
    async with running(opened()) as pilot:
        assert "No decks yet" in await press(pilot, "enter", "a")


async def test_problems_in_decks_are_told_with_the_remedy(collection):
    findings = [Finding("decks/x.toml:3", "has no answer.")] * 3
    async with running(collection, findings=findings) as pilot:
        assert "3 problems in decks: run trainer" in frame(pilot)


async def test_the_theme_of_the_settings_is_worn(opened):
    async with running(opened(SAHEL, settings=Settings(theme="nord"))) as pilot:
        assert pilot.app.theme == "nord"


async def test_an_unknown_theme_is_told_and_the_default_worn(opened):
    async with running(opened(SAHEL, settings=Settings(theme="[/no]"))) as pilot:
        assert pilot.app.theme == "textual-dark"
        assert "No theme is called '[/no]'" in frame(pilot)


async def test_help_lists_the_keys_of_the_screen_and_closes(collection):
    async with running(collection) as pilot:
        assert "Study the deck under the cursor" in await press(pilot, "question_mark")
        assert "5 cards today" in await press(pilot, "escape")


async def test_q_ends_the_program(collection):
    async with running(collection) as pilot:
        await press(pilot, "q")
        assert pilot.app.return_code == 0
