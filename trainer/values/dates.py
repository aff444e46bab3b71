"""A date as briefs give it: a day, a month or a year, a part of one, or a span from one to another."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

MONTHS = tuple(calendar.month_name)
"""English month names; index 0 is empty, so that `MONTHS[6]` is June."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_AT_AN_EDGE = re.compile(r"the (?:very )?(?:start|beginning|end|close|turn)\b")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, or the month or year of which no more is known."""

    year: int
    """Four digits."""
    month: int = 0
    """1 to 12; 0 where only the year is known."""
    day: int = 0
    """1 to 31; 0 where only the month or the year is known."""
    part: str = ""
    """What part of it is meant: `early`, `the end of`, `the first quarter of`, `summer`; empty for all of it."""
    until: tuple[int, ...] = ()
    """Year, month and day of the other end, to the same grain; empty for a date that is no span."""
    link: str = ""
    """`to` for a span, `and` for two days; empty without `until`."""

    @property
    def iso(self) -> str:
        """ISO 8601 at the date's own granularity: `2023`, `2023-06` or `2023-06-21`; of a span, its beginning."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    @property
    def spoken(self) -> str:
        """As a question says it: `2023`, `June 2023`, `June 21, 2023`, `early 2023`, `June 19 to 21, 2023`."""
        if self.until:
            return self._spoken_span()
        whole = (
            f"{MONTHS[self.month]} {self.day}, {self.year}" if self.day else f"{MONTHS[self.month]} {self.year}".strip()
        )
        return f"mid-{whole}" if self.part == "mid" else f"{self.part} {whole}".strip()

    def _spoken_span(self) -> str:
        first, last = self.whole, self.last
        if self.part == "fiscal year":
            return f"fiscal year {first.year}/{last.year % 100:02d}"
        if first.year != last.year or not first.month:
            return f"{first.spoken} {self.link} {last.spoken}"
        if first.month == last.month:
            return f"{MONTHS[first.month]} {first.day} {self.link} {last.day}, {first.year}"
        return f"{MONTHS[first.month]} {first.day or ''}".strip() + f" {self.link} {last.spoken}"

    @property
    def preposition(self) -> str:
        """What leads it in a question: `on` a day, `at` the end of a year, `from` a span, else `in`."""
        if self.until and self.link == "to":
            return "from" if self.part != "fiscal year" else "in"
        return "at" if _AT_AN_EDGE.match(self.part) else "on" if self.day else "in"

    @property
    def granularity(self) -> str:
        """What the date names, or lies in: `day`, `month` or `year`."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def whole(self) -> PartialDate:
        """The day, month or year that it is, begins or lies in, without part and other end."""
        return PartialDate(self.year, self.month, self.day)

    @property
    def last(self) -> PartialDate:
        """The other end of a span; of any other date, the date itself."""
        year, month, day = (*self.until, 0, 0, 0)[:3]
        return PartialDate(year, month, day) if self.until else self.whole

    def covers(self, other: PartialDate) -> bool:
        """Whether `other` is this date or lies within it: June 2023 covers June 21, 2023."""
        if self.until and self.link == "to":
            return self.whole <= other.whole and (other.whole <= self.last or self.last.covers(other.whole))
        return other.iso.startswith(self.iso)

    def is_real(self) -> bool:
        """Whether the calendar has it: no February 30, and no span that ends before it begins."""
        if not 1 <= self.year <= 9999 or not 0 <= self.month <= 12:
            return False
        if self.day and not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            return False
        return not self.until or (self.last > self.whole and self.last.is_real())


def month_of(day: dt.date) -> PartialDate:
    """The month that a day lies in."""
    return PartialDate(day.year, day.month)


def day_of(day: dt.date) -> PartialDate:
    """The day as a partial date, all parts known."""
    return PartialDate(day.year, day.month, day.day)


def first_day(date: PartialDate) -> dt.date:
    """The first day that the date allows."""
    return dt.date(date.year, date.month or 1, date.day or 1)


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
    year, month, day = (int(part or 0) for part in match.groups())
    date = PartialDate(year, month, day)
    return date if date.is_real() else None


def shifted(date: PartialDate, steps: int) -> PartialDate:
    """The date so many years, months or days later, counted in its own granularity; a part or span keeps its shape."""
    if date.until:
        last = shifted(date.last, steps)
        moved = shifted(date.whole, steps)
        return replace(
            moved, part=date.part, link=date.link, until=(last.year, last.month, last.day)[: len(date.until)]
        )
    if date.day:
        return replace(day_of(first_day(date) + dt.timedelta(days=steps)), part=date.part)
    if date.month:
        years, month = divmod(date.month - 1 + steps, 12)
        return PartialDate(date.year + years, month + 1, part=date.part)
    return PartialDate(date.year + steps, part=date.part)


def spoken_date(iso: str) -> str:
    """An ISO date at its own granularity in words; any other text as it is.

    >>> spoken_date("2023-02"), spoken_date("early 2023")
    ('February 2023', 'early 2023')
    """
    date = parse_iso(iso)
    return date.spoken if date else iso
