"""Wrong dates of the key's grain and form: other days of the brief, and dates close by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.cards.card import GAP
from trainer.cards.critique import without_hint
from trainer.language.dates import resolve
from trainer.language.reading import Reading
from trainer.questions.distractors_sides import COUNT, both_sides, turned
from trainer.questions.draft import Draft
from trainer.questions.keys_dates import in_style, is_plain, written
from trainer.text import fold
from trainer.values.dates import MONTHS, PartialDate, day_number, day_of, shifted
from trainer.values.names import content_words, stands_in

_STEPS = {"year": (-1, -3, -4, -6, 1, 2, 4), "month": (-1, -3, -4, -6, 1, 2, 4), "day": (-3, -5, -9, -12, 2, 6, 8, 11)}
_WEEK = (-7, -14, -21, 7, 14)
NEAR_DAYS = 60
"""How far off another day of the brief may lie and still be an option."""
_BY = re.compile(r"\bby (?:what\b|which\b|when\b|\[\.\.\.\])", re.IGNORECASE)
_AS_OF = re.compile(r"^(?:(?:as of|according to|in the|in its|in a) [^?]*?,\s(?!\d{4}\b))+", re.IGNORECASE)
"""What stands before a question and says when the claim is made: `As of June 2023, according to the UN, `."""
_ROUGH = re.compile(
    r"\b(?:around|about|circa|early|mid|late|before|after|as early as|as late as|at least)[ -](?:in )?$", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:[^?]*,\s)?(?:around|about|roughly) (?:what|which|when)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_MONTH = "|".join(MONTHS[1:])
_SPANNED = re.compile(
    rf"(?P<first>\b(?:{_MONTH}) \d\d?)(?P<rest> (?:to|until|and|through) (?:(?:{_MONTH}) )?\d\d?, (?P<year>\d{{4}})\b)"
)
_DATE = re.compile(
    rf"\b(?P<m1>{_MONTH}) (?P<d1>\d\d?), (?P<y1>\d{{4}})\b|\b(?P<d2>\d\d?) (?P<m2>{_MONTH}) (?P<y2>\d{{4}})\b"
    rf"|\b(?P<m3>{_MONTH}) (?P<y3>\d{{4}})\b|(?<![\d,.$])\b(?P<y4>(?:19|20)\d\d)\b(?![,.]?\d)"
)


def date_options(reading: Reading, draft: Draft, turn: int) -> Iterator[str]:
    """A day of something else in the brief, then dates on both sides; none that question or calendar bars."""
    if (
        not is_plain(draft)
        or _is_rough(draft)
        or _is_of_period(draft)
        or (_BY.search(draft.question) and not _is_ahead(reading, draft))
    ):
        return
    key = draft.times[0]
    steps = _WEEK if key.day and _WEEKDAY.search(draft.question) else _STEPS[key.granularity]
    told = [day for day in _days_of_brief(reading, draft) if _is_possible(reading, draft, day)] if key.day else []
    around = [day for step in steps if _is_possible(reading, draft, day := shifted(key, step))]
    below, above = ([day for day in around if (day > key) is later] for later in (False, True))
    options = [*turned(told[:3], turn)[:1], *both_sides(below, above, turn)]
    yield from (in_style(draft.answer, day) for day in turned(options[:COUNT], turn))


def _is_rough(draft: Draft) -> bool:
    """Whether the date is one that is only about right: `around September 2023`, `in early March`."""
    sentence = draft.fact.provenance.sentence
    before = sentence[: draft.span[0]] if draft.span is not None else ""
    about = _ABOUT.match(draft.question)
    return bool(about or _ROUGH.search(before) or _ROUGH.search(draft.question.partition(GAP)[0]))


_PERIOD = re.compile(
    r"\b(?:between|from) \[\.\.\.\] (?:and|to|until|through)\b|\bbetween [^,.;]{3,40} and \[\.\.\.\]"
    r"|\b(?P<since>[Ss]ince (?:\[\.\.\.\]|what\b|which\b))"
)
_COUNTS = re.compile(
    r"\b(?:\d[\d,.]*(?! (?:[A-Z][a-z]+ )?(?:19|20)\d\d)|only|first|no|none|more than|at least)\b", re.IGNORECASE
)


def _is_of_period(draft: Draft) -> bool:
    """Whether the date bounds a time in which what is told went on, so that others are as true of a part of it."""
    found = _PERIOD.search(without_hint(draft.question))
    body = _DATE.sub("", _AS_OF.sub("", draft.question))
    return found is not None and (not found["since"] or bool(_COUNTS.search(body)))


def _days_of_brief(reading: Reading, draft: Draft) -> list[PartialDate]:
    """Other days that the brief names, nearest first: each the day of something else."""
    key, asked = draft.times[0], content_words(draft.question)
    found: dict[PartialDate, None] = {}
    for line in reading.lines:
        words = content_words(line.plain)
        if line.sentence.text != draft.fact.provenance.sentence and 2 * len(asked & words) > len(asked):
            continue
        placed = [resolve(mention, reading.brief.date, future=False) for mention in line.dates if mention.day]
        found.update({date: None for date in placed if date is not None and date == date.whole})
    real = [day for day in found if day.is_real() and day != key and not _is_joined(draft, day)]
    apart = {day: abs(day_number(day) - day_number(key)) for day in real}
    return sorted((day for day in real if 2 <= apart[day] <= NEAR_DAYS), key=lambda day: (apart[day], day))


def _is_joined(draft: Draft, other: PartialDate) -> bool:
    """Whether the sentence names both days in one breath: `on 3 and 5 May`, `between March 9 and 12`."""
    sentence = draft.fact.provenance.sentence
    days = sorted((draft.times[0].day, other.day))
    pattern = (
        rf"\b{days[0]}\b(?:st|nd|rd|th)?(?:,? \w+)?,?(?: (?:and|or|to|until|through) |\s?[-–]\s?)(?:\w+ )?{days[1]}\b"
    )
    return bool(re.search(pattern, sentence))


def _is_possible(reading: Reading, draft: Draft, other: PartialDate) -> bool:
    """On the key's side of every other date in the question, within any that holds the key, and not in its sentence."""
    key = draft.times[0]
    if not other.is_real() or other == key or (other > key and _reaches_on(draft.question)):
        return False
    if not key.month and other.year >= _year_of_now(reading) and _COMPARED.search(without_hint(draft.question)):
        return False
    if other.year < _year_of_birth(reading, draft) <= key.year:
        return False
    limits = [*dates_in(_AS_OF.sub("", draft.question))]
    if any(other.whole == limit or not _same_side(key, other, limit) for limit in limits):
        return False
    sentence = draft.fact.provenance.sentence
    if not key.day and any(form in sentence for form in written(other)):
        return False
    return all(_is_past(key, now) == _is_past(other, now) for now in _now(reading, draft))


_SINCE_MOST = re.compile(
    r"\b(?:[a-z]{3,}est|any|best|first|fewer|higher|highest|larger|least|lower|lowest|more|most|worst|worse)\b"
    r"[^.;]*\bsince (?:\[\.\.\.\]|what\b)"
)
"""Behind what has had no match since then, and so has had none since any later day."""


def _reaches_on(question: str) -> bool:
    """Whether what is told by or since a date is as true by or since any later one."""
    return bool(_BY.search(question) or _SINCE_MOST.search(question))


_BEGAN = re.compile(
    r" (?:first )?(?:(?:was|were) (?:born|created|established|formed|founded|launched|set up)"
    r"|appeared|emerged|surfaced) (?:only )?in (?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)\b"
)


def _year_of_birth(reading: Reading, draft: Draft) -> int:
    """The year in which, as the brief tells, began what the question names; 0 if it does not tell."""
    asked = fold(draft.question)
    began = ((name.text, _BEGAN.match(line.plain, name.end)) for line in reading.lines for name in line.names)
    return max((int(f["year"]) for text, f in began if f is not None and stands_in(fold(text), asked)), default=0)


_COMPARED = re.compile(r"\b(?:(?:down|up) from|compared (?:with|to)|against|than|after) [^,;]{0,40} in \[\.\.\.\]")
"""What went before what is told: the year of an earlier figure."""


def _year_of_now(reading: Reading) -> int:
    return reading.brief.date.year if reading.brief.date is not None else 9999


def _same_side(key: PartialDate, other: PartialDate, limit: PartialDate) -> bool:
    """Before the limit as the key is, or after it, or within it as the key is."""
    if limit.covers(key) and limit != key:
        return limit.covers(other)
    return (_start(key) <= _start(limit)) == (_start(other) <= _start(limit)) and not limit.covers(other)


def _start(date: PartialDate) -> tuple[int, int, int]:
    return (date.year, date.month or 1, date.day or 1)


def _is_past(date: PartialDate, now: PartialDate) -> bool:
    """Whether the date has begun by the end of the day, month or year that is now."""
    return _start(date) <= (now.year, now.month or 12, now.day or 31)


def _now(reading: Reading, draft: Draft) -> Iterator[PartialDate]:
    """The day on which the claim is made: that of the brief, else the latest that it names, and what `As of` says."""
    opening = _AS_OF.match(draft.question)
    yield from dates_in(opening[0]) if opening else ()
    if reading.brief.date is not None:
        yield day_of(reading.brief.date)
    elif reading.brief.month is not None:
        yield reading.brief.month
    else:
        yield max((date.whole for line in reading.lines for date in dates_in(line.plain)), default=draft.times[0])


def _is_ahead(reading: Reading, draft: Draft) -> bool:
    """Whether the date lies after the day of the brief."""
    written_on = reading.brief.date
    return written_on is not None and _start(draft.times[0]) > (written_on.year, written_on.month, written_on.day)


def dates_in(text: str) -> Iterator[PartialDate]:
    """The dates that a question names, at their grain; the first day of a span has the year of its last.

    >>> [day.iso for day in dates_in("It ran from April 3 to May 14, 2022.")]
    ['2022-04-03', '2022-05-14']
    """
    text = _SPANNED.sub(r"\g<first>, \g<year>\g<rest>", text)
    for match in _DATE.finditer(text):
        parts = {key[0]: value for key, value in match.groupdict().items() if value}
        month = MONTHS.index(parts["m"]) if "m" in parts else 0
        date = PartialDate(int(parts["y"]), month, int(parts.get("d", 0)))
        if date.is_real():
            yield date
