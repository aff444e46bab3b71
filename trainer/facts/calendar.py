"""Every date of a brief placed in the calendar, with the date before it in its passage as the context."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from trainer.language.dates import DateMention, resolve
from trainer.language.reading import Line
from trainer.language.reckoning import Anchor, Context, context_for, shifted_years
from trainer.language.tags import FINITE
from trainer.values.dates import PartialDate, day_of, first_day, shifted

_AHEAD = frozenset({
    "will", "due", "scheduled", "planned", "expected", "plans", "upcoming", "intends", "until", "moved", "proposed",
    "postponed", "rescheduled", "delayed",
})  # fmt: skip
_ALWAYS_AHEAD = frozenset({"will", "due", "until", "moved", "postponed", "rescheduled", "delayed", "upcoming"})
"""Words that tell of what is to come even where the main verb is past: `was moved to December 15`."""
_HOPING = frozenset({
    "expect", "plan", "intend", "aim", "hope", "propose", "should", "would", "promise", "pledge", "risk",
})  # fmt: skip
COMING = frozenset({
    "take", "begin", "start", "end", "expire", "open", "meet", "hold", "vote", "close", "resume", "enter", "fall",
    "convene", "leave", "arrive", "depart", "sail", "visit", "return", "lapse", "host",
})  # fmt: skip
"""Verbs whose present tense tells of a day to come."""
_BOUNDS = frozenset({"since", "until", "till", "by", "before", "after", "to", "from", "through", "prior to", "up to"})

Calendar = dict[tuple[int, int, int], PartialDate]
"""Passage, sentence and first character of a date: when it is."""


def calendar_of(lines: Iterable[Line], written: dt.date | None, month: PartialDate | None = None) -> Calendar:
    """The dates that are certain, for a brief of that day, or of which no more than the month is known."""
    found: Calendar = {}
    passage, told, every = -1, list[tuple[int, PartialDate]](), list[tuple[int, PartialDate]]()
    for line in lines:
        here = line.sentence
        if here.passage != passage:
            passage, told, every = here.passage, [], []
        apart = [found.span() for found in _RELATIVE.finditer(line.plain)]
        for mention, last in zip(line.dates, (0, *(date.end for date in line.dates)), strict=False):
            if _TURNED.search(line.plain, last, mention.start):
                told, every = [], []
            inside = any(start <= mention.start < end for start, end in apart)
            before = every if inside or _is_of_that_year(mention) else told
            context = _context(line, mention, before)
            future = _is_future(line, mention) or _would_follow(line, mention, written, context)
            today = _day_for(mention, written, month)
            date = resolve(mention, today, future=future, context=context)
            if date is None and not future and written is not None and _is_of_the_day(line, mention, written, found):
                date = day_of(written)
            date = None if _is_of_every_year(line, mention) or _leans_on_name(line, mention, context) else date
            if context is not None and date is not None and _ends_before(mention, date, context):
                date = shifted_years(date, 1)
            if date is not None and _is_this_month(mention, date, today) and _tells_before(every, date):
                date = None  # of this month a brief says so; the passage told of another year before
            rough = mention.reckoning is not None and mention.reckoning.rough and mention.reckoning.unit != "day"
            if date is not None and not rough:
                found[here.passage, here.index, mention.start] = date
                compared = _is_only_mentioned(line, mention)
                every += [] if compared or (inside and not _is_told(line, mention)) else [(here.index, date)]
                if _is_told(line, mention) and not (compared or inside or _looks_back(line, mention)):
                    told.append((here.index, date))
    return found


def _context(line: Line, mention: DateMention, before: list[tuple[int, PartialDate]]) -> Context | None:
    """The date that a date leans on, of those told before it; None for one that the brief's day places."""
    here = line.sentence.index
    context = None if _lasts(line, mention) else context_for(mention, before, here)
    if context is not None and _GOES_ON.match(line.plain) and before[-1][0] == here - 1:
        context = replace(context, near=True)
    return None if context is not None and not context.near and _is_told_with_news(line, mention) else context


def _day_for(mention: DateMention, written: dt.date | None, month: PartialDate | None) -> dt.date | None:
    """The day from which a date is read: of a brief of a month the last, unless it is counted from the very day."""
    if written is not None or month is None or mention.reckoning is not None:
        return written
    return first_day(shifted(PartialDate(month.year, month.month), 1)) - dt.timedelta(days=1)


_LATELY = 21
"""So many days before the brief its story may stand: its weekdays are then its own and not the brief's."""


def _is_of_the_day(line: Line, mention: DateMention, written: dt.date, found: Calendar) -> bool:
    """Whether the news of the day is told by the day's name: `the cabinet fell on | Friday`, in a brief of a Friday."""
    how = mention.reckoning
    if how is None or how.unit != "weekday" or how.steps or how.weekday != written.weekday():
        return False
    if any(date.day and 0 < (written - first_day(date)).days < _LATELY for date in found.values()):
        return False
    verb = _verb_of(line, mention)
    past = verb is not None and verb.tag_ == "VBD" and verb.lower_ != "had"
    return past and mention.preposition in {"on", "early", "late"}


def _verb_of(line: Line, mention: DateMention) -> Token | None:
    """The last verb with tense before a date; where there is none, that of the sentence."""
    return _last_verb(line, mention) or _tense_of(next((t for t in line.sentence.doc if t.dep_ == "ROOT"), None))


def _last_verb(line: Line, mention: DateMention) -> Token | None:
    return next((t for t in reversed(line.sentence.doc) if t.idx < mention.start and t.tag_ in FINITE), None)


def _tense_of(root: Token | None) -> Token | None:
    """The auxiliary that carries the tense of a main verb, or the verb itself."""
    return next((c for c in root.children if c.i < root.i and c.tag_ in FINITE), root) if root is not None else None


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
    r"\b(?:(?:each|every) year|annually|yearly|normally|usually|typically|generally|traditionally)\b[^,;:]*$"
)


def _is_of_every_year(line: Line, mention: DateMention) -> bool:
    """Whether a month or a day without a year is that of every year: `which normally starts in October`."""
    yearless = not mention.year and not mention.relative and mention.reckoning is None
    return yearless and _HABIT.search(line.plain[: mention.start]) is not None


def _is_of_that_year(mention: DateMention) -> bool:
    """`the end of that year`: of the date right before, whatever it is there for."""
    how = mention.reckoning
    return how is not None and how.anchor is Anchor.PASSAGE and how.unit == "year" and how.steps == 0


_LOOKING_BACK = re.compile(r"\b(?:who|which|whose)\b[^,;]*\bhad\b[^,;]*$")
"""`who had joined the firm in | 2022`: a clause that only tells more of somebody."""
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
_TURNED = re.compile(r"\b(?:has|have) since (?!then\b)[a-z]+")
"""`but the trend has since turned`: what is told from here on is told from the day of the brief."""
_UP_TO = frozenset({"to", "until", "till", "by", "through"})


def _is_only_mentioned(line: Line, mention: DateMention) -> bool:
    """Whether the date measures or numbers something, so that nothing behind it is told from there."""
    before = line.plain[: mention.start]
    return _COMPARED.search(before) is not None or _NUMBERED.search(before) is not None


def _leans_on_name(line: Line, mention: DateMention, context: Context | None) -> bool:
    """Whether all that could give a day its year is the year in a name: `led the revolt of 2004 and left in | May`."""
    yearless = not mention.year and mention.reckoning is None
    named = _NAMED_BY_YEAR.search(line.plain[: mention.start]) is not None
    return yearless and named and context is not None and context.near and not context.date.month


def _ends_before(mention: DateMention, date: PartialDate, context: Context) -> bool:
    """Whether a day without a year up to which something runs would come before the day on which that was said."""
    yearless = not mention.year and mention.reckoning is None
    return yearless and context.near and mention.preposition in _UP_TO and date.iso < context.date.iso[: len(date.iso)]


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
    if words.endswith(_FAR_BACK) or _LOOKING_BACK.search(words):
        return True
    return not mention.month and _is_in_participle(line, mention)


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
    return mention.preposition not in _BOUNDS and not mention.relative.endswith(("earlier", "before", "ago"))


_LIKELY = re.compile(
    r"\b(?:is|are|remains?|seems?) (?:not |very |highly )?(?:un)?likely to\b"
    r"|\b(?:is|are) to (?:be )?(?!have\b|date\b)[a-z]+\b"
)
"""`is likely to fall`, `are to meet`, `is to be handed over`: what is judged, or arranged, to come."""
_IS_ON = re.compile(r"\b(?:is|are|falls?) (?:(?:due |set |scheduled )?(?:on|for|in) )?$")
_OF_VOTE = re.compile(r"\b(?:elections?|votes?|referendum|run-off|runoff|poll|ballot) (?:of|on) $")
"""A vote and its day: what goes on before it is told in the present."""


def _is_present(root: Token) -> bool:
    """Whether a clause tells in the present or the perfect: `are running`, `have not said`."""
    return root.tag_ in {"VBZ", "VBP"} or any(c.lower_ in {"is", "are", "has", "have"} for c in root.children)


def _is_modal(root: Token) -> bool:
    """Whether a clause tells of what may come: `an increase in January would be a risk`, not `would have been`."""
    words = {c.lower_ for c in root.children if c.i < root.i and c.tag_ in {"MD", *FINITE, "VB"}}
    return bool(words & {"will", "would", "may", "might", "could"}) and "have" not in words


_SOURCE = re.compile(r"\b[Aa]ccording to [^,;]*$")
"""Words before a date that is of the source, and not of what may come."""


def _is_open(line: Line, mention: DateMention) -> bool:
    """Whether it is left open what comes by then: `Should the strike go on into June`, `may run out by the autumn`."""
    verbs = [t for t in line.sentence.doc if t.idx < mention.start and t.tag_ in {*FINITE, "MD"}]
    modal = bool(verbs) and verbs[-1].lower_ in {"may", "might"} and mention.preposition == "by"
    return line.plain.startswith("Should ") or modal


_LASTED = re.compile(r"\b(?:hours|days|weeks|months|quarters?|years?|half|season) to $")
"""A length of time, and the day on which it ended: `in the two months to | late January`."""
_INTO = re.compile(r"\binto $")


def _runs_up_to(line: Line, mention: DateMention, root: Token | None) -> bool:
    """Whether something that is told in the present, or on a condition, has the date for its end."""
    if mention.year or mention.preposition not in {*_UP_TO, "before"} or _LASTED.search(line.plain[: mention.start]):
        return False
    if {"if", "unless"} & _words_of_clause(line, mention):
        return True
    verb, last = _tense_of(root), _last_verb(line, mention)
    perfect = verb is not None and verb is not root and verb.lower_ in {"has", "have"}
    if (perfect and mention.preposition in _NOT_AFTER) or (last is not None and last.tag_ == "MD"):
        return True
    return not (perfect or (root is not None and _is_past(root)))


_NOT_AFTER = frozenset({"by", "until", "till", "before"})


def _is_past(root: Token) -> bool:
    """Whether a main verb tells of the past or the perfect: not `are cancelled`, not `would be cancelled`."""
    words = {c.lower_ for c in root.children if c.i < root.i and c.dep_.startswith("aux")}
    told = root.tag_ == "VBD" or (root.tag_ == "VBN" and not words & {"is", "are"})
    return told and not any(c.tag_ == "MD" for c in root.children)


def _words_of_clause(line: Line, mention: DateMention) -> set[str]:
    """The words before a date, up to a comma and twelve at most."""
    return set(line.plain[: mention.start].rsplit(", ", 1)[-1].lower().split()[-12:])


def _is_arranged(line: Line, mention: DateMention, verb: Token | None) -> bool:
    """Whether no past verb sets a day, or goes on up to it: `is set for 2 July`, `lasts into May`."""
    if mention.year or (verb is not None and verb.tag_ == "VBD"):
        return False
    lasts = verb is not None and _INTO.search(line.plain[: mention.start]) is not None
    return lasts or (mention.preposition == "for" and mention.day > 0)


_SOON = 5
"""Months within which what would come is still to come, and not of the year before."""
_YEAR_OF_DAYS = 366


def _would_follow(line: Line, mention: DateMention, written: dt.date | None, context: Context | None) -> bool:
    """Whether something was said to come on a day soon after that of the brief: `said that it would open in | May`."""
    if written is None or mention.year or not mention.month or mention.reckoning is not None:
        return False
    if context is not None and (written - first_day(context.date)).days > _YEAR_OF_DAYS:
        return False
    verbs = [t for t in line.sentence.doc if t.idx < mention.start and t.tag_ in {*FINITE, "MD"}]
    would = bool(verbs) and verbs[-1].lower_ == "would" and verbs[-1].nbor().lower_ != "have"
    return would and (mention.month - written.month) % 12 <= _SOON


def _is_future(line: Line, mention: DateMention) -> bool:
    """Whether the clause of the date tells of what is to come: by a word before the date, or by its main verb."""
    doc = line.sentence.doc
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    last = _last_verb(line, mention)
    if _runs_up_to(line, mention, root) or _is_arranged(line, mention, last):
        return True
    told_so_far, present = line.plain[: mention.start], root is not None and _is_present(root)
    if not mention.year and (_IS_ON.search(told_so_far) or (present and _OF_VOTE.search(told_so_far))):
        return True
    led = last is None or last.tag_ in {"VBZ", "VBP"}
    front = root is not None and mention.start < root.idx and led and not _SOURCE.search(told_so_far)
    if not mention.year and (_is_open(line, mention) or (root is not None and front and _is_modal(root))):
        return True
    before, clause = _words_of_clause(line, mention), told_so_far.rsplit(", ", 1)[-1]
    if last is not None and last.tag_ == "VBD" and mention.preposition in {"in", "on"}:
        before -= {last.lower_}  # `proposed | on 3 May`: the day of the proposal
    if before & _ALWAYS_AHEAD or (before & _AHEAD and not (root and _is_past(root))) or _LIKELY.search(clause):
        return True
    above = last or root
    if above is not None and above.tag_ in {"VBZ", "VBP", "MD"} and above.lemma_.lower() in _HOPING:
        return True
    ahead = last is not None and last.tag_ in {"VBZ", "VBP"} and last.lemma_.lower() in COMING
    return ahead and mention.preposition in {"in", "on", "at", "by", "from"} and not mention.year
