"""What a room sees of the host's screen, and teams of the table's."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
import segno
from drilled import BEGAN_MS, CODE, Played, exactly, made
from room import WAIT_S, Browser, Room

from trainer.drill import commands as do
from trainer.drill.claims import waiting
from trainer.drill.codes import ALPHABET
from trainer.drill.log import DrillLog
from trainer.drill.question import Form
from trainer.drill.rules import Scoring, Style
from trainer.drill.scoreboard import players_board
from trainer.drill.server.link import Link
from trainer.drill.state import Phase
from trainer.drill.table import Table
from trainer.errors import TrainerError
from trainer.tui.drill import twice
from trainer.tui.drill.app import HostApp, TableApp
from trainer.tui.drill.claims import claim_lines
from trainer.tui.drill.glyphs import _DOTS, large
from trainer.tui.drill.lobby import how_it_is_played
from trainer.tui.drill.pages import Room as Space
from trainer.tui.drill.pages import waiting_page
from trainer.tui.drill.qr import qr_text

SIZES = [(80, 24), (200, 50)]


def frame(pilot) -> str:
    rows = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in row).rstrip() for row in rows)


async def until(pilot, words: str) -> str:
    """The screen, once it shows the words."""
    return await until_so(pilot, lambda seen: words in seen)


async def until_so(pilot, is_so) -> str:
    """The screen, once it is so."""
    end = time.monotonic() + WAIT_S
    while not is_so(seen := frame(pilot)):
        assert time.monotonic() < end, f"never so:\n{seen}"
        await pilot.pause(0.05)
    return seen


@asynccontextmanager
async def hosted(folder, size=(80, 24), marking="TLP:AMBER", **rules):
    """A room, and its host's screen over the server that runs."""
    event = replace(made(**rules), marking=marking, title="Mali and the end of MINUSMA")
    async with Room(folder / "d.db", [event]) as room:
        app = HostApp(Link(["false"], folder / "d.db", 0))
        async with app.run_test(size=size, notifications=True) as pilot:
            await until(pilot, "type the code")
            yield room, pilot


async def come(room: Room, pilot, *names: str) -> list[Browser]:
    """Players come in, and the host's screen counts them."""
    players = [await room.player(name) for name in names]
    await until(pilot, f"{len(names)} player{'s' if len(names) > 1 else ''}")
    return players


async def begin(room: Room, pilot, *names: str) -> list[Browser]:
    """Players come in, and the host puts the first question."""
    players = await come(room, pilot, *names)
    await pilot.press("n")
    await until(pilot, "Question 0?")
    return players


@pytest.mark.parametrize("size", SIZES)
async def test_the_lobby_tells_where_to_go_what_to_type_and_who_is_there(tmp_path, size):
    async with hosted(tmp_path, size) as (room, pilot):
        await come(room, pilot, "Ana")
        seen = frame(pilot)
        assert f"http://127.0.0.1:{room.found['port']}/" in seen
        assert "TLP:AMBER" in seen
        assert "Ana" in seen
        assert "█▀▀▀▀▀█" in seen  # a corner of the QR code
        if size == (80, 24):
            assert large("AB2CDE").splitlines()[0] in seen


@pytest.mark.parametrize("size", SIZES)
async def test_a_drill_is_steered_by_keys_from_the_first_question_to_the_board(tmp_path, size, monkeypatch):
    monkeypatch.setattr(twice, "_WITHIN_S", 3_600.0)
    async with hosted(tmp_path, size, seconds=3_600) as (room, pilot):
        ana, ben = await begin(room, pilot, "Ana", "Ben")
        seen = await until(pilot, "0 of 2 have answered")
        assert all(f" {letter} " in seen for letter in "ABC")
        assert "Sentence 0" not in seen
        await ana.post("/answer", question=0, option=0)
        seen = await until(pilot, "1 of 2 has answered")
        assert "Ben" in seen.split("Still to come")[1]
        await pilot.press("space")
        await until(pilot, "The clock stands.")
        await pilot.press("space", "e", "c")
        seen = await until(pilot, "Sentence 0.")
        assert "A ✓ right 0" in seen
        assert "1 gave no answer" in seen
        await pilot.press("b")
        assert re.search(r"1  Ana +100", await until(pilot, "Score board"))
        await pilot.press("n")
        await until(pilot, "Question 1?")
        await ben.until_phase("open", 1)
        await pilot.press("x")
        await until(pilot, "x once more ends the drill.")
        assert room.host.drill.phase is Phase.OPEN
        await pilot.press("x")
        assert "waits on your page" in await until(pilot, "The drill is over.")
        assert "TLP:AMBER" in frame(pilot)


async def test_the_host_sends_out_renames_locks_and_accepts(tmp_path):
    async with hosted(tmp_path, form=Form.TYPED, seconds=0) as (room, pilot):
        ana, _ = await come(room, pilot, "Ana", "Ben")
        await pilot.press("r")
        await until(pilot, "Rename")
        await pilot.press(*"1", "space", *"Zoe", "enter")
        await until(pilot, "Zoe, Ben")
        await pilot.press("k")
        await until(pilot, "Send out")
        await pilot.press("2", "enter")
        await until(pilot, "1 player ")
        await pilot.press("l")
        await until(pilot, "The door is closed")
        await pilot.press("n")
        await until(pilot, "Question 0?")
        await ana.post("/answer", question=0, given="nearly it")
        await until(pilot, "· nearly it")
        await pilot.press("a")
        await until(pilot, "Take for right")
        await pilot.press("1", "enter")
        await until(pilot, "✓ nearly it")


async def test_one_key_hands_a_place_over_to_the_browser_that_asks_for_it(tmp_path):
    async with hosted(tmp_path) as (room, pilot):
        [old] = await begin(room, pilot, "Ana")
        claims = []
        for number in (1, 2):
            new = room.browser()
            await new.get()
            await new.post("/claim", name="Ana", code="AB2CDE")
            claims.append((new, (await room.host.line("claimed", number))["claim"]))
        seen = await until(pilot, "is open elsewhere: make sure. 1 more waits.")
        assert f"Somebody whose page shows {claims[0][1]} asks to come back as Ana" in seen
        assert seen.splitlines()[-1].strip().startswith("y Hand over  d Decline")
        await pilot.press("d")
        await until(pilot, f"shows {claims[1][1]}")
        await pilot.press("y")
        await old.until(lambda: old.news[-1][0] == "out")
        assert "Hand over" not in await until_so(pilot, lambda seen: "asks to come back" not in seen)
        replies = [await new.post("/answer", question=0, option=0) for new, _ in claims]
        assert [reply.status for reply in replies] == [401, 200]


async def test_with_nobody_asking_the_keys_of_a_request_do_nothing(tmp_path):
    async with hosted(tmp_path) as (room, pilot):
        await come(room, pilot, "Ana")
        await pilot.press("y", "d", "l")
        await until(pilot, "The door is closed")
        assert [line["kind"] for line in room.host.lines if "at_ms" in line] == ["made", "joined", "locked"]


async def test_a_server_that_does_not_stay_up_is_told_over_the_drill_as_it_stood(tmp_path, monkeypatch):
    async def gone(_: Link) -> None:
        raise TrainerError("the drill's server does not stay up.")

    monkeypatch.setattr(Link, "_start", gone)
    async with hosted(tmp_path) as (room, pilot):
        await come(room, pilot, "Ana")
        await room.host.leave()
        seen = await until(pilot, "the drill's server does not stay up.")
        assert seen.splitlines()[0].strip() == "TLP:AMBER"
        assert "1 player" in seen
        assert pilot.app.is_running
        assert pilot.app.host.problem is not None


def test_who_asks_is_told_in_two_lines_of_eighty_columns_and_as_text():
    played = Played("M" * 24, "[@click=x]y[/]")
    for number, name in enumerate(("M" * 24, "[@click=x]y[/]", "M" * 24)):
        played.ask(do.Claim(f"K7{number}", f"t{number}", name, CODE))
    claims = waiting(played.drill, played.now)
    for present in ((), [claims[0].player]):
        told = claim_lines(played.drill, claims, present).plain.splitlines()
        assert len(told) == 2
        assert max(map(len, told)) <= 76
    assert claim_lines(played.drill, claims[1:], ()).plain.startswith(
        "Somebody whose page shows K71 asks to come back as [@click=x]y[/]"
    )


def test_who_asks_and_who_has_answered_is_told_in_the_right_number():
    played = Played("Ana", "Ben", "Cem", questions=1, seconds=1)
    for number, name in enumerate(("Ana", "Ben", "Cem")):
        played.ask(do.Claim(f"K7{number}", f"t{number}", name, CODE))
    claims = waiting(played.drill, played.now)
    assert "1 more waits." in claim_lines(played.drill, claims[1:], ()).plain
    assert "2 more wait." in claim_lines(played.drill, claims, ()).plain
    assert how_it_is_played(played.drill) == "1 question, 1 second each; being right counts."
    played.ask(do.Next())
    told = []
    for player in ("ana", "ben"):
        played.give(player)
        told.append(waiting_page(played.drill, 1_000, ("ana", "ben", "cem"), Space(80, 24)).plain)
    assert "1 of 3 has answered" in told[0]
    assert "2 of 3 have answered" in told[1]


def test_in_a_drill_without_names_a_request_names_nobody():
    played = Played("Ana", anonymous=True)
    played.ask(do.Claim("K7M", "t", "Ana", CODE))
    told = claim_lines(played.drill, waiting(played.drill, played.now), ()).plain
    assert told.startswith("Somebody whose page shows K7M asks to come back as Player 1")
    assert "Ana" not in told


async def test_in_a_drill_without_names_the_host_chooses_by_the_numbers_that_the_room_knows(tmp_path):
    async with hosted(tmp_path, anonymous=True) as (room, pilot):
        await come(room, pilot, "Ana", "Ben")
        await pilot.press("k")
        assert "Ana" not in await until(pilot, "1  Player 1")
        await pilot.press("1", "enter")
        await until(pilot, "1 player ")
        await pilot.press("k")
        await until(pilot, "1  Player 2")


async def test_what_cannot_be_done_is_said(tmp_path):
    async with hosted(tmp_path) as (_, pilot):
        await pilot.press("n")
        await until(pilot, "Nobody has joined yet.")


async def test_a_name_full_of_markup_is_text_on_the_hosts_screen(tmp_path):
    async with hosted(tmp_path) as (room, pilot):
        await come(room, pilot, "[@click=app.quit]x[/]")
        assert "[@click=app.quit]x[/]" in frame(pilot)


async def test_leaving_does_not_end_a_drill_and_coming_back_finds_it(tmp_path):
    async with hosted(tmp_path) as (room, pilot):
        await come(room, pilot, "Ana")
        await pilot.press("n", "q")
        await room.host.until(lambda: room.host.drill.phase is Phase.OPEN)
        app = HostApp(Link(["false"], tmp_path / "d.db", 0))
        async with app.run_test(size=(80, 24)) as again:
            await until(again, "Question 0?")


async def test_after_the_last_question_enter_ends_the_drill(tmp_path):
    async with hosted(tmp_path, questions=1, seconds=0) as (room, pilot):
        [ana] = await come(room, pilot, "Ana")
        await pilot.press("enter")
        await until(pilot, "Question 0?")
        await ana.post("/answer", question=0, option=0)
        await until(pilot, "enter End")
        await pilot.press("enter")
        await until(pilot, "The drill is over.")


async def test_whoever_comes_late_reads_address_and_code_beside_any_question(tmp_path):
    async with hosted(tmp_path) as (room, pilot):
        await begin(room, pilot, "Ana")
        head = frame(pilot).splitlines()[1]
        assert head.rstrip().endswith(f"http://127.0.0.1:{room.found['port']}/ · code AB2CDE")
        await pilot.press("l")
        await until(pilot, "the door is closed")


async def test_the_last_line_names_the_keys_that_do_something_now_and_cuts_none(tmp_path):
    async with hosted(tmp_path) as (room, pilot):
        await come(room, pilot, "Ana")
        lobby = frame(pilot).splitlines()[-1]
        assert "enter Begin  l Lock" in lobby
        assert "Pause" not in lobby
        assert lobby.endswith("? Help")
        await pilot.press("n")
        assert "c Close  space Pause  e +15 s" in await until(pilot, "Question 0?")


async def test_leaving_a_lobby_to_which_nobody_came_ends_its_server(tmp_path):
    async with hosted(tmp_path) as (room, pilot):
        await pilot.press("q")
        await asyncio.to_thread(room._thread.join, WAIT_S)
        assert not room._thread.is_alive()


def test_every_character_of_a_code_has_dots_of_one_size():
    for character in ALPHABET:
        assert [len(row) for row in _DOTS[character].split(" ")] == [5] * 5


@pytest.mark.parametrize("character", [".", ":", "-"])
def test_what_stands_between_the_numbers_of_an_address_has_dots_too(character):
    rows = _DOTS[character].split(" ")
    assert len(rows) == 5
    assert len({len(row) for row in rows}) == 1


def test_the_qr_code_is_square_and_has_a_margin():
    rows = qr_text("http://192.168.1.20:8765/?k=a-long-key-of-22-chars").splitlines()
    assert len(rows) == 17
    assert {len(row) for row in rows} == {33}
    assert rows[0].strip() == ""


def test_the_qr_code_as_text_is_the_code_dot_for_dot():
    address = "http://192.168.1.20:8765/?k=a-long-key-of-22-chars"
    dots = {" ": "00", "▀": "10", "▄": "01", "█": "11"}
    drawn = [[dots[pair][half] for pair in row] for row in qr_text(address).splitlines() for half in (0, 1)]
    wanted = [[str(dot) for dot in row] for row in segno.make(address, error="l", micro=False).matrix_iter(border=2)]
    assert drawn[: len(wanted)] == wanted


def table(folder, *names: str, **rules) -> Table:
    log = DrillLog(folder / "t.db", make=True)
    log.add([made(**rules)])
    clock = iter(range(BEGAN_MS, BEGAN_MS + 10**9))
    seated = Table(log, exactly, lambda: next(clock))
    seated.seat(names)
    return seated


@asynccontextmanager
async def playing(seated: Table, first: str, size=(80, 24)):
    """The screen of a table, at the first question, once it shows the words."""
    async with TableApp(seated).run_test(size=size, notifications=True) as pilot:
        await until(pilot, "Enter begins.")
        await pilot.press("enter")
        await until(pilot, first)
        yield pilot


async def test_teams_take_turns_steal_and_pass(tmp_path, monkeypatch):
    monkeypatch.setattr(twice, "_WITHIN_S", 3_600.0)
    seated = table(tmp_path, "Red", "Blue", style=Style.TURNS, seconds=60)
    async with playing(seated, "Red, your answer", (200, 50)) as pilot:
        await pilot.press("b")
        await until(pilot, "Blue, your answer")
        await pilot.press("a")
        seen = await until(pilot, "Sentence 0.")
        assert "Red: wrong 0a" in seen
        assert re.search(r"50  Blue", seen)
        await pilot.press("enter")
        await until(pilot, "Blue, your answer")
        await pilot.press("escape")
        await until(pilot, "Red, your answer")
        await pilot.press("escape")
        await until(pilot, "Sentence 1.")
        await pilot.press("q")
        await until(pilot, "q once more ends the drill.")
        assert seated.drill.phase is Phase.CLOSED
        await pilot.press("q")
        assert "trainer drill report tells what was missed." in await until(pilot, "The drill is over.")
        assert "your page" not in frame(pilot)
    assert [(line.name, line.points) for line in players_board(seated.drill)] == [("Blue", 50), ("Red", 0)]


async def test_one_key_ends_a_drill_after_its_last_question(tmp_path):
    seated = table(tmp_path, "Red", questions=1, style=Style.BUZZER, seconds=60)
    async with playing(seated, "Who knows it?") as pilot:
        await pilot.press("y")
        await until(pilot, "There is no wrong answer")
        await pilot.press("!")
        await until(pilot, "Sentence 0.")
        await pilot.press("q")
        await until(pilot, "The drill is over.")


async def test_one_key_leaves_a_drill_that_has_not_begun(tmp_path):
    unbegun = table(tmp_path, "Red", style=Style.TURNS)
    app = TableApp(unbegun)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, "Enter begins.")
        await pilot.press("q")
        await pilot.pause()
        assert app._exit
    assert unbegun.drill.phase is Phase.ENDED


async def test_a_space_stops_the_clock_until_a_letter_is_typed(tmp_path):
    seated = table(tmp_path, "Red", style=Style.TURNS, form=Form.TYPED, seconds=3_600)
    async with playing(seated, "Red, your answer") as pilot:
        await pilot.press("space")
        await until(pilot, "The clock stands.")
        await pilot.press("space")
        await until(pilot, "Red, your answer")
        await pilot.press(*"right", "space", "0", "enter")
        assert "✓ Red: right 0" in await until(pilot, "Sentence 0.")


async def test_who_buzzes_types_the_answer(tmp_path):
    seated = table(tmp_path, "Red", "Blue", style=Style.BUZZER, form=Form.TYPED, seconds=0)
    async with playing(seated, "Who knows it?") as pilot:
        await pilot.press("2")
        await until(pilot, "Blue, your answer")
        await pilot.press(*"right", "space", "0", "enter")
        await until(pilot, "Sentence 0.")
    assert players_board(seated.drill)[0].name == "Blue"


async def test_at_the_table_too_one_says_how_sure_one_is(tmp_path):
    seated = table(tmp_path, "Red", style=Style.TURNS, scoring=Scoring.CONFIDENCE, seconds=0)
    async with playing(seated, "Red, your answer") as pilot:
        await pilot.press("a")
        await until(pilot, "how sure, 0 to 100?")
        await pilot.press("9", "0", "enter")
        await until(pilot, "Sentence 0.")
    assert players_board(seated.drill)[0].points == 99


def test_a_table_goes_on_where_its_log_ends(tmp_path):
    seated = table(tmp_path, "Red", "Blue", style=Style.TURNS)
    seated.seat(["Red", "Blue"])  # asked again, nobody comes twice
    assert [player.name for player in seated.drill.playing] == ["Red", "Blue"]
