"""Dates in a sentence, as written: what of the calendar they name, and what they are counted from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from trainer.language.counted_dates import COUNTED, counted_form
from trainer.language.date_forms import CALENDAR, Form, calendar_form
from trainer.language.reckoning import Reckoning, resolve

__all__ = ["DateMention", "Reckoning", "date_mentions", "resolve"]

_BEFORE = re.compile(
    r"\b(in|on|since|by|until|till|from|during|before|after|around|between|as\sof|late|early|mid|of|for|to|and|through"
    r"|throughout|within|at|over|dated|prior\sto|up\sto)\s?$",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\d{4}|\d\d?[./]\d\d?[./]\d\d|\d [A-Z]{3}\b"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|day|week|month|year|hours|ago\b|later|earlier"
    r"|afterwards?|morrow|spring|summer|autumn|winter|night|morning|quarter|weekend|noon|decade"
    r"|half\b|[QH][1-4]\b|FY\d|\bthe \d"
)
_SPAN_JOINT = re.compile(r"\s?(?:-|to|until|till|through)\s?")
_NAMED_AFTER = re.compile(
    r" (?:[A-Z][a-z]+ )?"
    r"(?:Movement|Brigades?|Battalions?|Revolution|Front|Platform|Coalition|Committee|Alliance|Party)\b"
)
"""Words behind a day that is the name of those who act, and no date: `the 23 March Movement`."""
_FROM = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written, not yet placed in time."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last."""
    text: str
    """As written."""
    preposition: str
    """The word before it, lower case: `in`, `since`, `by`; empty if none that we know."""
    year: int = 0
    """0 where the sentence leaves it out."""
    month: int = 0
    """0 where none is given."""
    day: int = 0
    """0 where none is given."""
    relative: str = ""
    """`last week`, `on monday`, `of that year`, lower case: what makes it count from another date; else empty."""
    part: str = ""
    """What part of it is meant, as in PartialDate: `early`, `the first quarter of`."""
    until: tuple[int, ...] = ()
    """The other end of a span, as in PartialDate; its year is 0 where the sentence leaves it out."""
    link: str = ""
    """`to` for a span, `and` for two days."""
    reckoning: Reckoning | None = None
    """From where and how far a relative date is counted; None for calendar dates, and where no rule can tell."""


def date_mentions(text: str) -> tuple[DateMention, ...]:
    """Every date of a plain sentence, in order, none inside another; lengths of time are quantities, not dates."""
    if not _HINT.search(text):
        return ()
    found = [
        mention
        for match in CALENDAR.finditer(text)
        if not _NAMED_AFTER.match(text, match.end()) and (mention := _mention(text, match, calendar_form)) is not None
    ]
    taken = [(mention.start, mention.end) for mention in found]
    for match in COUNTED.finditer(text):
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            mention = _mention(text, match, counted_form)
            found += [replace(mention, relative=mention.text.lower())] if mention is not None else []
    return tuple(_joined(text, sorted(found, key=lambda mention: mention.start)))


def _mention(text: str, match: re.Match[str], read: Callable[[str, re.Match[str]], Form | None]) -> DateMention | None:
    """The match as a mention, with the word before it."""
    form = read(text, match)
    if form is None:
        return None
    start, end = match.start() + form.skipped, match.end()
    before = _BEFORE.search(text, max(0, start - 12), start)
    preposition = " ".join(before[1].lower().split()) if before else ""
    return DateMention(
        start, end, text[start:end], preposition, form.year, form.month, form.day, form.relative, form.part, form.until,
        form.link, form.reckoning,
    )  # fmt: skip


def _joined(text: str, found: list[DateMention]) -> Iterator[DateMention]:
    """The mentions with `30 May to 2 June 2022` and `from 2014 to 2019` as one."""
    at = 0
    while at < len(found):
        one, at = found[at], at + 1
        if at < len(found) and (span := _span(text, one, found[at])) is not None:
            one, at = span, at + 1
        yield one


def _span(text: str, one: DateMention, other: DateMention) -> DateMention | None:
    """The two as one span, if the words between and before say that they are."""
    gap = text[one.end : other.start]
    if one.until or other.until or one.reckoning or other.reckoning or one.relative or other.relative:
        return None
    same = (bool(one.month), bool(one.day)) == (bool(other.month), bool(other.day)) and not one.part and not other.part
    led = _FROM.search(text, max(0, one.start - 9), one.start)
    if not same or not (_SPAN_JOINT.fullmatch(gap) or (gap == " and " and led and led[0].lower() == "between ")):
        return None
    if not (led or gap == "-" or (one.month and other.year and not one.year)):
        return None
    until = (other.year, other.month, other.day)[: 1 + bool(other.month) + bool(other.day)]
    return replace(one, end=other.end, text=text[one.start : other.end], until=until, link="to", year=one.year)
