"""Date-time groups as others write them, those next to one, and wrong ones to choose from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from trainer.facts.gaps import DATE_TIME_GROUP
from trainer.language.reading import Reading
from trainer.questions.distractors_sides import both_sides
from trainer.questions.draft import Draft
from trainer.values.dates import MONTHS

_PARTS = re.compile(r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)Z(?: (?P<month>[A-Z]{3}) (?P<year>\d\d(?:\d\d)?))?")
_STEPS = (-95, -190, -270, -430, 85, 170, 250, 515)
"""Minutes from the key to its options."""


def group_forms(draft: Draft, written: dt.date | None) -> Iterator[str]:
    """The answer with its day and its hour spelled out, if it is a date-time group.

    The month is the one in which its day lies nearest to that of the brief.
    """
    time = _time_of(draft.answer, written)
    if time is None:
        return
    short, name, clock = MONTHS[time.month][:3].upper(), MONTHS[time.month], f"{time:%H:%M}"
    yield f"{time:%d%H%M}Z"
    yield f"{time:%d%H%M}Z {short} {time:%y}"
    yield f"{time:%d %H%M}Z"
    for day in (f"{time.day} {name}", f"{time.day} {name} {time.year}", f"{name} {time.day}, {time.year}"):
        yield from (f"{clock} UTC on {day}", f"{day} {clock}Z", f"{time:%H%M}Z on {day}")
    yield f"{clock} on {time.day} {name}"


def group_misses(draft: Draft) -> Iterator[str]:
    """The group an hour off, and a day off."""
    time = _time_of(draft.answer, None)
    if time is not None:
        yield from (_in_style(draft.answer, time + dt.timedelta(hours=hours)) for hours in (1, -1, 24, -24))


def group_options(reading: Reading, draft: Draft, turn: int) -> Iterator[str]:
    """Groups some hours off on both sides, none of them one of the brief."""
    time = _time_of(draft.answer, reading.brief.date)
    if time is None:
        return
    taken = {group[0][:7] for line in reading.lines for group in DATE_TIME_GROUP.finditer(line.plain)}
    grain = 15 if time.minute % 15 == 0 else 5
    made = {step: _in_style(draft.answer, _rounded(time + dt.timedelta(minutes=step), grain)) for step in _STEPS}
    free = {step: text for step, text in made.items() if text[:7] not in taken}
    below, above = ([text for step, text in free.items() if (step > 0) is later] for later in (False, True))
    yield from both_sides(below, above, turn)


def _time_of(answer: str, written: dt.date | None) -> dt.datetime | None:
    """When it is; without a date of the brief in a month of 31 days."""
    found = _PARTS.fullmatch(answer)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["month"]:
        year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
        month = next((n for n, name in enumerate(MONTHS) if name[:3].upper() == found["month"]), 0)
        return _at(year, month, int(found["day"]), hour, minute)
    near = written or dt.date(2000, 1, 15)
    months = {(near + dt.timedelta(days=days)).replace(day=1) for days in (-20, 0, 20)}
    times = [_at(first.year, first.month, int(found["day"]), hour, minute) for first in sorted(months)]
    return min((time for time in times if time), key=lambda time: abs((time.date() - near).days), default=None)


def _at(year: int, month: int, day: int, hour: int, minute: int) -> dt.datetime | None:
    """The time, if there is such a day."""
    try:
        return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)
    except ValueError:
        return None


def _rounded(time: dt.datetime, grain: int) -> dt.datetime:
    return time - dt.timedelta(minutes=time.minute % grain)


def _in_style(model: str, time: dt.datetime) -> str:
    """A time as a group, with month and year where the model has them."""
    tail = model[7:]
    if not tail:
        return f"{time:%d%H%M}Z"
    year = f"{time:%Y}" if len(tail.split()[-1]) > len("26") else f"{time:%y}"
    return f"{time:%d%H%M}Z {MONTHS[time.month][:3].upper()} {year}"
