"""Dates as briefs write them at their top."""

from __future__ import annotations

import datetime as dt
import re

from trainer.briefs.foreign import parse_foreign

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
MONTH_WORDS = _MONTH.replace("?P<month>", "?:").removesuffix(r"\.?")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\.?,?\s+)?"
_ZONE = r"(?:\s*(?:\(?[A-Z]{1,5}(?:[+-]\d{1,2})?\)?|[+-]\d\d:?\d\d|(?:[\w'’-]+\s+){1,3}time|hours|hrs))"
_CLOCK = (
    rf"(?:\d{{1,2}}(?:[:.h]\d\d){{1,2}}\s*(?:[ap]\.?m\.?)?{_ZONE}{{0,2}}|\d{{4}}{_ZONE}{{1,2}}"
    rf"|\d{{1,2}}\s*[ap]\.?m\.?{_ZONE}?|noon|midnight)"
)
_ISSUE = r"(?:,|\s*[-–—|])\s+(?:[\w.'’-]+\s+){0,2}(?:briefing|close|edition|issue|open|opening|update)"
"""What a day is told with as that of one issue: `- London close`, `, morning edition`."""
_FORMS = tuple(
    re.compile(rf"(?:{_CLOCK},?\s+)?{_WEEKDAY}{form}"
               rf"(?:(?:,|\s+at|\s+[-–|/]|)\s+\(?{_CLOCK}\)?|T\d\d:?\d\d\S{{0,16}}|{_ISSUE})?",
               re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?P<mark>[-./])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)",
        rf"(?:the\s+)?{_DAY}\.?(?:\s+(?:(?:day\s+)?of\s+)?|[/-]){_MONTH}(?:,?\s+|[/-]){_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>[12]\d{3})",
        r"(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)(?P<year>[12]\d{3})",
        rf"(?P<day>\d\d){_MONTH}(?P<year>\d\d|[12]\d{{3}})",
        rf"(?P<day>\d\d)\d{{4}}\s?(?:[A-Z]|GMT|UTC)?\s?{_MONTH}\s?(?P<year>\d\d|[12]\d{{3}})",
        rf"(?P<day>\d{{1,2}})[ -]{_MONTH}[ -](?P<year>\d\d)",
    )
)  # fmt: skip
_WHOLE_MONTH = re.compile(
    rf"(?:{MONTH_WORDS}\.?\s?[/–-]\s?)?{_MONTH},?\s+{_YEAR}|(?P<iso>[12]\d{{3}})-(?P<number>\d\d)", re.IGNORECASE
)
_LONGEST = 60
_DATELINE = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,()]{1,60}(?:,\s[^\d,()]{1,40})?)(?:,\s+|\s+\([^()]{1,40}\)\s+[—–-]{1,2}\s+))?"
    r"(?P<date>[\w][\w ,.-]{6,40}?[12]\d{3}|[12]\d{3}-\d\d-\d\d)"
    r"\s*(?:(?:\([^()]{1,40}\)|/[^/]{1,40}/)\s*)?(?:[—–]\s*|(?<=\s)-{1,2}\s+)(?=\S)"
)
_THAT_DAY = rf"(?i:,\s+(?:{MONTH_WORDS}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH_WORDS}\.?))"
_AGENCIES = (
    "AA|AFP|ANI|ANSA|AP|Anadolu|BBC|Bloomberg|CNN|DPA|EFE|ICRC|IFRC|IOM|IPS|IRIN|IRNA|Interfax|KUNA|Kyodo|MENA|NNA"
    "|OCHA|PTI|RFE/RL|RFI|Reuters|SANA|TASS|UN|UNHCR|UNICEF|UPI|VOA|WAM|WFP|WHO|Xinhua|Yonhap|dpa"
    "|[A-Z][a-z]+ (?:News|Press|Agency|Service)|Agency|Agencies"
)
_AGENCY = re.compile(
    rf"[A-Z][\w .,/'’-]{{1,60}}?(?:{_THAT_DAY}?\s+\((?:{_AGENCIES})\)|{_THAT_DAY}\s+\([A-Z][\w .&/’'-]{{1,40}}\))"
    r"\s*[-–—]{1,2}\s+(?=[A-Z0-9“\"])"
)
_SHOUTED_PLACE = re.compile(
    rf"[A-Z][A-Z.'’/-]+(?:,? [A-Z][A-Z.'’/-]+){{0,3}}(?:, [A-Z][\w.]+)?{_THAT_DAY}?\s+(?:[–—]|--?)\s+(?=[A-Z“\"])"
)
_NO_PLACE = re.compile(r"(?:in|on|at|by|as|from|after|before|since|until|the(?! hague))\b", re.IGNORECASE)


def parse_date(text: str) -> dt.date | None:
    """The day that a whole text names, None if it is no date or no day of the calendar.

    >>> parse_date("Wednesday, 21 June 2023"), parse_date("June 31, 2023")
    (datetime.date(2023, 6, 21), None)
    >>> parse_date("Friday, March 25, 2022 - London close")
    datetime.date(2022, 3, 25)
    """
    text = text.strip().rstrip(".")
    if len(text) > _LONGEST:  # a whole paragraph is no date
        return None
    match = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if match is None:
        return parse_foreign(text)
    found = match.groupdict()
    if "first" in found:
        return _slashed(found["first"], found["second"], found["year"])
    return _day(found["year"], found["month"], found["day"])


def parse_month(text: str) -> dt.date | None:
    """The first day of the month that a whole text names, of two months the later; None if it names none.

    >>> parse_month("March 2025"), parse_month("Feb/March 2025"), parse_month("2025-03")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 1), datetime.date(2025, 3, 1))
    """
    match = _WHOLE_MONTH.fullmatch(text.strip().rstrip("."))
    return _day(match["year"] or match["iso"], match["month"] or match["number"], "1") if match else None


def _slashed(first: str, second: str, year: str) -> dt.date | None:
    """The day of 21/06/2023 or 06/21/2023; None where either number can be the month, as in 05/06/2023."""
    if first == second or int(first) > len(_MONTHS):
        return _day(year, second, first)
    return _day(year, first, second) if int(second) > len(_MONTHS) else None


def _day(year: str, month: str, day: str) -> dt.date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
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


def strip_dateline(text: str) -> str:
    """Text without the place and agency that it begins with; as it is if it begins with none.

    >>> strip_dateline("BAMAKO, June 16 (Reuters) - Mali asked."), strip_dateline("LAGOS — Rain fell.")
    ('Mali asked.', 'Rain fell.')
    """
    match = _AGENCY.match(text) or _SHOUTED_PLACE.match(text)
    if match is None or _NO_PLACE.match(text):
        return text
    return text[match.end() :]


def _is_place(text: str) -> bool:
    """Whether the text before a date can be a place: a few words, a capital first, no end of a sentence."""
    words = text.split()
    is_sentence = any(word.endswith((".", "!", "?")) and len(word) > 4 for word in words)
    return len(words) <= 5 and text[:1].isupper() and not is_sentence and not _NO_PLACE.match(text)
