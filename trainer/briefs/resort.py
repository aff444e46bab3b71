"""The last resort for a brief whose date no rule has read: any day with its year that is not plainly another's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from trainer.briefs.dates import MONTH_WORDS, parse_date, parse_month
from trainer.briefs.dating import LONGEST, SEGMENT
from trainer.briefs.daylabels import ANOTHERS, OTHER_DAY
from trainer.briefs.days import Dating, Ground
from trainer.briefs.foreign import FOREIGN_DAY
from trainer.briefs.naming import SERIES, is_event, is_name
from trainer.briefs.periods import TELLS_PERIOD, parse_period
from trainer.briefs.rows import Row
from trainer.briefs.undated import past_days_in

_YEAR = r"(?:19|20)\d\d"
_SPELT = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\.?(?:\s+(?:(?:day\s+)?of\s+)?|\s*[/–—-]\s*)?{MONTH_WORDS}\.?"
    rf"(?:,?\s+|\s*[/–—-]\s*)?(?:{_YEAR}|\d\d)"
)
DAY = re.compile(
    rf"(?<![\w/.-])(?:\d{{6}}[A-Z]?\s?{MONTH_WORDS}\.?\s?(?:{_YEAR}|\d\d)"
    rf"|{_YEAR}[01]\d[0-3]\d(?=-\d{{4}}\b)|{_SPELT}"
    rf"|{MONTH_WORDS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}|{_YEAR}([-./])\d\d\1\d\d"
    rf"|\d{{1,2}}([./-])\s?\d{{1,2}}\2\s?{_YEAR}|{FOREIGN_DAY})(?![\w/])(?!:\d)(?!-\d(?!\d{{3}}\b))"
    rf"|\b(?P<year>{_YEAR})\W{{1,3}}(?P<rest>{MONTH_WORDS}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH_WORDS})(?!\w)(?!,?\s+{_YEAR})"
    rf"|\b(?P<month>{MONTH_WORDS})\.?\s+\d{{1,2}}\s?[–-]\s?(?P<last>\d{{1,2}}),?\s+(?P<end>{_YEAR})\b"
    rf"|(?<=[–—-])\d{{1,2}}\s+{MONTH_WORDS}\.?,?\s+{_YEAR}\b",
    re.IGNORECASE,
)
"""A day with its year, wherever it stands."""
_PARTS = re.compile(rf"\d+|{MONTH_WORDS}", re.IGNORECASE)
"""Of a day with unusual signs between them."""
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
MONTH = re.compile(rf"(?<!\d )(?<!\d)\b{MONTH_WORDS}\.?,?\s+{_YEAR}\b|{TELLS_PERIOD.pattern}", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[^\W\d]{3}[.!?])\s+(?=[A-Z\d])|(?<=\d{4}[.!?])\s+(?=[A-Z])")
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*"
_LEFT_OUT = re.compile(rf"(?:\s*(?:[(\[:,–—-]|\b{_WEEKDAY}|\bthe\b))+\s*$", re.IGNORECASE)
"""Right before a day: signs, its weekday and an article."""
_TIED = re.compile(
    r"\b(?:on|in|at|by|since|from|until|till|before|after|of|to|through|between|during|and|vs?\.?|than|due)$",
    re.IGNORECASE,
)
"""A word that ties a day to what stands before it; behind `answered` or `it is` that is the brief."""
_OWN = re.compile(
    r"^(?!the\b|an?\b)(?:\w+ ){0,2}\w{2,}(?<!unit)(?:ed|en)\b[^.;]{0,30}\bon$|\bas (?:of|at|it)\b"
    r"|\b(?:week|month|quarter|year|period) (?:up )?(?:to|until|ending|ended)$"
    r"|\b(?:position|situation|state) (?:on|at|of)$"
    rf"|\d(?: {MONTH_WORDS})?(?:,? {_YEAR})? (?:to|until|through|and)$",
    re.IGNORECASE,
)
"""Words that make a day tied to them the brief's: `Answered on`, `as of the close of`, `the week to`."""
_PAPER_OF = re.compile(
    rf"(?:{SERIES.pattern}|\b(?:speech|remarks|address|lecture|testimony|evidence|minutes|talk|ref)\b)"
    r"[^.]* (?:of|on|in)$",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:was|were|had|said)\b", re.IGNORECASE)
_IN = re.compile(r"\bin$", re.IGNORECASE)
_FOR = re.compile(r"\bfor$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+[a-z]")
_CLOSES = re.compile(r"[.!?]$")
_ARTICLE = re.compile(r"\b(?:the|an?|this|that)\s+$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:forecasts?|outlook|projections?|plans?|programme|budget)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:expected|estimated|planned|scheduled|upcoming|save the)\b", re.IGNORECASE)
_NOTE = re.compile(r"\W*\d{1,2}[.)\]]\s")
"""At the beginning of a note at the foot."""
_UNTIL = re.compile(rf"\s*(?:[–—-]|\bto\b|\buntil\b|\bthrough\b)\s*(?:{_WEEKDAY}\s+)?", re.IGNORECASE)
_AIMED = re.compile(
    r"\b(?:meetings?|council|session|plenary|conference|forum|visit|webinar|seminar|workshop|sitting|embargo(?:ed)?"
    r"|not for \w+ before)\b",
    re.IGNORECASE,
)
"""In words that make a day that of an occasion, for which a brief was written, or before which it is not to be read."""
_DATE = re.compile(r"\bdates?\b", re.IGNORECASE)
_WEEK_OF = re.compile(r"\bweek (?:of|commencing|beginning)\s*$", re.IGNORECASE)
_NOT_OTHERS = re.compile(
    r"\bembargo(?:ed)?(?: until)?\b|\bweek (?:of|commencing|beginning)\b|\blast reviewed\b|\bend of \w+", re.IGNORECASE
)
_LABEL_WORDS = 5
_MOST = 3
"""Different days that stand somewhere without a label; more are those of a table."""


def find_resort(rows: Sequence[Row], *, needs_words: bool = False) -> Iterator[tuple[Dating, Row]]:
    """The last day that these rows name and that may be a brief's own, and each month; a day alone may need words.

    >>> rows = [Row(0, 1, "Answered on: 9 September 2024"), Row(1, 2, "Asked since 4 May 2024")]
    >>> [str(dating.day) for dating, _ in find_resort(rows)]
    ['2024-09-09']
    """
    found = [(dating, row) for row in rows for dating in _in_row(row) if dating.name or not needs_words]
    days = [(dating, row) for dating, row in found if not dating.whole_month]
    if len({dating.day for dating, _ in days}) <= _MOST:
        yield from sorted(days, key=lambda each: (each[0].ground, -each[0].day.toordinal()))[:1]
    yield from ((dating, row) for dating, row in found if dating.whole_month)


def _in_row(row: Row) -> Iterator[Dating]:
    """What the sentences of its cells name, the first behind the cell before it."""
    label = ""
    if _NOTE.match(row.text):
        return
    for cell in row.cells:
        for said in _SENTENCE.split(cell):
            for part in SEGMENT.split(said):
                yield from _in_words(part.strip(), label)
                label = ""
            if not is_name(said):
                break
        label = cell.strip(" :") if len(cell.split()) <= _LABEL_WORDS else ""


def _in_words(text: str, label: str) -> Iterator[Dating]:
    """Each day of a few words, else their first month, unless something says that it is another's."""
    text = f"{label}: {text}" if label else text
    if len(text) > LONGEST or _is_anothers(text):
        return
    ground = Ground.AIMED if _AIMED.search(text) else Ground.LOOSE
    days = list(DAY.finditer(text))
    for match in days:
        day = day_of(match)
        if day and _stands_free(text, match) and not _begins_period(text, match):
            week = _WEEK_OF.search(text[: match.start()]) and not match["last"]
            beside = f"{text[: match.start()]}{text[match.end() :]}".strip()
            yield Dating(day.replace(day=1) if week else day, ground, match[0], beside, whole_month=bool(week))
    month = None if days else MONTH.search(text)
    first = (parse_month(month[0]) or parse_period(month[0])) if month else None
    if month and first and _month_stands_free(text, month):
        beside = f"{text[: month.start()]}{text[month.end() :]}".strip()
        yield Dating(first, ground, month[0], beside, whole_month=True)


def day_of(match: re.Match[str]) -> dt.date | None:
    """The day that was found, of a period its last."""
    if match["last"]:
        return parse_date(f"{match['month']} {match['last']} {match['end']}")
    if match["year"]:
        return parse_date(f"{match['rest']} {match['year']}")
    return parse_date(match[0]) or parse_date("-".join(_PARTS.findall(_COMPACT.sub(r"\1 \2 \3", match[0]))))


def _is_anothers(text: str) -> bool:
    """Whether words beside a day say that it is that of an event, a law, a deadline or the like."""
    text = _NOT_OTHERS.sub("", text)
    return bool(
        OTHER_DAY.search(text) or ANOTHERS.search(text) or _TO_COME.search(text) or is_event(_DATE.sub("", text))
    )


def _before(text: str, match: re.Match[str]) -> str:
    """What stands before a day, without signs and its weekday."""
    return _LEFT_OUT.sub("", text[: match.start()]).rstrip()


def _stands_free(text: str, match: re.Match[str]) -> bool:
    """Whether no sentence goes on from a day, and no word ties it to what stands before it."""
    before = _before(text, match)
    named = (_PAPER_OF.search(before) or _AIMED.search(before)) and not _TELLS.search(before)
    own = not _TIED.search(before) or named or _OWN.search(before) or _WEEK_OF.search(text[: match.start()])
    goes_on = _GOES_ON.match(text, match.end()) and (_ARTICLE.search(text[: match.start()]) or _CLOSES.search(text))
    return bool(own) and not goes_on


def _month_stands_free(text: str, match: re.Match[str]) -> bool:
    """Whether a month is that in which the brief was written: `in`, or `for` where no plan is meant."""
    before = _before(text, match)
    own = _stands_free(text, match) or _IN.search(before)
    return bool(own) and not (_FOR.search(before) and (_AHEAD.search(before) or not SERIES.search(before)))


def _begins_period(text: str, match: re.Match[str]) -> bool:
    """Whether another day ends the period that this one begins."""
    until = _UNTIL.match(text, match.end())
    return until is not None and DAY.match(text, until.end()) is not None


def find_past_month(text: str) -> dt.date | None:
    """The month of the last day with its year that a text tells of in the past."""
    told = past_days_in(text)
    return max(told).replace(day=1) if told else None
