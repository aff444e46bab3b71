"""What it costs the drill's server to tell a crowd: CPU a round, beside Starlette's own way of doing it.

Run `python bench/drill.py`; it prints a line of JSON for each server and crowd, then the ratios. The peer, messages to
WebSockets by `asyncio.gather`, needs the package `websockets` and is left out where that is not installed.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import json
import selectors
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

ROUNDS = 20
CROWDS = (500, 2_000)
RUNS = 3
MESSAGE = {"q": "x" * 200}
"""About 250 bytes with its frame, as a question is."""
_UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"


async def blast(crowd: int, tell: Callable[[int], Awaitable[None]]) -> dict[str, float]:
    """CPU seconds a round of telling everybody."""
    before = time.process_time()
    for number in range(ROUNDS):
        await tell(number)
        await asyncio.sleep(max(0.1, crowd / 4_000))
    return {"cpu_ms": (time.process_time() - before) / ROUNDS * 1000}


def serve_ours(port: int) -> None:
    """The drill's hub and streams, behind the drill's guard."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse, Response
    from starlette.routing import Route

    from trainer.drill.server.connections import Connections, allow_many_files
    from trainer.drill.server.guard import Guard
    from trainer.drill.server.hub import Hub, frame
    from trainer.drill.server.streams import Stream

    hub, connections = Hub(), Connections()

    async def events(request: Request) -> Any:
        if (transport := connections.transport(request.client)) is None:
            return Response(status_code=204)
        return Stream(hub, str(request.client), transport, frame("view", MESSAGE))

    async def go(_: Request) -> JSONResponse:
        async def tell(number: int) -> None:
            hub.broadcast(frame("view", {**MESSAGE, "k": number}))

        return JSONResponse(await blast(len(hub.present), tell))

    allow_many_files()
    app = Guard(Starlette(routes=[Route("/events", events), Route("/go", go)]), [f"127.0.0.1:{port}"])
    uvicorn.run(app, port=port, http=connections.protocol, ws="none", log_level="critical", backlog=4096)  # type: ignore[arg-type]


def serve_starlette(port: int) -> None:
    """WebSockets, told by `asyncio.gather(*(socket.send_text(message) for socket in sockets))`."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import Route, WebSocketRoute
    from starlette.websockets import WebSocket, WebSocketDisconnect

    from trainer.drill.server.connections import allow_many_files

    sockets: set[WebSocket] = set()

    async def listen(opened: WebSocket) -> None:
        await opened.accept()
        sockets.add(opened)
        try:
            while True:
                await opened.receive_text()
        except WebSocketDisconnect:
            sockets.discard(opened)

    async def go(_: Request) -> JSONResponse:
        async def tell(number: int) -> None:
            message = json.dumps({**MESSAGE, "k": number})
            await asyncio.gather(*(opened.send_text(message) for opened in sockets))

        return JSONResponse(await blast(len(sockets), tell))

    allow_many_files()
    app = Starlette(routes=[WebSocketRoute("/events", listen), Route("/go", go)])
    uvicorn.run(app, port=port, ws="auto", ws_per_message_deflate=False, log_level="critical", backlog=4096)


SERVERS = {"ours": serve_ours, "starlette": serve_starlette}


def measure(server: str, crowd: int) -> dict[str, Any]:
    """One server told a crowd, all over loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    child = subprocess.Popen([sys.executable, __file__, "--serve", server, "--port", str(port)])  # noqa: S603
    try:
        _wait_for(port)
        listeners = [_listener(port, server) for _ in range(crowd)]
        selector = selectors.DefaultSelector()
        for listener in listeners:
            selector.register(listener, selectors.EVENT_READ)
        told, seen = _go(port, selector)
        return {"server": server, "crowd": crowd, **told, "kb_seen": round(seen / 1024)}
    finally:
        child.kill()
        child.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the server does not come up")


def _listener(port: int, server: str) -> socket.socket:
    opened = socket.create_connection(("127.0.0.1", port))
    head = _UPGRADE.format(key="AAAAAAAAAAAAAAAAAAAAAA==") if server == "starlette" else ""
    opened.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{head}\r\n".encode())
    opened.recv(4096)
    return opened


def _go(port: int, selector: selectors.BaseSelector) -> tuple[dict[str, float], int]:
    """Have everybody told, reading all that comes; what the server says of it, and how many bytes came."""
    ask = socket.create_connection(("127.0.0.1", port))
    ask.sendall(f"GET /go HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    selector.register(ask, selectors.EVENT_READ, "answer")
    seen, answer = 0, b""
    while True:
        for key, _ in selector.select(5):
            part = key.fileobj.recv(65_536)  # type: ignore[union-attr]
            if key.data == "answer":
                answer += part
                if not part:
                    return json.loads(answer.split(b"\r\n\r\n", 1)[1]), seen
            seen += len(part)


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve, or measure all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", choices=SERVERS)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--crowds", type=int, nargs="*", default=CROWDS)
    told = parser.parse_args(arguments)
    if told.serve:
        SERVERS[told.serve](told.port)
        return
    with_peer = importlib.util.find_spec("websockets") is not None
    for crowd in told.crowds:
        medians = {}
        for server in SERVERS if with_peer else ["ours"]:
            runs = [measure(server, crowd) for _ in range(RUNS)]
            medians[server] = statistics.median(run["cpu_ms"] for run in runs)
            print(json.dumps({**runs[0], "cpu_ms": round(medians[server], 2)}), flush=True)
        if with_peer:
            print(json.dumps({"crowd": crowd, "ours_to_starlette": round(medians["ours"] / medians["starlette"], 2)}))


if __name__ == "__main__":
    main()
