"""The browser: every card in a table, searched, marked, changed and put back."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import pytest
from screen import SIZES, frame, press, running, settled
from shelf import MALI, SAHEL

from trainer.cards import Status
from trainer.collection import gesture
from trainer.collection.listed import Listed
from trainer.decks import Deck
from trainer.decks.read import read_deck
from trainer.reviews import CardState, Learning, Memory, New, Relearning, Reviewing
from trainer.schedule import Moment
from trainer.search import SortBy
from trainer.tui.browse_columns import COLUMNS, Layout, due
from trainer.tui.card_finder import CardFinder
from trainer.tui.card_table import CardTable

KNOWN = Memory(20, 5)
NIGER = replace(SAHEL.cards[0], id="s2", question="What is the capital city of Niger?", tags=("un", "cities"))
DECKS = (MALI, replace(SAHEL, cards=(*SAHEL.cards, NIGER)))


async def search(pilot, query):
    """Type a search and wait for what it finds; what is on the screen then."""
    await press(pilot, "slash")
    finder = pilot.app.screen.query_one(CardFinder)
    finder.query_one("Input").value = query
    while finder._query != query or not (finder._typing is None or finder._typing._task.done()):
        await pilot.pause(0.01)
    await settled(pilot)
    return await press(pilot, "enter")


def rows(seen):
    """The lines of the table, the names of its columns first."""
    lines = [line[1:] for line in seen.splitlines()]
    start = next(place for place, line in enumerate(lines) if line.lstrip().startswith("question"))
    return [line for line in lines[start:-1] if line.strip(" ▌▁▂▃▄▅▆▇█▎▏")]


def table(pilot):
    return pilot.app.screen.query_one(CardTable)


AT_80 = """\
                                   TLP:AMBER

  Search: words, tag:un, is:due, prop:s>21; F1 lists all               6 cards

     question                              answer        due         stability
     At least how many peacekeepers had …  168           new         –
     MINUSMA was set up in […] after the…  2013          new         –
     Who was Mali's foreign minister in …  Abdoulaye D…  new         –
     By another count, how many had been…  304           new         –
     What is the capital of Niger?         Niamey        new         –
     What is the capital city of Niger?    Niamey        new         –"""

AT_200 = [
    "question answer kind due stability lapses tags brief",
    "At least how many peacekeepers had been ki… 168 how many new – – brief",
    "MINUSMA was set up in […] after the north … 2013 cloze new – –",
]


async def test_every_card_is_in_the_table(filed):
    async with running(filed(*DECKS)) as pilot:
        assert (await press(pilot, "b")).startswith(AT_80)


async def test_a_wide_window_shows_more_columns_and_the_card_under_the_cursor(filed):
    hostile = replace(SAHEL.cards[0], id="s3", question="[red]What\x1b]0;x\x07 is it?[/]", tags=("[b]",))
    async with running(filed(*DECKS, Deck("x", "X", (hostile,))), size=(200, 50)) as pilot:
        seen = await press(pilot, "b")
        assert [" ".join(row.split("▌")[0].split()) for row in rows(seen)[:3]] == AT_200
        assert "according to the UN" in seen
        seen = await press(pilot, "end")
        assert seen.count("[red]What␛]0;x␇ is it?[/]") == 2
        assert "\x1b" not in seen


async def test_long_work_says_how_far_it_is_and_escape_gives_it_up(filed, monkeypatch):
    collection = filed(*DECKS)

    def endless(cards, step):
        def act(collection):
            assert collection.listed(cards)
            while True:
                step(1)
                time.sleep(0.001)

        return act

    monkeypatch.setattr(gesture, "bury", endless)
    async with running(collection) as pilot:
        await press(pilot, "b", "X")
        await pilot.press("b")
        seen = ""
        while "of 6 cards …" not in seen:
            await pilot.pause(0.02)
            seen = frame(pilot)
        assert "esc Give it up" in seen
        assert "s Suspend" not in seen
        await pilot.press("s", "e", "enter", "down")
        assert "Edit the card" not in frame(pilot)
        seen = await press(pilot, "escape")
        assert "Not done: you gave it up; all cards are as they were." in seen
        assert "s Suspend" in seen
        assert "6 cards suspended" in await press(pilot, "s")


async def test_leaving_the_program_gives_up_what_is_under_way(filed, monkeypatch):
    collection, ended = filed(*DECKS), []

    def endless(_, step):
        def act(_):
            try:
                while True:
                    step(1)
                    time.sleep(0.001)
            finally:
                ended.append(True)

        return act

    monkeypatch.setattr(gesture, "suspend", endless)
    async with running(collection) as pilot:
        await press(pilot, "b")
        await pilot.press("s")
        await pilot.press("ctrl+q")
    async with asyncio.timeout(60):
        while not ended:
            await asyncio.sleep(0.01)
    assert ended == [True]


@pytest.mark.long
async def test_a_small_window_keeps_search_and_cards(filed):
    async with running(filed(*DECKS), size=SIZES[2]) as pilot:
        seen = await press(pilot, "b")
        assert "6 cards" in seen
        assert "What is the capital of …  new" in seen


async def test_a_search_finds_and_a_mistake_is_told_in_its_place(filed):
    async with running(filed(*DECKS)) as pilot:
        await press(pilot, "b")
        seen = await search(pilot, "deck:sahel -city")
        assert "1 card" in seen
        assert [row.split("  ")[2].strip() for row in rows(seen)[1:]] == ["What is the capital of Niger?"]
        seen = await search(pilot, "is:sleepy")
        assert "at character 1: there is no state 'sleepy'." in seen
        assert "What is the capital of Niger?" in seen
        assert "capital" not in await search(pilot, "zebra")
        assert "Search words" in await press(pilot, "f1")


@pytest.mark.long
async def test_the_keys_work_on_the_card_under_the_cursor_and_undo_takes_it_back(filed):
    collection = filed(*DECKS)
    async with running(collection) as pilot:
        assert "1 card suspended" in await press(pilot, "b", "s")
        assert collection.log.state("mali", "c1").suspended
        assert "suspended" in rows(frame(pilot))[1]
        assert "1 card no longer suspended" in await press(pilot, "u")
        assert not collection.log.state("mali", "c1").suspended
        await press(pilot, "down", "b", "f", "3")
        state = collection.log.state("mali", "c2")
        assert (state.buried_until, state.flag) == (collection.now().day + 1, 3)
        await press(pilot, "d", "5", "enter")
        assert collection.log.state("mali", "c2").stage.due_day == collection.now().day + 5
        await press(pilot, "r", "y")
        assert collection.log.state("mali", "c2").reps == 0
        await press(pilot, "u", "u", "u", "u")
        assert collection.log.state("mali", "c2").flag == 0


async def test_what_is_marked_is_changed_together_and_put_back_to_the_byte(filed, tmp_path):
    collection = filed(*DECKS)
    before = [(tmp_path / name).read_bytes() for name in ("mali.toml", "sahel.toml")]
    async with running(collection) as pilot:
        assert "6 marked" in await press(pilot, "b", "X")
        await press(pilot, "t")
        pilot.app.screen.query_one("Input").value = "new -cities"
        assert "6 cards tagged" in await press(pilot, "enter")
        assert [card.tags for card in read_deck(tmp_path / "sahel.toml")[0].cards] == [("new",), ("un", "new")]
        assert "6 cards retired" in await press(pilot, "R")
        assert collection.counts(collection.decks[0]).new == 0
        await press(pilot, "u", "u")
    assert [(tmp_path / name).read_bytes() for name in ("mali.toml", "sahel.toml")] == before
    assert collection.counts(collection.decks[0]).new == 4


@pytest.mark.long
async def test_a_card_is_edited_its_history_and_source_shown_and_a_new_one_added(filed, tmp_path):
    collection = filed(*DECKS)
    async with running(collection) as pilot:
        assert "Nothing yet." in await press(pilot, "b", "h")
        assert "The UN counted at least" in await press(pilot, "escape", "o")
        await press(pilot, "escape", "e", "tab", "end", "0", "ctrl+s", "ctrl+s")
        assert "1680" in rows(frame(pilot))[1]
        await press(pilot, "n")
        pilot.app.screen.query_one("#edit-question").text = "What is the capital of Mali?"
        pilot.app.screen.query_one("#edit-answer").value = "Bamako"
        await press(pilot, "ctrl+s", "ctrl+s")
        assert len(read_deck(tmp_path / "mali.toml")[0].cards) == 5
        assert any("Bamako" in row for row in rows(frame(pilot)))


@pytest.mark.long
async def test_what_cannot_be_done_is_told_and_nothing_is_changed(filed, tmp_path):
    collection = filed(*DECKS)
    (tmp_path / "mali.toml").chmod(0o444)
    async with running(collection) as pilot:
        seen = " ".join((await press(pilot, "b", "R")).split())
        assert "Not done:" in seen
        assert "is read-only; nothing was changed." in seen


@pytest.mark.long
async def test_cards_that_ask_the_same_stand_together(filed):
    async with running(filed(*DECKS)) as pilot:
        await press(pilot, "b", "D")
        seen = await press(pilot)
        assert "2 cards" in seen
        assert len(rows(seen)) == 3


async def test_columns_order_the_cards_by_key_and_by_mouse(filed):
    collection = filed(*DECKS)
    async with running(collection) as pilot:
        await press(pilot, "b", "c")
        assert [card for _, card in table(pilot).cards] == ["c1", "c4", "c2", "s2", "s1", "c3"]
        await press(pilot, "v")
        assert table(pilot).cards[0][1] == "c3"
        await pilot.click(CardTable, offset=(44, 0))
        await settled(pilot)
        assert table(pilot).cards[0][1] == "c1"
        await pilot.click(CardTable, offset=(1, 2))
        assert "1 marked" in frame(pilot)
        await pilot.click(CardTable, offset=(20, 5), times=2)
        await settled(pilot)
        assert "Edit the card" in frame(pilot)


@pytest.mark.long
async def test_escape_leads_from_the_search_to_the_cards_then_home(filed):
    async with running(filed(*DECKS)) as pilot:
        assert "cards today" in await press(pilot, "b", "x", "slash", "escape", "escape", "escape")


def test_a_row_is_as_wide_as_its_table():
    for cells in range(36, 220):
        layout = Layout.of(cells)
        assert layout.row(None, Moment(0, 0, 0), marked=False).cell_length <= cells
        assert layout.column_at(5).sort is SortBy.QUESTION
    assert [column.sort for column, _ in layout.columns] == [column.sort for column in COLUMNS]


@pytest.mark.long
async def test_a_table_of_many_cards_holds_only_the_rows_that_were_in_view(filed):
    many = [replace(SAHEL.cards[0], id=f"c{n:05d}", question=f"Which number is {n:05d}?") for n in range(3_000)]
    async with running(filed(replace(SAHEL, cards=tuple(many)))) as pilot:
        assert "3,000 cards" in await press(pilot, "b")
        assert "Which number is 02999?" in await press(pilot, "end")
        assert "Which number is 02975?" in await press(pilot, *["pageup"] * 2)
        assert len(table(pilot)._rows) < 500


TODAY = Moment(5_000, 0, 100)


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (New(), "new"),
        (Reviewing(9, 109, KNOWN), "9d"),
        (Reviewing(9, 100, KNOWN), "today"),
        (Reviewing(9, 97, KNOWN), "-3d"),
        (Learning(0, 5_000, KNOWN), "now"),
        (Relearning(0, 305_000, KNOWN), "5m"),
    ],
)
def test_a_card_tells_when_it_comes_again(stage, words):
    assert due(Listed("mali", MALI.cards[0], CardState(stage)), TODAY) == words


def test_a_card_that_does_not_come_says_why():
    card = MALI.cards[0]
    assert due(Listed("mali", card, CardState(suspended=True)), TODAY) == "suspended"
    assert due(Listed("mali", card, CardState(buried_until=101)), TODAY) == "buried"
    assert due(Listed("mali", replace(card, status=Status.RETIRED), CardState()), TODAY) == "retired"
