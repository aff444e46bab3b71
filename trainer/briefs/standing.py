"""The day or the month on which a brief stands: by its author, its text, its title, its file's name, its properties."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from trainer.briefs.brief import Passage
from trainer.briefs.dates import MONTH_WORDS, parse_date, parse_month
from trainer.briefs.days import Dating, Ground
from trainer.briefs.namedays import Named
from trainer.briefs.pointed import EMPTY, Sheet, day_in
from trainer.briefs.resort import find_past_month
from trainer.briefs.sightings import Place, Sighting
from trainer.briefs.undated import full_days_in, is_outrun, past_days_in
from trainer.errors import Finding
from trainer.text import one_line
from trainer.values.dates import PartialDate, month_of

_GIVE = "Give its own day: a line date: 2024-05-28 between --- lines at its top, or --date 2024-05-28."
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EDGE = r"(?<![\d.])"
_Y, _M, _D = r"((?:19|20)\d\d)", r"(0[1-9]|1[0-2])", r"([0-3]\d)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DAYS = (
    (re.compile(rf"{_EDGE}{_Y}([-_. ]?){_M}\2{_D}(?!\d)"), (1, 3, 4)),
    (re.compile(rf"{_EDGE}{_D}([-_.]){_M}\2{_Y}(?!\d)"), (4, 3, 1)),
    (re.compile(rf"{_EDGE}{_DAY}[-_. ]?({MONTH_WORDS})[-_. ,]*{_Y}(?!\d)", re.IGNORECASE), (3, 2, 1)),
    (re.compile(rf"({MONTH_WORDS})[-_. ]?{_DAY}[-_. ,]+{_Y}(?!\d)", re.IGNORECASE), (3, 1, 2)),
)
"""Ways to write a day in a file's name, and which groups are its year, month and day."""
_MONTHS = (
    (re.compile(rf"{_EDGE}{_Y}[-_. ]{_M}(?![-_. ]?\d)"), (1, 2)),
    (re.compile(rf"(?<![^\W\d_])({MONTH_WORDS})[-_. ]?{_Y}(?!\d)", re.IGNORECASE), (2, 1)),
)


class Standing(NamedTuple):
    """When a brief stands."""

    date: dt.date | None = None
    month: PartialDate | None = None
    """Where the day is not known."""
    findings: tuple[Finding, ...] = ()
    """What the day or the month was taken from, if it is not the text."""


class Stated(NamedTuple):
    """What is said of a brief beside its text."""

    date: dt.date | None = None
    """By its author: in the front matter, in the head of a page or an e-mail."""
    made: dt.date | None = None
    """The day on which its file was made."""
    sheet: Sheet = EMPTY
    """What the network reads of it."""


def find_standing(
    seen: Sequence[Sighting], titled: Dating | None, stated: Stated, passages: Sequence[Passage], name: str
) -> Standing:
    """The day that is stated, else what the text, the title, the file's name and the file's day of making give.

    What does not stand in the text holds only if the years of which the text tells fit it, and of the day on which a
    file was made no more than the month. Where no rule reads a day, the network may point at one.
    """
    if titled and titled.ground is Ground.ISSUED:
        seen = [*seen, Sighting(titled, Place.HEAD, 1)]
    month = _month_of(seen)
    if date := stated.date or _day_of(seen, month, passages):
        return Standing(date)
    pointed = _pointed_at(stated.sheet, seen, passages)
    if pointed and not pointed.whole_month and (month is None or month_of(pointed.day) == month_of(month)):
        return Standing(pointed.day)
    if titled and _fits(titled.day, passages):
        return Standing(titled.day)
    named = _day_in(PurePath(name).stem)
    if named and _fits(named, passages) and (month is None or month_of(named) == month_of(month)):
        message = f"It bears no date; {named} was taken from the file's name."
        return Standing(named, None, (Finding(name, message, _GIVE),))
    last = _first_month(seen, (Place.RESORT, Place.LAST_RESORT))
    if first := month or last or (pointed.day if pointed else _told_month(passages)):
        return Standing(None, month_of(first))
    return _of_file(_month_in(PurePath(name).stem), stated.made, passages, name)


def _pointed_at(sheet: Sheet, seen: Sequence[Sighting], passages: Sequence[Passage]) -> Named | None:
    """The day or the month at which the network points; none of several that head paragraphs, nor one out of time."""
    pointed = day_in(sheet)
    heading = {each.dating.day for each in seen if each.place is Place.BODY}
    if pointed is None or (len(heading) > 1 and pointed.day in heading):
        return None
    told = [day for passage in passages for day in past_days_in(passage.text)]
    return pointed if _fits(pointed.day, passages) and not is_outrun(pointed.day, told) else None


def _day_of(seen: Sequence[Sighting], month: dt.date | None, passages: Sequence[Passage]) -> dt.date | None:
    """The surest day that was seen, below the head near its month; none long before what the text looks back at."""
    told = [day for passage in passages for day in past_days_in(passage.text)]
    own = [each for each in seen if each.place is not Place.BODY and not each.dating.whole_month]
    days = [
        each
        for each in own
        if not is_outrun(each.dating.day, told) and (each.place < Place.RESORT or _fits(each.dating.day, passages))
    ]
    lines = {each.line for each in seen if each.dating.whole_month}
    near = [
        each
        for each in days
        if each.place is Place.HEAD or month is None or _is_beside(each.dating.day, month) or each.line in lines
    ]
    return min(near, key=lambda each: each.rank).dating.day if near else None


def _month_of(seen: Sequence[Sighting]) -> dt.date | None:
    """The month that the head gives, else a label at the foot; not in a text told month by month."""
    return _first_month(seen, (Place.HEAD, Place.FOOT))


def _first_month(seen: Sequence[Sighting], places: Sequence[Place]) -> dt.date | None:
    """The first month of the first of some places; if it stands alone, none if others head what follows."""
    whole = sorted((each for each in seen if each.dating.whole_month), key=lambda each: each.place)
    own = [each.dating for each in whole if each.place in places]
    others = {each.dating.day for each in whole if each.place is Place.BODY} - {dating.day for dating in own}
    is_chronicle = bool(others) and not any(dating.name for dating in own[:1])
    return None if is_chronicle or not own else own[0].day


def _told_month(passages: Sequence[Passage]) -> dt.date | None:
    """The month of the last day that the first paragraph tells of, if the text tells of no time long after."""
    found = find_past_month(passages[0].text) if passages else None
    days = [day for passage in passages for day in full_days_in(passage.text)]
    return found if found and _fits(found, passages) and max(days, default=found).year <= found.year + 1 else None


def _is_beside(day: dt.date, month: dt.date) -> bool:
    """Whether a day lies in a month or in one of those next to it."""
    return abs(12 * (day.year - month.year) + day.month - month.month) <= 1


def _of_file(named: dt.date | None, made: dt.date | None, passages: Sequence[Passage], name: str) -> Standing:
    """The month that a file's name gives, or its day of making."""
    if named and _fits(named, passages):
        message = f"It bears no date; {month_of(named).spoken} was taken from the file's name."
        return Standing(None, month_of(named), (Finding(name, message, _GIVE),))
    if made is None:
        return Standing()
    if _fits(made, passages) and _is_near(made, passages):
        message = f"It bears no date; {month_of(made).spoken}, when its file was made, was taken for its month."
        return Standing(None, month_of(made), (Finding(name, message, _GIVE),))
    message = f"It bears no date, and its file was made on {made}, which its text does not fit."
    return Standing(None, None, (Finding(name, message, _GIVE),))


def _fits(day: dt.date, passages: Sequence[Passage]) -> bool:
    """Whether most of the years in a text are not later than a day."""
    years = list(_years(passages))
    return 2 * sum(year > day.year for year in years) <= len(years)


def _is_near(day: dt.date, passages: Sequence[Passage]) -> bool:
    """Whether a text tells of the year of a day or the one before, or names no year at all."""
    years = list(_years(passages))
    return not years or any(day.year - 1 <= year <= day.year for year in years)


def _years(passages: Sequence[Passage]) -> Iterator[int]:
    return (int(year) for passage in passages for year in _YEAR.findall(passage.text))


def _day_in(stem: str) -> dt.date | None:
    """The day in a file's name.

    >>> _day_in("2024-05-03_road"), _day_in("Road 3 May 2024"), _day_in("CVE-2024-0312")
    (datetime.date(2024, 5, 3), datetime.date(2024, 5, 3), None)
    """
    for form, groups in _DAYS:
        if match := form.search(one_line(stem)):
            year, month, day = (match[group] for group in groups)
            return parse_date(f"{year}-{month}-{day}" if month.isdigit() else f"{int(day)} {month} {year}")
    return None


def _month_in(stem: str) -> dt.date | None:
    """The first day of the month in a file's name.

    >>> _month_in("mali-2023-06"), _month_in("outlook_March2025"), _month_in("summary 2023")
    (datetime.date(2023, 6, 1), datetime.date(2025, 3, 1), None)
    """
    for form, groups in _MONTHS:
        if match := form.search(one_line(stem)):
            year, month = (match[group] for group in groups)
            return parse_month(f"{year}-{month}" if month.isdigit() else f"{month} {year}")
    return None
