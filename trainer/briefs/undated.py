"""Datelines that leave out their year, which the same day tells elsewhere, or the only year beside the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from trainer.briefs.dates import MONTH_WORDS, parse_date

_DATELINE = re.compile(
    rf"[A-Z][\w .,/'’-]{{1,60}}?,\s+(?P<day>(?i:\d{{1,2}}\s+{MONTH_WORDS}|{MONTH_WORDS}\.?\s+\d{{1,2}}))"
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:[—–]|-{1,2}\s)"
)
_FULL = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH_WORDS}\.?,?\s+(?:19|20)\d\d|{MONTH_WORDS}\.?\s+\d{{1,2}},?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\d]{0,60}((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\s*©", re.IGNORECASE)


def full_days_in(text: str) -> list[dt.date]:
    """Each day of a text that is told with its year."""
    return [day for match in _FULL.finditer(text) if (day := parse_date(match[0]))]


def years_in(text: str) -> frozenset[int]:
    """The years of the days and of the copyright that stand around a text."""
    rights = {int(match[1] or match[2]) for match in _COPYRIGHT.finditer(text)}
    return frozenset(rights | {day.year for day in full_days_in(text)})


def find_dateline_day(opening: str, text: str, years: AbstractSet[int]) -> dt.date | None:
    """The day of a dateline without its year; None where neither the text nor the years beside it tell that.

    >>> find_dateline_day("OSLO, Sept 28 (Wire) - Rain fell.", "", {2022})
    datetime.date(2022, 9, 28)
    """
    match = _DATELINE.match(opening)
    if match is None:
        return None
    whole = {day for day in full_days_in(text) if (day.month, day.day) == _month_day(match["day"])}
    days = whole or {day for year in years if (day := parse_date(f"{match['day']} {year}"))}
    return days.pop() if len(days) == 1 else None


def _month_day(text: str) -> tuple[int, int]:
    """Month and day, by a leap year that has all of them."""
    day = parse_date(f"{text} 2000")
    return (day.month, day.day) if day else (0, 0)


_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_PAST = re.compile(r"\b(?:was|were|had|did|said|took|began|came|went|\w{3,}ed)\b")
_TO_COME = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were) to|to be|is due|are due)\b")
_LONG_AFTER = 45
"""Days."""
_FEWEST = 2


def past_days_in(text: str) -> list[dt.date]:
    """Each day with its year that a sentence in the past tense tells of."""
    past = (said for said in _SENTENCE.split(text) if _PAST.search(said) and not _TO_COME.search(said))
    return [day for said in past for day in full_days_in(said)]


def is_outrun(day: dt.date, told: Sequence[dt.date]) -> bool:
    """Whether most of what a text tells of in the past came long after a day, which so is none on which it was written.

    >>> is_outrun(dt.date(1921, 5, 12), [dt.date(2024, 3, 3), dt.date(2024, 3, 5)])
    True
    """
    later = sum((other - day).days > _LONG_AFTER for other in told)
    return later >= _FEWEST and 2 * later > len(told)
