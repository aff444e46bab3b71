"""Waits in a few characters, as they stand on the rating keys."""

from __future__ import annotations

from trainer.reviews import CardState, New, Reviewing
from trainer.schedule.moment import Moment

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def wait_label(state: CardState, moment: Moment) -> str:
    """How long until a card in this state comes back."""
    match state.stage:
        case New():
            return "now"
        case Reviewing(_, due_day, _):
            return days_label(due_day - moment.day)
        case stage:
            return seconds_label((stage.due_ms - moment.ms) / 1000)


def seconds_label(seconds: float) -> str:
    """
    >>> [seconds_label(s) for s in (10, 60, 330, 3600, 90000)]
    ['<1m', '1m', '6m', '1h', '1d']
    """  # noqa: D205, D400 - the cases say it
    if seconds < _MINUTE:
        return "<1m"
    if seconds < _HOUR:
        return f"{int(seconds / _MINUTE + 0.5)}m"
    if seconds < _DAY:
        return f"{int(seconds / _HOUR + 0.5)}h"
    return days_label(int(seconds / _DAY))


def days_label(days: int) -> str:
    """
    >>> [days_label(d) for d in (1, 29, 45, 400)]
    ['1d', '29d', '1.5mo', '1.1y']
    """  # noqa: D205, D400 - the cases say it
    if days < 30:
        return f"{days}d"
    if days < 365:
        return f"{days / 30.4:.1f}mo".replace(".0mo", "mo")
    return f"{days / 365.25:.1f}y".replace(".0y", "y")
