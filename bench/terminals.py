"""Programs run in a terminal of their own: the processor time from their start to a text, and for a key."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_COLUMNS, _ROWS = 100, 30
_PATIENCE_S = 30.0
_QUIET_S = 0.25
KEYS = 40


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took."""

    cpu_s: float
    """Of the program's processor time."""


def start_cost(command: Sequence[str], home: Path, text: str) -> Cost:
    """From the start of a program to a text on its screen."""
    with _terminal(command, home) as (pid, screen):
        _wait_for(screen, text)
        return Cost(_cpu_s(pid))


def key_cost(command: Sequence[str], home: Path, text: str, keys: str) -> Cost:
    """For each key, once the program has painted a text and come to rest; each is pressed once the last was painted."""
    with _terminal(command, home) as (pid, screen):
        _wait_for(screen, text)
        _drain(screen)
        before = _cpu_s(pid)
        for number in range(KEYS):
            os.write(screen, keys[number % len(keys)].encode())
            _wait_for(screen, "")
            _drain(screen, _QUIET_S / 4)
        return Cost((_cpu_s(pid) - before) / KEYS)


@contextmanager
def _terminal(command: Sequence[str], home: Path) -> Iterator[tuple[int, int]]:
    """A program in a terminal: its process and the terminal's other end."""
    pid, screen = pty.fork()
    if pid == 0:
        os.environ |= {"TRAINER_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execvp(command[0], list(command))  # noqa: S606 - ours
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    try:
        yield pid, screen
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(screen)


def _wait_for(screen: int, text: str) -> None:
    """Read until the text has come, or with an empty one, anything. Raises TimeoutError."""
    seen, until = b"", time.monotonic() + _PATIENCE_S
    while not seen or text.encode() not in seen:
        if time.monotonic() > until:
            raise TimeoutError(f"{text!r} did not appear")
        if select.select([screen], [], [], 0.1)[0]:
            seen += os.read(screen, 65536)


def _drain(screen: int, quiet_s: float = _QUIET_S) -> None:
    """Read until nothing comes any more."""
    while select.select([screen], [], [], quiet_s)[0]:
        os.read(screen, 65536)


def _cpu_s(pid: int) -> float:
    """Processor time of a process so far, in seconds; its clock as Linux numbers it (clock_getcpuclockid)."""
    return time.clock_gettime(~pid << 3 | 2)
