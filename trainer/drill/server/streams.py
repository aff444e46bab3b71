"""The answer to `/events`: it begins as any response does, then the hub writes to its connection."""

from __future__ import annotations

import asyncio

from starlette.types import Receive, Scope, Send

from trainer.drill.server.hub import Hub

_RETRY = b"retry: 500\n\n"
_HEADERS = ((b"content-type", b"text/event-stream; charset=utf-8"), (b"x-accel-buffering", b"no"))


class Stream:
    """One open stream, as ASGI has a response."""

    def __init__(self, hub: Hub, player: str, transport: asyncio.Transport, snapshot: bytes) -> None:
        """A stream of the player's, over this connection; the snapshot goes first."""
        self._hub = hub
        self._player = player
        self._transport = transport
        self._snapshot = snapshot

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Open, stay open until the client goes, and be gone."""
        await send({"type": "http.response.start", "status": 200, "headers": list(_HEADERS)})
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.body", "body": _RETRY + self._snapshot, "more_body": True})
        self._hub.add(self._player, self._transport)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._hub.remove(self._player, self._transport)
        await send({"type": "http.response.body", "body": b""})
