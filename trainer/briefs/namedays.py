"""Every day and month that a text names, whosever it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.briefs.dates import MONTH_WORDS, parse_date, parse_month
from trainer.briefs.resort import DAY, MONTH, day_of
from trainer.briefs.undated import years_in

_YEARLESS = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH_WORDS}|{MONTH_WORDS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A day or a month, and where a text names it."""

    day: dt.date
    """Of a month its first."""
    start: int
    end: int
    whole_month: bool = False


def named_in(text: str) -> Iterator[Named]:
    """Each of them, by kind; a day without its year only where one year alone stands beside the text.

    >>> [str(each.day) for each in named_in("4 May 2024 | Told on 6 May and in June 2023")]
    ['2024-05-04', '2023-06-01', '2024-05-06']
    """
    taken: list[tuple[int, int]] = []
    for match in DAY.finditer(text):
        if day := day_of(match):
            taken.append(match.span())
            yield Named(day, *match.span())
    for match in MONTH.finditer(text):
        first = parse_month(match[0])
        if first and not _overlaps(match, taken):
            taken.append(match.span())
            yield Named(first, *match.span(), whole_month=True)
    years = years_in(text)
    if len(years) == 1:
        (year,) = years
        for match in _YEARLESS.finditer(text):
            day = parse_date(f"{match[0]} {year}")
            if day and not _overlaps(match, taken):
                yield Named(day, *match.span())


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in taken)
