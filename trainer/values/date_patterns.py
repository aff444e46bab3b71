"""The forms in which a person types a date, a span of dates, or a time of day, as expressions over folded text."""

from __future__ import annotations

import calendar
import re

from trainer.values.dates import MONTHS

NUMBERS = (
    {name.lower(): number for number, name in enumerate(MONTHS) if name}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS) if name}
    | {"sept": 9}
)
"""Months by name and by abbreviation."""
LONG_MONTHS = tuple(name.lower() for name in MONTHS if len(name) > 6)
"""Months whose names are long enough to be misspelt without becoming another."""

_M = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_Y = r"(?:1\d|20|21)\d\d"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_TO = r"(?:to|-|through|until|and|/)"
_DAYS = "|".join(name.lower() for name in calendar.day_name)
TIDY = (
    (re.compile(r"\([^()]*\)"), " "),
    (re.compile(rf"\b(?:{_DAYS}|mon|tues?|wed|thurs?|fri|sat|sun)\b\.?,?"), " "),
    (re.compile(r"(?<=\d)(?:st|nd|rd|th)\b"), ""),
    (re.compile(rf"\b({_M})\."), r"\1 "),
    (re.compile(rf"(?<=\d)-(?={_M}\b)"), " "),
    (re.compile(rf"\b({_M})-(?=\d)"), r"\1 "),
    (re.compile(r"[,.](?=\s|$)|\b(?:the|of|year|very|calendar)\b|'(?=\d\d\b)"), " "),
    (re.compile(r"\s*-\s*"), "-"),
)
"""What is taken out before a date is looked for: brackets, weekdays, endings, points, small words."""

RELATIONS = {
    "since": "since", "from": "since", "starting": "since", "after": "after", "before": "before", "by": "until",
    "until": "until", "till": "until", "up to": "until", "as of": "", "as early as": "", "as late as": "",
    "not until": "", "in": "", "on": "", "at": "", "during": "", "between": "", "around": "about", "about": "about",
    "circa": "about", "c.": "about", "ca.": "about", "approximately": "about", "roughly": "about",
    "sometime in": "about", "some time in": "about",
}  # fmt: skip
"""What leads a date, and how the time then stands to it."""
LED = re.compile(rf"^({'|'.join(re.escape(word) for word in sorted(RELATIONS, key=len, reverse=True))})\s+")

PARTS = {
    "early": "early", "start": "early", "beginning": "early", "mid": "mid", "middle": "mid", "late": "late",
    "end": "late", "close": "late", "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
    "winter": "winter",
}  # fmt: skip
"""Words for a part of a month or a year of which the days are not known."""
PART = re.compile(rf"^({'|'.join(PARTS)})[\s-]+(?:in\s+)?")
WEEK = re.compile(r"^week(?:\s+(?:beginning|starting|commencing|from))?\s+")
QUARTER = re.compile(
    rf"^(?:(?P<n>first|second|third|fourth|last|1|2|3|4)\s+(?P<what>quarter|half)|(?P<short>[qh])(?P<m>[1-4]))\s*"
    rf"(?:in\s+)?(?P<year>{_Y})$|^(?P<year2>{_Y})\s*(?P<short2>[qh])(?P<m2>[1-4])$"
)
ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
FISCAL = re.compile(rf"^(?:fiscal|financial|fy)\s*(?P<a>{_Y}|\d\d)(?:[/-](?P<b>{_Y}|\d\d))?$")
DECADE = re.compile(r"^(?P<edge>early|mid|late)?[\s-]*(?P<decade>(?:1[89]|20)?\d0)s$")
GROUP = re.compile(
    rf"^(?P<d>{_D})(?P<clock>(?:[01]\d|2[0-4])[0-5]\d)\s?[a-z](?:\s?(?P<m>{_M})(?:\s?(?P<y>{_Y}|\d\d))?)?$"
)
"""A date-time group: `171800Z OCT 26`."""
GROUPS = re.compile(r"^(?:from\s|between\s)?(\d{6}\s?[a-z])\s?(?:to|-|until|and)\s?(\d{6}\s?[a-z].*)$")
_TIME = (
    r"(?:(?P<h{0}>[01]?\d|2[0-4]):(?P<min{0}>[0-5]\d)(?::[0-5]\d)?"
    r"|(?P<hm{0}>(?:[01]\d|2[0-4])[0-5]\d)(?=\s?(?:z|utc|gmt|hours|hrs|local|h)\b)"
    r"|(?P<h12{0}>1[0-2]|0?[1-9])(?=\s?[ap]\.?m))\s?(?P<half{0}>[ap])?(?:\.?m\b\.?)?"
    r"(?:\s?(?:utc|gmt|z|local time|local|hours|hrs|h))?(?:\s?[+-]\d\d?(?::?\d\d)?)?\b"
)
CLOCK = re.compile(
    rf"(?:\b(?:at|from|between)\s)?(?<![\d/.-]){_TIME.format('')}(?:\s?(?:to|-|until|and)\s?{_TIME.format('2')})?"
)
"""A time of day, or two of them."""
DAY_ALONE = re.compile(rf"^(?P<d>{_D})(?:st|nd|rd|th)$")
BODIES = tuple(
    re.compile(rf"^{form}$")
    for form in (
        rf"(?P<m>{_M})\s?(?P<d>{_D})(?:\s?(?P<to>{_TO})\s?(?:(?P<m2>{_M})\s)?(?P<d2>{_D}))?(?:\s(?P<y>{_Y}))?",
        rf"(?P<d>{_D})(?:\s?(?P<to>{_TO})\s?(?P<d2>{_D}))?\s?(?P<m>{_M})(?:\s?(?P<y>{_Y}|\d\d))?",
        rf"(?P<d>{_D})\s(?P<m>{_M})(?:\s(?P<y>{_Y}))?\s?(?P<to>{_TO})\s?(?P<d2>{_D})\s(?P<m2>{_M})(?:\s(?P<y2>{_Y}))?",
        rf"(?P<m>{_M})\s(?P<d>{_D})\s(?P<y>{_Y})\s?(?P<to>{_TO})\s?(?P<m2>{_M})\s(?P<d2>{_D})(?:\s(?P<y2>{_Y}))?",
        rf"(?P<m>{_M})(?:\s(?P<y>{_Y}))?\s?(?P<to>{_TO})\s?(?P<m2>{_M})(?:\s(?P<y2>{_Y}))?",
        rf"(?P<m>{_M})(?:\s?(?P<y>{_Y}|\d\d))?",
        rf"(?P<y>{_Y})\s(?P<m>{_M})(?:\s(?P<d>{_D}))?",
        rf"(?P<y>{_Y})\s?(?P<to>{_TO})\s?(?P<y2>{_Y}|\d\d)",
        rf"(?P<y>{_Y})[-/.](?P<n>1[0-2]|0?[1-9])(?:[-/.](?P<d>{_D}))?",
        rf"(?P<y>{_Y})(?P<n>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",
        rf"(?P<n>1[0-2]|0?[1-9])[-/.](?P<y>{_Y})",
        rf"(?P<n>1[0-2]|0?[1-9])[-/.](?P<d>{_D})[-/.](?P<y>{_Y}|\d\d)",
        rf"(?P<d>{_D})[-/.](?P<n>1[0-2]|0?[1-9])[-/.](?P<y>{_Y}|\d\d)",
        rf"(?P<y>{_Y})",
    )
)
"""Every form of a date or a span; a text that fits two is read in both ways."""
