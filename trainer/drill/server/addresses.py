"""By which addresses players reach this machine."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from contextlib import suppress

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_ELSEWHERE = ("10.255.255.255", 1)  # nothing is sent there; the system says which way it would go


def lan_addresses() -> list[str]:
    """This machine's IPv4 addresses on networks, the one that leads out first; empty without a network."""
    found: list[str] = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_ELSEWHERE)
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return [address for address in dict.fromkeys(found) if not ipaddress.ip_address(address).is_loopback]


def known_hosts(port: int, addresses: Sequence[str]) -> list[str]:
    """The names, each with the port, by which a browser may call the server."""
    names = [*LOOPBACK, *addresses]
    if addresses:
        own = socket.gethostname().lower()
        names += [own, f"{own.split('.')[0]}.local"]
    return [f"{name}:{port}" for name in dict.fromkeys(names)]


def free_port(after: int, host: str) -> int | None:
    """The next port that is free on this machine; None if none of the next hundred is."""
    for port in range(after + 1, min(after + 101, 65_536)):
        with suppress(OSError):
            bound_socket(host, port).close()
            return port
    return None


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket bound to the port. Raises OSError if it is taken."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where reuse would let two servers share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound
