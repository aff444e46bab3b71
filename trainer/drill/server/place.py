"""Where a server listens, and how a host that comes back finds it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

PORT = 8765
"""For the players, if none is named."""
LINGERS_S = 900.0
"""How long a server waits for a host to come back."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server listens."""

    port: int
    """0 for any that is free."""
    lan: bool = False
    """Whether the network may come in, or this machine alone."""
    lingers_s: float = LINGERS_S
    """How long the server stays without a host."""

    @property
    def host(self) -> str:
        """The address to bind."""
        return "0.0.0.0" if self.lan else "127.0.0.1"  # noqa: S104 - the network is let in by --lan alone


def place_file(log: Path) -> Path:
    """The file beside a drill's log by which a host finds the server that runs."""
    return log.with_suffix(".host")


def write_place(log: Path, found: Mapping[str, object]) -> None:
    """Write where the server listens, for its owner alone: the file holds the secret that makes a host."""
    handle = os.open(place_file(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(dict(found), file)


def drill_at(port: int, logs: Iterable[Path]) -> str:
    """The drill of these whose server has this port for its players; empty if none has."""
    for log in logs:
        with contextlib.suppress(OSError, ValueError, KeyError):
            found = json.loads(place_file(log).read_text("utf-8"))
            if found["port"] == port:
                socket.create_connection(("127.0.0.1", found["control"]), timeout=1).close()
                return log.stem
    return ""
