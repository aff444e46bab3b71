"""When named events took place, from a date right behind the event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from trainer.facts.calendar import Calendar
from trainer.facts.fact import Fact, Part, Shape
from trainer.facts.provenance import provenance
from trainer.language import gazetteer
from trainer.language.dates import DateMention
from trainer.language.names import PLACES, within
from trainer.language.reading import Line, Reading, state_of
from trainer.language.reference import standing_alone


def events(reading: Reading, line: Line, calendar: Calendar) -> Iterator[Fact]:
    """One fact for each event with a date behind it, or with two that `and` joins."""
    for date in line.dates:
        event = _event_before(line, date)
        if event is not None and date.preposition in {"in", "on", "of"}:
            fact = _event_fact(reading, line, event, date, calendar)
            if fact is not None:
                yield fact


@cache
def _noun_before_date() -> re.Pattern[str]:
    nouns = "|".join(sorted((n for n in gazetteer.words("event_nouns")), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<noun>(?:{nouns})s?)(?P<place>\s(?:in|on|at)\s(?:the\s)?[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*)?(?:\sby\sthe\s[a-z]+)?\s(?:in|on|of)\s$"
    )


_MOVED = re.compile(
    r"\b(?:postpon|cancel|delay|call|schedul|reschedul|plan|announc|propos|promis|demand|suspend|prevent|avert|mov|predict"
    r"|foresaw|foresee|condemn|fear|expect|order|set|schedule|review|discuss|investigat)(?:s|e|es|ed|led|ling|ing|n?ned)?\b"
    r"[^,;.]*$",
    re.IGNORECASE,
)
"""Verbs whose date is not that of the event: `postponed the election in February`."""


def _event_before(line: Line, date: DateMention) -> Token | None:
    match = _noun_before_date().search(line.plain[: date.start])
    if match is None or _MOVED.search(line.plain[: match.start()]):
        return None
    span = line.sentence.doc.char_span(match.start("noun"), match.end("noun"))
    return span.root if span is not None and span.root.tag_ in {"NN", "NNS", "NNP"} else None


def _event_fact(reading: Reading, line: Line, event: Token, date: DateMention, calendar: Calendar) -> Fact | None:
    dates = _with_second(line, date)
    here = line.sentence
    resolved = [calendar.get((here.passage, here.index, mention.start)) for mention in dates]
    times = tuple(time for time in resolved if time is not None)
    written = reading.brief.date
    if len(times) != len(dates) or (times[-1].iso > written.isoformat() if written else " will " in line.plain):
        return None
    start, end = _noun_phrase(event), event.idx + len(event)
    named = [n for n in within(line.names, start, end) if n.text.lower() != event.lower_]
    place = _place(reading, line, end, date.start)
    text = standing_alone(reading, line, start, _place_end(line, end, date.start))
    if text is None or _ANY.match(text) or not (named or place):
        return None
    text = text[:1].lower() + text[1:] if text.startswith("The ") else text
    if event.tag_ == "NN" and start == event.idx:  # `Donors meeting in Paris on Monday` is no event of that name
        return None
    subject = Part(text, (start, end))
    return Fact(Shape.EVENT, subject, provenance(line), time=times[0], times=times, time_part=_time(dates),
                place="" if named or place in text else place)  # fmt: skip


_ANY = re.compile(r"(?:an?|any|every|each|several|many|some|no)\s", re.IGNORECASE)
"""Words before an event that is one of several."""


def _with_second(line: Line, date: DateMention) -> list[DateMention]:
    later = [d for d in line.dates if d.start > date.end and line.plain[date.end : d.start] == " and "]
    return [date, *[d for d in later if (d.month > 0, d.day > 0) == (date.month > 0, date.day > 0)][:1]]


def _noun_phrase(event: Token) -> int:
    """Where the words of the event begin: its article, names and adjectives."""
    start = event.i
    while (
        start
        and event.doc[start - 1].tag_ in {"JJ", "NN", "NNP", "NNPS", "DT", "POS", "JJS", "HYPH", "VBG", "CD"}
        and event.doc[start - 1].lower_ not in {"following", "including", "amid"}
    ):
        start -= 1
        if event.doc[start].tag_ == "DT":
            break
    return event.doc[start].idx


def _place(reading: Reading, line: Line, start: int, end: int) -> str:
    """The place between event and date; else the topic, if every place of the sentence lies in it."""
    named = [n for n in within(line.names, start, end) if n.sort in PLACES]
    if named:
        return named[0].text
    pointed = [state for n in line.names if (state := state_of(n))]
    if reading.topic and pointed and all(state is reading.topic for state in pointed):
        return reading.topic.with_article
    return ""


def _place_end(line: Line, end: int, date_start: int) -> int:
    named = [n for n in within(line.names, end, date_start) if n.sort in PLACES]
    return named[0].end if named else end


def _time(dates: list[DateMention]) -> Part:
    return Part(dates[0].text, (dates[0].start, dates[-1].end))
