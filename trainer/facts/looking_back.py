"""The days of a brief that looks back: `The flood one year on`, `The siege of Gao, 2018-2019`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.language.dates import DateMention
from trainer.language.reading import Line
from trainer.language.reckoning import Context
from trainer.values.dates import MONTHS, PartialDate, first_day
from trainer.values.quantities import parse_number

_YEARS_ON = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|ten|\d{1,2}) years? (?:on|later|after|since)\b", re.IGNORECASE
)
_OF_YEAR = re.compile(
    rf"(?<![\w/-])(?:(?P<month>(?i:{'|'.join(MONTHS[1:])})) )?(?P<year>(?:19|20)\d\d)"
    r"(?:\s?(?:-|–|to|/)\s?(?:19|20)?\d\d)?(?![\w-])"
)
"""A year in a title, with its month, or the first of two."""
_STUDY = re.compile(
    r"\b(?:lessons|case study|teaching case|post-mortem|retrospective|after[- ]action|looking back|anatomy|inquiry)\b",
    re.IGNORECASE,
)
_LONG_AGO = 240
"""So many days before the brief its story must begin for a day without a year to be of either."""
_SLACK = 31
"""So many days a brief may come late for the day on which it looks back."""
_BESIDE = 92
"""So many days from where the story stands a month is of the same story."""


@dataclass(slots=True)
class LookingBack:
    """Where a brief that looks back begins its story, and where the story stands."""

    start: dt.date | None = None
    """The first day of the story; None for a brief that tells of its own time."""
    stands: dt.date | None = None
    """The day told last."""

    def placed(
        self, mention: DateMention, read: PartialDate | None, today: dt.date | None, context: Context | None
    ) -> PartialDate | None:
        """The day that a date without a year is in the story; as it was read where the brief tells none."""
        if self.start is None or today is None or mention.year or mention.reckoning is not None or not mention.month:
            return read
        before = self.start - dt.timedelta(days=_BESIDE if self.stands is not None else 0)
        ahead = read is not None and first_day(read) > today
        if ahead or mention.until or (context is not None and first_day(context.date) < before):
            return read
        first = self.start if mention.day else before
        years = range(first.year, today.year + 1)
        days = (PartialDate(year, mention.month, mention.day, mention.part) for year in years)
        found = [day for day in days if day.is_real() and first <= first_day(day) <= today]
        placed = found[0] if len(found) == 1 else self._nearest(found)
        onward = placed is not None and self.stands is not None and first_day(placed) >= self.stands
        fresh = read is not None and (today - first_day(read)).days <= _SLACK
        return read if fresh and not onward else placed

    def _nearest(self, found: list[PartialDate]) -> PartialDate | None:
        """Of several such days the one right beside where the story stands; None where all are far from it."""
        stands = self.stands or self.start
        if not found or stands is None:
            return None
        nearest = min(found, key=lambda day: abs((first_day(day) - stands).days))
        return nearest if abs((first_day(nearest) - stands).days) <= _BESIDE else None

    def take(self, date: PartialDate, today: dt.date | None) -> None:
        """Go on behind a day that was told."""
        if self.start is not None and date.month and today is not None and self.start <= first_day(date) <= today:
            self.stands = first_day(date)


def is_aside(line: Line, mention: DateMention) -> bool:
    """Whether a date stands in brackets, so that no `that year` behind them means it."""
    before = line.plain[: mention.start]
    return before.count("(") > before.count(")")


_DONE_BY = re.compile(
    r"\b(?:is|are) (?!(?:aimed|asked|bound|needed|obliged|required|wanted|expected|planned|scheduled|set|due)\b)"
    r"(?:[a-z]+ or )?[a-z]+(?:ed|en|wn)(?: or [a-z]+(?:ed|en))? by (?:the (?:end|evening|morning) of )?$"
)


def is_told_as_done(line: Line, mention: DateMention) -> bool:
    """Whether an old story is told as if it were now: `the cash is withdrawn by | 9 May`, of whatever year."""
    yearless = not mention.year and mention.reckoning is None and mention.day > 0
    return yearless and _DONE_BY.search(line.plain[: mention.start]) is not None


def looking_back(title: str, lines: Iterable[Line], today: dt.date | None) -> LookingBack:
    """Where the story of a brief begins, if its title says that it looks back on one long over."""
    start = _start(title, lines, today) if today is not None else None
    return LookingBack(start if start is not None and today is not None and _is_long_ago(start, today) else None)


def _is_long_ago(start: dt.date, today: dt.date) -> bool:
    return (today - start).days >= _LONG_AGO


def _start(title: str, lines: Iterable[Line], today: dt.date) -> dt.date | None:
    """The day that the title counts from, else the first day told, where the title names its year or says so."""
    on, year = _YEARS_ON.search(title), _OF_YEAR.search(title)
    if on is not None:
        count = 1 if on["count"].lower() == "a" else int(parse_number(on["count"]) or 0)
        least = today.replace(year=today.year - count, day=min(today.day, 28)) - dt.timedelta(days=_SLACK)
        return min(
            (day for day in _days_told(lines) if least <= day <= least + dt.timedelta(days=_BESIDE)), default=least
        )
    if year is not None and year["month"]:
        return dt.date(int(year["year"]), MONTHS.index(year["month"].title()), 1)
    told = next(_days_told(lines), None)
    if told is None or (year is None and not _STUDY.search(title)):
        return None
    return told if year is None or int(year["year"]) == told.year else None


def _days_told(lines: Iterable[Line]) -> Iterator[dt.date]:
    """The days that are told with their year, in order."""
    for told in (date for line in lines for date in line.dates if date.year and date.month and date.day):
        day = PartialDate(told.year, told.month, told.day)
        if day.is_real():
            yield first_day(day)
