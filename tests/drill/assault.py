"""Those who mean no good to a drill's server, all at once, and what it costs the server."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from room import WAIT_S, Browser

SLOW_ONES = 300
"""Connections that never finish their request."""


class Assault:
    """Attacks that go on until the block ends; then `statuses` says how each was answered, 0 for hung up on."""

    def __init__(self, port: int, pid: int) -> None:
        self.statuses: list[int] = []
        self.before_kb = self.peak_kb = memory_kb(pid)
        self._port = port
        self._pid = pid
        self._is_over = False

    async def __aenter__(self) -> Self:
        eve = Browser(self._port)
        await eve.get()
        self._dripping = asyncio.create_task(self._drip())
        self._running = [asyncio.create_task(self._keep_on(attack)) for attack in attacks(eve)]
        self._running.append(asyncio.create_task(self._weigh()))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._dripping
        self._is_over = True
        await asyncio.gather(*self._running)

    async def _keep_on(self, attack: Callable[[], bytes]) -> None:
        while not self._is_over:
            self.statuses.append(await self._send(attack()))

    async def _send(self, raw: bytes) -> int:
        try:
            return (await asyncio.wait_for(Browser(self._port).send(raw), WAIT_S)).status
        except (OSError, TimeoutError):
            return 0

    async def _drip(self) -> None:
        """Every slow connection is hung up on."""
        slow = [await asyncio.open_connection("127.0.0.1", self._port) for _ in range(SLOW_ONES)]
        for _, writer in slow:
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n")
        end = time.monotonic() + WAIT_S
        while held := sum(not reader.at_eof() for reader, _ in slow):
            assert time.monotonic() < end, f"{held} of {SLOW_ONES} are held"
            await asyncio.sleep(0.5)
        for _, writer in slow:
            writer.close()

    async def _weigh(self) -> None:
        while not self._is_over:
            self.peak_kb = max(self.peak_kb, memory_kb(self._pid))
            await asyncio.sleep(0.1)


def attacks(eve: Browser) -> list[Callable[[], bytes]]:
    """What is sent again and again: too much, what is no JSON, wrong codes, no HTTP, another server's name."""
    numbers = itertools.count()

    def post(path: str, body: bytes) -> bytes:
        return eve.request("POST", path, body, content_type="application/json")

    large = post("/join", b'{"code":"' + b"9" * (8 << 20) + b'"}')
    return [
        lambda: large,
        lambda: post("/join", b'{"code":' + b"[" * 3000),
        lambda: post("/answer", b"\xff" * 100),
        lambda: post("/join", json.dumps({"name": "e", "code": f"{next(numbers):06}"}).encode()),
        lambda: eve.request("GET", "/", x="y" * 60_000),
        lambda: b"\x16\x03\x01\x02\x00\x01\x00" * 100,
        lambda: eve.request("GET", "/", host="evil.example"),
    ]


def memory_kb(pid: int) -> int:
    """What a process holds in memory, as Linux says."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0])
