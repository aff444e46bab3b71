"""Approving on the screen: every key, the list, the form, and what is there the next time."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from proposals import cards, states, table
from screen import SIZES, frame, press, settled

from trainer.approval import Accepted, Reason, Refused
from trainer.cards import Card, Kind, Source
from trainer.errors import NotSaved
from trainer.tui.approve_window import ApproveApp


@asynccontextmanager
async def approving(desk=None, size=(80, 24), theme="textual-dark"):
    """The screen over a table, once it has come to rest."""
    async with ApproveApp(desk or table(), theme).run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


ALWAYS = ("a Accept", "r Refuse", "e Edit", "q End", "? Help")


def decided(pilot):
    return states(pilot.app.approval)


async def typed(pilot, *keys):
    """Type keys in one go; what is on the screen then."""
    await pilot.press(*keys)
    await settled(pilot)
    return frame(pilot)


async def sized(pilot, size):
    """Give the screen a size; what is on it then."""
    await pilot.resize_terminal(*size)
    await settled(pilot)
    return frame(pilot)


def lit(pilot, style="reverse"):
    """What stands out on the screen without a colour."""
    rows = pilot.app.screen._compositor.render_strips()
    return "".join(seg.text for row in rows for seg in row if seg.style and getattr(seg.style, style))


async def test_at_every_size_the_card_has_its_sentence_with_the_answer_lit_and_its_keys():
    async with approving() as pilot:
        for size in SIZES:
            seen = await sized(pilot, size)
            words = " ".join(seen.split())
            assert "TLP:GREEN" in words
            assert "1 of 3 · when · undecided" in words
            assert "The Lima Accord was signed on" in words
            assert "3 May 2024" in lit(pilot)
            assert [word for word in ALWAYS if word not in seen.splitlines()[-1]] == []
            assert ("3 left" if size == (40, 12) else "0 accepted · 0 refused · 3 left") in words
            broad = size == (200, 50)
            assert ("It lapses in 2030." in words) == broad, "the rest of the passage"
            assert ("· [...] sent trucks to Lima" in words) == broad, "the list"
            assert lit(pilot, "underline").startswith("The Lima Accord was signed") == broad


async def test_everything_that_speaks_for_or_against_the_card_is_there_and_the_keys_go_round():
    async with approving() as pilot:
        seen = frame(pilot)
        assert "as of May 3, 2024" in seen
        assert "also right: 3 May 2024" in seen
        assert "wrong options: May 4, 2024 · May 5, 2024 · May 6, 2024" in seen
        assert "Floods in peru · paragraph 1" in seen
        assert "c shows the passage around it" in seen
        assert "according to the city council" in await press(pilot, "n")
        assert "3 of 3" in await press(pilot, "right", "n")
        assert "1 of 3" in await press(pilot, "p", "left", "left")
        assert "2 of 3" in await press(pilot, "a")
        await press(pilot, "enter")
        assert not pilot.app._exit, "enter ends only once everything is decided"


async def test_accept_goes_on_and_ending_keeps_what_was_decided():
    async with approving() as pilot:
        assert "2 of 3" in await press(pilot, "a")
        assert states(table().start) == ["accepted", "undecided", "undecided"], "it is on the disk already"
        await press(pilot, "y", "q")
        assert pilot.app._exit
        assert [card.id for card in pilot.app.approval.accepted_of(0)] == ["peru-1", "peru-2"]


async def test_each_reason_has_its_digit_and_the_last_takes_ones_own_words():
    assert [str(number) for number, _ in enumerate(Reason, 1)] == [*"123456"]
    async with approving() as pilot:
        for key in "25":
            await typed(pilot, "r", key)
        await typed(pilot, "r", "6")
        await typed(pilot, *"qa1", "enter")
        given = [Refused(Reason.UNCLEAR), Refused(Reason.DUPLICATE), Refused(Reason.OTHER, "qa1")]
        assert [*pilot.app.approval.decisions.values()] == given
        assert "✗ refused: qa1" in frame(pilot)
        await typed(pilot, "r", "escape", "r", "down", "down", "enter")
        assert pilot.app.approval.decisions[2] == Refused(Reason.TRIVIAL)


async def test_a_reason_s_digit_alone_refuses_the_card():
    async with approving() as pilot:
        assert "2 of 3" in await press(pilot, "1")
        assert "Why? Enter refuses the card." in await press(pilot, "6")
        await typed(pilot, *"no", "enter")
        assert [*pilot.app.approval.decisions.values()] == [Refused(Reason.WRONG), Refused(Reason.OTHER, "no")]
        assert "1 of 3 · when · undecided" in await press(pilot, "u", "u")


async def test_the_filter_passes_over_what_is_decided_in_the_list_and_between_cards():
    async with approving(table("peru", "chile"), size=(150, 40)) as pilot:
        seen = await press(pilot, "n", "a", "p", "p", "f")
        assert "undecided only" in seen
        assert "1 of 6" in seen
        assert seen.count("According to the Lima city council") == 1, "the decided card is not in the list"
        assert "3 of 6" in await press(pilot, "n")
        assert "Floods in peru\n" not in await press(pilot, "a", "p", "a")
        assert "4 of 6" in frame(pilot)
        assert "4 of 6" in await press(pilot, "p"), "there is none before it"
        seen = await press(pilot, "f", "p")
        assert "3 of 6" in seen
        assert "✓ According to the Lima city council" in seen


async def test_a_card_is_found_by_its_number_and_by_its_words():
    async with approving(table("peru", "chile")) as pilot:
        await press(pilot, "slash")
        assert "5 According to the Lima city council" in await typed(pilot, "5")
        assert "5 of 6" in await press(pilot, "enter")
        await press(pilot, "slash")
        seen = await typed(pilot, *"signed lima")
        assert seen.count("On what date was the Lima") == 2
        assert "4 of 6" in await press(pilot, "down", "enter")
        await press(pilot, "slash")
        assert "No card holds that." in await typed(pilot, *"atlantis", "enter")
        assert "4 of 6" in await press(pilot, "escape")
        assert decided(pilot) == ["undecided"] * 6, "no letter that was typed was taken for a key"


async def test_the_passage_is_shown_on_demand_where_there_is_no_room_for_both():
    async with approving() as pilot:
        assert "lapses" not in frame(pilot)
        assert "It lapses" in await press(pilot, "c")
        assert "lapses" not in await press(pilot, "c")
        await press(pilot, "c")
        assert "2 of 3" in await press(pilot, "a"), "the next card is shown with its sentence again"
        assert "UNICEF sent at least 25 trucks" in frame(pilot)
        await sized(pilot, (40, 12))
        assert "UNICEF sent at least 25" in await press(pilot, "c")


@pytest.mark.long
async def test_at_every_size_each_key_that_has_no_room_is_in_the_help():
    async with approving() as pilot:
        for size in SIZES:
            await sized(pilot, size)
            last = frame(pilot).splitlines()[-1]
            assert last.endswith("? Help"), "no key is cut"
            await press(pilot, "question_mark")
            keys = [str(one.content) for one in pilot.app.screen.query(".keys")]
            assert {"a y", "r", "e", "u", "n", "p", "/", "l", "f", "A", "q esc", "1", "6"} <= {*keys}
            await press(pilot, "escape")


async def test_ctrl_c_says_how_to_end_and_ends_nothing():
    async with approving() as pilot:
        assert "ctrl+q ends the program." in await press(pilot, "a", "ctrl+c")
        assert not pilot.app._exit
        await press(pilot, "ctrl+q")
        assert pilot.app._exit
        assert len(pilot.app.approval.accepted_of(0)) == 1


async def test_the_wrong_options_can_be_edited_beside_the_sentence():
    async with approving() as pilot:
        seen = await press(pilot, "e")
        assert "signed on 3 May 2024" in seen
        assert "Wrong options   May 4, 2024" in seen
        pilot.app.screen.query_one("#edit-options").text = "1 May 2023\n\n 2 May 2023 \n1 May 2023\n"
        assert "✎ edited" in await press(pilot, "ctrl+s", "p")
        assert "wrong options: 1 May 2023 · 2 May 2023" in frame(pilot)
    assert table().start.card_at(0).distractors == ("1 May 2023", "2 May 2023")


async def test_on_the_smallest_screen_the_reasons_and_the_form_can_be_used():
    async with approving(size=(40, 12)) as pilot:
        seen = await press(pilot, "r", "6")
        assert all(str(reason) in seen for reason in Reason)
        assert "Enter refuses" in seen
        await typed(pilot, "enter", "n", "e", *["tab"] * 5)
        assert "According to" in await typed(pilot, *"UN")
        await press(pilot, "ctrl+s")
        assert pilot.app.approval.card_at(2).attribution == "UN"


async def test_undo_goes_back_through_the_whole_history():
    async with approving() as pilot:
        await typed(pilot, *"ar1Ay")
        assert decided(pilot) == ["accepted", "refused", "accepted"]
        assert "3 of 3 · cloze · undecided" in await press(pilot, "u")
        assert "2 of 3 · how many · undecided" in await press(pilot, "u")
        assert "1 of 3 · when · undecided" in await press(pilot, "u", "u")
    assert states(table().start) == ["undecided"] * 3


async def test_all_the_rest_is_asked_with_its_number_and_enter_ends():
    async with approving(table("peru", "chile")) as pilot:
        assert "Accept 5 undecided cards of 2 briefs as they stand?" in await press(pilot, "a", "A")
        await press(pilot, "n")
        assert decided(pilot).count("accepted") == 1
        assert "All decided. Enter saves 6 cards and ends" in await press(pilot, "A", "y")
        assert decided(pilot) == ["accepted"] * 6
        await press(pilot, "enter")
        assert pilot.app._exit


async def test_an_edit_in_place_accepts_the_card_with_its_id_and_escape_leaves_it_as_it_was():
    async with approving() as pilot:
        assert "Save and accept" in await press(pilot, "n", "e")
        seen = await press(pilot, *"qr", "escape")
        assert "These words are not saved: ctrl+s saves them, esc once more drops them." in " ".join(seen.split())
        assert "Save and accept" in seen
        assert "Save and accept" not in await press(pilot, "escape")
        assert decided(pilot) == ["undecided"] * 3
        assert not pilot.app._exit
        await press(pilot, "e")
        await typed(pilot, "tab", "end", "6", "ctrl+s")
        [card] = pilot.app.approval.accepted_of(0)
        assert (card.id, card.answer, card.origin) == ("peru-2", "256", "rules 1, edited")
        assert "✎ edited" in await press(pilot, "p")
    assert states(table().start) == ["undecided", "edited", "undecided"]


async def test_a_broken_rule_is_named_and_a_second_save_of_the_same_words_overrides_it():
    async with approving() as pilot:
        await press(pilot, "e")
        seen = await typed(pilot, "home", *"We ", "ctrl+s")
        assert "Breaks stands_alone: 'We' points outside the card." in seen
        assert "Save again to keep it as it is." in seen
        await typed(pilot, *"a ", "ctrl+s")
        assert decided(pilot)[0] == "undecided", "other words are warned of anew"
        await press(pilot, "ctrl+s")
        assert pilot.app.approval.card_at(0).question.startswith("We a On what")
        await press(pilot, "e")
        pilot.app.screen.query_one("#edit-answer").value = ""
        assert "The answer is empty." in await press(pilot, "ctrl+s", "ctrl+s")
        assert decided(pilot) == ["edited", "undecided", "undecided"]


async def test_cards_are_grouped_by_brief_and_the_mouse_is_enough():
    async with approving(table("peru", "chile"), size=(150, 40)) as pilot:
        rows = [row[:40].strip() for row in frame(pilot).splitlines()]
        assert rows[rows.index("Floods in chile") + 1].startswith("· On what date was the Lima")
        await pilot.click("#list", offset=(8, rows.index("Floods in chile")))
        await settled(pilot)
        assert "4 of 6" in frame(pilot)
        await pilot.click("FooterKey")
        await settled(pilot)
        assert decided(pilot) == [*["undecided"] * 3, "accepted", *["undecided"] * 2]
        await sized(pilot, (80, 24))
        seen = await typed(pilot, "l")
        assert "✓ On what date was the Lima Accord on chile" in seen, "the list takes the place of the card"
        assert "6 of 6" in await typed(pilot, "down", "enter")
        await typed(pilot, "l", "escape")
        assert not pilot.app._exit
        await typed(pilot, "escape")
        assert pilot.app._exit


async def test_it_goes_on_where_it_was_left_and_says_what_cannot_be_written(monkeypatch):
    def fail(*_):
        raise NotSaved("could not be written: no space left on device.")

    desk = table()
    desk.decide(desk.start, (0, Accepted(cards()[0])))
    desk = table()
    async with approving(desk) as pilot:
        assert "2 of 3 · how many · undecided" in frame(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(desk._logs[0], "add", fail)
            seen = await press(pilot, "a")
            assert "no space left on device" in seen
            assert "2 of 3 · how many · undecided" in seen
        await press(pilot, "u")
        assert decided(pilot) == ["undecided"] * 3


async def test_every_key_is_in_the_palette_and_in_the_help():
    async with approving(size=(100, 48)) as pilot:
        titles = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"Accept", "Refuse", "Edit", "End", "Next", "Back", "Find", "Filter", "All", "List", "Theme"} <= titles
        seen = await press(pilot, "question_mark")
        assert "Accept all the rest at once" in seen
        assert "--again" in seen
        assert "Ratings" not in seen


PAYLOAD = "[@click=app.quit]x[/] [bold] \x1b]52;c;aGk=\x07 abc\u202edef \x9b31m"


def hostile(name):
    return (
        Card("h1", f"Who is {PAYLOAD}?", PAYLOAD, Kind.WHO, accepted=(PAYLOAD,), distractors=(PAYLOAD, PAYLOAD),
             as_of=PAYLOAD, attribution=PAYLOAD, source=Source(name, f"a {PAYLOAD} b", 1, (2, 2 + len(PAYLOAD)))),
        replace(cards(name)[0], source=None),
    )  # fmt: skip


@pytest.mark.long
async def test_hostile_text_is_shown_as_it_is_in_every_theme():
    async with approving(table(proposed=hostile), size=(150, 50), theme="textual-light") as pilot:
        assert "[@click=app.quit]x[/]" in lit(pilot)
        pilot.app.theme = "textual-dark"
        for keys in ((), ("e",), ("escape", "r", "6"), (*"[/]", "enter"), ("p",)):
            seen = await typed(pilot, *keys)
            assert not set("\x1b\x07\x9b\u202e") & set(seen)
            assert pilot.app.return_code is None
        assert "✗ refused: [/]" in seen
        assert "[@click=app.quit]x[/]" in lit(pilot)
        assert "The card names no sentence." in await press(pilot, "n")
