"""Every date of a brief placed in the calendar, with the date before it in its passage as the context."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from trainer.facts.ahead import (
    UP_TO,
    heads_of,
    is_future,
    is_near_ahead,
    may_be_over,
    verb_of,
    would_follow,
)
from trainer.facts.looking_back import is_aside, is_told_as_done, looking_back
from trainer.facts.told_years import ToldYears
from trainer.facts.weekdays import is_news, is_of_the_day, of_story
from trainer.language.dates import DateMention, resolve
from trainer.language.reading import Line
from trainer.language.reckoning import RECENT_DAYS, Anchor, Context, context_for, follows, shifted_years
from trainer.language.tags import FINITE
from trainer.values.dates import MONTHS, PartialDate, day_of, first_day, shifted

_BOUNDS = frozenset({"since", "until", "till", "by", "before", "after", "to", "from", "through", "prior to", "up to"})

_EDGES = {"the start of": (1, 1), "the end of": (12, 31)}
"""Month and day of a part of a year that is no more than one day: `debt fell from 17 at | the end of | last year`."""
Calendar = dict[tuple[int, int, int], PartialDate]
"""Passage, sentence and first character of a date: when it is."""


def calendar_of(
    lines: Iterable[Line], written: dt.date | None, month: PartialDate | None = None, title: str = ""
) -> Calendar:
    """The dates that are certain, for a brief of that day, or of which no more than the month is known."""
    lines = list(lines)
    found: Calendar = {}
    passage, told, every = -1, list[tuple[int, PartialDate]](), list[tuple[int, PartialDate]]()
    story: PartialDate | None = None
    news = is_news(lines)
    years, back = ToldYears(), looking_back(title, lines, written or _last_of(month))
    for line in lines:
        here = line.sentence
        if here.passage != passage:
            story = told[-1][1] if told else story
            passage, told, every = here.passage, [], []
        apart = [found.span() for found in _RELATIVE.finditer(line.plain)]
        for mention, last in zip(line.dates, (0, *(date.end for date in line.dates)), strict=False):
            if _TURNED.search(line.plain, last, mention.start):
                told, every = [], []
            inside = any(start <= mention.start < end for start, end in apart)
            before = every if inside or _is_of_that_year(mention) else told
            context = _context(line, mention, before)
            today = _day_for(mention, written, month)
            future = is_future(line, mention) or would_follow(line, mention, written, context)
            future = future or _is_set_for(mention, today, context)
            date = _resolved(line, mention, today, context, future=future)
            if date is None and not future and written is not None and is_of_the_day(line, mention, written, found):
                date = day_of(written)
            stands = told[-1][1] if told else story
            date = date if future or news else of_story(line, mention, date, stands, written)
            leans = _leans_on_name(line, mention, context) or _leans_past_now(
                line, mention, date, (today, last, context)
            )
            date = None if not future and leans else date
            date = _mended(line, mention, date, context, (today, every))
            if date is not None and context is None and not future and story is not None and today is not None:
                date = _going_on(line, mention, date, (story, every, today), found)
            if date is not None and not future and _comes_before(line, mention, date, today):
                date = shifted_years(date, -1)
            date = date if future else years.placed(line, mention, back.placed(mention, date, today, context))
            if date is not None and not _is_rough(line, mention):
                found[here.passage, here.index, mention.start] = date
                years.take(line, mention, date)
                back.take(date, today)
                compared = _is_only_mentioned(line, mention)
                compared_or_aside = compared or is_aside(line, mention)
                every += [] if compared_or_aside or (inside and not _is_told(line, mention)) else [(here.index, date)]
                if _is_told(line, mention) and not (compared or inside or _looks_back(line, mention)):
                    told.append((here.index, date))
    return found


def _resolved(
    line: Line, mention: DateMention, today: dt.date | None, context: Context | None, *, future: bool
) -> PartialDate | None:
    """When a date is; the next such day where no story sets the last one and no past verb tells of it."""
    date = resolve(mention, today, future=future, context=context)
    if future or date is None or date != resolve(mention, today):
        unsure = may_be_over(line, mention, today) or _goes_on_from(mention, context, today)
        return None if future and not mention.year and unsure else date
    soon = not _is_only_mentioned(line, mention) and is_near_ahead(line, mention, today)
    return resolve(mention, today, future=True) if soon else None if soon is None else date


def _goes_on_from(mention: DateMention, context: Context | None, today: dt.date | None) -> bool:
    """Whether a day told in the present may go on with a story of long ago, told as if it were there."""
    if context is None or not context.date.day or not mention.day or mention.reckoning is not None or today is None:
        return False
    years = (PartialDate(context.date.year + n, mention.month, mention.day) for n in (0, 1))
    return any(day.is_real() and follows(day, context.date) and first_day(day) <= today for day in years)


def _mended(
    line: Line,
    mention: DateMention,
    date: PartialDate | None,
    context: Context | None,
    known: tuple[dt.date | None, list[tuple[int, PartialDate]]],
) -> PartialDate | None:
    """The date, unless it is of every year or the passage told of another year; what ends comes after its start."""
    today, every = known
    if date is None or _is_of_every_year(line, mention) or is_told_as_done(line, mention):
        return None
    if context is not None and _ends_before(line, mention, date, context) and _may_be_next_year(date, context, today):
        return shifted_years(date, 1)
    this_month = _is_this_month(mention, date, today)  # of this month a brief says so
    return None if this_month and _tells_before(every, date) else date


_NEXT_MONTHS = 3
"""Months ahead for which a thing is set; one of the year before would be named with its year."""


def _is_set_for(mention: DateMention, today: dt.date | None, context: Context | None) -> bool:
    """Whether a month that comes soon is the one for which something was done: `raised output for | May`, in April."""
    yearless = not mention.year and mention.month > 0 and mention.reckoning is None and not mention.until
    if today is None or not yearless or mention.preposition != "for":
        return False
    if context is not None and (today - first_day(context.date)).days > _YEAR_OF_DAYS:
        return False
    ahead = (mention.month - today.month) % 12
    later = ahead == 0 and mention.day > today.day
    return later or 0 < ahead <= _NEXT_MONTHS


def _going_on(
    line: Line,
    mention: DateMention,
    date: PartialDate,
    before: tuple[PartialDate, list[tuple[int, PartialDate]], dt.date],
    found: Calendar,
) -> PartialDate | None:
    """The year of the passage before where the day comes within a month of it, and this one tells of no later day.

    None if the brief may be in its own time.
    """
    story, every, today = before
    if mention.year or not mention.day or mention.reckoning is not None:
        return date
    verb = verb_of(line, mention)
    over = verb is not None and verb.tag_ == "VBD" and verb.nbor().lower_ not in {"to", "due"}
    years = (shifted_years(date, story.year + n - date.year) for n in (0, 1))
    days = (day for day in years if day.is_real() and follows(day, story))
    told = next((day for day in days if first_day(day) <= today or not over), date)
    if every and told.iso < every[-1][1].iso:
        return date
    recent = (today - first_day(date)).days < RECENT_DAYS
    lately = any((today - first_day(other)).days < _YEAR_OF_DAYS for other in found.values())
    return told if told == date or not (recent and lately) else None


_COUNTED = re.compile(r"(?<![\w.,-])\d[\d,]*(?: (?:new|more|further|other|[a-z]+ed))*(?: [a-z]+){1,2} $")
"""A count right before a date: `referred 340 patients | this week`."""


_AGAINST = re.compile(r"\b(?:as [a-z]+(?: [a-z]+)? as|than|compared (?:with|to)|against|from|up on|down on) (?:the )?$")
"""Words before a week that only measures what is told: `twice as often as | last week`."""
_MOVED = re.compile(r"(?:\d\s?%|\bper ?cent\b|[$€£]\s?\d)[^,;:]*$")
"""Words before the week in which something rose or fell by so much: `lost about 2% against the dollar | this week`."""


def _is_rough(line: Line, mention: DateMention) -> bool:
    """Whether a date is only counted about, or its month is no date for what was counted in its week."""
    how = mention.reckoning
    if how is None or how.unit == "day":
        return False
    before = line.plain[: mention.start]
    measured = (pattern.search(before) for pattern in (_COUNTED, _AGAINST, _MOVED))
    return how.rough or (how.unit == "week" and any(measured))


_YEAR_OF_DAYS = 366
_THEN = re.compile(r"[^;:]*(?:,|\band|\bthen) on ")


def _comes_before(line: Line, mention: DateMention, date: PartialDate, today: dt.date | None) -> bool:
    """Whether the day told right behind it, and later, has not come yet this year: `on | 10 June, and on 25 July`."""
    if mention.year or not mention.day or mention.reckoning is not None or today is None or date.year != today.year:
        return False
    other = next((d for d in line.dates if d.start > mention.end), None)
    if other is None or other.year or not other.day or not _THEN.fullmatch(line.plain, mention.end, other.start):
        return False
    later = (other.month, other.day) > (today.month, today.day)
    verb = next((t for t in line.sentence.doc if t.idx > other.end and t.tag_ in {*FINITE, "MD"}), None)
    past = (verb is None or verb.tag_ == "VBD") and not is_future(line, other)
    return later and mention.preposition == "on" and past


def _context(line: Line, mention: DateMention, before: list[tuple[int, PartialDate]]) -> Context | None:
    """The date that a date leans on, of those told before it; None for one that the brief's day places."""
    here = line.sentence.index
    context = None if _lasts(line, mention) else context_for(mention, before, here)
    if context is not None and _GOES_ON.match(line.plain) and before[-1][0] == here - 1:
        context = replace(context, near=True)
    if context is not None and not context.date.month and (edge := _EDGES.get(context.date.part)):
        context = replace(context, date=PartialDate(context.date.year, *edge))
    return None if context is not None and not context.near and _is_told_with_news(line, mention) else context


def _day_for(mention: DateMention, written: dt.date | None, month: PartialDate | None) -> dt.date | None:
    """The day from which a date is read: of a brief of a month the last, unless it is counted from the very day."""
    how = mention.reckoning
    of_calendar = how is None or (how.anchor is Anchor.BRIEF and how.unit in _OF_CALENDAR and not how.rough)
    if written is not None or month is None or not of_calendar:
        return written
    return _last_of(month)


def _last_of(month: PartialDate | None) -> dt.date | None:
    """The last day of a month."""
    if month is None:
        return None
    return first_day(shifted(PartialDate(month.year, month.month), 1)) - dt.timedelta(days=1)


_OF_CALENDAR = frozenset({"month", "year", "quarter", "named quarter", "named half"})
"""What is counted from the month of a brief alone: `last year`, `the first half`."""
_GOES_ON = re.compile(r"(?:He|She|It|They|His|Her|Its|Their)\b")
"""The head of a sentence that goes on with the story of the one before."""
_RELATIVE = re.compile(r"(?<=, )(?:which|who|whose|where|when)\b[^,;]*(?=,)")
"""A clause between commas that tells more of a noun: the story does not stand at its dates."""


def _is_this_month(mention: DateMention, date: PartialDate, written: dt.date | None) -> bool:
    """Whether a bare month, without a day or a year, was read as that of the brief."""
    bare = not mention.year and not mention.day and not mention.relative and mention.reckoning is None
    return bare and written is not None and (date.year, date.month) == (written.year, written.month)


def _tells_before(every: list[tuple[int, PartialDate]], date: PartialDate) -> bool:
    """Whether the passage has told of an earlier year so far."""
    return bool(every) and every[-1][1].year < date.year


_HABIT = re.compile(
    r"\b(?:(?:each|every) (?:year|season|spring|summer|autumn|fall|winter)"
    r"|annually|yearly|normally|usually|typically|generally|traditionally"
    r"|(?:an?|every|each|most) (?:normal|typical|usual|ordinary|average|good|bad|cold|mild|dry|wet)"
    r" (?:year|spring|summer|autumn|winter|season)s?)\b[^;:]*$"
)


def _is_of_every_year(line: Line, mention: DateMention) -> bool:
    """Whether a month or a day without a year is that of every year: `which normally starts in October`."""
    yearless = not mention.year and not mention.relative and mention.reckoning is None
    months = [MONTHS.index(word) for word in mention.text.split(" to ") if word in MONTHS]
    if yearless and len(months) > 1 and months[0] > months[1]:
        return True  # `the peak moves from July to May`
    return yearless and _HABIT.search(line.plain[: mention.start]) is not None


def _is_of_that_year(mention: DateMention) -> bool:
    """`the end of that year`, `that May`: of the date right before, whatever it is there for."""
    how = mention.reckoning
    return how is not None and how.anchor is Anchor.PASSAGE and how.unit in {"year", "named month"} and not how.steps


_LOOKING_BACK = re.compile(r"\b(?:who|which|whose)\b[^,;]*\bhad\b[^,;]*$")
"""`who had joined the firm in | 2022`: a clause that only tells more of somebody."""
_TELLS_WHICH = re.compile(
    r"\s(?!(?:in|on|at|to|of|for|by|with|from|under|after|during|said|says|know|knows|asked|and|but)\s)"
    r"[\w')-]+ (?:which|whom|whose)\b[^,;:]*$"
)
"""`the missile which it fired in | May`: a clause without a comma before it tells one thing from another."""
_FIRST_DONE = re.compile(r", (?:(?:which|who|that) (?:[\w']+ ){0,5})?first [a-z]+(?: [^,;:]*)?$")
"""`, first seen in | May`: when the first of many was, and not what is told."""
_FAR_BACK = ("early as ", "late as ", "back as ")
"""Words before a date that the story only looks back to."""
_COMPARED = re.compile(
    r"\bfrom (?:(?:an?|the|its|their) (?:[a-z-]+ ){1,4}of )?"
    r"(?:(?:about|above|almost|around|below|nearly|over|roughly|some|more than|less than) )?[$€£]?\d[^,;:]*$"
    r"|\b(?:than|compared (?:with|to)|as against|versus) (?:[^,;:]* )?(?:in|on|of|for) $"
    r"|\b(?:than|compared (?:with|to)|as against|versus) (?:in |on )?(?:\d{4} (?:or|and) )?$"
)
"""Words before a date that only measures what is told: `fell to 3% from a peak of 9% in`, `better than in`."""
_NUMBERED = re.compile(r"\b[\d/.-]+ \($")
"""Words before a year that tells one document from another: `resolution 2717 (2023)`."""
_NAMED_BY_YEAR = re.compile(
    r"\bthe (?!(?:end|start|beginning|middle|rest|course|most|summer|autumn|spring|winter|whole|months?|weeks?) )"
    r"[a-z]+ of (?:19|20)\d\d\b"
)
"""`the revolt of 2004`: the year is the name of what happened, and the story may stand anywhere."""
_YEAR_OF_NAME = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|'s|s') (?:19|20)\d\d [A-Za-z]+\b(?! (?:19|20))")
"""`the 2026 budget`: the year tells one of its kind from another."""
_TURNED = re.compile(r"\b(?:has|have) since (?!then\b)[a-z]+")
"""`but the trend has since turned`: what is told from here on is told from the day of the brief."""


def _is_only_mentioned(line: Line, mention: DateMention) -> bool:
    """Whether the date measures or numbers something, so that nothing behind it is told from there."""
    before = line.plain[: mention.start]
    return _COMPARED.search(before) is not None or _NUMBERED.search(before) is not None


def _leans_on_name(line: Line, mention: DateMention, context: Context | None) -> bool:
    """Whether all that could give a day its year is the year in a name: `led the revolt of 2004 and left in | May`."""
    yearless = not mention.year and mention.reckoning is None
    named = _NAMED_BY_YEAR.search(line.plain[: mention.start]) is not None
    return yearless and named and context is not None and context.near and not context.date.month


def _leans_past_now(
    line: Line,
    mention: DateMention,
    date: PartialDate | None,
    known: tuple[dt.date | None, int, Context | None],
) -> bool:
    """Whether a clause in the present stands between a day and the one that gives it another year than the brief's.

    `The war began in 2017, and its end opens the road on which they killed ten in | March`.
    """
    today, last, context = known
    if context is None or not context.near or mention.year or mention.reckoning is not None:
        return False
    present = any(
        last <= t.idx < mention.start and t.tag_ in {"VBZ", "VBP"} and t.dep_ in {"ROOT", "conj", "parataxis"}
        for t in line.sentence.doc
    )
    return present and date != resolve(mention, today)


def _ends_before(line: Line, mention: DateMention, date: PartialDate, context: Context) -> bool:
    """Whether a day without a year up to which something runs would come before the day on which that was said."""
    yearless = not mention.year and mention.reckoning is None
    before = context.near and date.iso < context.date.iso[: len(date.iso)]
    named = not context.date.month and _YEAR_OF_NAME.search(line.plain[: mention.start])
    return yearless and before and mention.preposition in UP_TO and not named


def _may_be_next_year(date: PartialDate, context: Context, today: dt.date | None) -> bool:
    """Whether an end may be put off by a year: not one still to come, nor beyond the brief where its start is not."""
    if today is None:
        return True
    later = shifted_years(date, 1)
    return first_day(date) <= today and (first_day(later) <= today or first_day(context.date) > today)


def _lasts(line: Line, mention: DateMention) -> bool:
    """Whether something has been so since that day, up to the brief: the story around it places it nowhere."""
    words = {token.lower_ for token in line.sentence.doc}
    yearless = not mention.year and mention.reckoning is None
    return yearless and mention.preposition == "since" and bool(words & {"has", "have"}) and "had" not in words


def _is_told_with_news(line: Line, mention: DateMention) -> bool:
    """Whether a day counted from that of the brief goes on with it: `on | 29 March, and last Saturday`."""
    behind = [d for d in line.dates if d.start > mention.end and d.reckoning and d.reckoning.anchor is Anchor.BRIEF]
    joined = bool(behind) and re.fullmatch(r"[^;:]*\band (?:on )?", line.plain[mention.end : behind[0].start])
    return bool(joined) and behind[0].reckoning is not None and behind[0].reckoning.unit in {"day", "week", "weekday"}


def _looks_back(line: Line, mention: DateMention) -> bool:
    """Whether the date is there for what once was, and the story does not stand at it."""
    words = line.plain[: mention.start]
    if words.endswith(_FAR_BACK) or _LOOKING_BACK.search(words) or _had_been_before(line, mention):
        return True
    if _TELLS_WHICH.search(words) or _FIRST_DONE.search(words):
        return True
    return not mention.month and _is_in_participle(line, mention)


def _had_been_before(line: Line, mention: DateMention) -> bool:
    """Whether the day tells, of a noun, what had come before: `extended the ban it had declared on | 14 August`."""
    return any(
        verb.dep_ == "acl:relcl" and any(child.lower_ == "had" for child in verb.children)
        for verb in heads_of(line, mention)
    )


def _is_in_participle(line: Line, mention: DateMention) -> bool:
    """Whether a participle between commas tells a year of a noun: `The statute, adopted in | 2021, allows it`."""
    opened, closed = line.plain.rfind(", ", 0, mention.start), line.plain.startswith(",", mention.end)
    return opened > 0 and closed and any(t.idx == opened + 2 and t.tag_ == "VBN" for t in line.sentence.doc)


def _is_told(line: Line, mention: DateMention) -> bool:
    """Whether the story stands at this date, and does not only count from it, up to it or back from where it stands.

    Nor at a year that is set apart to say of when a thing is: `the treaty with Chad, of | 1951, covers this`.
    """
    if mention.preposition == "of" and not mention.month and line.plain[: mention.start].endswith(", of "):
        return False
    if line.plain[: mention.start].endswith("took until "):
        return True
    return mention.preposition not in _BOUNDS and not mention.relative.endswith(("earlier", "before", "ago"))
