"""Editing a card on the screen: into the file, past the critique, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from screen import SIZES, frame, opened_over, press, running
from shelf import MALI

from trainer.decks.read import read_deck
from trainer.reviews import Rating
from trainer.tui.desk import Desk
from trainer.tui.edit_card import EditCard


def in_file(tmp_path, card_id):
    return next(card for card in read_deck(tmp_path / "mali.toml")[0].cards if card.id == card_id)


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
async def test_the_card_stands_in_its_fields_under_its_marking(filed, size):
    collection = filed(MALI)
    async with running(collection, size=size) as pilot:
        await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c3")))
        seen = frame(pilot)
        assert seen.splitlines()[0].strip() == "TLP:AMBER"
        assert "Who was Mali's foreign minister" in seen
        assert "Abdoulaye Diop" in seen


@pytest.mark.parametrize("times", [1, 2, 6])
async def test_what_is_typed_first_is_in_view_in_a_small_window(filed, times):
    sourced, *_ = MALI.cards
    long = replace(
        sourced,
        question="As of February 2023, at least how many peacekeepers of the mission had been killed in Mali?",
        source=replace(sourced.source, sentence="The UN counted at least 168 dead by February. " * times),
    )
    collection = filed(replace(MALI, cards=(long,)))
    async with running(collection, size=(40, 12)) as pilot:
        await opened_over(pilot, EditCard(Desk(collection), "mali", long))
        assert "xAs of February" in await press(pilot, "x")


async def test_saving_writes_the_file_and_keeps_the_progress(filed, tmp_path):
    collection = filed(MALI)
    session = collection.start()
    collection.rate(session.reveal(), Rating.GOOD)
    rated = session.showing.item.card
    before = collection.log.state("mali", rated.id)
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(Desk(collection), "mali", rated))
        await press(pilot, "tab", "end", "x", "ctrl+s", "ctrl+s")
        assert in_file(tmp_path, rated.id).answer == rated.answer + "x"
        assert given[0].card == collection.card("mali", rated.id)
        assert collection.log.state("mali", rated.id) == before


async def test_words_that_break_a_rule_are_named_and_saved_only_when_saved_again(filed, tmp_path):
    collection = filed(MALI)
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c3")))
        seen = await press(pilot, "end", "backspace", "ctrl+s")
        assert "Breaks has_one_question: no single question mark at the end." in seen
        assert "Save again to keep it as it is." in seen
        assert given == []
        await press(pilot, "ctrl+s")
        assert in_file(tmp_path, "c3").question == "Who was Mali's foreign minister in June 2023"


@pytest.mark.long
async def test_an_empty_question_cannot_be_saved(filed, tmp_path):
    collection = filed(MALI)
    before = (tmp_path / "mali.toml").read_bytes()
    async with running(collection) as pilot:
        await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c3")))
        pilot.app.screen.query_one("#edit-question").text = " "
        assert "The question is empty." in await press(pilot, "ctrl+s", "ctrl+s")
    assert (tmp_path / "mali.toml").read_bytes() == before


async def test_changed_words_are_dropped_only_when_escape_is_pressed_again(filed, tmp_path):
    collection = filed(MALI)
    before = (tmp_path / "mali.toml").read_bytes()
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c3")))
        seen = await press(pilot, "x", "escape")
        assert "These words are not saved: ctrl+s saves them, esc once more drops them." in " ".join(seen.split())
        assert given == []
        await press(pilot, "y", "escape")
        assert given == []
        await press(pilot, "escape")
        assert given == [None]
    assert (tmp_path / "mali.toml").read_bytes() == before


async def test_escape_closes_a_form_without_a_change_at_once(filed):
    collection = filed(MALI)
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c3")))
        await press(pilot, "x", "backspace", "escape")
        assert given == [None]


@pytest.mark.long
async def test_saving_without_a_change_writes_nothing(filed, tmp_path):
    collection = filed(MALI)
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c4")))
        await press(pilot, "ctrl+s")
        assert given == [None]
    assert collection.log.notes("mali", "edit") == []


async def test_a_card_that_was_changed_in_the_file_meanwhile_is_refused_and_the_words_stay(filed, tmp_path):
    collection = filed(MALI)
    path = tmp_path / "mali.toml"
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c3")))
        path.write_text(path.read_text("utf-8").replace("Abdoulaye Diop", "Another"), encoding="utf-8")
        seen = await press(pilot, "tab", "end", "x", "ctrl+s", "ctrl+s")
        assert "now has other words for the card 'c3': the file was changed meanwhile." in " ".join(seen.split())
        assert "Abdoulaye Diopx" in seen
        assert given == []


async def test_the_span_of_the_source_follows_the_answer(filed, tmp_path):
    collection = filed(MALI)
    card = replace(MALI.cards[0], answer="168 dead")
    collection.edit("mali", replace(card, source=replace(card.source, span=(26, 34))))
    assert in_file(tmp_path, "c1").source.span == (26, 34)


@pytest.mark.long
async def test_tags_and_kind_can_be_changed(filed, tmp_path):
    collection = filed(MALI)
    async with running(collection) as pilot:
        await opened_over(pilot, EditCard(Desk(collection), "mali", collection.card("mali", "c3")))
        pilot.app.screen.query_one("#edit-tags").value = "mali  people mali"
        pilot.app.screen.query_one("#edit-kind").value = "what"
        await press(pilot, "ctrl+s", "ctrl+s")
        assert in_file(tmp_path, "c3").tags == ("mali", "people")
        assert in_file(tmp_path, "c3").kind == "what"


@pytest.mark.long
async def test_a_new_card_is_added_at_the_end_and_can_be_studied(filed, tmp_path):
    collection = filed(MALI)
    async with running(collection) as pilot:
        given = await opened_over(pilot, EditCard(Desk(collection), "mali"))
        assert "A new card in Mali and the end of MINUSMA" in frame(pilot)
        pilot.app.screen.query_one("#edit-question").text = "What is the capital of Mali?"
        pilot.app.screen.query_one("#edit-answer").value = "Bamako"
        await press(pilot, "ctrl+s", "ctrl+s")
    added = read_deck(tmp_path / "mali.toml")[0].cards[-1]
    assert (added.question, added.answer, added.origin) == ("What is the capital of Mali?", "Bamako", "hand")
    assert given[0].card == added
    assert collection.counts(collection.decks[0]).new == 5
    assert collection.decks[0].size == 5


async def test_an_edit_can_be_undone_to_the_byte(filed, tmp_path):
    collection = filed(MALI)
    before = (tmp_path / "mali.toml").read_bytes()
    edit = collection.edit("mali", replace(collection.card("mali", "c3"), answer="Choguel Maïga"))
    collection.undo_edit(edit)
    assert (tmp_path / "mali.toml").read_bytes() == before
    assert collection.card("mali", "c3").answer == "Abdoulaye Diop"


def test_a_retired_card_leaves_its_queue_and_comes_back(filed):
    collection = filed(MALI)
    card = collection.card("mali", "c3")
    edit = collection.edit("mali", replace(card, status="retired"))
    assert collection.decks[0].size == 3
    assert collection.counts(collection.decks[0]).new == 3
    collection.undo_edit(edit)
    assert collection.counts(collection.decks[0]).new == 4


def test_an_edited_deck_is_as_if_it_had_been_read_anew(filed, tmp_path):
    collection = filed(MALI)
    collection.edit("mali", replace(collection.card("mali", "c3"), answer="Another", tags=("x",)))
    assert collection.deck("mali").cards == read_deck(tmp_path / "mali.toml")[0].cards


def test_a_change_made_elsewhere_in_the_file_is_read_with_the_edit(filed, tmp_path):
    collection = filed(MALI)
    path = tmp_path / "mali.toml"
    path.write_text(path.read_text("utf-8").replace('"304"', '"305"'), encoding="utf-8")
    collection.edit("mali", replace(collection.card("mali", "c3"), answer="Another"))
    assert collection.card("mali", "c4").answer == "305"
