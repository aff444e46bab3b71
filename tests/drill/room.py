"""A drill's server for tests; a host on its line; browsers that keep a cookie and every byte that they saw."""

from __future__ import annotations

import asyncio
import contextlib
import json
import queue
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self
from urllib.parse import urlencode

from drilled import exactly

from trainer.drill.log import DrillLog
from trainer.drill.reduce import begin, replay
from trainer.drill.server.control import QUIT
from trainer.drill.server.place import Place
from trainer.drill.server.serve import serve
from trainer.drill.wire import parse_event

WAIT_S = 60
"""For what comes in a moment, on a machine that is busy with much else."""


class Host:
    """The host's end of the line."""

    def __init__(self, found: dict) -> None:
        self.found = found
        self.port = found["port"]
        self.lines: list[dict] = []
        self._news = asyncio.Condition()

    async def attach(self) -> Host:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.found["control"], limit=1 << 24)
        self._writer.write(self.found["secret"].encode() + b"\n")
        self._reading = asyncio.create_task(self._read())
        await self.until(lambda: self.lines and len(self.lines) > self.lines[0]["past"])
        return self

    async def _read(self) -> None:
        with contextlib.suppress(OSError):
            while line := await self._reader.readline():
                async with self._news:
                    self.lines.append(json.loads(line))
                    self._news.notify_all()

    async def until(self, is_so) -> None:
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(is_so), WAIT_S)

    async def ask(self, command: str, **fields) -> dict:
        """Send a command; the next line that is an event or a refusal."""
        at = len(self.lines)
        self._writer.write(json.dumps({"do": command, **fields}).encode() + b"\n")
        await self.until(lambda: any(line["kind"] != "present" for line in self.lines[at:]))
        return next(line for line in self.lines[at:] if line["kind"] != "present")

    async def line(self, kind: str, number: int = 1) -> dict:
        """The line of a kind that was told as the first, the second and so on, once it was."""
        await self.until(lambda: len(self.of(kind)) >= number)
        return self.of(kind)[number - 1]

    def of(self, kind: str) -> list[dict]:
        """The lines of a kind so far."""
        return [line for line in self.lines if line["kind"] == kind]

    @property
    def events(self) -> list:
        return [parse_event(json.dumps(line)) for line in self.lines if "at_ms" in line]

    @property
    def drill(self):
        return replay(self.events)

    async def leave(self, *, ending: bool = True) -> None:
        if ending:
            with contextlib.suppress(OSError):
                self._writer.write(QUIT + b"\n")
                await self._writer.drain()
        self._writer.close()
        self._reading.cancel()


class Reply:
    """One response."""

    def __init__(self, raw: bytes) -> None:
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin1").split("\r\n")
        self.status = int(lines[0].split(" ")[1]) if lines[0] else 0
        self.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        self.body = body
        self.text = body.decode("utf-8", "replace")

    @property
    def json(self) -> dict:
        return json.loads(self.body)


class Browser:
    """One player's browser."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.port = port
        self.cookie = cookie
        self.address = "127.0.0.1"
        self.seen = b""
        self.news: list[tuple[str, dict]] = []
        self._listening: list[asyncio.Task] = []
        self._news = asyncio.Condition()

    async def send(self, raw: bytes) -> Reply:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(self.address, 0))
        with contextlib.suppress(OSError):
            writer.write(raw)
            await writer.drain()
        reply = b""
        with contextlib.suppress(OSError):
            reply = await asyncio.wait_for(reader.read(), WAIT_S)
        writer.close()
        self.seen += reply
        return Reply(reply)

    def request(self, method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
        own = {"host": f"127.0.0.1:{self.port}", "connection": "close", "cookie": self.cookie}
        if method == "POST":
            own |= {"origin": f"http://127.0.0.1:{self.port}", "content-length": str(len(body))}
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in own.items() if value)]
        return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogatepass") + body

    async def get(self, path: str = "/", **headers: str) -> Reply:
        reply = await self.send(self.request("GET", path, **headers))
        if found := re.match(r"[^;]+", reply.headers.get("set-cookie", "")):
            self.cookie = found[0]
        return reply

    async def form(self, path: str, **fields: object) -> Reply:
        """A form as a page without a script posts it."""
        body = urlencode(fields).encode()
        return await self.send(self.request("POST", path, body, content_type="application/x-www-form-urlencoded"))

    async def post(self, path: str, **fields: object) -> Reply:
        """JSON as a script posts it."""
        kind = "application/json"
        return await self.send(self.request("POST", path, json.dumps(fields).encode(), content_type=kind, accept=kind))

    async def join(self, name: str, code: str = "AB2CDE", **fields: object) -> Reply:
        if not self.cookie:
            await self.get()
        return await self.post("/join", name=name, code=code, **fields)

    async def listen(self) -> None:
        """Open the stream of news, as a tab does; a second call is a second tab."""
        before = len(self.news)
        self._listening.append(asyncio.create_task(self._listen()))
        await self.until(lambda: len(self.news) > before)

    async def _listen(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 20)
        writer.write(self.request("GET", "/events", connection="keep-alive"))
        kind = ""
        try:
            while line := await reader.readline():
                self.seen += line
                if line.startswith(b"event: "):
                    kind = line[7:].strip().decode()
                if line.startswith(b"data: ") and kind != "beat":
                    async with self._news:
                        self.news.append((kind, json.loads(line[6:])))
                        self._news.notify_all()
        except OSError:
            pass
        finally:
            writer.close()

    async def until(self, is_so) -> None:
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(is_so), WAIT_S)

    async def until_phase(self, phase: str, question: int = -1) -> dict:
        """The latest view, once the drill is there."""
        await self.until(lambda: self.view.get("phase") == phase and self.view.get("question") in {question, -1, 99})
        return self.view

    @property
    def view(self) -> dict:
        return next((body for kind, body in reversed(self.news) if kind == "view"), {})

    def close(self) -> None:
        for listening in self._listening:
            listening.cancel()


class Room:
    """A server in a thread of this process, with the stand-in grader."""

    def __init__(self, path: Path, events, pack=None, grade=exactly) -> None:
        log = DrillLog(path, make=True)
        log.add(events)
        log.close()
        self.path = path
        self.drill = begin(events[0])
        self._found: queue.Queue[dict] = queue.Queue()
        place = Place(0, lingers_s=20)
        self._thread = threading.Thread(target=serve, args=(path, place, grade, pack, self._found.put), daemon=True)
        self._browsers: list[Browser] = []

    async def __aenter__(self) -> Self:
        self._thread.start()
        self.found = await asyncio.to_thread(self._found.get, True, WAIT_S)
        self.host = await Host(self.found).attach()
        return self

    async def __aexit__(self, *_: object) -> None:
        for browser in self._browsers:
            browser.close()
        await self.host.leave()
        await asyncio.to_thread(self._thread.join, WAIT_S)
        assert not self._thread.is_alive()

    def browser(self, cookie: str = "") -> Browser:
        self._browsers.append(Browser(self.found["port"], cookie))
        return self._browsers[-1]

    async def player(self, name: str, *, listens: bool = True, **fields: object) -> Browser:
        browser = self.browser()
        reply = await browser.join(name, **fields)
        assert reply.status == 200, reply.text
        if listens:
            await browser.listen()
        return browser


class Process:
    """A server in a process of its own, that can be killed and begun again."""

    def __init__(self, path: Path, events) -> None:
        log = DrillLog(path, make=True)
        log.add(events)
        log.close()
        self.path = path
        self.port = self.pid = 0

    def start(self) -> dict:
        command = [sys.executable, "-m", "trainer", "drill", "serve", str(self.path)]
        self._child = subprocess.Popen(
            [*command, "--port", str(self.port), "--lingers", "60"], stdout=subprocess.PIPE, text=True
        )
        found = json.loads(self._child.stdout.readline())
        self.port, self.pid = found["port"], found["pid"]
        return found

    def kill(self) -> None:
        self._child.kill()
        self._child.wait()
        self._child.stdout.close()

    def wait(self) -> None:
        """Until the server has ended by itself."""
        self._child.wait(WAIT_S)
