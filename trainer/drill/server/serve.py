"""The server's process: from a drill's log to its end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import uvicorn

from trainer.drill import commands as do
from trainer.drill.decide import due
from trainer.drill.events import Event
from trainer.drill.log import DrillLog
from trainer.drill.make import check_marking
from trainer.drill.reduce import replay
from trainer.drill.server.addresses import bound_socket, known_hosts, lan_addresses
from trainer.drill.server.clock import DrillClock
from trainer.drill.server.connections import MOST_FILES, Connections, allow_many_files
from trainer.drill.server.control import Control
from trainer.drill.server.guard import Guard
from trainer.drill.server.hub import HEARTBEAT, Hub
from trainer.drill.server.keeper import Keeper
from trainer.drill.server.place import Place, place_file, write_place
from trainer.drill.server.players import Pack, Players
from trainer.drill.server.telling import Telling
from trainer.drill.sight import Places
from trainer.drill.state import Drill, Phase
from trainer.drill.verdict import Grader
from trainer.errors import LogRefused, NotSaved

_TICK_S = 0.1
_ALIVE_EVERY_MS = 1_000
_BEAT_EVERY_MS = 5_000
_SLEPT_MS = 3_000
_WAITING = 2_048
"""Connections that wait to be taken."""


def serve(
    path: Path, place: Place, grade: Grader, pack: Pack | None, announce: Callable[[dict[str, Any]], None]
) -> None:
    """Serve the drill of a log until it is over and its host has gone, or no host comes back.

    `announce` is told once where the host finds the server. Raises TrainerError, and OSError if the port is taken.
    """
    allow_many_files()
    bound = bound_socket(place.host, place.port)
    with contextlib.closing(bound):
        bound.listen(_WAITING)  # now, so that who is told of the port finds it open
        log = DrillLog(path)
        with contextlib.closing(log):
            asyncio.run(_Server(log, place, grade, pack).run(bound, announce))


class _Server:
    """Everything that runs while a drill does."""

    def __init__(self, log: DrillLog, place: Place, grade: Grader, pack: Pack | None) -> None:
        events = log.events()
        drill = replay(events)
        if drill is None:
            raise LogRefused("holds no drill.", where=str(log.path), remedy="Make one: trainer drill host DECK.")
        check_marking(drill.made.marking, lan=place.lan, red_allowed=drill.made.red_allowed)
        self._path = log.path
        self._place = place
        self._past: list[Event] = events
        self._was_alive_ms = log.last_alive_ms()
        self._clock = DrillClock(self._was_alive_ms)
        self._hub = Hub()
        self._connections = Connections()
        places = Places()
        self._telling = Telling(self._hub, self._clock.now_ms, places)
        self._keeper = Keeper(log, drill, grade, self._changed)
        self._players = Players(self._keeper, self._hub, self._connections, self._clock.now_ms, places, pack=pack)
        self._control: Control | None = None
        self._present: list[str] = []

    async def run(self, bound: socket.socket, announce: Callable[[dict[str, Any]], None]) -> None:
        """Serve on the socket."""
        port = bound.getsockname()[1]
        addresses = lan_addresses() if self._place.lan else []
        secret = secrets.token_urlsafe(32)
        ready = {
            "kind": "ready",
            "pid": os.getpid(),
            "port": port,
            "addresses": addresses or ["127.0.0.1"],
            "lan": self._place.lan,
        }
        self._control = Control(
            secret, self._ask, lambda: self._past, lambda: {**ready, "now_ms": self._clock.now_ms()}, self._quit
        )
        control = await self._control.start()
        found = {**ready, "control": control.sockets[0].getsockname()[1], "secret": secret}
        write_place(self._path, found)
        announce(found)
        web = uvicorn.Server(self._config(Guard(self._players.app(), known_hosts(port, addresses))))

        def end(_: asyncio.Task[None]) -> None:
            web.should_exit = True  # without the keeper nothing would be answered, without the ticks nothing closed

        tasks = [asyncio.create_task(work) for work in (self._keeper.run(), self._tick(web))]
        for task in tasks:
            task.add_done_callback(end)
        try:
            await web.serve(sockets=[bound])
        finally:
            place_file(self._path).unlink(missing_ok=True)
            control.close()
            for task in tasks:
                task.cancel()
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        for fault in outcomes:
            if isinstance(fault, Exception):
                raise fault

    def _config(self, app: Guard) -> uvicorn.Config:
        return uvicorn.Config(
            app,
            http=self._connections.protocol,  # type: ignore[arg-type] # called as a class is
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",  # what strangers send is no news, and must not fill a disk
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=8 * 1024,
            limit_concurrency=MOST_FILES - 100,
            backlog=_WAITING,
        )

    def _quit(self) -> None:
        self._place = replace(self._place, lingers_s=-1.0)

    async def _ask(self, command: do.Command) -> Drill:
        return await self._keeper.ask(command, self._clock.now_ms())

    def _changed(self, events: Sequence[Event], drill: Drill) -> None:
        """What happened is on the disk: tell the host and the players."""
        self._past += events
        if self._control:
            self._control.happened(events)
        self._telling.happened(events, drill)

    async def _tick(self, web: uvicorn.Server) -> None:
        """Watch the time: close what is due, note that the drill runs, end when nobody is left to host it."""
        last_ms = noted_ms = beat_ms = hosted_ms = self._clock.now_ms()
        away_since_ms: int | None = self._was_alive_ms
        while not web.should_exit:
            if away_since_ms is not None and await self._recovered(away_since_ms):
                away_since_ms = None
            await asyncio.sleep(_TICK_S)
            now_ms = self._clock.now_ms()
            if away_since_ms is None and now_ms - last_ms > _SLEPT_MS:
                away_since_ms = last_ms
            last_ms = now_ms
            if away_since_ms is None:
                await self._close_what_is_due(now_ms)
            if now_ms - noted_ms >= _ALIVE_EVERY_MS and self._keeper.drill.phase is Phase.OPEN:
                noted_ms = now_ms
                await self._note(now_ms)
            if now_ms - beat_ms >= _BEAT_EVERY_MS:
                beat_ms = now_ms
                self._hub.broadcast(HEARTBEAT)
            self._tell_who_is_here()
            hosted_ms = now_ms if self._is_hosted() and self._place.lingers_s >= 0 else hosted_ms
            if now_ms - hosted_ms > self._place.lingers_s * 1000:
                web.should_exit = True
        place_file(self._path).unlink(missing_ok=True)  # now: a signal that ends the process lets nothing come after
        self._hub.end()

    async def _recovered(self, since_ms: int) -> bool:
        """Give an open question back the time in which the drill was away; False if the disk does not take it yet."""
        if self._keeper.drill.phase is Phase.OPEN:
            try:
                await self._ask(do.Recover(since_ms))
            except NotSaved:
                return False
        return True

    async def _close_what_is_due(self, now_ms: int) -> None:
        wanted = due(self._keeper.drill, now_ms)
        if wanted:
            with contextlib.suppress(NotSaved):  # tried again at the next tick
                await self._keeper.ask(wanted, now_ms)

    async def _note(self, now_ms: int) -> None:
        with contextlib.suppress(NotSaved):  # the log says less, and more time is given back
            await self._keeper.note_alive(now_ms)

    def _tell_who_is_here(self) -> None:
        """Tell the host whose page is open, when that changes."""
        present = self._hub.present
        if self._control and present != self._present:
            self._present = present
            self._control.tell(json.dumps({"kind": "present", "players": present}))

    def _is_hosted(self) -> bool:
        return self._control is not None and self._control.attached > 0
