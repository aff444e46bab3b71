"""How often somebody may try: pure counting, the moment is given."""

from __future__ import annotations

from collections import deque

WRONG_CODES_A_MINUTE = 5
"""From one address; then its codes are not looked at for a while."""
WRONG_CODES_IN_ALL = 60
"""From everywhere within a minute; then the code becomes another."""
MESSAGES_A_SECOND = 5.0
"""That a player may send, on average."""
MESSAGES_AT_ONCE = 10.0
CLAIMS_A_MINUTE = 5
"""Requests for a place from one address; those above wait."""
_MINUTE_MS = 60_000
_MOST_KEPT = 10_000


class WrongCodes:
    """Wrong join codes of the last minute."""

    def __init__(self) -> None:
        """None yet."""
        self._times: dict[str, deque[int]] = {}
        self._all: deque[int] = deque()

    def may_try(self, address: str, now_ms: int) -> bool:
        """Whether a code from this address is looked at."""
        times = self._times.get(address)
        if times is None:
            return True
        _forget(times, now_ms)
        if not times:
            del self._times[address]
            return True
        return len(times) < WRONG_CODES_A_MINUTE

    def wrong(self, address: str, now_ms: int) -> bool:
        """Count a wrong code; whether there were so many that the code must become another."""
        if len(self._times) < _MOST_KEPT:
            self._times.setdefault(address, deque()).append(now_ms)
        _forget(self._all, now_ms)
        self._all.append(now_ms)
        if len(self._all) < WRONG_CODES_IN_ALL:
            return False
        self._all.clear()
        return True


class Claims:
    """Requests for a place in the last minute."""

    def __init__(self) -> None:
        """None yet."""
        self._times: dict[str, deque[int]] = {}

    def may_ask(self, address: str, now_ms: int) -> bool:
        """Whether one more from this address is taken; it is counted."""
        for times in self._times.values():
            _forget(times, now_ms)
        self._times = {known: times for known, times in self._times.items() if times}
        times = self._times.setdefault(address, deque())
        if len(times) >= CLAIMS_A_MINUTE or len(self._times) > _MOST_KEPT:
            return False
        times.append(now_ms)
        return True


class Pace:
    """What each player may still send: a bucket that fills by the second."""

    def __init__(self) -> None:
        """Everybody's is full."""
        self._left: dict[str, tuple[float, int]] = {}

    def may_send(self, player: str, now_ms: int) -> bool:
        """Whether one more message is taken; it is counted."""
        left, since_ms = self._left.get(player, (MESSAGES_AT_ONCE, now_ms))
        left = min(MESSAGES_AT_ONCE, left + (now_ms - since_ms) / 1000 * MESSAGES_A_SECOND)
        self._left[player] = (left - 1 if left >= 1 else left, now_ms)
        return left >= 1


def _forget(times: deque[int], now_ms: int) -> None:
    while times and times[0] <= now_ms - _MINUTE_MS:
        times.popleft()
