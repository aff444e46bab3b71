"""Dates in a sentence, and what they mean on the day the brief was written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.values.dates import MONTHS, PartialDate, day_of, month_of

_MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS[1:]) + "|Sept\\.?"
_YEAR = r"(?:19|20)\d\d"
_FORMS = re.compile(
    rf"""\b(?P<m1>{_MONTH})\s(?P<d1>\d\d?)(?:st|nd|rd|th)?,?\s(?P<y1>{_YEAR})\b
    |\b(?P<d2>\d\d?)(?:st|nd|rd|th)?\s(?P<m2>{_MONTH}),?\s(?P<y2>{_YEAR})\b
    |\b(?P<y6>{_YEAR})-(?P<n6>\d\d)-(?P<d6>\d\d)\b
    |\b(?P<m3>{_MONTH}),?\s(?P<y3>{_YEAR})\b
    |\b(?P<m4>{_MONTH})\s(?P<d4>\d\d?)(?:st|nd|rd|th)?\b(?![,.]?\d)
    |\b(?P<d5>\d\d?)(?:st|nd|rd|th)?\s(?P<m5>{_MONTH})\b
    |(?<=\b[Ii]n\s)(?P<m7>{_MONTH})(?!\w)|(?<=\bince\s)(?P<m8>{_MONTH})(?!\w)|(?<=\b[Bb]y\s)(?P<m9>{_MONTH})(?!\w)
    |(?<![\d,.$€£-])\b(?P<y4>{_YEAR})\b(?![\d,-]*\d)
    |\b(?P<word>yesterday|today|tomorrow|last\s(?:week|month|year)|this\s(?:week|month|year)
       |next\s(?:week|month|year)|earlier\sthis\s(?:week|month|year))\b
    |\b(?:on|last|this)\s(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(in|on|since|by|until|from|during|before|after|around|between|as\sof|late|early|mid|of|for|to|and|through)"
    r"(?:[\s-]*(?:early|late|mid)[\s-]|[\s-])?$",
    re.IGNORECASE,
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written, not yet placed in time."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last."""
    text: str
    """As written."""
    preposition: str
    """The word before it, lower case: `in`, `since`, `by`; empty if none that we know."""
    year: int = 0
    """0 where the sentence leaves it out."""
    month: int = 0
    """0 where none is given."""
    day: int = 0
    """0 where none is given."""
    relative: str = ""
    """`last week`, `on monday`, lower case; empty for a date of the calendar."""


def date_mentions(text: str) -> tuple[DateMention, ...]:
    """Every date of a plain sentence, in order."""
    return tuple(mention for match in _FORMS.finditer(text) if (mention := _mention(text, match)) is not None)


def _mention(text: str, match: re.Match[str]) -> DateMention | None:
    parts = {key.rstrip("123456789"): value for key, value in match.groupdict().items() if value}
    before = _BEFORE.search(text[: match.start()])
    preposition = " ".join(before[1].lower().split()) if before else ""
    relative = parts.get("word", "") or (match[0] if "weekday" in parts else "")
    month = int(parts["n"]) if "n" in parts else _month_number(parts.get("m", ""))
    if "y" in parts and not month and not preposition:
        return None
    year, day = int(parts.get("y", 0)), int(parts.get("d", 0))
    if day > 31 or month > 12:
        return None
    return DateMention(match.start(), match.end(), match[0], preposition, year, month, day, relative.lower())


def _month_number(name: str) -> int:
    return next((n for n, month in enumerate(MONTHS) if n and name and month.lower().startswith(name.lower()[:3])), 0)


def resolve(mention: DateMention, written: dt.date | None, *, future: bool) -> PartialDate | None:
    """The date in the calendar, read on the day of the brief; None where that would be a guess.

    A date without a year is the latest one not after the brief, or, said of the future, the first one after it.
    A week is asked as its month, and only if all of it lies in one.
    """
    if mention.relative:
        return _resolve_relative(mention.relative, written)
    if mention.year:
        date = PartialDate(mention.year, mention.month, mention.day)
    elif written is None:
        return None
    else:
        date = _nearest_year(mention, written, future=future)
    return date if date.is_real() else None


def _nearest_year(mention: DateMention, written: dt.date, *, future: bool) -> PartialDate:
    this_year = PartialDate(written.year, mention.month, mention.day)
    today = day_of(written) if mention.day else month_of(written)
    if future:
        return this_year if this_year >= today else PartialDate(written.year + 1, mention.month, mention.day)
    return this_year if this_year <= today else PartialDate(written.year - 1, mention.month, mention.day)


def _resolve_relative(words: str, written: dt.date | None) -> PartialDate | None:
    if written is None:
        return None
    if words in {"yesterday", "today", "tomorrow"}:
        return day_of(written + dt.timedelta(days=("yesterday", "today", "tomorrow").index(words) - 1))
    which, unit = words.split()[-2:]
    if unit in _WEEKDAYS:
        return _last_weekday(_WEEKDAYS.index(unit), written)
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return PartialDate(written.year + step)
    if unit == "month":
        first = written.replace(day=1) + dt.timedelta(days=31 * step if step >= 0 else -1)
        return month_of(first)
    return _month_of_week(written + dt.timedelta(weeks=step))


def _last_weekday(weekday: int, written: dt.date) -> PartialDate | None:
    """The latest such day before the brief; None if the brief came out on one."""
    days_ago = (written.weekday() - weekday) % 7
    return day_of(written - dt.timedelta(days=days_ago)) if days_ago else None


def _month_of_week(day: dt.date) -> PartialDate | None:
    monday = day - dt.timedelta(days=day.weekday())
    sunday = monday + dt.timedelta(days=6)
    return month_of(monday) if monday.month == sunday.month else None


def in_order(mentions: tuple[DateMention, ...], start: int, end: int) -> Iterator[DateMention]:
    """The mentions that lie between two characters."""
    return (mention for mention in mentions if start <= mention.start and mention.end <= end)
