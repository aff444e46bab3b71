"""Everything else that can be done to the card in view: by a key, in the palette, and back again."""

from __future__ import annotations

import pytest
from screen import SIZES, click, frame, press, running, settled
from shelf import MALI

from trainer.decks.write import write_deck
from trainer.reviews import Reviewing
from trainer.reviews.entries import Bury, Flag, Remark, Reset, SetDue, Suspend
from trainer.settings import Settings

FIRST, SECOND = "At least how many peacekeepers", "MINUSMA was set up in"


def kinds(collection, card="c1"):
    return [type(entry) for entry in collection.log.history("mali", card)]


@pytest.mark.parametrize(
    ("key", "kind", "told"),
    [
        ("s", Suspend, "Set aside; u takes it back."),
        ("b", Bury, "Put off until tomorrow; u takes it back."),
        ("R", Reset, "The card is new again; u takes it back."),
    ],
)
@pytest.mark.parametrize("before", [(), ("space",)], ids=["the question", "the answer"])
async def test_a_card_is_put_away_by_one_key_and_brought_back_by_another(collection, key, kind, told, before):
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, *before, key)
        assert SECOND in seen
        assert told in seen
        assert kinds(collection) == [kind]
        seen = await press(pilot, "u")
        assert FIRST in seen
        assert "Taken back; U does it again." in seen
        assert "0 done" in seen
        seen = await press(pilot, "U")
        assert SECOND in seen
        assert "Done again." in seen
        assert FIRST in await press(pilot, "ctrl+z")


async def test_next_passes_a_card_over_without_a_rating(collection):
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, "n")
        assert SECOND in seen
        assert "Passed over; it comes again at the end." in seen
        assert "4 new" in seen
        await press(pilot, "n", "n")
        assert FIRST in await press(pilot, "n")
        assert not collection.log.shown("mali")


async def test_the_only_card_in_hand_is_not_passed_over(collection):
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "b", "b", "b")
        seen = await press(pilot, "n")
        assert "There is no other card in hand." in seen
        assert "Passed over" not in seen


@pytest.mark.parametrize("size", SIZES)
async def test_a_flag_is_chosen_from_a_small_menu_and_stays_in_view(collection, size):
    async with running(collection, [MALI], size=size) as pilot:
        seen = await press(pilot, "f")
        assert all(name in seen for name in ("1  ⚑ red", "7  ⚑ purple", "0  no flag ●"))
        seen = await press(pilot, "3")
        assert FIRST in seen
        assert ("⚑ green" in seen) == (size != (40, 12))
        assert "⚑ green  ●" in await press(pilot, "f")
        await press(pilot, "0")
        assert [entry.flag for entry in collection.log.history("mali", "c1") if isinstance(entry, Flag)] == [3, 0]
        assert "⚑" not in await press(pilot, "f", "escape")


async def test_a_flag_can_be_clicked(collection):
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "f")
        assert "Flagged turquoise." in await click(pilot, "turquoise")


@pytest.mark.parametrize("size", SIZES)
async def test_a_due_day_is_asked_for_in_days(collection, size):
    async with running(collection, [MALI], size=size) as pilot:
        assert "In how many days is the card due?" in " ".join((await press(pilot, "d")).split())
        seen = await press(pilot, *"soon", "enter")
        assert "A number of days, 0 to 36500." in " ".join(seen.split())
        for _ in "soon":
            await pilot.press("backspace")
        seen = await press(pilot, "7", "enter")
        assert "Due in 7 days; u takes it back." in " ".join(seen.split())
        stage = collection.log.state("mali", "c1").stage
        assert isinstance(stage, Reviewing)
        assert stage.due_day == collection.now().day + 7
        assert kinds(collection)[-1] is SetDue
        await press(pilot, "u", "d", "escape")
        assert collection.log.state("mali", "c1").reps == 0


async def test_a_note_is_written_shown_with_the_answer_and_taken_away(collection):
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "w", *"p7", "enter")
        assert "your note: p7" not in frame(pilot), "a note may give the answer away"
        assert "your note: p7" in await press(pilot, "space")
        seen = await press(pilot, "w")
        assert "p7" in seen
        await press(pilot, "backspace", "backspace", "enter")
        assert "The note is gone." in frame(pilot)
        assert "your note" not in frame(pilot)
        assert kinds(collection) == [Remark, Remark]


async def test_a_verb_that_cannot_be_saved_is_told_and_changes_nothing(collection, monkeypatch):
    collection.log.store._db.pragma("query_only", True)
    async with running(collection, [MALI]) as pilot:
        seen = await press(pilot, "s")
        assert "Not saved:" in seen
        assert FIRST in seen


async def test_every_verb_is_in_the_command_palette_by_its_name(collection):
    names = (
        "Undo",
        "Next",
        "Edit",
        "Flag",
        "Note",
        "Suspend",
        "Bury",
        "Set due",
        "Reset",
        "Mode",
        "Confidence",
        "Timer",
    )
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "space", "3", "space")
        listed = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {*names, "Source", "History", "Again", "Easy", "Finish", "Help", "Theme"} <= listed


async def test_a_verb_can_be_done_from_the_palette(collection):
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "ctrl+p", *"suspend")
        await pilot.pause(0.3)
        assert SECOND in await press(pilot, "enter", "enter")
        assert kinds(collection) == [Suspend]


async def test_the_source_and_the_history_open_once_the_answer_is_in_view(collection):
    async with running(collection, [MALI]) as pilot:
        assert FIRST in await press(pilot, "o")
        assert "Source" not in frame(pilot).splitlines()[-1]
        assert "The UN counted at least 168 dead" in await press(pilot, "space", "o")
        await press(pilot, "escape", "h")
        assert "History" in frame(pilot)
        assert "1 Again" in await press(pilot, "escape")


async def test_a_card_is_edited_where_it_stands_and_studied_in_its_new_words(opened, tmp_path):
    from trainer.collection import Collection

    path = tmp_path / "mali.toml"
    write_deck(MALI, path)
    collection, _ = Collection.open([path])
    with collection:
        async with running(collection, collection.decks) as pilot:
            seen = await press(pilot, "e")
            assert "Edit the card" in seen
            await press(pilot, *["ctrl+end"], *"!!")
            seen = await press(pilot, "ctrl+s")
            seen = await press(pilot, "ctrl+s") if "Edit the card" in seen else seen
            assert "The card has its new words." in seen
            assert "!!" in seen
            assert "was changed" not in await press(pilot, "space", "3"), "one's own edit is no news"
        assert "!!" in path.read_text("utf-8")


async def test_what_happens_to_the_deck_meanwhile_is_told_in_one_line(opened, tmp_path):
    from trainer.collection import Collection

    path = tmp_path / "mali.toml"
    write_deck(MALI, path)
    collection, _ = Collection.open([path])
    with collection:
        async with running(collection, collection.decks) as pilot:
            path.unlink()
            seen = await press(pilot, "space", "3")
            assert "mali.toml is not there any more; the session goes on with the cards that" in seen
            assert SECOND in seen
            assert "not there" not in await press(pilot, "space")


@pytest.mark.parametrize("theme", ["textual-light", "nord", "ansi_color"])
async def test_every_theme_shows_the_card(opened, theme):
    async with running(opened(MALI, settings=Settings(theme=theme)), [MALI]) as pilot:
        assert "168" in await press(pilot, "space")


async def test_without_colour_what_matters_stands_out_all_the_same(collection, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(collection, [MALI]) as pilot:
        await press(pilot, "space")
        rows = pilot.app.screen._compositor.render_strips()
        lit = "".join(seg.text for row in rows for seg in row if seg.style and seg.style.underline)
        assert "168" in lit
        assert "Good" in lit


async def test_help_names_every_key(collection):
    async with running(collection, [MALI], size=(80, 60)) as pilot:
        seen = await press(pilot, "space", "question_mark")
        for key in ("1", "u ^z", "n", "e", "o", "h", "f", "w", "s", "b", "d", "R", "m", "c", "t", "q esc"):
            assert any(line.strip().startswith(f"{key} ") for line in seen.splitlines()), key
        await settled(pilot)
