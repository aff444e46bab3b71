"""The host's end: a server in a process of its own, its line read and written, the server begun anew if it dies."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.drill.server.control import QUIT
from trainer.drill.server.place import place_file
from trainer.errors import TrainerError

_START_WITHIN_S = 30.0
_MOST_LINE = 1 << 24  # bytes; the first event holds all questions
_MOST_DEATHS = 5
"""In a row, each before it could be reached; then it is given up."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a server listens."""

    port: int
    """For the players."""
    control: int
    """The port for the host."""
    secret: str
    """What opens it."""
    lan: bool
    """Whether it lets the network in."""


class Link:
    """A drill's server in a process of its own, and the host's line to it.

    `lines()` gives every line of the server, from the drill's first event on. When the server dies it is begun anew on
    the same port and everything is told again from a new `ready` line on: who reads keeps the latest.
    """

    def __init__(self, command: Sequence[str], path: Path, port: int, *, lan: bool = False) -> None:
        """Over the command that serves a log, on a port or, if it is 0, on any; `--port N` and `--lan` are added to it.

        A server that runs already keeps its port and its network, when it has to be begun anew too.
        """
        self.is_ready = asyncio.Event()
        """Set while the server can be told something."""
        self._command = command
        self._path = path
        self._port = port
        self._lan = lan
        self._was_up = False
        self._child: asyncio.subprocess.Process | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._left = False

    @property
    def pid(self) -> int | None:
        """The server's process; None if none runs."""
        return self._child.pid if self._child and self._child.returncode is None else None

    async def lines(self) -> AsyncIterator[dict[str, Any]]:
        """The server's lines, until it is told to quit. Raises TrainerError if it does not start."""
        deaths, answers = 0, True
        while not self._left:
            found = (await self._running() if answers else None) or await self._start()
            answers = False
            if found:
                async for line in self._read(found):
                    answers = True
                    yield line
            deaths = 0 if answers else deaths + 1
            if deaths > _MOST_DEATHS:
                raise TrainerError("the drill's server does not stay up.", where=str(self._path))

    async def send(self, command: dict[str, Any]) -> None:
        """Send a command; one sent while the server is down is lost, as the screen shows."""
        await self.send_line(json.dumps(command).encode())

    async def send_line(self, line: bytes) -> None:
        """Send a command's line as it is."""
        if self._writer is not None:
            with contextlib.suppress(OSError):
                self._writer.write(line.strip() + b"\n")
                await self._writer.drain()

    async def quit(self) -> None:
        """End the server's process; everything is on the disk."""
        self._left = True
        await self.send_line(QUIT)
        if self._child:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._child.wait(), 5)
            if self._child.returncode is None:
                self._child.kill()
                await self._child.wait()

    async def _running(self) -> Found | None:
        """Where an earlier host has left the server running; None if nothing is there."""
        try:
            found = _found(json.loads(place_file(self._path).read_text("utf-8")))
            _, writer = await asyncio.open_connection("127.0.0.1", found.control)
        except (OSError, ValueError, KeyError):
            return None
        writer.close()
        return found

    def _troubles(self) -> int:
        """Where the server's own errors are written, for who mends it."""
        return os.open(self._path.with_suffix(".err"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    async def _start(self) -> Found | None:
        """Begin the server; None if it died before it said where it listens, in a way worth trying again."""
        where = ("--port", str(self._port), *(("--lan",) if self._lan else ()))
        troubles = self._troubles()
        try:
            self._child = await asyncio.create_subprocess_exec(
                *self._command, *where, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=troubles,
                start_new_session=True,
            )  # fmt: skip
        finally:
            os.close(troubles)
        line = await self._first_word(self._child)
        if not line:
            return None
        said = json.loads(line)
        if "error" in said:
            await self._child.wait()
            if not self._was_up:
                raise TrainerError(said["error"], where=said.get("where", ""), remedy=said.get("remedy", ""))
            await asyncio.sleep(0.2)  # its old port is not free yet
            return None
        self._keep(_found(said))
        return _found(said)

    async def _first_word(self, child: asyncio.subprocess.Process) -> bytes:
        """The line by which a server says that it is there; empty if it said nothing, and then it has ended."""
        assert child.stdout is not None  # noqa: S101 - it is a pipe
        line = b""
        with contextlib.suppress(TimeoutError):
            line = await asyncio.wait_for(child.stdout.readline(), _START_WITHIN_S)
        if not line:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
        return line

    def _keep(self, found: Found) -> None:
        """Where a server has been: begun anew, it is there again."""
        self._port, self._lan, self._was_up = found.port, found.lan, True

    async def _read(self, found: Found) -> AsyncIterator[dict[str, Any]]:
        """The lines of one server, until its line ends; none of another program that has the port since."""
        try:
            reader, self._writer = await asyncio.open_connection("127.0.0.1", found.control, limit=_MOST_LINE)
        except OSError:
            return
        try:
            await self.send_line(found.secret.encode())
            line = await asyncio.wait_for(reader.readline(), _START_WITHIN_S)
            while line:
                told = json.loads(line)
                self._keep(found)
                self.is_ready.set()
                yield told
                line = await reader.readline()
        except (OSError, ValueError):  # gone, or no server of ours
            pass
        finally:
            self.is_ready.clear()
            self._writer.close()
            self._writer = None


def _found(said: dict[str, Any]) -> Found:
    """Where a server says that it listens. Raises KeyError."""
    return Found(int(said["port"]), int(said["control"]), str(said["secret"]), bool(said["lan"]))
