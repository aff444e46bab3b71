"""A room of browsers: joining, answering, coming back, and what is on the wire."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import time

import pytest
from drilled import KEY, made
from room import WAIT_S, Browser, Host, Process, Room

from trainer.drill.log import read_drill_log
from trainer.drill.page.document import asset
from trainer.drill.question import Form
from trainer.drill.reduce import replay
from trainer.drill.scoreboard import players_board
from trainer.drill.server import clock
from trainer.drill.server.place import place_file
from trainer.drill.state import Phase


@pytest.fixture
async def room(tmp_path):
    async with Room(tmp_path / "d.db", [made(seconds=60)]) as room:
        yield room


def points(room: Room) -> dict[str, int]:
    return {line.name: line.points for line in players_board(room.host.drill)}


async def test_two_players_play_a_drill_to_its_end(room):
    ana, ben = await room.player("Ana"), await room.player("Ben")
    for number in range(3):
        await room.host.ask("next")
        for player, option in ((ana, number % 3), (ben, 0)):
            await player.until_phase("open", number)
            reply = await player.post("/answer", question=number, option=option)
            assert reply.json["ok"]
        await ana.until_phase("closed", number)  # all have answered
    await room.host.ask("end")
    view = await ben.until_phase("ended", 2)
    assert points(room) == {"Ana": 300, "Ben": 100}
    assert "The drill is over." in view["html"]
    assert "300" in view["html"]
    await ben.until(lambda: ben.news[-1][0] == "mine")
    assert "You have 100 points, 1 of 3 right. Place 2." in ben.news[-1][1]["html"]


async def test_a_whole_drill_is_played_by_forms_alone(room):
    ana = room.browser()
    assert '<form method="post" action="/join">' in (await ana.get()).text
    joined = await ana.form("/join", name="Ana", code="ab2cde")
    assert (joined.status, joined.headers["location"]) == (303, "/")
    waiting = (await ana.get()).text
    assert "You are in, " in waiting
    assert '<meta http-equiv="refresh"' in waiting
    await room.host.ask("next")
    page = (await ana.get()).text
    assert "Question 1 of 3" in page
    assert '<meta http-equiv="refresh"' not in page
    value = re.search(r'value="(\d)"><b aria-hidden="true">.</b> <span dir="auto">right 0', page)[1]
    assert (await ana.form("/answer", question=0, option=value)).status == 303
    await room.host.line("closed")
    page = (await ana.get()).text
    assert "That is right." in page
    assert "Sentence 0." in page
    assert "as of February 2023" in page
    assert 'You said <q dir="auto">right 0</q>. 100 points.' in page


async def test_what_is_right_is_not_on_the_wire_before_the_close(tmp_path):
    async with Room(tmp_path / "d.db", [made(form=Form.TYPED, seconds=60)]) as room:
        ana, ben = await room.player("Ana"), await room.player("Ben")
        await room.host.ask("next")
        await ana.until_phase("open", 0)
        await ana.post("/answer", question=0, given="a guess")
        await ana.get()
        await ben.get()
        await room.host.ask("pause")
        await ben.until_phase("paused", 0)
        for player in (ana, ben):
            assert b"right 0" not in player.seen
            assert b"Sentence 0" not in player.seen
            assert b"wrong" not in player.seen
        await room.host.ask("close")
        await ben.until_phase("closed", 0)
        assert b"right 0" in ben.seen


async def test_a_player_who_comes_back_is_the_same_player(room):
    ana = await room.player("Ana")
    await room.player("Ben")
    await room.host.ask("next")
    await ana.post("/answer", question=0, option=0)
    ana.close()
    again = room.browser(ana.cookie)
    assert "Your answer is saved: " in (await again.get()).text
    await again.listen()
    assert again.view["question"] == 0
    await room.host.ask("close")
    await again.until_phase("closed", 0)
    assert points(room) == {"Ana": 100, "Ben": 0}


async def test_two_tabs_of_one_player_see_the_same(room):
    first = await room.player("Ana")
    await room.player("Ben")
    second = room.browser(first.cookie)
    await second.listen()
    await room.host.ask("next")
    await first.until_phase("open", 0)
    await second.until_phase("open", 0)
    await first.post("/answer", question=0, option=0)
    for tab in (first, second):
        await tab.until(lambda tab=tab: "Your answer is saved" in tab.view["html"])
    assert (await second.post("/answer", question=0, option=1)).json == {"ok": True, "question": 0, "given": "right 0"}
    assert first.view == second.view | {"left_ms": first.view["left_ms"]}


async def test_a_post_sent_twice_at_once_counts_once(room):
    ana = await room.player("Ana")
    await room.player("Ben")
    await room.host.ask("next")
    replies = await asyncio.gather(*(ana.post("/answer", question=0, option=option) for option in (0, 1, 2)))
    given = {reply.json["given"] for reply in replies}
    assert len(given) == 1
    assert {answer.given for answer in room.host.drill.rounds[0].answers.values()} == given


async def test_joining_twice_at_once_is_joining_once(room):
    ana = room.browser()
    await ana.get()
    replies = await asyncio.gather(*(ana.join("Ana") for _ in range(3)))
    assert [reply.status for reply in replies] == [200, 200, 200]
    await room.host.until(lambda: len(room.host.drill.playing) == 1)


async def test_the_qr_code_lets_in_without_the_code(room):
    ana = room.browser()
    page = (await ana.get(f"/?k={KEY}")).text
    assert f'<input type="hidden" name="code" value="{KEY}">' in page
    assert (await ana.join("Ana", code=KEY)).status == 200


@pytest.mark.parametrize(
    ("path", "fields", "status", "words"),
    [
        ("/join", {"name": "Eve", "code": "WRONG1"}, 403, "not the code of this drill"),
        ("/join", {"name": "", "code": "AB2CDE"}, 409, "A name is needed"),
        ("/join", {"name": "ana", "code": "AB2CDE"}, 409, "Somebody is called ana already"),
        ("/join", {"name": ["x"], "code": "AB2CDE"}, 400, "name: input should be a valid string"),
        ("/answer", {"question": 0, "option": 0}, 401, "You are not in this drill"),
    ],
)
async def test_a_stranger_is_told_why_not(room, path, fields, status, words):
    await room.player("Ana")
    eve = room.browser()
    await eve.get()
    reply = await eve.post(path, **fields)
    assert (reply.status, reply.json["ok"]) == (status, False)
    assert words in reply.json["message"]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"question": 1, "option": 0}, 409),
        ({"question": 0, "option": 3}, 400),
        ({"question": 0, "option": "right"}, 400),
        ({"question": 0}, 400),
        ({"question": -1, "option": 0}, 400),
        ({"question": 1e300, "option": 0}, 400),
        ({"option": 0}, 400),
        ({"question": {"a": 1}}, 400),
    ],
)
async def test_an_answer_that_makes_no_sense_is_refused(room, fields, status):
    ana = await room.player("Ana")
    await room.host.ask("next")
    assert (await ana.post("/answer", **fields)).status == status


async def test_a_name_full_of_markup_is_text_on_every_page(room):
    ana = await room.player("<img src=x onerror=1>\x1b[2J")
    page = (await ana.get()).text
    assert "&lt;img src=x onerror=1&gt;" in page
    assert "<img" not in page
    assert "\x1b" not in page
    await room.host.ask("next")
    await room.host.ask("board", shown=True)
    await room.host.ask("end")
    view = await ana.until_phase("ended", 0)
    assert "<img" not in view["html"]
    assert "&lt;img" in view["html"]


async def test_who_is_sent_out_is_told_and_stays_out(room):
    ana = await room.player("Ana")
    player = room.host.drill.playing[0].id
    await room.host.ask("kick", player=player)
    await ana.until(lambda: ana.news[-1][0] == "out")
    assert "Code on the host" in (await ana.get()).text
    assert (await ana.join("Ana")).status == 401


async def test_the_hosts_words_reach_the_pages(room):
    ana = await room.player("Ana")
    await room.host.ask("next")
    await ana.until_phase("open", 0)
    await room.host.ask("extend", seconds=15)
    await ana.until(lambda: ana.news[-1][0] == "clock")
    assert 60_000 < ana.news[-1][1]["left_ms"] <= 75_000
    await room.host.ask("pause")
    view = await ana.until_phase("paused", 0)
    assert "The host has stopped the clock." in view["html"]
    await room.host.ask("resume")
    await ana.until_phase("open", 0)


async def test_the_question_closes_when_its_time_is_over(tmp_path):
    async with Room(tmp_path / "d.db", [made(seconds=1)]) as room:
        ana = await room.player("Ana")
        await room.host.ask("next")
        await ana.until_phase("closed", 0)
        late = await ana.post("/answer", question=0, option=0)
        assert (late.status, late.json["why"]) == (409, "late")


async def test_a_page_carries_what_keeps_it_safe(room):
    reply = await room.browser().get()
    assert "default-src 'none'; script-src 'self'" in reply.headers["content-security-policy"]
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["cache-control"] == "no-store"
    assert "httponly" in reply.headers["set-cookie"].lower()
    assert "samesite=strict" in reply.headers["set-cookie"].lower()


async def test_the_page_needs_nothing_from_elsewhere_and_weighs_little(room):
    page = (await room.browser().get()).body
    whole = page + asset("page.css") + asset("page.js")
    assert len(whole) < 50_000
    assert b"http://" not in whole
    assert b"https://" not in whole
    assert b"style=" not in page
    assert b"onclick" not in page


async def test_the_host_who_comes_back_is_told_everything(room):
    await room.player("Ana")
    await room.host.ask("next")
    await room.host.leave(ending=False)
    room.host = await Host(room.found).attach()
    assert room.host.lines[0]["kind"] == "ready"
    await room.host.until(lambda: room.host.drill.phase is Phase.OPEN)
    assert (await room.host.ask("close"))["kind"] == "closed"


async def test_nobody_is_host_without_the_secret(room):
    for line in (b"GET / HTTP/1.1\r\n\r\n", b"\n", b'{"do": "end"}\n', b"x" * 100_000):
        reader, writer = await asyncio.open_connection("127.0.0.1", room.found["control"])
        writer.write(line)
        with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
            await asyncio.wait_for(reader.readexactly(1), WAIT_S)
        writer.close()
    assert room.host.drill.phase is Phase.LOBBY


async def test_a_server_killed_in_the_middle_of_a_question_goes_on_where_it_was(tmp_path):
    server = Process(tmp_path / "d.db", [made(seconds=60)])
    host = await Host(server.start()).attach()
    ana, ben = Browser(server.port), Browser(server.port)
    for player, name in ((ana, "Ana"), (ben, "Ben")):
        assert (await player.join(name)).status == 200
    await host.ask("next")
    assert (await ana.post("/answer", question=0, option=0)).json["ok"]
    server.kill()
    await host.leave(ending=False)
    host = await Host(server.start()).attach()
    assert next(iter(host.drill.rounds[0].answers.values())).given == "right 0"
    assert "Your answer is saved" in (await ana.get()).text
    await ben.listen()
    recovered = await host.line("recovered")
    assert host.drill.rounds[0].stopped_ms == recovered["at_ms"] - recovered["down_from_ms"] > 0
    assert 0 < ben.view["left_ms"] <= 60_000
    assert (await ben.post("/answer", question=0, option=1)).json["ok"]
    await ben.until_phase("closed", 0)
    await host.leave()
    ben.close()
    server.kill()
    drill = replay(read_drill_log(server.path))
    assert [(line.name, line.points) for line in players_board(drill)] == [("Ana", 100), ("Ben", 0)]


async def test_a_server_that_is_told_to_end_ends(tmp_path):
    server = Process(tmp_path / "d.db", [made(seconds=60)])
    host = await Host(server.start()).attach()
    assert place_file(server.path).exists()
    os.kill(server.pid, signal.SIGTERM)
    server.wait()
    assert not place_file(server.path).exists()
    await host.leave(ending=False)
    server.kill()


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be halted here")
async def test_a_lid_that_is_closed_for_a_while_takes_no_time_from_the_question(tmp_path):
    server = Process(tmp_path / "d.db", [made(seconds=60)])
    host = await Host(server.start()).attach()
    ana = Browser(server.port)
    await ana.join("Ana")
    began = time.monotonic()
    await host.ask("next")
    os.kill(server.pid, signal.SIGSTOP)
    await asyncio.sleep(6)
    os.kill(server.pid, signal.SIGCONT)
    recovered = await host.line("recovered")
    away_ms = recovered["at_ms"] - recovered["down_from_ms"]
    assert away_ms > 5_500
    await ana.listen()
    running_ms = (time.monotonic() - began) * 1000 - away_ms
    assert ana.view["left_ms"] >= 60_000 - running_ms - 50
    ana.close()
    await host.leave()
    server.kill()


def test_a_clock_that_is_set_back_or_forward_moves_no_drill(monkeypatch):
    moments = {"wall": 5_000_000_000, "own": 100.0}
    monkeypatch.setattr(clock.time, "time_ns", lambda: moments["wall"] * 1_000_000)
    monkeypatch.setattr(clock.time, "monotonic", lambda: moments["own"])
    drill = clock.DrillClock()
    for wall in (0, 5_000_000_000_000):
        moments["wall"] = wall
        moments["own"] += 1.5
    assert drill.now_ms() == 5_000_003_000
    moments["wall"] = 4_000_000_000  # set back by days, then the server is begun anew
    assert clock.DrillClock(drill.now_ms()).now_ms() == 5_000_003_000
