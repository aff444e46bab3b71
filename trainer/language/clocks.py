"""Times of day in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ZONE = (
    r"(?:\s?\(?(?:local time|local|(?:GMT|UTC)[+-]\d{1,2}(?::\d\d)?|GMT|UTC|Zulu|Z|EST|EDT|CET|CEST"
    r"|BST|MSK|IST|JST|Moscow time|Kyiv time|Beijing time|Eastern time)\)?)"
)
_CLOCK = re.compile(
    rf"(?<![\d:.,])(?:(?P<h1>[01]?\d|2[0-4])[:.](?P<m1>[0-5]\d)(?::[0-5]\d)?(?P<half1>\s?[ap]\.?m\b\.?)?(?P<z1>{_ZONE})?"
    rf"|(?P<h2>[01]\d|2[0-4])(?P<m2>[0-5]\d)(?:\shours)?(?P<z2>{_ZONE})"
    r"|(?P<h3>1[0-2]|0?[1-9])(?P<half3>\s?[ap]\.?m\b\.?)|(?P<noon>\b(?-i:noon|midday|midnight)\b))",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf":\d\d|\s?[ap]\.?m\b|\so'clock|(?P<zone>(?:\shours)?{_ZONE}\b|\shours local)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClockMention:
    """A time of day as written."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last, zone counted."""
    text: str
    """As written."""
    hour: int
    """0 to 24."""
    minute: int
    """0 to 59."""
    zone: str = ""
    """`local time`, `GMT`; empty if none is given."""


def clock_mentions(text: str) -> tuple[ClockMention, ...]:
    """Every time of day of a plain sentence; a decimal number is none.

    >>> clock_mentions("It struck at 04:17 local time.")[0].text
    '04:17 local time'
    """
    if not any(c.isdigit() for c in text) and "noon" not in text and "mid" not in text:
        return ()
    return tuple(clock for match in _CLOCK.finditer(text) if (clock := _clock(match)) is not None)


def _clock(match: re.Match[str]) -> ClockMention | None:
    word = match["noon"]
    hour = int(match["h1"] or match["h2"] or match["h3"] or (0 if word.lower() == "midnight" else 12))
    half = (match["half1"] or match["half3"] or "").strip().lower()
    zone = (match["z1"] or match["z2"] or "").strip(" ()")
    if match["h1"] and "." in match[0].split(half or " ")[0] and not half and not zone:
        return None
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    return ClockMention(match.start(), match.end(), match[0], hour, int(match["m1"] or match["m2"] or 0), zone)


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether the number from here to there is a time of day, or half of one."""
    if text[start - 1 : start] == ":" and text[max(0, start - 2) : start - 1].isdigit():
        return True
    behind = _BEHIND.match(text, end)
    return behind is not None and (behind["zone"] is None or end - start == 4)
