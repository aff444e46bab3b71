"""The drill as its server tells it, line by line."""

from __future__ import annotations

import json
import time
from typing import Any

from trainer.drill.reduce import apply, begin
from trainer.drill.state import Drill
from trainer.drill.wire import parse_event


class Told:
    """What the lines so far come to."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self.drill: Drill | None = None
        """Where the drill stands; None until its first event was told."""
        self.present: list[str] = []
        """The players whose page is open."""
        self.lan = False
        """Whether the server lets the network in."""
        self._port = 0
        self._names: list[str] = []
        self._past = self._events = 0
        self._server_ms = 0
        self._heard_at = 0.0

    def hear(self, line: dict[str, Any]) -> str:
        """Take one line: the server is there anew, something happened, or a command was refused; gives why it was."""
        match line["kind"]:
            case "ready":
                self._begin(line)
            case "present":
                self.present = line["players"]
            case "refused":
                return str(line["message"])
            case _:
                event = parse_event(json.dumps(line))
                self.drill = apply(self.drill, event) if self.drill else begin(event)
                self._events += 1
        return ""

    def _begin(self, ready: dict[str, Any]) -> None:
        """Everything is told again from here on."""
        self.drill, self._events = None, 0
        self._past, self.lan = ready.get("past", 0), ready.get("lan", False)
        self._port, self._names = ready.get("port", 0), ready.get("addresses", [])
        self._server_ms, self._heard_at = ready.get("now_ms", 0), time.monotonic()

    @property
    def is_whole(self) -> bool:
        """Whether everything that had happened before the server's first line has been told."""
        return self.drill is not None and self._events >= self._past

    @property
    def addresses(self) -> list[str]:
        """Where players find the page; the first is the one to show."""
        return [f"http://{name}:{self._port}/" for name in self._names] or [""]

    def now_ms(self) -> int:
        """The server's clock, as far as this side can tell."""
        return int(self._server_ms + (time.monotonic() - self._heard_at) * 1000)
