"""The day on which a brief stands, as a line at its top says it; the days of its events are others."""

from __future__ import annotations

import re

from trainer.briefs.dates import MONTH_WORDS, parse_date, parse_month
from trainer.briefs.daylabels import COVERED, OTHER_DAY
from trainer.briefs.days import EDGE, LABELS, READINGS, Dating, Ground
from trainer.briefs.foreign import FOREIGN_DAY
from trainer.briefs.naming import MARKS, SERIES, is_event, is_name
from trainer.briefs.periods import TELLS_PERIOD, parse_period

LONGEST = 160
_TELLS_DAY = re.compile(
    rf"{FOREIGN_DAY}|\d(?:st|nd|rd|th)?\.?(?:\s+(?:day\s+)?of)?[\s/-]?[A-Z]?\s?{MONTH_WORDS}|{MONTH_WORDS}\.?\s+\d{{1,2}}(?!\d)|\d{{4}}([-./])\d\d\1\d\d"
    r"|\d\.\s?\d{1,2}\.\s?\d{4}|\d[/-]\d{1,2}[/-]\d{4}|\b\d{8}\b",
    re.IGNORECASE,
)
_TELLS_MONTH = re.compile(rf"{MONTH_WORDS}\.?,?\s+[12]\d{{3}}\b|[12]\d{{3}}-\d\d$", re.IGNORECASE)
_TITLED = re.compile(
    r"(?P<title>.{8,})\s+[(\[](?P<day>[^()\[\]]{6,40})[)\]]|(?P<first>[\w ,.]{6,20}?[12]\d{3}|[12]\d{3}-\d\d-\d\d)"
    r"(?::\s+|\s+[–—-]\s+|\s+(?<=-\d\d\s))(?P<rest>.{8,})"
)
_MOST_WORDS = 24
SEGMENT = re.compile(
    r"(?:(?<=[^\W\d]{4})(?<!Sept)(?<!Tues)(?<!hurs)\.|(?<=\d{4})\.|;)\s+|\s+[|·•]\s+"
    r"|\s+//?\s+|(?<=\d{4})\s+(?:[-–—]\s+|(?=[(\[]))"
    r"|\s+(?=(?:last\s+)?updated\s+\d{1,2}\s+\w+\s+ago)|(?<=\d{4})\s+(?=\d{1,2}[ -]min)"
    r"|(?<=\d{4}),?\s+(?:and\s+)?(?=\(?(?:last\s+)?(?:updated|revised|published|issued)\b)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:[,:|(\[]|[–—-](?=\s))\s*|\s+(?=\()|\s+(?:of|for|at|on)\s+|\s+", re.IGNORECASE)
_EDITION = re.compile(r",?\s+(?:[a-z]+\s+)?(?:edition|issue|update|bulletin)$", re.IGNORECASE)
_NUMBERED = re.compile(r",\s+(?:vol|no|nr|issue)\b.{1,30}$", re.IGNORECASE)
_LONGEST_AGENCY = 5
"""Letters of the name of an agency that signs with the day and the hour."""
_SIGNS = frozenset({",", "|", "(", "–", "—", "-"})


def find_datings(line: str) -> tuple[Dating, ...]:
    """Each day that a whole line gives as the brief's own; none if the line says anything else besides.

    >>> [(str(found.day), found.ground.name) for found in find_datings("Sitrep 4 (as of 0600 local, 12 November 2024)")]
    [('2024-11-12', 'KNOWN')]
    >>> find_datings("Next update: 14 March 2024"), find_datings("On 12 March 2024 the dam broke")
    ((), ())
    """
    line = _without_remark(line.strip("*_– "))
    if len(line) > LONGEST or line[:1].islower() or line.count(" ") > _MOST_WORDS:
        return ()
    if OTHER_DAY.search(line):
        return ()
    if not _TELLS_DAY.search(line):
        return _months(line)
    if whole := _dating(line):
        return (whole,)
    segments = [segment for segment in SEGMENT.split(line) if segment.strip(EDGE)]
    datings = [_dating(segment, is_parted=len(segments) > 1) for segment in segments]
    others = [segment for segment, dating in zip(segments, datings, strict=True) if dating is None]
    found = tuple(dating for dating in datings if dating)
    return found if len(segments) > 1 and all(map(is_name, others)) else ()


def read_segment(segment: str, *, is_parted: bool) -> Dating | None:
    """What a part of a cell says, unless it is of another day; in a part any name may stand before the day.

    >>> read_segment("Next report: 26 March 2019", is_parted=True) is None
    True
    """
    if OTHER_DAY.search(segment):
        return None
    if _TELLS_DAY.search(segment):
        return _dating(segment.rstrip(" ."), is_parted=is_parted)
    return _month(segment.rstrip(" ."), is_parted=is_parted) if _tells_month(segment) else None


def tells_day(text: str) -> bool:
    """Whether a day, a month or a period may stand in a text."""
    return bool(_TELLS_DAY.search(text)) or _tells_month(text)


_MARKED = re.compile(r"(?<=\d{4}),\s+(?:for (?:[a-z]+ )+only|(?:[a-z]+ )?confidential|\d{1,2}[:.]\d\d)$")
"""Behind a day: who may read it, and the hour."""
_ZONE = re.compile(r"(?<=\d)\s*[(\[](?:[\w'./+ -]{0,30}\btime|local|UTC|GMT)\b[\w+:]{0,6}[)\]]$", re.IGNORECASE)
"""Behind an hour: whose it is, as in `17:00 (Yerevan time)`."""
_AFTERWORD = re.compile(
    r"(?<=[\dMZ)])[.;]\s+(?:(?:the )?next (?:report|update|bulletin|issue|edition|sitrep)|(?:all )?times (?:are|in)"
    r"|(?:it )?cover(?:s|ing) (?:the|\d)|supersedes|replaces)\b.*$"
    r"|(?<=\d{4})\. for [a-z ]{4,40}(?:[;,] not [a-z]+ advice)?\.?$",
    re.IGNORECASE,
)
"""Behind a day: the next report, whose clock is used, what time is covered, and for whom the paper is."""
_REMARK = re.compile(r"(?<=\d{4})\s*[(\[](?P<words>[^()\[\]]{3,120})[)\]]$")


def _without_remark(line: str) -> str:
    """The line without what stands behind its day: who may read it, and brackets that tell of other days."""
    line = _MARKED.sub("", _ZONE.sub("", _AFTERWORD.sub("", line)))
    remark = _REMARK.search(line)
    other = remark is not None and (OTHER_DAY.search(remark["words"]) or COVERED.match(remark["words"]))
    return line[: remark.start()] if remark is not None and other else line


_TITLED_AS_OF = re.compile(r"(?P<title>.{8,}?),?\s+\(?as (?:of|at)\s+(?P<day>[\w ,.:-]{6,40})\)?", re.IGNORECASE)


_TITLED_ISSUE = re.compile(
    r"(?P<series>[^,:]{3,60}),\s+(?P<day>(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},) [12]\d{3})(?P<title>: .{6,})"
)
"""The issue of a series, by its day, and its headline: `Gas Weekly, 27 October 2025: calm market`."""


def find_titled(title: str) -> tuple[Dating, str] | None:
    """The day in brackets behind a title, before it, of an issue or behind `as of`, and the title without it; or None.

    >>> find_titled("Road to the coast closes (3 May 2024)")[1], find_titled("Attack on Bentiu (3 May 2024)")
    ('Road to the coast closes', None)
    """
    known = _TITLED_AS_OF.fullmatch(title)
    if known and (as_of := parse_date(known["day"])):
        return Dating(as_of, Ground.TITLED), known["title"]
    issue = _TITLED_ISSUE.fullmatch(title)
    if issue and SERIES.search(issue["series"]) and (issued := parse_date(issue["day"])):
        return Dating(issued, Ground.ISSUED), f"{issue['series']}{issue['title']}"
    match = _TITLED.fullmatch(title)
    day = parse_date(match["day"] or match["first"]) if match else None
    rest = (match["title"] or match["rest"]) if match else ""
    return (Dating(day, Ground.TITLED), rest) if day and not is_event(rest) and not OTHER_DAY.search(rest) else None


def _months(line: str) -> tuple[Dating, ...]:
    """The month that a line gives as the brief's own, alone, behind a label or behind the name of a series."""
    if not _tells_month(line):
        return ()
    if whole := _month(line):
        return (whole,)
    segments = [segment for segment in SEGMENT.split(line) if segment.strip(EDGE)]
    datings = [_month(segment, is_parted=len(segments) > 1) for segment in segments]
    others = [segment for segment, dating in zip(segments, datings, strict=True) if dating is None]
    found = tuple(dating for dating in datings if dating)
    return found if all(map(is_name, others)) else ()


def _tells_month(text: str) -> bool:
    return bool(_TELLS_MONTH.search(text) or TELLS_PERIOD.search(text))


def _month(text: str, *, is_parted: bool = False) -> Dating | None:
    """What a text says that names one month, or ends in one; a place before it may be where something happened then."""
    for end, start in [(0, 0), *(joint.span() for joint in _JOINT.finditer(text) if joint.end() < len(text))]:
        name, rest = text[:end].strip(MARKS + "*_"), _NUMBERED.sub("", text[start:]).strip(EDGE)
        label = next((match for _, label in LABELS if (match := label.match(rest))), None)
        rest = _EDITION.sub("", rest[label.end() :] if label else rest)
        day = parse_month(rest) or (
            parse_period(rest) if not name or is_parted or text[end:start].strip() in _SIGNS else None
        )
        if day and (not name or (SERIES.search(name) and is_name(name))):
            return Dating(day, Ground.NAMED, rest, name, whole_month=True)
    return None


def _dating(text: str, *, is_parted: bool = False) -> Dating | None:
    """What a text says that names one day, or else one period; in a part of a line any name may stand before it."""
    text = text.strip("*_ ")
    if not (day := _TELLS_DAY.search(text)):
        return None
    places = [(0, 0), *(joint.span() for joint in _JOINT.finditer(text, 0, day.end()) if joint.end() < len(text))]
    for read in READINGS:
        for end, start in places:
            name, joint = text[:end].strip(MARKS + "*_"), text[end:start].strip()
            found = read(text[start:], name)
            if found and (not name or _fits(name, "," if is_parted and not joint else joint, found.ground)):
                return Dating(found.day, found.ground, found.text, name)
    return None


def _fits(name: str, joint: str, ground: Ground) -> bool:
    """Whether words are a name, and that of a series where no sign stands between them and the day."""
    is_agency = not joint and name.isupper() and name.isalpha() and len(name) <= _LONGEST_AGENCY
    if ground is Ground.NAMED and joint not in _SIGNS and not SERIES.search(name) and not is_agency:
        return False
    return is_name(name)
