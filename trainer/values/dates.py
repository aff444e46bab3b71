"""A date as briefs give it: a year, a month or a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

MONTHS = tuple(calendar.month_name)
"""English month names; index 0 is empty, so that `MONTHS[6]` is June."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, or the month or year of which no more is known."""

    year: int
    """Four digits."""
    month: int = 0
    """1 to 12; 0 where only the year is known."""
    day: int = 0
    """1 to 31; 0 where only the month or the year is known."""

    @property
    def iso(self) -> str:
        """ISO 8601 at the date's own granularity: `2023`, `2023-06` or `2023-06-21`."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    @property
    def spoken(self) -> str:
        """As a question says it: `2023`, `June 2023` or `June 21, 2023`."""
        if self.day:
            return f"{MONTHS[self.month]} {self.day}, {self.year}"
        return f"{MONTHS[self.month]} {self.year}".strip()

    @property
    def granularity(self) -> str:
        """What the date names: `day`, `month` or `year`."""
        return "day" if self.day else "month" if self.month else "year"

    def covers(self, other: PartialDate) -> bool:
        """Whether `other` is this date or lies within it: June 2023 covers June 21, 2023."""
        return other.iso.startswith(self.iso)

    def is_real(self) -> bool:
        """Whether the calendar has it: no February 30."""
        if not 1 <= self.year <= 9999 or not 0 <= self.month <= 12:
            return False
        return not self.day or 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]


def month_of(day: dt.date) -> PartialDate:
    """The month that a day lies in."""
    return PartialDate(day.year, day.month)


def day_of(day: dt.date) -> PartialDate:
    """The day as a partial date, all parts known."""
    return PartialDate(day.year, day.month, day.day)


def day_number(date: PartialDate) -> int:
    """Days since the year 1, for dates that have a day."""
    return dt.date(date.year, date.month, date.day).toordinal()


def parse_iso(text: str) -> PartialDate | None:
    """The date that ISO text names at its own granularity; None if it names none.

    >>> parse_iso("2023-06").spoken
    'June 2023'
    """
    match = _ISO.fullmatch(text.strip())
    if not match:
        return None
    date = PartialDate(*(int(part or 0) for part in match.groups()))
    return date if date.is_real() else None


def shifted(date: PartialDate, steps: int) -> PartialDate:
    """The date so many years, months or days later, counted in its own granularity."""
    if date.day:
        return day_of(dt.date(date.year, date.month, date.day) + dt.timedelta(days=steps))
    if date.month:
        years, month = divmod(date.month - 1 + steps, 12)
        return PartialDate(date.year + years, month + 1)
    return PartialDate(date.year + steps)
