"""The host's line to the server: JSON lines on a loopback port that opens to a secret, and to no browser.

The host's first line is the secret; whatever else comes first, an HTTP request included, is hung up on. Then every
event comes down, from the first, each as the log has it, and commands go up. A command that is refused is answered by
a line of its own.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from trainer.drill.commands import HostCommand
from trainer.drill.events import Event
from trainer.drill.refused import Refused
from trainer.drill.wire import format_event, parse_host
from trainer.errors import NotSaved, Unforeseen

MOST_LINE = 16 * 1024  # bytes
QUIT = b'{"do": "quit"}'
"""The line that ends the server's process."""
_SECRET_WITHIN_S = 5.0

Ask = Callable[[HostCommand], Awaitable[object]]


class Control:
    """The hosts that are attached: as a rule one."""

    def __init__(
        self,
        secret: str,
        ask: Ask,
        past: Callable[[], Sequence[Event]],
        ready: Callable[[], dict[str, Any]],
        leave: Callable[[], None],
    ) -> None:
        """Let in who knows the secret. `ready` and the length of the past are told, then the past, then what happens.

        `leave` ends the server's process; the drill can be gone on with later.
        """
        self._leave = leave
        self._secret = secret
        self._ask = ask
        self._past = past
        self._ready = ready
        self._hosts: set[asyncio.StreamWriter] = set()

    @property
    def attached(self) -> int:
        """How many hosts are attached."""
        return len(self._hosts)

    async def start(self) -> asyncio.Server:
        """Listen on a free loopback port."""
        return await asyncio.start_server(self._attach, "127.0.0.1", 0, limit=MOST_LINE)

    def happened(self, events: Sequence[Event]) -> None:
        """Tell the hosts."""
        self.tell(*(format_event(event) for event in events))

    def tell(self, *lines: str) -> None:
        """Lines to every host."""
        data = "".join(f"{line}\n" for line in lines).encode()
        for host in self._hosts:
            host.write(data)

    async def _attach(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One host, until it goes."""
        try:
            if not await self._is_host(reader):
                return
            past = self._past()
            ready = json.dumps({**self._ready(), "past": len(past)})
            _write(writer, ready, *(format_event(event) for event in past))
            self._hosts.add(writer)
            await writer.drain()
            await self._serve(reader, writer)
        except (OSError, ValueError):  # gone, or a line without an end
            pass
        finally:
            self._hosts.discard(writer)
            with suppress(OSError):
                writer.close()

    async def _is_host(self, reader: asyncio.StreamReader) -> bool:
        try:
            line = await asyncio.wait_for(reader.readline(), _SECRET_WITHIN_S)
        except TimeoutError:
            return False
        return hmac.compare_digest(line.strip(), self._secret.encode())

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            if not line.strip():
                continue
            if line.strip() == QUIT:
                self._leave()
                return
            try:
                await self._ask(parse_host(line))
            except Refused as refusal:
                _write(writer, refused_line(refusal.why.value, str(refusal)))
            except NotSaved as error:
                _write(writer, refused_line("disk", str(error)))
            except Unforeseen as fault:
                _write(writer, refused_line("fault", str(fault)))
            await writer.drain()


def refused_line(why: str, message: str) -> str:
    """A refusal as the host reads it."""
    return json.dumps({"kind": "refused", "why": why, "message": message}, ensure_ascii=False)


def _write(writer: asyncio.StreamWriter, *lines: str) -> None:
    writer.write("".join(f"{line}\n" for line in lines).encode())
