"""What part of a line says that gives a brief its day: the day alone, behind a label, or at the end of a period."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import IntEnum

from trainer.briefs.dates import MONTH_WORDS, parse_date
from trainer.briefs.daylabels import COVERED, ENDING, ISSUED, KNOWN, VERSION
from trainer.briefs.naming import SERIES


class Ground(IntEnum):
    """Why a day is the brief's; where lines differ, the lower holds."""

    VERSION = 0
    """It is said to be the day of this version, of which the paper may have others."""
    ISSUED = 1
    """It is said to be the day of issue."""
    NAMED = 2
    """It stands alone, or behind the name of a series, a place or an author."""
    KNOWN = 3
    """It is how far the brief's knowledge goes, or when it was last changed."""
    COVERED = 4
    """It ends the period that the brief reports on."""
    TITLED = 5
    """It stands in brackets behind the title, or before it."""
    LOOSE = 6
    """It stands somewhere, and nothing says that it is another's."""
    AIMED = 7
    """It is that of an occasion for which the brief was written."""


@dataclass(frozen=True, slots=True)
class Dating:
    """What a line says of the brief's own day."""

    day: dt.date
    ground: Ground
    text: str = ""
    """The day as written, without the clock of a period."""
    name: str = ""
    """The series, the place or the author that stands before it."""
    whole_month: bool = False
    """Whether the line says no more than the month; its first day stands for it."""


LABELLED = frozenset({Ground.VERSION, Ground.ISSUED, Ground.KNOWN})
"""A label says of these days that they are the brief's, wherever they stand."""
EDGE = "[]()*_–—- "
_UNTIL = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+", re.IGNORECASE)
_CLOCK = r"(?:,?\s+\(?(?:\d\d:?\d\d|\d{1,2}\s*[ap]m)\s*[A-Z]{0,5}\)?)?"
_FROM = re.compile(
    rf"(?:(?:from|between)\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+{MONTH_WORDS}\.?(?:,?\s+[12]\d{{3}})?)?{_CLOCK}"
    rf"|(?P<month>{MONTH_WORDS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+[12]\d{{3}})?"
    rf"|\d{{6}}\s?[A-Z]?(?:\s?{MONTH_WORDS}(?:\s?\d\d(?:\d\d)?)?)?|[12]\d{{3}}-\d\d-\d\d|\d\d?\.\d\d?\.(?:\d{{4}})?)",
    re.IGNORECASE,
)
LABELS = ((Ground.VERSION, VERSION), (Ground.ISSUED, ISSUED), (Ground.KNOWN, KNOWN), (Ground.COVERED, ENDING))
_AUTHORED = re.compile(r"\s+(?:by|in)\s+[A-Z].{1,60}$")
_ZONE = re.compile(
    r"\s*\((?:local(?: time)?|all times local|LT|UTC|GMT|Zulu|[A-Z]{2,4}T|(?:UTC|GMT)[+-]\d{1,2})\)$", re.IGNORECASE
)
"""Behind an hour: where the clock stands."""
_CLOSE = re.compile(r"\s*[)\]]$")
_PLACE = re.compile(r"[A-Z][^\W\d]+(?:[ '’-][A-Z][^\W\d]+){0,3}, ")
"""Between a label and its day: where the paper was issued."""
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)")


def _single(text: str, _name: str) -> Dating | None:
    return _day(text) or _labelled(text)


def _day(text: str) -> Dating | None:
    """A text that is a day, its author and its brackets left aside."""
    text = _ZONE.sub("", text)
    for bare in dict.fromkeys((text.strip(EDGE), _AUTHORED.sub("", text).strip(EDGE), _CLOSE.sub("", text.strip()))):
        if day := parse_date(bare):
            return Dating(day, Ground.NAMED, bare)
    return None


def _labelled(text: str) -> Dating | None:
    """A text that is a label and its day."""
    text = text.strip("([ ")
    for ground, label in LABELS:
        if not (match := label.match(text)):
            continue
        rest = text[match.end() :].strip("*_ ")
        if compact := _COMPACT.fullmatch(rest):
            rest = "-".join(compact.groups())
        place = _PLACE.match(rest)
        if found := _day(rest) or (_day(rest[place.end() :]) if place and match[0].rstrip().endswith(":") else None):
            return Dating(found.day, ground, found.text)
    return None


def _period(text: str, name: str) -> Dating | None:
    """A text that is a period from one day to another; it needs a label unless it stands alone or behind a series."""
    text = text.strip("([ ")
    label = COVERED.match(text)
    if not label and name and not SERIES.search(name):
        return None
    text = text[label.end() :] if label else text
    for until in _UNTIL.finditer(text):
        start = _FROM.fullmatch(text[: until.start()].strip())
        if not start:
            continue
        end = text[until.end() :]
        bare = end if re.search(MONTH_WORDS, end, re.IGNORECASE) or not start["month"] else f"{start['month']} {end}"
        if found := _day(bare):
            return Dating(found.day, Ground.COVERED, found.text)
    return None


READINGS = (_single, _period)
"""How such words are read, a day before a period: from them, and the name before them, which only a period asks."""
