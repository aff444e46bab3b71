"""A moment as the scheduler sees it: an instant and its study day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_EPOCH = dt.date(1970, 1, 1).toordinal()
_MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant on a person's clock."""

    ms: int
    """Unix milliseconds."""
    tz_min: int
    """The local clock's offset from UTC, in minutes."""
    day: int
    """The study day: days since 1970-01-01, each beginning at the chosen hour of the local clock."""

    @classmethod
    def of(cls, when: dt.datetime, day_starts_at: int) -> Moment:
        """The moment of an aware local time; the study day begins at the hour `day_starts_at`.

        >>> night = dt.datetime(2026, 3, 2, 3, 59, tzinfo=dt.timezone.utc)
        >>> Moment.of(night, 4).date
        datetime.date(2026, 3, 1)
        """
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("a moment needs a time with its zone")
        day = when.toordinal() - _EPOCH - (when.hour < day_starts_at)
        return cls(int(when.timestamp() * 1000), offset // _MINUTE, day)

    @staticmethod
    def day_of(date: dt.date) -> int:
        """The study day that a date names."""
        return date.toordinal() - _EPOCH

    @staticmethod
    def date_of(day: int) -> dt.date:
        """A study day as a date."""
        return dt.date.fromordinal(day + _EPOCH)

    @property
    def date(self) -> dt.date:
        """The study day as a date."""
        return self.date_of(self.day)
