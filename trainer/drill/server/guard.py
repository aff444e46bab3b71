"""What every request must pass, and what every response carries."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 4 * 1024  # bytes
MOST_HEADERS = 8 * 1024  # bytes
BODY_WITHIN_S = 5.0

_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    # Not `no-referrer`: with it a browser posts a form under the origin `null`.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}
_RAW_HEADERS = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]


class BodyRefused(Exception):
    """A body that is too long, or too long in coming."""


def origins(hosts: Iterable[str]) -> frozenset[str]:
    """The origins of a page that these hosts, each with its port, have served."""
    return frozenset(f"http://{host}" for host in hosts)


class Guard:
    """Lets through what was meant for this server and comes from its own page."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        """Guard an app; `hosts` are the names, each with its port, by which the server may be called."""
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._origins = origins(self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] != "http":
            return
        request = Request(scope)
        refusal = self.refusal(request)
        app = PlainTextResponse(refusal, 403, {"connection": "close"}) if refusal else self._app

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_RAW_HEADERS]
            await send(message)

        await app(scope, receive, send_dressed)

    def refusal(self, request: Request) -> str:
        """Why a request is not let through; empty if it is.

        The name by which the server was called is checked, because a name of a stranger's may be made to lead here;
        and who posts must be our own page, because any page can post.
        """
        if sum(len(name) + len(value) for name, value in request.headers.raw) > MOST_HEADERS:
            return "That is more than a browser says of itself."
        if len(request.headers.getlist("host")) != 1 or request.headers["host"].lower() not in self._hosts:
            return "This server is not known by that name."
        if request.method not in {"GET", "HEAD"} and request.headers.get("origin", "").lower() not in self._origins:
            return "Answers are taken from the drill's own page alone."
        return ""


async def read_body(request: Request) -> bytes:
    """A request's body. Raises BodyRefused for one that is too long or does not end."""
    body = b""
    try:
        async with asyncio.timeout(BODY_WITHIN_S):
            async for part in request.stream():
                body += part
                if len(body) > MOST_BODY:
                    raise BodyRefused
    except TimeoutError as error:
        raise BodyRefused from error
    return body
