"""A date as others write it, and the dates next to it that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trainer.questions.draft import Draft
from trainer.values.dates import MONTHS, PartialDate, shifted

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LEAD = re.compile(r"\b(since|by|until) (?:what|which|when)\b", re.IGNORECASE)
_SHORT_PARTS = {
    "the first quarter of": "Q1", "the second quarter of": "Q2", "the third quarter of": "Q3",
    "the fourth quarter of": "Q4", "the first half of": "H1", "the second half of": "H2",
}  # fmt: skip


def written(time: PartialDate) -> tuple[str, ...]:
    """A date in full in every order and length, the commonest first.

    >>> written(PartialDate(2024, 3, 2))
    ('March 2, 2024', '2 March 2024', '2024-03-02', 'Mar 2, 2024', '2 Mar 2024')
    >>> written(PartialDate(2024, 9)), written(PartialDate(2024, 6, part="early"))[:2]
    (('September 2024', 'Sep 2024', 'Sept 2024', '2024-09', '09/2024'), ('early June 2024', 'early Jun 2024'))
    """
    if time.until:
        return _span(time)
    if not time.part:
        return _whole(time)
    if time.part == "fiscal year":
        year = str(time.year)
        return (f"fiscal year {year}", year, f"fiscal {year}", f"FY{time.year % 100:02d}", f"FY{year}", f"FY {year}")
    joint, short = "-" if time.part == "mid" else " ", _SHORT_PARTS.get(time.part)
    forms = [f"{time.part}{joint}{form}" for form in _whole(time.whole) if form[-4:].isdigit() and "/" not in form]
    return (*forms, *([f"{short} {time.year}"] if short and not time.month else []))


def _whole(time: PartialDate) -> tuple[str, ...]:
    if not time.month:
        return (str(time.year),)
    name = MONTHS[time.month]
    shorts = () if name == "May" else (name[:3], *(["Sept"] if name == "September" else []))
    if not time.day:
        return (*(f"{month} {time.year}" for month in (name, *shorts)), time.iso, f"{time.month:02d}/{time.year}")
    orders = [(f"{month} {time.day}, {time.year}", f"{time.day} {month} {time.year}") for month in (name, *shorts)]
    return (*orders[0], time.iso, *(form for order in orders[1:] for form in order))


def _span(time: PartialDate) -> tuple[str, ...]:
    """`June 19 to 21, 2023`, `19 to 21 June 2023`, `19-21 June 2023`."""
    first, last = time.whole, time.last
    links = (f" {time.link} ", "-" if time.link == "to" or _are_next(time) else ", ")
    if time.part or first.year != last.year or not first.month:
        year = last.year % 100 if time.part else last.year
        ends = [f"{first.spoken}{link}{last.spoken}" for link in links]
        ends += [f"between {first.spoken} and {last.spoken}"] if time.link == "to" else []
        return (time.spoken, *(ends if not time.part else (f"{first.year}/{year:02d}", f"FY{first.year}/{year:02d}")))
    month, other = MONTHS[first.month], MONTHS[last.month]
    if not first.day:
        between = (f"between {month} and {last.spoken}",) if time.link == "to" else ()
        return (*(f"{month}{link}{last.spoken}" for link in links), *between)
    if first.month == last.month:
        american = [f"{month} {first.day}{link}{last.day}, {last.year}" for link in links]
        british = [f"{first.day}{link}{last.day} {month} {last.year}" for link in links]
    else:
        american = [f"{month} {first.day}{link}{last.spoken}" for link in links]
        british = [f"{first.day} {month}{link}{last.day} {other} {last.year}" for link in links]
    return tuple(form for pair in zip(american, british, strict=True) for form in pair)


def _are_next(time: PartialDate) -> bool:
    """Whether two days of one month follow on one another, so that they are a span as well."""
    return bool(time.day) and replace(time.last, day=time.last.day - 1) == time.whole


def yearless(time: PartialDate) -> tuple[str, ...]:
    """The date without its year: `March 2` and `2 March`, `March`, `early March`, `2 to 5 March`; nothing for a year.

    >>> yearless(PartialDate(2024, 3, 2)), yearless(PartialDate(2024, 2, part="mid"))
    (('March 2', '2 March'), ('mid-February',))
    """
    if not time.month:
        return ()
    if time.until:
        return _span_without_year(time)
    name = MONTHS[time.month]
    if time.part and not time.day:
        return (f"mid-{name}" if time.part == "mid" else f"{time.part} {name}",)
    lead = f"{time.part} " if time.part else ""
    return (f"{lead}{name} {time.day}", f"{lead}{time.day} {name}") if time.day else (name,)


def _span_without_year(time: PartialDate) -> tuple[str, ...]:
    """`April 3 to May 14`, `3-5 May`; nothing for a span over two years."""
    year = str(time.year)
    if time.last.year != time.year or time.part:
        return ()
    return tuple(re.sub(rf",? {year}$", "", form) for form in _span(time))


def date_forms(draft: Draft, title: str) -> Iterator[str]:
    """The answer with its date written otherwise; without the year where question or title leave no other."""
    if len(draft.times) > 1:
        yield from _several(draft)
    if len(draft.times) != 1:
        return
    time = draft.times[0]
    told = next((form for form in written(time) if form in draft.answer), "")
    days = time.until and time.day
    open_year = days or is_year_fixed(draft, time, title)
    forms = [*written(time), *(yearless(time) if open_year else ())]
    if told:
        yield from (draft.answer.replace(told, form) for form in forms)
    yield from _of_part(draft, time)
    yield from _of_week(draft.answer)
    yield from _fiscal(draft, time)
    if told == draft.answer and (lead := _LEAD.search(draft.question)):
        yield f"{lead[1].lower()} {told}"


_PARTS_ALIKE = (
    ("early {}", "the beginning of {}", "the start of {}"),
    ("mid-{}", "mid {}", "the middle of {}"),
    ("late {}", "the end of {}"),
    ("autumn {}", "fall {}", "the autumn of {}", "the fall of {}"),
    ("spring {}", "the spring of {}"),
    ("summer {}", "the summer of {}"),
    ("winter {}", "the winter of {}"),
)
"""What a part of a month or of a year is called as well."""
_DAYS_OF_MONTH = {"early": "the first days of {}", "late": "the last days of {}"}
"""What only a part of a month is: of a year, some days are less than a part."""
_EDGES = {"the beginning of": "January", "the start of": "January", "the end of": "December"}
"""The month in which a year begins or ends."""
_OTHER_PARTS = {"early": ("late", "mid"), "mid": ("early", "late"), "late": ("early", "mid")}


def _of_part(draft: Draft, time: PartialDate) -> Iterator[str]:
    """The same part of the month or year in other words: `early May 2024` for `the first days of May 2024`."""
    if not time.part or time.day or time.until:
        return
    whole = time.whole.spoken
    groups = [(*group, *([_DAYS_OF_MONTH[lead]] if (lead := group[0].partition(" ")[0]) in _DAYS_OF_MONTH else []))
              for group in _PARTS_ALIKE]  # fmt: skip
    alike = next((group for group in groups if draft.answer in {form.format(whole) for form in group}), ())
    alike = tuple(form for form in alike if time.month or " days of " not in form)
    yield from (form.format(whole) for form in alike)
    if not time.month and time.part in _EDGES:
        yield f"{_EDGES[time.part]} {whole}"
    yield from (form.format(whole)[len("the ") :] for form in alike if form.startswith("the "))


_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "last": "final"}
_WEEK = re.compile(rf"(?:the )?(?P<which>{'|'.join(_ORDINALS)}) (?P<rest>(?:full )?week of .+)")


def _of_week(answer: str) -> Iterator[str]:
    """`2nd week of April 2025` for `the second week of April 2025`.

    >>> list(_of_week("the second week of April 2025"))
    ['second week of April 2025', '2nd week of April 2025', 'the 2nd week of April 2025']
    """
    found = _WEEK.fullmatch(answer)
    if found is not None:
        short = f"{_ORDINALS[found['which']]} {found['rest']}"
        yield from (f"{found['which']} {found['rest']}", short, f"the {short}")


_FISCAL = re.compile(r" ?\(FY ?(?:\d\d)?(?P<year>\d\d)\)")


def _fiscal(draft: Draft, time: PartialDate) -> Iterator[str]:
    """A fiscal year over two calendar years by the one that the sentence calls it by, right behind it."""
    if time.part != "fiscal year" or draft.span is None:
        return
    short = _FISCAL.match(draft.fact.provenance.sentence, draft.span[1])
    if short is not None:
        year = short["year"]
        yield from (f"FY{year}", f"FY{time.year // 100}{year}", f"fiscal year {time.year // 100}{year}")


def is_year_fixed(draft: Draft, time: PartialDate, title: str) -> bool:
    """Whether the one year that question and title name is that of the date."""
    return set(_YEAR.findall(f"{draft.question} {title}")) == {str(time.year)}


def _several(draft: Draft) -> Iterator[str]:
    """`2020, 2021` for `2020 and 2021`; days the other way round."""
    forms = [written(time) for time in draft.times]
    if draft.answer == " and ".join(time.spoken for time in draft.times):
        yield ", ".join(form[0] for form in forms)
        yield " and ".join(form[min(1, len(form) - 1)] for form in forms)


def date_misses(draft: Draft) -> Iterator[str]:
    """Dates one step away, in the answer's own style: the year, day or month before and after, the other parts."""
    if len(draft.times) == 1 and draft.times[0].part and not draft.times[0].until:
        part = next((part for part in _OTHER_PARTS if re.match(rf"(?:the )?{part}\b", draft.answer)), "")
        yield from (replace(draft.times[0], part=other).spoken for other in _OTHER_PARTS.get(part, ()))
    if not is_plain(draft):
        return
    time, sentence = draft.times[0], draft.fact.provenance.sentence
    other_years = [PartialDate(time.year + step, time.month, time.day) for step in (-1, 1)] if time.month else []
    for other in (*other_years, shifted(time, -1), shifted(time, 1)):
        if other.is_real() and not any(form in sentence for form in written(other)):
            yield in_style(draft.answer, other)


def is_plain(draft: Draft) -> bool:
    """Whether the answer is a day, a month or a year and nothing else: no `early`, no span."""
    return len(draft.times) == 1 and draft.answer in _whole(draft.times[0]) and draft.times[0] == draft.times[0].whole


def in_style(model: str, date: PartialDate) -> str:
    """A date written as the model is: day first or month first, in words or in ISO."""
    if re.fullmatch(r"\d{4}-[\d-]+", model):
        return date.iso
    return written(date)[1] if date.day and model[:1].isdigit() else date.spoken
