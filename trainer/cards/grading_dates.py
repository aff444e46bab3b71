"""Dates: at the grain of the key; a missing year is said, a missing day is not enough, another date is wrong."""

from __future__ import annotations

import re
from dataclasses import replace

from trainer.cards.grade import RIGHT, Grade, Lack, better, nearly, partly, wrong
from trainer.text import fold
from trainer.values.dates import MONTHS, PartialDate
from trainer.values.said_date import Day, SaidDate
from trainer.values.said_dates import said_dates, with_months_spelled

_ASIDE = re.compile(r"^(?P<date>[^()]+?)\s*\((?P<aside>[^()]+)\)$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_GRAINS = ("year", "month", "day")
_ASKED = re.compile(r"\b(since|from|after|before|by|until|till) (?:what|which|when|\[\.\.\.\])")
_RELATED = {"since": "since", "from": "since", "after": "after", "before": "before", "by": "until", "until": "until",
            "till": "until"}  # fmt: skip


def dates_of(key: str) -> tuple[SaidDate, ...]:
    """What a right answer says as a date, the fullest first: `171800Z (17 October 2026, 18:00 UTC)` says it twice."""
    aside = _ASIDE.match(key)
    texts = (aside["date"], aside["aside"]) if aside else (key,)
    found = [reading for text in texts if (reading := said_dates(text))]
    if not found:
        return ()
    fullest = max(found, key=lambda dates: (dates[0].has_year, sum(map(bool, dates[0].first)), bool(dates[0].clock)))
    return fullest if fullest[0].has_year else fullest[:1]


def grade_date(key: str, given: str, question: str) -> Grade | None:
    """A date held against the key's; None if the key is no date."""
    keys = dates_of(key)
    if not keys:
        return None
    told, misspelt = dates_of(given) if "(" in given else said_dates(given), False
    if not told:
        told, misspelt = said_dates(with_months_spelled(given)), True
    if not told:
        return wrong("no date that can be read")
    found = _best(keys, told, question)
    return nearly("right but for the spelling", Lack.SPELLING) if misspelt and found == RIGHT else found


def _best(keys: tuple[SaidDate, ...], told: tuple[SaidDate, ...], question: str) -> Grade:
    """The best of all readings of both."""
    best: Grade | None = None
    for key in keys:
        for given in told:
            found = _held(key, given, question)
            best = found if best is None else better(best, found)
    ambiguous = len(told) > 1 and all(date.has_year and date.first[2] for date in told)
    if best == RIGHT and ambiguous and keys[0].first != told[0].first:
        return replace(RIGHT, note=f"read as {_spoken(keys[0])}")
    return best or wrong("no date that can be read")


def _held(key: SaidDate, given: SaidDate, question: str) -> Grade:
    """One reading against another: the days first, then the clock, then how the time stands to the date."""
    if not any(key.first):
        return _clock(key, given) or RIGHT
    dated = given.completed(key) if key.has_year else _without_year(given.completed(key))
    found = _days(key, dated)
    if not found.verdict.accepted:
        return found
    return _clock(key, given) or _relation(key, given, question) or _missing(key, given, question) or found


def _without_year(date: SaidDate) -> SaidDate:
    """The date as one that says no year, to hold it against a key that says none."""
    return replace(date, first=(0, *date.first[1:]), last=(0, *date.last[1:]))


def _missing(key: SaidDate, given: SaidDate, question: str) -> Grade | None:
    """What it costs that the typed date leaves year, month or day to the question; None if it costs nothing."""
    if given.has_year or not key.has_year or (given.group and given.clock):
        return None
    year, month, day = key.first
    in_question = set(_YEAR.findall(question)) == {str(year)}
    if given.first[1]:
        if in_question:
            return None
        said = re.search(r"\byear\b", question) and not given.first[2]
        return partly(f"the year is missing: {year}") if said else nearly(f"right, in {year}", Lack.DETAIL)
    named = in_question and MONTHS[month] in question
    if given.first[2]:
        return None if named else nearly(f"right, in {_day((year, month, 0))}", Lack.DETAIL)
    dated = named and re.search(rf"\b{day}\b", question)
    return None if dated else partly(f"the date is missing: {_day(key.first)}")


def _days(key: SaidDate, given: SaidDate) -> Grade:
    """Whether the given days are the key's, cover them, or lie within them."""
    if not given.is_real:
        return wrong("no such day")
    (first, last), (start, end) = key.days, given.days
    if key.part or given.part:
        return _part(key, given)
    if (first, last) == (start, end):
        apart = last - first > 1 and (key.pair != given.pair)
        return partly(f"the source says {_spoken(key)}") if apart and key.first != key.last else RIGHT
    if start <= first and last <= end:
        return partly(f"right as far as it goes; {_finer(key, given)}")
    if first <= start and end <= last:
        spanned = key.first != key.last
        return partly(f"{'some of it' if spanned else 'more than the source says'}: {_spoken(key)}")
    return wrong(f"you said {_spoken(given)}")


def _part(key: SaidDate, given: SaidDate) -> Grade:
    """`early`, `mid`, `late` and seasons: the same part of the same whole."""
    (first, last), (start, end) = key.days, given.days
    same = (first, last) == (start, end)
    if same and key.part == given.part:
        return RIGHT
    if same and not key.part:
        return partly(f"more than the source says: {_spoken(key)}")
    if not given.part and start <= first and last <= end:
        return partly(f"right as far as it goes; the source says {_spoken(key)}")
    if key.part == "late" and not given.part and start == end == last:
        return nearly(f"right; the source says {_spoken(key)}", Lack.WORDING)
    return wrong(f"you said {_spoken(given)}")


def _finer(key: SaidDate, given: SaidDate) -> str:
    """What the given date leaves out."""
    left = [grain for grain, wanted, told in zip(_GRAINS, key.first, given.first, strict=True) if wanted and not told]
    if not left:
        return f"the source says {_spoken(key)}"
    return f"the {' and the '.join(left)} {'is' if len(left) == 1 else 'are'} missing"


def _clock(key: SaidDate, given: SaidDate) -> Grade | None:
    """What is wrong with the time of day; None if nothing is."""
    if key.clock == given.clock:
        return None
    if not given.clock:
        return partly(f"the time is missing: {_hours(key.clock)}")
    if not key.clock:
        return partly("more than the source says: it gives no time of day")
    if given.clock in key.clock.split("-"):
        return partly(f"some of it: {_hours(key.clock)}")
    return wrong(f"you said {_hours(given.clock)}")


def _hours(clock: str) -> str:
    """`18:00`, `02:10 to 05:45`."""
    return " to ".join(f"{time[:2]}:{time[2:]}" for time in clock.split("-"))


def _relation(key: SaidDate, given: SaidDate, question: str) -> Grade | None:
    """What is wrong with `since`, `until`, `before`, `after` or `about`; None if nothing is."""
    asked = _ASKED.search(fold(question))
    source = key.relation or (_RELATED[asked[1]] if asked else "")
    if given.relation in {"", source}:
        return None
    if given.relation == "about":
        return nearly("right, but the source does not say about", Lack.HEDGE)
    if given.relation in {"since", "until"} and not source:
        return nearly(f"right, but the source does not say {given.relation}", Lack.WORDING)
    if source == "about":
        return nearly("right, but the source says about", Lack.HEDGE)
    return wrong(f"you said {given.relation}")


def _spoken(date: SaidDate) -> str:
    """As a person says it: `June 18, 2023`, `the end of June 2023`, `July 2024 to September 2024`."""
    text = _day(date.first)
    if date.part:
        text = f"{'the end of' if date.part == 'late' else date.part} {text}"
    if date.first != date.last:
        text = f"{text} {'and' if date.pair else 'to'} {_day(date.last)}"
    return f"{text}, {_hours(date.clock)}" if date.clock else text


def _day(day: Day) -> str:
    """One end of it, as far as it is said."""
    if day[0]:
        return PartialDate(*day).spoken
    return f"{MONTHS[day[1]]} {day[2] or ''}".strip() if day[1] else f"the {day[2]}th"
