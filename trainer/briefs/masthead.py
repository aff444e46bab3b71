"""Lines above a title that name a publisher or a series and no subject: `Policy Brief No. 12`, `RIVER INSTITUTE`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.text import fold

KINDS = frozenset(
    ("advisory", "alert", "analysis", "assessment", "backgrounder", "blog", "brief", "briefing", "bulletin",
     "circular", "column", "comment", "commentary", "daily", "digest", "dispatch", "edition", "explainer",
     "factsheet", "feature", "file", "guidance", "insight", "insights", "intrep", "intsum", "letter", "memo",
     "memorandum", "monitor", "monthly", "news", "newsletter", "note", "opinion", "outlook", "paper", "perspective",
     "preview", "profile", "q&a", "quarterly", "recap", "release", "report", "review", "roundup", "sheet", "sitrep",
     "snapshot", "speech", "statement", "submission", "summary", "telegram", "tracker", "update", "watch", "weekly")
)  # fmt: skip
"""What papers of a series are called."""
_HOUSES = frozenset(
    ("academy", "advisers", "advisors", "agency", "association", "authority", "bank", "bureau", "center", "centre",
     "chambers", "cluster", "college", "command", "commission", "committee", "council", "department", "embassy",
     "foundation", "group", "headquarters", "institute", "library", "llp", "ministry", "mission", "network",
     "observatory", "office", "organisation", "organization", "parliament", "secretariat", "section", "securities",
     "service", "services", "society", "university")
)  # fmt: skip
"""Who publishes them."""
_JOINING = frozenset({"of", "the", "and", "for", "&", "de", "la", "von", "van", "bin", "al", "el", "on", "in"})
_BETWEEN_NAMES = re.compile(r",?\s+(?:and|&)\s+|,\s+")
_NUMBER = re.compile(
    r"(?:[\s,]+(?:no|nr|n|issue|number|vol|volume)?[.°º]?\s?#?(?:\d[\d/.-]*[A-Z]?|[A-Z]{1,5}[-/]\d+[-/]\d+"
    r"|\(\d\d(?:\d\d)?\)\s?\d+))+(?:\s\([A-Z]\))?$|\s\([\w-]*\d[\w-]*\)$",
    re.IGNORECASE,
)
_TOLD_WHOM = re.compile(
    r"([A-Z][A-Z ]+) (?:TO|FOR) (?:THE |OUR |ALL )?(?:[A-Z]+ )?(?:BOARD|CABINET|CLIENTS|COMMITTEE|COUNCIL"
    r"|MANAGEMENT|MEMBERS|MINISTERS?|PARTNERS|READERS|STAFF|SUBSCRIBERS)"
)
"""Of which kind a paper is, and for whom: `INFORMATION NOTE TO THE BOARD`."""
_PARTS = re.compile(r"\s+[/|–—-]\s+")
_MOST_WORDS = 9
_PART_WORDS = 4
_DESKS = frozenset({"cell", "desk", "directorate", "team", "unit"})
_MOST_NAME_WORDS = 3
_FEWEST_WORDS = 3
_LONGEST_ACRONYM = 8


def is_masthead(line: str) -> bool:
    """Whether a line can stand above a title: the kind of a paper with its number, or a publisher in capitals.

    >>> is_masthead("Briefing 187 / Africa"), is_masthead("Press release"), is_masthead("Road to the coast closes")
    (True, True, False)
    """
    parts = line.split(" | ")
    return names_kind(line) or _is_for_house(line) or all(map(names_house, parts)) or _is_parted(parts)


def _is_parted(parts: Sequence[str]) -> bool:
    """Whether the parts of a line between bars are each a few words: a series and its field, a desk and its country."""
    few = all(part[:1].isupper() and len(part.split()) <= _PART_WORDS for part in parts)
    return len(parts) > 1 and few and not parts[-1].endswith((".", "!", "?"))


def _is_for_house(line: str) -> bool:
    """Whether a line says what kind of paper it heads and for whom: `Briefing for the Transport Committee`."""
    kind, _, house = line.partition(" for ")
    told = _TOLD_WHOM.fullmatch(line)
    return (names_kind(kind) and names_house(house.removeprefix("the "))) or (told is not None and names_kind(told[1]))


def names_kind(line: str) -> bool:
    """Whether a line says what kind of paper it heads.

    >>> names_kind("MEMORANDUM FOR RECORD"), names_kind("Alert (AA24-123A)"), names_kind("Mali: Update")
    (True, True, False)
    """
    house, colon, kind = line.partition(": ")
    if colon:
        return names_house(house) and names_kind(kind)
    first, *others = _PARTS.split(line)
    named = bool(others) and (names_house(first) or first.isupper())
    words = _NUMBER.sub("", others[-1] if named else first).split()
    if not words or len(words) > _MOST_WORDS or line.endswith((".", "!", "?")) or ":" in line:
        return False
    is_record = words[0] == "MEMORANDUM" and line.isupper()
    return is_record or (words[-1].lower() in KINDS and (len(words) < _FEWEST_WORDS or is_capital(words)))


def names_house(line: str) -> bool:
    """Whether a line names who publishes papers.

    >>> names_house("Council of the EU"), names_house("OCHA"), names_house("A bank fails")
    (True, True, False)
    """
    words = line.split()
    if len(words) == 1:
        return line.isupper() and line.isalpha() and len(line) <= _LONGEST_ACRONYM
    folded = fold(line).replace(",", "").split()
    named = not _HOUSES.isdisjoint(folded) or (line.isupper() and not _DESKS.isdisjoint(folded[-1:]))
    return named and len(words) <= _MOST_WORDS and ":" not in line and is_capital(words)


_FOR_WHOM = re.compile(
    r"(?:Prepared|Written|Produced) (?:for|by)\b|(?:(?:Final|Draft) )?(?:Version|Revision|Rev\.) \d"
    r"|(?:Joined )?Cases? (?:No\.? ?)?[A-Z]{0,3}[- ]?\d"
)
"""The head of a line that says whose work a paper is, for whom, which draft of it, or how a court counts its case."""
_REPORTED_FROM = re.compile(r"(?P<name>.+) in [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")


def is_byline(line: str) -> bool:
    """Whether a line beside a title says whose work it is, for whom, and where it was written."""
    return bool(_FOR_WHOM.match(line))


def is_reporter(line: str) -> bool:
    """Whether a line below a title names who wrote it, and where."""
    match = _REPORTED_FROM.fullmatch(line)
    return match is not None and ":" not in line and names_people(match["name"])


def names_people(text: str) -> bool:
    """Whether a line is made of names of two or three words each."""
    names = _BETWEEN_NAMES.split(text)
    return all(len(name.split()) <= _MOST_NAME_WORDS and name.title() == name for name in names) and " " in text


def is_capital(words: Sequence[str]) -> bool:
    """Whether each word begins with a capital, but for the little ones that join names."""
    return all(not word[:1].islower() or word in _JOINING for word in words)
