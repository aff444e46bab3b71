"""Connections as the server takes them: each known by its client's address, none kept half open for long."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_WITHIN_S = 5.0
"""For a request to be whole, once it or its connection has begun."""
MOST_UNFINISHED = 1_000
"""Connections without a whole request that one address may hold; a crowd behind one router comes at once."""
MOST_FILES = 8_192
"""That the server's process may have open, connections among them."""

Address = tuple[str, int]


class Connections:
    """The open connections; `protocol` is what uvicorn makes one with."""

    def __init__(self) -> None:
        """Nobody is connected yet."""
        self._transports: dict[Address, asyncio.Transport] = {}
        self._unfinished: dict[str, int] = {}

    def transport(self, address: Any) -> asyncio.Transport | None:
        """The connection of a request's client; None if it is gone."""
        return self._transports.get(tuple(address)) if address else None

    def protocol(self, *args: Any, **kwargs: Any) -> _Watched:
        """A connection's protocol, as uvicorn asks for it."""
        return _Watched(self, *args, **kwargs)

    def came(self, address: Address, transport: asyncio.Transport) -> bool:
        """Note a connection; False if its address holds too many that ask nothing."""
        self._transports[address] = transport
        self._unfinished[address[0]] = self._unfinished.get(address[0], 0) + 1
        return self._unfinished[address[0]] <= MOST_UNFINISHED

    def asked(self, address: Address) -> None:
        """A connection has asked something whole, or is gone without."""
        left = self._unfinished.get(address[0], 0) - 1
        if left > 0:
            self._unfinished[address[0]] = left
        else:
            self._unfinished.pop(address[0], None)

    def went(self, address: Address) -> None:
        """A connection is gone."""
        self._transports.pop(address, None)


class _Watched(H11Protocol):
    """Uvicorn's protocol, which by itself waits for a request for ever; to inherit is how it is extended."""

    def __init__(self, connections: Connections, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._all = connections
        self._address: Address = ("", 0)
        self._first = True
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._address = tuple((transport.get_extra_info("peername") or ("", 0))[:2])
        if self._all.came(self._address, transport):
            self._watch()
        else:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._is_whole()
        elif self._timer is None:
            self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._is_whole()
        self._all.went(self._address)
        super().connection_lost(exc)

    def _watch(self) -> None:
        self._timer = self.loop.call_later(REQUEST_WITHIN_S, self._give_up)

    def _give_up(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.abort()

    def _is_whole(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._first:
            self._first = False
            self._all.asked(self._address)


def allow_many_files() -> None:
    """As many open connections as the system lets us have."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(MOST_FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
