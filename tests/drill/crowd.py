"""A crowd on one machine: players that drop, come back, post twice, and keep account of all they were told."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import time
from dataclasses import dataclass, field

PLAYERS_AT_ONCE = 100
"""That come in at a time."""


@dataclass
class Account:
    """What the crowd was told, and how it went."""

    acknowledged: dict[tuple[str, int], str] = field(default_factory=dict)
    """By player's name and question: the answer that the server said it has."""
    contradicted: int = 0
    """Acknowledgements that named another answer than one before."""
    leaked: int = 0
    """Streams on which what is right was seen before the close."""
    waits_s: list[float] = field(default_factory=list)
    """From the sending of an answer to its acknowledgement."""
    drops: int = 0
    twice: int = 0
    late: int = 0


class Member:
    """One player of the crowd."""

    def __init__(self, number: int, port: int, account: Account) -> None:
        self.name = f"player {number}"
        self.cookie = ""
        self._port = port
        self._account = account
        self._chance = random.Random(number)
        self._answered: set[int] = set()
        self.listening = False

    async def request(self, method: str, path: str, body: dict | None = None) -> tuple[int, bytes]:
        """One request on a connection of its own. Raises OSError while the server is away."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            data = json.dumps(body).encode() if body is not None else b""
            writer.write(self._head(method, path, len(data), "close") + data)
            raw = await asyncio.wait_for(reader.read(), 20)
        finally:
            writer.close()
        if not raw:
            raise ConnectionError
        head, _, content = raw.partition(b"\r\n\r\n")
        for line in head.split(b"\r\n"):
            if line.lower().startswith(b"set-cookie: "):
                self.cookie = line[12:].split(b";")[0].decode()
        return int(head.split(b" ", 2)[1]), content

    def _head(self, method: str, path: str, length: int, connection: str) -> bytes:
        host = f"127.0.0.1:{self._port}"
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", f"Connection: {connection}", "Accept: application/json"]
        lines += [f"Cookie: {self.cookie}"] if self.cookie else []
        if method == "POST":
            lines += [f"Origin: http://{host}", "Content-Type: application/json", f"Content-Length: {length}"]
        return "\r\n".join([*lines, "", ""]).encode()

    async def join(self, code: str) -> None:
        await self.request("GET", "/")
        status, content = await self.request("POST", "/join", {"name": self.name, "code": code})
        assert status == 200, content

    async def play(self, done: asyncio.Event) -> None:
        """Listen and answer until the drill is done; come back after every loss."""
        while not done.is_set():
            with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
                await self._listen(done)
            self.listening = False
            await asyncio.sleep(self._chance.uniform(0.05, 0.4))

    async def _listen(self, done: asyncio.Event) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 20)
        try:
            writer.write(self._head("GET", "/events", 0, "keep-alive"))
            while not done.is_set():
                line = await asyncio.wait_for(reader.readline(), 20)
                if not line:
                    return
                self.listening = True
                if line.startswith(b'data: {"phase"'):
                    await self._told(json.loads(line[6:]), writer)
        finally:
            writer.close()

    async def _told(self, view: dict, writer: asyncio.StreamWriter) -> None:
        question = view["question"]
        if view["phase"] != "open":
            return
        if f"right {question}" in json.dumps(view):
            self._account.leaked += 1
        if question in self._answered:
            return
        self._answered.add(question)
        if self._chance.random() < 0.10:
            self._account.drops += 1
            writer.close()
            await asyncio.sleep(self._chance.uniform(0.05, 0.4))
        await asyncio.sleep(self._chance.uniform(0, 1.0))
        await self._answer(question)
        if self._chance.random() < 0.10:
            self._account.twice += 1
            await self._answer(question)

    async def _answer(self, question: int) -> None:
        """Post an answer until the server says something of it."""
        given = f"guess {self._chance.randrange(4)}"
        while True:
            began = time.monotonic()
            try:
                status, content = await self.request("POST", "/answer", {"question": question, "given": given})
            except (OSError, TimeoutError):
                await asyncio.sleep(self._chance.uniform(0.05, 0.3))
                continue
            if status in {429, 503}:
                await asyncio.sleep(self._chance.uniform(0.2, 0.5))
                continue
            self._account.waits_s.append(time.monotonic() - began)
            self._note(question, status, json.loads(content))
            return

    def _note(self, question: int, status: int, reply: dict) -> None:
        if status != 200:
            self._account.late += reply.get("why") == "late"
            return
        if reply.get("question") != question:
            return
        before = self._account.acknowledged.setdefault((self.name, question), reply["given"])
        self._account.contradicted += before != reply["given"]


def crowdedness() -> float:
    """How many times longer things take because other programs want the processors too; 1 on a machine of its own.

    Server and crowd share it: they alone keep two processors busy.
    """
    if not hasattr(os, "getloadavg"):
        return 1.0
    return max(1.0, os.getloadavg()[0] / max(2, os.cpu_count() or 2))


def quantile(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]
