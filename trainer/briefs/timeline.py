"""Timelines of plain text: rows of a day or an hour in one column and a sentence in the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.briefs.dates import MONTH_WORDS

_YEAR = r"[12]\d{3}"
_DAY = (
    rf"\d{{1,2}}(?:\s?[–-]\s?\d{{1,2}})? {MONTH_WORDS}\.?(?: {_YEAR})?|{MONTH_WORDS}\.?(?: \d{{1,2}},?)?(?: {_YEAR})?"
    rf"|(?:early|mid|late)[- ](?:{MONTH_WORDS}\.? )?{_YEAR}|mid-{MONTH_WORDS}(?: {_YEAR})?|{_YEAR}(?:-\d\d(?:-\d\d)?)?"
)
_HOUR = r"\d{1,2}[:.]\d\d(?:\s?(?:[ap]m|h|hrs|local|GMT|UTC|Z))?|\d{4}(?:Z|\s?[hH]rs?)"
_PART = (
    r"(?:early |mid-?|late )?(?:morning|afternoon|evening|night)"
    r"|overnight|dawn|dusk|noon|midday|midnight|[DHT]\s?[+-]\s?\d+"
)
LABEL = rf"(?:(?:c\.|ca\.|about|around|by|~) ?)?(?:{_DAY}|{_HOUR}|{_PART}|day \d{{1,3}})"
"""What stands in the first column of a timeline."""
_ENTRY = re.compile(rf"(?P<indent>\s*)(?P<label>{LABEL}) {{2,}}(?P<rest>\S.*)", re.IGNORECASE)
_ALONE = re.compile(LABEL, re.IGNORECASE)
_FEWEST = 2
_REACH = 3
"""Rows: how far the next entry of a timeline may stand below one, whose lines may be wrapped."""


def is_time(line: str) -> bool:
    """Whether a line is nothing but the day or the hour that heads entries of a timeline.

    >>> is_time("9 July"), is_time("9 July was dry")
    (True, False)
    """
    return bool(_ALONE.fullmatch(line))


def with_entries(rows: Sequence[str]) -> list[str]:
    """The rows with a colon behind the day or the hour of each entry of a timeline, where only a gap stood.

    >>> with_entries(["04:43   Engineers arrive.", "Morning  Service fails.", "9 July"])
    ['04:43: Engineers arrive.', 'Morning: Service fails.', '9 July']
    """
    entries = [_ENTRY.fullmatch(row) for row in rows]
    found = list(rows)
    for place, entry in enumerate(entries):
        beside = entries[max(0, place - _REACH) : place + _REACH + 1]
        if entry and entry["rest"][0].isupper() and sum(map(bool, beside)) >= _FEWEST:
            found[place] = f"{entry['indent']}{entry['label']}: {entry['rest']}"
    return found
