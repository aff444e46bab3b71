"""The drill's own clock: Unix milliseconds that never go back, whatever is done to the machine's clock."""

from __future__ import annotations

import time


class DrillClock:
    """Begins at the wall clock's time and goes on by the monotonic one, which no one sets and no lid moves."""

    def __init__(self, not_before_ms: int = 0) -> None:
        """Begin now, or where the drill's log ends if the wall clock says less."""
        self._began_ms = max(not_before_ms, time.time_ns() // 1_000_000)
        self._began = time.monotonic()

    def now_ms(self) -> int:
        """This moment."""
        return self._began_ms + int((time.monotonic() - self._began) * 1000)
