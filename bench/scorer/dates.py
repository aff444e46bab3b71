"""Dates and times in answers: read, and held against a fact's own date at its own granularity."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from scorer.gold import Fact
from scorer.wording import without_asides
from trainer.text import fold

_MONTHS = [name.lower() for name in calendar.month_name]
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS[1:]) + "|sept"
_YEAR = r"(?:1[5-9]|20)\d\d"
_LINK = r"\s?(?:to|-|and|through|until)\s?"
_SHARED = (
    (rf"\b({_MONTH}) (\d\d?){_LINK}(\d\d?),? ({_YEAR})\b", r"\1 \2, \4 to \1 \3, \4"),
    (rf"\b(\d\d?){_LINK}(\d\d?) ({_MONTH}) ({_YEAR})\b", r"\3 \1, \4 to \3 \2, \4"),
    (rf"\b({_MONTH}) (\d\d?){_LINK}({_MONTH}) (\d\d?),? ({_YEAR})\b", r"\1 \2, \5 to \3 \4, \5"),
    (rf"\b(\d\d?) ({_MONTH}){_LINK}(\d\d?) ({_MONTH}) ({_YEAR})\b", r"\2 \1, \5 to \4 \3, \5"),
    (rf"\b({_MONTH}){_LINK}({_MONTH}) ({_YEAR})\b", r"\1 \3 to \2 \3"),
)
"""Two dates that share a month or a year, each with both."""
_DATE = re.compile(
    rf"\b(?P<m1>{_MONTH}) (?P<d1>\d\d?),? (?P<y1>{_YEAR})\b|\b(?P<d2>\d\d?) (?P<m2>{_MONTH}),? (?P<y2>{_YEAR})\b"
    rf"|\b(?P<y3>{_YEAR})-(?P<n3>\d\d)(?:-(?P<d3>\d\d))?\b|\b(?P<m4>{_MONTH}) (?:of )?(?P<y4>{_YEAR})\b"
    rf"|\b(?P<y5>{_YEAR})s?\b"
)
_PART = re.compile(r"\b(?:(early|beginning|start)|(mid|middle)|(late|end))\b")


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A day, or the month or year of which no more is said."""

    year: int
    """Four digits."""
    month: int = 0
    """0 where only the year is said."""
    day: int = 0
    """0 where only the month or the year is said."""

    @property
    def iso(self) -> str:
        """ISO 8601 as far as it goes."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    def covers(self, other: Date) -> bool:
        """Whether the other is this date or lies within it."""
        return other.year == self.year and self.month in (0, other.month) and self.day in (0, other.day)

    def is_real(self) -> bool:
        """Whether the calendar has it."""
        if not self.month:
            return True
        return self.month <= 12 and self.day <= calendar.monthrange(self.year, self.month)[1]


def dates_in(text: str) -> tuple[Date, ...]:
    """The dates of a text that say their year, in order.

    >>> [date.iso for date in dates_in("June 12 to 18, 2023")]
    ['2023-06-12', '2023-06-18']
    """
    folded = re.sub(r"\b(\d\d?)(?:st|nd|rd|th)\b", r"\1", fold(text).replace(".", ""))
    for pattern, written_out in _SHARED:
        folded = re.sub(pattern, written_out, folded)
    return tuple(date for match in _DATE.finditer(folded) if (date := _date(match)).is_real())


def _date(match: re.Match[str]) -> Date:
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    month = int(parts["n"]) if "n" in parts else _month_number(parts.get("m", ""))
    return Date(int(parts["y"]), month, int(parts.get("d", 0)))


def _month_number(name: str) -> int:
    return next((number for number, month in enumerate(_MONTHS) if name and month[:3] == name[:3]), 0)


_CLOCK = re.compile(
    r"\b(?P<h1>[01]?\d|2[0-3]):(?P<m1>[0-5]\d)\b"
    r"|\b(?:\d\d)?(?P<h2>[01]\d|2[0-3])(?P<m2>[0-5]\d) ?(?:z|utc|gmt|h|hours)\b"
    r"|\b(?P<h3>1[0-2]|[1-9]) ?(?P<half>[ap])\.?m\b"
)


def times_in(text: str) -> tuple[str, ...]:
    """The times of day of a text, also of date-time groups, as `HHMM`.

    >>> times_in("171800Z OCT 26"), times_in("04:09 UTC"), times_in("3 p.m.")
    (('1800',), ('0409',), ('1500',))
    """
    found = []
    for match in _CLOCK.finditer(fold(text)):
        parts = {key[0]: value for key, value in match.groupdict().items() if value and key != "half"}
        hour = int(parts["h"]) % 12 + (12 if match["half"] == "p" else 0) if match["half"] else int(parts["h"])
        found.append(f"{hour:02d}{parts.get('m', '00')}")
    return tuple(found)


def same_date(fact: Fact, answer: str, question: str = "") -> bool:
    """As fine as the fact's own date or finer, and within it; an interval and a series need all of their dates.

    An answer without a year takes one that the question gives.
    """
    if _other_part(fact.answer, answer):
        return False
    if "T" in fact.iso:
        return _same_time(fact, answer)
    given = dates_in(answer)
    if given:
        return _matches(fact, given)
    if not re.search(rf"\b(?:{_MONTH})\b", fold(answer)):
        return False
    years = dict.fromkeys(re.findall(rf"\b{_YEAR}\b", question))
    return any(_matches(fact, dates_in(f"{answer}, {year}") or dates_in(f"{answer} {year}")) for year in years)


def _same_time(fact: Fact, answer: str) -> bool:
    """The fact's times of day, and no other day."""
    wanted = tuple(re.findall(r"T(\d\d):(\d\d)", fact.iso))
    if times_in(answer) != tuple(hour + minute for hour, minute in wanted):
        return False
    days = {_parsed(part) for part in fact.iso.split("/")}
    return all(any(date.covers(day) for day in days if day) for date in dates_in(answer))


def _matches(fact: Fact, given: tuple[Date, ...]) -> bool:
    if any(dates_in(without_asides(text)) == given for text in fact.answers):
        return True
    key = [_parsed(part) for part in re.split("[;/]", fact.iso)]
    if None in key or len(key) != len(given):
        return False
    ordered = sorted(date for date in key if date) if ";" in fact.iso else [date for date in key if date]
    held = sorted(given) if ";" in fact.iso else given
    return all(wanted.covers(date) for wanted, date in zip(ordered, held, strict=True))


def _parsed(iso: str) -> Date | None:
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    return Date(*(int(part or 0) for part in match.groups())) if match else None


def _other_part(key: str, answer: str) -> bool:
    """Whether one says the early part of a period and the other the late part."""
    one, other = ({match.lastindex for match in _PART.finditer(fold(text))} for text in (key, answer))
    return bool(one and other and one != other)
