"""Numbers and days as the figures say them."""

from __future__ import annotations

import datetime as dt

NONE = "–"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def percent(share: float | None) -> str:
    """A share in whole percent; a dash for none.

    >>> percent(0.905), percent(None)
    ('90 %', '–')
    """
    return NONE if share is None else f"{share * 100:.0f} %"


def whole(number: float) -> str:
    """Without decimals.

    >>> whole(1234567.4), whole(0)
    ('1,234,567', '0')
    """
    return f"{number:,.0f}"


def spent(minutes: float) -> str:
    """Time in hours and minutes.

    >>> spent(0.4), spent(12.2), spent(75)
    ('under a minute', '12 min', '1 h 15 min')
    """
    if minutes < 1:
        return "under a minute" if minutes > 0 else "0 min"
    hours, rest = divmod(round(minutes), 60)
    return f"{hours:,} h {rest} min" if hours else f"{rest} min"


def day_of(date: dt.date) -> str:
    """A day with its year.

    >>> day_of(dt.date(2026, 12, 3))
    '3 December 2026'
    """
    return f"{date.day} {date:%B %Y}"


def short_day(date: dt.date) -> str:
    """A day without its year.

    >>> short_day(dt.date(2026, 12, 3))
    '3 Dec'
    """
    return f"{date.day} {date:%b}"
