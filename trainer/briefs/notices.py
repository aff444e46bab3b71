"""Lines that speak of the brief and not of its subject: markings, dates, credits, bylines, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from trainer.briefs.dates import parse_date
from trainer.text import fold, one_line


class Role(Enum):
    """What a line does in a brief when it is not part of the text."""

    MARKING = "marking"
    DATE = "date"
    PUBLISHER = "publisher"
    CREDIT = "credit"
    """A photo credit, a byline, a page number: nothing of it is kept."""
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Notice:
    """One such line."""

    role: Role
    text: str
    """The marking, the date as written, the publisher or the label; empty for a credit."""
    line: int
    """1-based line in the file."""


_LONGEST = 160
"""Characters of the longest line that is looked at."""
_CREDIT_WORDS = 12
_TLP = re.compile(
    r"TLP\s*[:\-– ]\s*(RED|AMBER\s*\+\s*STRICT|AMBER|GREEN|CLEAR|WHITE)(?:\s*(?:\s[–—-]\s|//|\().*)?", re.IGNORECASE
)
_CLASSIFIED = re.compile(
    r"(?:(?:NATO|EU|UK|US|UN|COSMIC)\s+)?"
    r"(?:TOP SECRET|SECRET|(?:STRICTLY )?CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|OFFICIAL(?:[- ]SENSITIVE)?|FOUO|CUI"
    r"|SENSITIVE BUT UNCLASSIFIED|FOR OFFICIAL USE ONLY|LAW ENFORCEMENT SENSITIVE|LIMITED DISTRIBUTION"
    r"|PROTECTED(?: [A-C])?)"
    r"(?:\s*//?\s*[A-Z][A-Z ,/-]*|\s+\([A-Z /-]+\))?"
)
_MARKING_LABEL = re.compile(r"^(?:classification|marking|handling|distribution)\s*:\s*", re.IGNORECASE)
_DATE_LABEL = re.compile(
    r"^(?:date|dated|published|issued|released|(?:last )?updated|as of)(?:\s+on)?\s*:?\s+", re.IGNORECASE
)
_PUBLISHER = re.compile(r"(?:publisher|published by|issued by|source)\s*:?\s+(?P<name>[^.:]{2,80})", re.IGNORECASE)
_CAPTION = re.compile(
    r"\W{0,2}(?:(?:cover |file )?(?:photo|photograph|image|picture|map|graphic|illustration)s?"
    r"(?:\s+credits?)?\s*:|(?:photo |image )?credits?\s*:|©|copyright\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W{0,2}(?:cover |file )?(?:photo|photograph|image|picture|map|graphic|illustration)s?"
    r"\s+(?:via|by|credit|courtesy|copyright|©)\b|(?:written|prepared|compiled|reported|edited)\s+by\s"
    r"|(?:authors?|contact|byline)\s*:",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:(?:de|van|von|bin|el|al)\s+)?[A-Z][\w.'’-]*){1,3}"
_BYLINE = re.compile(rf"(?:By|BY)\s+{_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME}){{0,3}}")
_PAGE = re.compile(
    r"[-–—|\s]*(?:page\s+\d{1,4}|\d{1,3})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*|https?://\S+|ends|-?30-?", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s+[|·•]\s+")
_LABELS = frozenset(
    ("at a glance", "analysis", "assessment", "background", "bluf", "bottom line", "bottom line up front", "comment",
     "conclusion", "context", "executive summary", "highlights", "implications", "in brief", "introduction",
     "key developments", "key figures", "key findings", "key judgements", "key judgments", "key messages",
     "key points", "key takeaways", "main points", "outlook", "overview", "situation overview", "summary",
     "takeaways", "what happened", "what next", "what to watch", "why it matters")
)  # fmt: skip


def find_notices(line: str, number: int) -> tuple[Notice, ...]:
    """What a whole line says of the brief; empty if it belongs to the text.

    A line may say several things between bars; then at least half of them must be known.

    >>> [notice.text for notice in find_notices("TLP:GREEN | 21 June 2023 | No. 4", 1)]
    ['TLP:GREEN', '21 June 2023']
    """
    if len(line) > _LONGEST:
        return ()
    parts = _BETWEEN.split(one_line(line))
    notices = [notice for part in parts if (notice := _notice(part, number))]
    return tuple(notices) if 2 * len(notices) >= len(parts) else ()


def _notice(line: str, number: int) -> Notice | None:
    if not line:
        return None
    if marking := find_marking(line):
        return Notice(Role.MARKING, marking, number)
    day = _DATE_LABEL.sub("", line, count=1).strip("[]() ")
    if parse_date(day):
        return Notice(Role.DATE, day, number)
    if match := _PUBLISHER.fullmatch(line):
        return Notice(Role.PUBLISHER, match["name"], number)
    if is_label(line):
        return Notice(Role.LABEL, line.rstrip(": "), number)
    return Notice(Role.CREDIT, "", number) if _is_credit(line) else None


def _is_credit(line: str) -> bool:
    """Whether a line names who took a picture or wrote the brief, or is a page number, an address, an end mark."""
    if _CAPTION.match(line) or _PAGE.fullmatch(line) or _BYLINE.fullmatch(line):
        return True
    return bool(_CREDIT.match(line)) and len(line.split()) <= _CREDIT_WORDS


def find_marking(line: str) -> str:
    """The handling marking that a whole line is, with TLP spelt as TLP 2.0 does; empty if it is none.

    >>> find_marking("Classification: tlp amber + strict")
    'TLP:AMBER+STRICT'
    """
    line = _MARKING_LABEL.sub("", line, count=1).strip("[]()*•|/ .")
    if match := _TLP.fullmatch(line):
        return "TLP:" + "".join(match[1].split()).upper()
    return line if _CLASSIFIED.fullmatch(line) else ""


def is_label(line: str) -> bool:
    """Whether a line is the name of a section that briefs commonly have.

    >>> is_label("KEY JUDGEMENTS:"), is_label("Outlook for Mali")
    (True, False)
    """
    return len(line) <= 40 and fold(line).rstrip(": ") in _LABELS
