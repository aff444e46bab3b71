"""A program in a terminal of its own, as a test drives it: what is on the screen, keys, signals."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence

import pytest

pty = pytest.importorskip("pty")

PATIENCE = 40  # seconds


class Window:
    """One Python program in a terminal of its own."""

    def __init__(self, words: Sequence[str], columns: int = 80, rows: int = 24) -> None:
        self._ours, theirs = pty.openpty()
        import fcntl
        import struct
        import termios

        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, *words],
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env={**os.environ, "TERM": "xterm"},
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - it is the terminal that closes on it
        )  # fmt: skip
        os.close(theirs)
        os.set_blocking(self._ours, False)
        self.seen = ""

    def wait_for(self, text: str) -> None:
        """Until the text was printed after what was waited for last."""
        until = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < until, f"{text!r} never came: {self.seen[-2000:]}"
            self._read()
            time.sleep(0.02)
        self.seen = self.seen.partition(text)[2]

    def send(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def close(self) -> int:
        """Close the terminal, as if its window was closed, and give the program's exit code."""
        os.close(self._ours)
        return self._process.wait(PATIENCE)

    def end_with(self, number: int) -> int:
        """Send a signal, read what comes until the program has ended, and give its exit code."""
        self._process.send_signal(number)
        until = time.monotonic() + PATIENCE
        while (code := self._process.poll()) is None and time.monotonic() < until:
            self._read()
            time.sleep(0.02)
        self._read()
        return code

    def _read(self) -> None:
        try:
            raw = os.read(self._ours, 65536).decode("utf-8", "replace")
        except (BlockingIOError, OSError):
            return
        self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", raw)
