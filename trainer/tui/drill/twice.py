"""What cannot be taken back is asked for twice."""

from __future__ import annotations

import time

_WITHIN_S = 4.0
"""How long the first time of asking waits for the second."""


class Twice:
    """Whether one asks again within a few seconds."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._asked_at = -_WITHIN_S

    def is_again(self) -> bool:
        """Ask; whether that was the second time."""
        before, self._asked_at = self._asked_at, time.monotonic()
        return self._asked_at - before < _WITHIN_S
