"""Times of day in a sentence."""

from __future__ import annotations

import re

_ZONE = (
    r"(?:\s?\(?(?:local time|local|(?:GMT|UTC)[+-]\d{1,2}(?::\d\d)?|GMT|UTC|Zulu|Z|EST|EDT|CET|CEST"
    r"|BST|MSK|IST|JST|Moscow time|Kyiv time|Beijing time|Eastern time)\)?)"
)
_CLOCK = re.compile(
    rf"(?<![\d:.,])(?:(?:[01]?\d|2[0-4])(?::|(?P<decimal>\.))[0-5]\d(?::[0-5]\d)?(?P<half>\s?[ap]\.?m\b\.?)?(?P<zone>{_ZONE})?"
    rf"|(?:[01]\d|2[0-4])[0-5]\d(?:\shours)?{_ZONE}"
    r"|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?|\b(?-i:noon|midday|midnight)\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf":\d\d|\s?[ap]\.?m\b|\so'clock|(?P<zone>(?:\shours)?{_ZONE}\b|\shours local)", re.IGNORECASE)


_FOUR_FIGURES = re.compile(r"\b(?:at|by|until|from|since|before|after|between) (?:about )?(?:[01]\d|2[0-3])[0-5]\d$")
_NOT_COUNTED = re.compile(r"[.,;)]*(?:$|\s(?:on|and|but|when|that|as|in the|yesterday|today|tomorrow|the)\b|[.,;])")
"""A time as staffs write it, with nothing behind that it counts: `at 1115 on 19 January`."""


def clock_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each time of day of a plain sentence stands, its zone counted; a decimal number is none.

    >>> clock_spans("It struck at 04:17 local time.")
    ((13, 29),)
    """
    return tuple(match.span() for match in _CLOCK.finditer(text) if not _is_decimal(match))


def _is_decimal(match: re.Match[str]) -> bool:
    """`2.45`, with neither half of the day nor zone behind it."""
    return match["decimal"] is not None and not match["half"] and not match["zone"]


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether the number from here to there is a time of day, or half of one."""
    if text[start - 1 : start] == ":" and text[max(0, start - 2) : start - 1].isdigit():
        return True
    if _FOUR_FIGURES.search(text[:end]) and _NOT_COUNTED.match(text, end):
        return True
    behind = _BEHIND.match(text, end)
    return behind is not None and (behind["zone"] is None or end - start == 4)
