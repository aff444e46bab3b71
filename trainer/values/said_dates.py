"""A date as a person types it, in any order and length; what comes first may be left to the question."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from re import Match

from trainer.text import fold
from trainer.values.date_patterns import (
    BODIES,
    CLOCK,
    DAY_ALONE,
    DECADE,
    FISCAL,
    GROUP,
    GROUPS,
    LED,
    LONG_MONTHS,
    NUMBERS,
    ORDER,
    PART,
    PARTS,
    QUARTER,
    RELATIONS,
    TIDY,
    WEEK,
)
from trainer.values.said_date import LEAP, SaidDate
from trainer.values.slips import slips_in_word

LONGEST = 60
"""Characters of the longest text that is read as a date."""


@lru_cache(maxsize=1 << 12)
def said_dates(text: str) -> tuple[SaidDate, ...]:
    """Every reading of a text as one date or span; none where it is no date.

    >>> [date.first for date in said_dates("6/7/2023")], said_dates("June 18")[0].has_year
    ([(2023, 6, 7), (2023, 7, 6)], False)
    >>> said_dates("18 June 2023") == said_dates("on Sunday, June 18th, 2023") == said_dates("2023-06-18")
    True
    >>> said_dates("171800Z OCT 26") == said_dates("171800ZOCT26"), said_dates("04:09 UTC")[0].clock
    (True, '0409')
    """
    if len(text) > LONGEST or not (any(c.isdigit() for c in text) or _names_month(text)):
        return ()
    tidy = fold(text).strip(" .,;:!?")
    if (group := _of_groups(tidy)) is not None:
        return (group,) if group.is_real else ()
    if day := DAY_ALONE.match(tidy.removeprefix("on ").removeprefix("the ")):
        return (SaidDate((0, 0, int(day["d"])), (0, 0, int(day["d"]))),)
    tidy, clock = _without_clock(tidy)
    for pattern, put in TIDY:
        tidy = pattern.sub(put, tidy)
    relation, tidy = _relation(" ".join(tidy.split()))
    if not tidy and clock:
        return (SaidDate((0, 0, 0), (0, 0, 0), relation=relation, clock=clock),)
    found, between = dict.fromkeys(_parted(tidy)), "between" in text
    said = (replace(date, relation=relation, clock=clock, pair=date.pair and not between) for date in found)
    return tuple(date for date in said if date.is_real)


def with_months_spelled(text: str) -> str:
    """The text with a misspelt long month put right: `Febuary 2024`; no other word, and no figure, is touched.

    >>> with_months_spelled("18 Febuary 2024"), with_months_spelled("18 Juny 2024")
    ('18 february 2024', '18 juny 2024')
    """
    return re.sub(r"[a-z]{6,}", _month_meant, fold(text[:LONGEST]))


def _month_meant(match: Match[str]) -> str:
    return next((month for month in LONG_MONTHS if slips_in_word(month, match[0])), match[0])


def _names_month(text: str) -> bool:
    return any(word.strip(".,") in NUMBERS for word in fold(text).replace("-", " ").split())


def _of_groups(text: str) -> SaidDate | None:
    """A date-time group, or a span from one to another; None for any other text."""
    if match := GROUP.match(text):
        day = (_year(match["y"]), NUMBERS.get(match["m"] or "", 0), int(match["d"]))
        return SaidDate(day, day, clock=match["clock"], group=True)
    if not (match := GROUPS.match(text)):
        return None
    first, last = _of_groups(match[1]), _of_groups(match[2])
    if first is None or last is None:
        return None
    first = first.completed(last)
    return replace(first, last=last.last, clock=f"{first.clock}-{last.clock}")


def _without_clock(text: str) -> tuple[str, str]:
    """The text without its time of day, and that time."""
    match = CLOCK.search(text)
    if match is None:
        return text, ""
    second = any(match[name] for name in ("h2", "hm2", "h122"))
    clock = _time(match, "") + (f"-{_time(match, '2')}" if second else "")
    return f"{text[: match.start()]} {text[match.end() :]}".strip(" ,"), clock


def _time(match: Match[str], of: str) -> str:
    """`HHMM`."""
    if match[f"hm{of}"]:
        return match[f"hm{of}"]
    hour, half = int(match[f"h{of}"] or match[f"h12{of}"]), match[f"half{of}"]
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{hour:02d}{match[f'min{of}'] or '00'}"


def _relation(text: str) -> tuple[str, str]:
    """How the time stands to the date, and the rest."""
    relation = ""
    while match := LED.match(text):
        relation, text = RELATIONS[match[1]] or relation, text[match.end() :]
    return relation, text


def _parted(text: str) -> Iterator[SaidDate]:
    """The readings of a date, of a part of one, of a quarter, a fiscal year, a week or a decade."""
    if match := QUARTER.match(text):
        yield _quarter(match)
    elif match := FISCAL.match(text):
        first = _year(match["a"])
        yield SaidDate((first, 0, 0), (_year(match["b"], first) if match["b"] else first, 0, 0), "fiscal")
    elif match := DECADE.match(text):
        first = _year(match["decade"])
        yield SaidDate((first, 0, 0), (first + 9, 0, 0), match["edge"] or "")
    elif match := WEEK.match(text):
        yield from (_week(date) for date in _bodies(text[match.end() :]) if date.first[2])
    elif match := PART.match(text):
        part = PARTS[match[1]]
        yield from (replace(date, part=part) for date in _bodies(text[match.end() :]) if date.first == date.last)
    else:
        yield from _bodies(text)


def _quarter(match: Match[str]) -> SaidDate:
    year = int(match["year"] or match["year2"])
    number = match["n"] or match["m"] or match["m2"]
    months = 6 if match["what"] == "half" or "h" in (match["short"], match["short2"]) else 3
    order = int(number) if number.isdigit() else ORDER.get(number, 12 // months)
    end = min(12, months * order)
    return SaidDate((year, end - months + 1, 0), (year, end, 0))


def _week(date: SaidDate) -> SaidDate:
    """The seven days from a day on."""
    if not date.is_real:
        return date
    year, month, day = date.first
    end = dt.date(year or LEAP, month, day) + dt.timedelta(days=6)
    return replace(date, last=(end.year if year else 0, end.month, end.day))


def _bodies(text: str) -> Iterator[SaidDate]:
    """The readings of a plain date or span."""
    for form in BODIES:
        if match := form.match(text):
            yield _date(match.groupdict())


def _date(parts: dict[str, str | None]) -> SaidDate:
    """The date whose parts a form has found; the end of a span takes from its beginning what it leaves out."""
    year = _year(parts.get("y"))
    month = NUMBERS[parts["m"] or ""] if parts.get("m") else int(parts.get("n") or 0)
    first = (year, month, int(parts.get("d") or 0))
    if not any(parts.get(name) for name in ("m2", "d2", "y2")):
        return SaidDate(first, first)
    end_year = _year(parts.get("y2"), year) or year
    end_month = NUMBERS[parts["m2"] or ""] if parts.get("m2") else month
    last = (end_year, end_month, int(parts.get("d2") or 0))
    turns = last[1:] < first[1:] and not parts.get("y2")
    if not year and end_year:
        first = (end_year - (end_month < month), *first[1:])
    elif turns and "y2" in parts:
        last = (end_year + 1, *last[1:])
    elif turns:
        first = (year - 1, *first[1:])
    return SaidDate(first, last, pair=parts.get("to") == "and")


def _year(text: str | None, after: int = 0) -> int:
    """Four digits; two are of this century up to 2069, or of the century of the year before; 0 for none."""
    if not text:
        return 0
    year = int(text)
    if len(text) > 2:
        return year
    return after // 100 * 100 + year if after else year + (2000 if year < 70 else 1900)
