"""Weeks, quarters, seasons and numbered months as papers are counted by them; each stands for the month it ends in."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 12}
"""The last month of each; of a winter that names two years it is the second February."""
_WEEK = (
    r"(?:(?:epi(?:demiological)?|calendar|iso|reporting)[ -]?)?(?:week|wk\.?|cw|kw|w)[ -]?(?:no\.? ?)?(?P<week>\d{1,2})"
)
_QUARTER = r"(?:q(?P<q>[1-4])|(?P<quarter>[1-4])q|(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th) quarter)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEK}(?:,?\s+(?:of\s+)?|\s?[/–-]\s?){_YEAR}",
        rf"{_YEAR}(?:,?\s+|-){_WEEK}",
        rf"{_QUARTER}(?:,?\s+(?:of\s+)?|\s?[/-]\s?){_YEAR}",
        rf"{_YEAR}(?:,?\s+|[/-]){_QUARTER}",
        rf"{_SEASON},?\s+(?:of\s+)?{_YEAR}(?:\s?[/–-]\s?(?P<until>\d\d(?:\d\d)?))?",
        rf"(?P<number>0?[1-9]|1[0-2])\s?/\s?{_YEAR}",
    )
)
TELLS_PERIOD = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", f"(?:{form.pattern})") for form in _FORMS[:-1])
                          + r"|^\W*(?:0?[1-9]|1[0-2])\s?/\s?(?:19|20)\d\d\W*$", re.IGNORECASE)  # fmt: skip


def parse_period(text: str) -> dt.date | None:
    """The first day of the month in which the period ends that a whole text names; None if it names none.

    >>> parse_period("Week 23, 2019"), parse_period("Q2 2019"), parse_period("Winter 2019/20"), parse_period("10/2022")
    (datetime.date(2019, 6, 1), datetime.date(2019, 6, 1), datetime.date(2020, 2, 1), datetime.date(2022, 10, 1))
    """
    match = next((match for form in _FORMS if (match := form.fullmatch(text.strip().rstrip(".")))), None)
    if match is None:
        return None
    found = {name: value for name, value in match.groupdict().items() if value}
    year = int(found["year"])
    if week := found.get("week"):
        return _end_of_week(year, int(week))
    if season := found.get("season"):
        winter = "until" in found and season.lower() == "winter"
        return dt.date(year + winter, 2 if winter else _SEASONS[season.lower()], 1)
    if number := found.get("number"):
        return dt.date(year, int(number), 1)
    quarter = found.get("q") or found.get("quarter") or _ORDINALS[found["ordinal"].lower()]
    return dt.date(year, 3 * int(quarter), 1)


def _end_of_week(year: int, week: int) -> dt.date | None:
    """The month of the Sunday of a week as ISO 8601 counts it."""
    try:
        return dt.date.fromisocalendar(year, week, calendar.SUNDAY + 1).replace(day=1)
    except ValueError:
        return None
