"""Dates as briefs write them at their top."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?{form}", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    )
)
_DATELINE = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,]{1,60}),\s+)?(?P<date>[\w][\w ,.-]{6,40}?[12]\d{3}|[12]\d{3}-\d\d-\d\d)"
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:[—–]\s*|\s-{1,2}\s+)(?=\S)"
)
_NO_PLACE = re.compile(r"(?:in|on|at|by|as|from|after|before|since|until|the)\b", re.IGNORECASE)


def parse_date(text: str) -> dt.date | None:
    """The day that a whole text names, None if it is no date or no day of the calendar.

    >>> parse_date("Wednesday, 21 June 2023"), parse_date("June 31, 2023")
    (datetime.date(2023, 6, 21), None)
    """
    text = text.strip()
    if len(text) > 40:  # the longest form is shorter, and a whole paragraph is no date
        return None
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _day(match["year"], match["month"], match["day"])
    return None


def _day(year: str, month: str, day: str) -> dt.date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


def split_dateline(text: str) -> tuple[dt.date, str] | None:
    """The day of a dateline and the text after it; None if the text does not begin with one.

    >>> split_dateline("GENEVA, 3 March 2024 (WHO) - Cases fell.")
    (datetime.date(2024, 3, 3), 'Cases fell.')
    """
    match = _DATELINE.match(text)
    if match is None or (match["place"] and not _is_place(match["place"])):
        return None
    date = parse_date(match["date"])
    return (date, text[match.end() :]) if date else None


def _is_place(text: str) -> bool:
    """Whether the text before a date can be a place: a few words, a capital first, no end of a sentence."""
    words = text.split()
    is_sentence = any(word.endswith((".", "!", "?")) and len(word) > 4 for word in words)
    return len(words) <= 5 and text[:1].isupper() and not is_sentence and not _NO_PLACE.match(text)
