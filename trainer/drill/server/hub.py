"""The open streams to the players' browsers: one message made once, written to each socket without waiting."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from typing import Any

MOST_STREAMS = 4
"""Of one player: a few tabs; the oldest gives way."""
_MOST_UNSENT = 64 * 1024  # bytes; who reads more slowly comes back for a fresh view
HEARTBEAT = b"event: beat\ndata: {}\n\n"
"""By which a page knows that its stream lives; comments do not reach it."""


def frame(event: str, body: dict[str, Any]) -> bytes:
    """A server-sent event."""
    return f"event: {event}\ndata: {json.dumps(body, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()


def chunk(data: bytes) -> bytes:
    """Bytes as one chunk of an HTTP/1.1 response that has no length (RFC 9112, 7.1)."""
    return b"%x\r\n%b\r\n" % (len(data), data)


class Hub:
    """Every player's streams."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._streams: dict[str, list[asyncio.Transport]] = {}

    def add(self, player: str, transport: asyncio.Transport) -> None:
        """A stream is open; of too many of one player the oldest is closed."""
        streams = self._streams.setdefault(player, [])
        streams.append(transport)
        if len(streams) > MOST_STREAMS:
            streams.pop(0).abort()

    def remove(self, player: str, transport: asyncio.Transport) -> None:
        """A stream is gone."""
        streams = self._streams.get(player, [])
        if transport in streams:
            streams.remove(transport)
        if not streams:
            self._streams.pop(player, None)

    @property
    def present(self) -> list[str]:
        """The players who have a stream open."""
        return list(self._streams)

    def broadcast(self, data: bytes) -> None:
        """The same bytes to every stream."""
        self._write(chunk(data), (stream for streams in self._streams.values() for stream in streams))

    def send(self, player: str, data: bytes) -> None:
        """Bytes to one player's streams."""
        self._write(chunk(data), self._streams.get(player, ()))

    def close(self, player: str) -> None:
        """End one player's streams."""
        for stream in self._streams.pop(player, []):
            stream.close()

    def end(self) -> None:
        """End every stream."""
        for player in self.present:
            self.close(player)

    def _write(self, data: bytes, streams: Iterable[asyncio.Transport]) -> None:
        for stream in list(streams):
            if stream.get_write_buffer_size() > _MOST_UNSENT:
                stream.abort()
            else:
                stream.write(data)
