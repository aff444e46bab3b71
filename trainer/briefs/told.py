"""Sentences in which a brief says of itself when it was written or what time it covers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from trainer.briefs.dates import MONTH_WORDS, parse_date
from trainer.briefs.daylabels import DONE
from trainer.briefs.days import Dating, Ground

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DAY = (
    rf"(?i:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH_WORDS}\.?,?\s+[12]\d{{3}}|{MONTH_WORDS}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+[12]\d{{3}}"
    r"|[12]\d{3}-\d\d-\d\d)"
)
_ITSELF = (
    r"\b[Tt]h(?:is|e present)\s+(?:\w+\s+){0,2}(?:report|brief|briefing|update|sitrep|note|bulletin|advisory|assessment"
    r"|paper|product|document|snapshot|digest|overview|edition|issue|text|version|manuscript|article|analysis|commentary|post|page|factsheet)\b"
)
_INFORMATION = r"\b[Ii]nformation|\b(?:All|The) (?:\w+ )?(?:figures|data|details) (?:here|in this)"
_AS_OF = r"as of|as at|up to|current to|available (?:on|by)|(?:updated|revised) on"
_COVERS = rf"{_ITSELF}\s+(?:covers|covering|describes)|\bIt covers the (?:reporting )?period"
_TODAY = r"^(?:[^.!?]{3,40}[.!,] )?(?:It[’']s|It is|Today is)(?:\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?"
_PATTERNS = (
    (Ground.NAMED, _TODAY),
    (Ground.ISSUED, rf"{_ITSELF}[^.;]{{0,40}}?\b{DONE}\s+on"),
    (
        Ground.ISSUED,
        rf"{_ITSELF}\s+(?:(?:was|is|has been)\s+)?(?:(?:\w+ly|last)\s+)?(?:\w+ed|went to press)\b[^.;]{{0,20}}\s+on",
    ),
    (Ground.KNOWN, rf"(?:{_ITSELF}|{_INFORMATION})[^.;]{{0,80}}?\b(?:{_AS_OF})"),
    (Ground.COVERED, rf"(?:{_COVERS})\b[^.;]{{0,70}}?(?:\s(?:to|until|through)|[-–])"),
)
_TOLD = tuple(
    (ground, re.compile(rf"{words}\s*(?:the\s+)?(?P<day>{_DAY})\b(?!\s*(?:to|until|[-–])\s*\d)"))
    for ground, words in _PATTERNS
)
_PAPER = r"(?:report|brief|briefing|update|sitrep|bulletin|advisory|edition|issue|situation report)"
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_OF_ITSELF = re.compile(
    rf"(?:{_ITSELF}\s+(?:(?:is|was|has been)\s+(?:\w+ly\s+)?(?:based|{DONE})|covers|draws on"
    r"|rests on|answers|responds to)"
    r"|Good (?:morning|afternoon|evening|day)\b|(?:It[’']s|It is|Today is) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|It covers (?:the (?:reporting )?period|\d+ to \d+|\d+ (?:{MONTH_WORDS}))"
    rf"|(?:The )?[Nn]ext (?:(?:\w+ )?{_PAPER}|one) (?:will|is|should)"
    r"|Here(?:[’']s| is) (?:what you need|your)|The next will be (?:issued|published|released|sent)"
    r"|(?:Issued|Prepared|Produced) by the\b|Cover(?:s|ing) \d+ to \d+)\b"
)
_YEARLESS = re.compile(
    rf"{DONE}(?: on|:)? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?P<day>\d{{1,2}} {MONTH_WORDS}|{MONTH_WORDS} \d{{1,2}})\.?",
    re.IGNORECASE,
)
_LONGEST = 600


def speaks_of_itself(text: str) -> bool:
    """Whether each sentence of a paragraph is about the paper and none about its subject.

    >>> speaks_of_itself("This report is prepared by the relief office. The next report will be issued on 21 May 2024.")
    True
    """
    return len(text) <= _LONGEST and all(map(_OF_ITSELF.match, _SENTENCE.split(text)))


def is_yearless(text: str) -> bool:
    """Whether a whole line is a day of issue without its year."""
    return bool(_YEARLESS.fullmatch(text))


def find_yearless(text: str, known: Sequence[dt.date]) -> Dating | None:
    """The day of issue of a line that leaves out its year, which the last of the known days gives.

    >>> find_yearless("Published Tuesday 20 August", [dt.date(2024, 8, 15)]).day
    datetime.date(2024, 8, 20)
    """
    match = _YEARLESS.fullmatch(text)
    if match is None or not known:
        return None
    last = max(known)
    days = [parse_date(f"{match['day']} {year}") for year in (last.year, last.year + 1)]
    issued = next((day for day in days if day and day >= last), None)
    return Dating(issued, Ground.ISSUED, match["day"]) if issued else None


_SEEN_FROM = tuple(
    (days, re.compile(rf"(?i:\b{words}),? (?:on )?\(?{_WEEKDAY}(?P<day>{_DAY})"))
    for days, words in (
        (0, r"(?:today|tonight|this (?:morning|afternoon|evening))"),
        (1, r"(?:yesterday(?: (?:morning|afternoon|evening))?|last night)"),
    )
)
"""How many days before the day of writing what a sentence tells of was, and the words by which it says so."""
_SPEECH = re.compile(r"“[^”]*$|^[^\"]*(?:\"[^\"]*\"[^\"]*)*\"[^\"]*$")


def _seen_from(text: str) -> Dating | None:
    """The day from which a sentence looks back at `yesterday, 3 May 2016`; what somebody said has its own."""
    for days, words in _SEEN_FROM:
        match = words.search(text)
        if match and not _SPEECH.search(text[: match.start()]) and (day := parse_date(match["day"])):
            return Dating(day + dt.timedelta(days=days), Ground.NAMED, match["day"])
    return None


def find_told(text: str) -> Dating | None:
    """The day that a sentence of the text gives as the brief's own.

    >>> find_told("This report covers the period from 15 to 21 August 2024.").day
    datetime.date(2024, 8, 21)
    """
    for ground, words in _TOLD:
        if (match := words.search(text)) and (day := parse_date(match["day"])):
            return Dating(day, ground, match["day"])
    return _seen_from(text)
