"""A date as far as a text says it, and the days that it covers."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

Day = tuple[int, int, int]
"""Year, month, day; 0 for what is not said."""

LEAP = 2000
"""The year in which dates are compared that say none."""


@dataclass(frozen=True, slots=True)
class SaidDate:
    """One reading of a text as a date."""

    first: Day
    """The date, or the beginning of a span."""
    last: Day
    """The same, or the end of the span."""
    part: str = ""
    """`early`, `mid`, `late`, a season or `fiscal`: no whole of which the days are known."""
    relation: str = ""
    """`since`, `after`, `before`, `until` or `about`; empty for `in` and `on`."""
    clock: str = ""
    """The time of day as `HHMM`, or two as `HHMM-HHMM`."""
    pair: bool = False
    """Whether its ends are two dates and no span: `9 and 12 March`."""
    group: bool = False
    """Whether it is a date-time group, which may leave month and year to the traffic that it stands in."""

    @property
    def has_year(self) -> bool:
        """Whether the text says which year."""
        return self.first[0] > 0

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day that it covers, counted. Raises ValueError for a day that no calendar has."""
        (year, month, day), (end, end_month, end_day) = self.first, self.last
        end, end_month = end or LEAP, end_month or 12
        end_day = end_day or calendar.monthrange(end, end_month)[1]
        return dt.date(year or LEAP, month or 1, day or 1).toordinal(), dt.date(end, end_month, end_day).toordinal()

    @property
    def is_real(self) -> bool:
        """Whether the calendar has it, and it does not end before it begins."""
        try:
            first, last = self.days
        except ValueError:
            return False
        return first <= last

    def completed(self, other: SaidDate) -> SaidDate:
        """With the other's year, month and day in front of what it says itself."""
        if not any(self.first):
            return replace(self, first=other.first, last=other.last)
        first = _filled(self.first, other.first)
        last = _filled(self.last, first if self.first != self.last else other.first)
        if self.first == self.last:
            last = first
        elif last[1:] < first[1:] and not self.last[0]:
            last = (last[0] + 1, *last[1:])
        return replace(self, first=first, last=last)


def _filled(day: Day, other: Day) -> Day:
    year = day[0] or other[0]
    return (year, day[1] or (other[1] if day[2] else 0), day[2])
