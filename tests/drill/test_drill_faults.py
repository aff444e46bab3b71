"""What goes wrong inside a drill's server while it runs: it costs what it costs, and the drill goes on."""

from __future__ import annotations

import asyncio
import queue

import pytest
from drilled import BEGAN_MS, Played, exactly, made
from room import WAIT_S, Browser, Room

from trainer.drill import commands as do
from trainer.drill.events import Recovered
from trainer.drill.log import DrillLog, read_drill_log
from trainer.drill.question import Form
from trainer.drill.rules import Style
from trainer.drill.server.place import Place
from trainer.drill.server.serve import serve
from trainer.drill.server.telling import Telling
from trainer.errors import NotSaved


async def test_an_answer_that_breaks_the_grader_is_told_so_and_stops_nobody_else(tmp_path):
    def breaks(card, given):
        return exactly(card, given) if given != "0" else 1 // 0

    async with Room(tmp_path / "d.db", [made(form=Form.TYPED, seconds=0)], grade=breaks) as room:
        ana, ben = await room.player("Ana"), await room.player("Ben")
        await room.host.ask("next")
        broken = await ana.post("/answer", question=0, given="0")
        assert (broken.status, broken.json["why"]) == (500, "fault")
        assert "ZeroDivisionError" in broken.json["message"]
        for player in (ana, ben):
            assert (await player.post("/answer", question=0, given="right 0")).json["ok"]
        assert (await room.host.line("closed"))["question"] == 0


async def test_the_time_away_is_given_back_once_the_disk_takes_it(tmp_path, monkeypatch):
    played = Played("Ana", seconds=60)
    played.ask(do.Next())
    add, refused = DrillLog.add, []

    def full_at_first(self, events):
        if any(isinstance(event, Recovered) for event in events) and len(refused) < 3:
            refused.append(events)
            raise NotSaved("could not be saved: no space is left.")
        add(self, events)

    monkeypatch.setattr(DrillLog, "add", full_at_first)
    async with Room(tmp_path / "d.db", played.events) as room:
        recovered = await room.host.line("recovered")
        assert recovered["down_from_ms"] == BEGAN_MS
        assert len(refused) == 3
        assert room.host.of("closed") == []


async def test_in_turns_a_page_is_told_that_the_floor_has_gone_on(tmp_path):
    async with Room(tmp_path / "d.db", [made(style=Style.TURNS, seconds=0)]) as room:
        await room.player("Ana")
        ben = await room.player("Ben")
        await room.host.ask("next")
        view = await ben.until_phase("open", 0)
        assert "It is the turn of" in view["html"]
        await room.host.ask("kick", player=room.host.drill.playing[0].id)
        await ben.until(lambda: "Choose one answer" in ben.view["html"])


async def test_a_fault_of_the_server_itself_ends_it_so_that_the_host_begins_it_anew(tmp_path, monkeypatch):
    path, found = tmp_path / "d.db", queue.Queue()
    log = DrillLog(path, make=True)
    log.add([made()])
    log.close()
    monkeypatch.setattr(Telling, "happened", lambda *_: 1 // 0)
    serving = asyncio.create_task(asyncio.to_thread(serve, path, Place(0), exactly, None, found.put))
    ana = Browser((await asyncio.to_thread(found.get, True, WAIT_S))["port"])
    assert (await ana.join("Ana")).status != 200
    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(serving, WAIT_S)
    assert [event.kind for event in read_drill_log(path)] == ["made", "joined"]
