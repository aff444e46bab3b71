"""Lines that speak of the brief and not of its subject: markings, dates, credits, bylines, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from trainer.briefs.dating import find_datings
from trainer.briefs.days import Dating
from trainer.briefs.fields import is_field
from trainer.briefs.naming import is_name
from trainer.briefs.signals import is_signal, subject_of
from trainer.text import fold, one_line


class Role(Enum):
    """What a line does in a brief when it is not part of the text."""

    MARKING = "marking"
    DATE = "date"
    PUBLISHER = "publisher"
    CREDIT = "credit"
    """A photo credit, a byline, a page number: nothing of it is kept."""
    SUBJECT = "subject"
    """What a message says it is about: its title."""
    LABEL = "label"
    NOTE = "note"
    """A footnote or an entry of a list of sources: left out and counted."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One such line."""

    role: Role
    text: str
    """The marking, the date as written, the publisher, the subject or the label; empty for a credit."""
    line: int
    """1-based line in the file."""
    dating: Dating | None = None
    """What a date says of the brief."""


_LONGEST = 160
"""Characters of the longest line that is looked at."""
_CREDIT_WORDS = 12
_TLP = re.compile(
    r"TLP\s*[:\-– ]\s*(RED|AMBER\s*\+\s*STRICT|AMBER|GREEN|CLEAR|WHITE)(?:\s*(?:\s[–—-]\s|//|\().*)?", re.IGNORECASE
)
_CLASSIFIED = re.compile(
    r"(?:(?:NATO|EU|UK|US|UN|COSMIC)\s+)?"
    r"(?:TOP SECRET|SECRET|(?:STRICTLY )?CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|OFFICIAL(?:[-–— ]SENSITIVE)?|FOUO|CUI"
    r"|SENSITIVE BUT UNCLASSIFIED|FOR OFFICIAL USE ONLY|LAW ENFORCEMENT SENSITIVE|LIMITED DISTRIBUTION"
    r"|PROTECTED(?: [A-C])?)"
    r"(?:\s*//?\s*[A-Z][A-Z ,/-]*|\s+\([A-Z /-]+\)"
    r"|\s+[-–—]\s+(?:SENSITIVE|(?:LEGALLY )?PRIVILEGED|(?:LIMITED|NO) DISTRIBUTION|NOT FOR [A-Z ]+|[A-Z ]+ ONLY))?"
)
_PRIVATE = re.compile(r"(?:strictly )?(?:private(?: and| &) )?confidential", re.IGNORECASE)
_CABLE = re.compile(
    r"(?P<marking>UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|(?:[A-Z] ){5,12}[A-Z])(?: [A-Z]{3,}){1,3} \d{4,7}"
)
"""The first line of a cable: `C O N F I D E N T I A L ACCRA 000412`."""
_FOR_WHOM = re.compile(r"[.;,|]\s+(?:audience|readers?|readership|handling)\s*:.*$", re.IGNORECASE)
_MARKING_LABEL = re.compile(r"^(?:classification|marking|handling|distribution)\s*:\s*", re.IGNORECASE)
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
_PLACED = rf"{_NAME}(?:\s+in\s+[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)?)?"
_NAMES = rf"{_PLACED}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_PLACED}){{0,5}}"
_ROLE_BY = r"(?:additional\s+)?(?:reporting|writing|editing|compiled|translation)\s+by\s+"
_TEAM = re.compile(rf"\W?(?i:{_ROLE_BY}){_NAMES}(?:[;,.]\s+(?i:(?:and\s+)?{_ROLE_BY}){_NAMES}){{0,4}}[.)]{{0,2}}")
_POINTER = re.compile(
    r"(?:read (?:more|also|next|the full \w+)|see also|also read|related(?: (?:stories|articles|content))?|more on this"
    r"|watch|listen|download|supersed(?:es|ed by)|replaces|amends|cancels|corrects|enclosures?|attachments?)\s*[:»>]"
    r"|(?:share (?:this|on|via)|follow us|sign up|subscribe|click here|skip to|back to top|print this|email this"
    r"|comment on this)\b",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:read more|share|print|e-?mail|tweet|save|advertisement|sponsored|related (?:stories|articles|content)"
    r"|most read|facebook|twitter|whatsapp|linkedin|telegram|copy link|for immediate release|no end of text"
    r"|(?:exercise[\s,/–-]*){2,})\W*",
    re.IGNORECASE,
)
_READERS = re.compile(
    r"(?:strictly |client |commercial in )?(?:confidential|confidence)(?: to \w+(?: and \w+)?)?"
    r"|for (?:[a-z]+ ){1,3}(?:only|readers)|(?:[a-z]+ ){1,2}(?:eyes|use) only|not for [a-z ]{4,40}",
    re.IGNORECASE,
)
"""For whose eyes a paper is."""
_POINTER_WORDS = 20
_BUTTON_WORDS = 8
_PAGE = re.compile(
    r"[-–—|\s]*(?:page\s+\d{1,4}|\d{1,3})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*|https?://\S+|ends|-?30-?", re.IGNORECASE
)
_ISSUE = re.compile(r"(?:issue|no\.?|number|vol(?:ume)?\.?|edition)\s+\d[\d/-]*(?:,? no\.? \d+)?", re.IGNORECASE)
"""The number of a paper that comes out again and again."""
_MOTTO_WORDS = 6
"""Spaces in what such a paper says of itself beside its number: `Political risk for investors`."""
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

    A line may say several things between bars; then at least half of them must be known, or be names beside a date.

    >>> [notice.text for notice in find_notices("TLP:GREEN | 21 June 2023 | No. 4", 1)]
    ['TLP:GREEN', '21 June 2023']
    """
    if len(line) > _LONGEST:
        return ()
    parts = _BETWEEN.split(one_line(line))
    noticed = [_noticed(part, number) if part else () for part in parts]
    beside = [part for part, found in zip(parts, noticed, strict=True) if not found]
    notices = tuple(_named(notice, beside) for found in noticed for notice in found)
    if 2 * sum(map(bool, noticed)) >= len(parts):
        return notices
    is_dated = any(notice.role is Role.DATE for notice in notices)
    is_issue = any(_ISSUE.fullmatch(part) for part in parts)
    known = all(is_name(part) or is_field(part) or (is_issue and part.count(" ") < _MOTTO_WORDS) for part in beside)
    return notices if is_dated and known else ()


def _named(notice: Notice, beside: list[str]) -> Notice:
    """The notice of a day with the one name that stands beside it: `12 March 2024 | ACCRA`."""
    if notice.dating is None or notice.dating.name or len(beside) != 1 or not is_name(beside[0]):
        return notice
    return replace(notice, dating=replace(notice.dating, name=beside[0]))


def _noticed(line: str, number: int) -> tuple[Notice, ...]:
    """The notices of a line, or of a part of one between bars."""
    if marking := find_marking(line):
        return (Notice(Role.MARKING, marking, number),)
    if datings := find_datings(line):
        return tuple(Notice(Role.DATE, dating.text, number, dating) for dating in datings)
    if match := _PUBLISHER.fullmatch(line):
        return (Notice(Role.PUBLISHER, match["name"], number),)
    if subject := subject_of(line):
        return (Notice(Role.SUBJECT, subject, number),)
    if is_label(line):
        return (Notice(Role.LABEL, line.rstrip(": "), number),)
    return (Notice(Role.CREDIT, "", number),) if _is_credit(line) else ()


def _is_credit(line: str) -> bool:
    """Whether a line names who took a picture or wrote the brief, or is a page number, an address, an end mark."""
    if any(form.fullmatch(line) for form in (_PAGE, _BYLINE, _TEAM, _BUTTON)) or _CAPTION.match(line):
        return True
    if is_signal(line) or _READERS.fullmatch(line):
        return True
    words = len(line.split())
    if match := _POINTER.match(line):
        is_label = match[0].endswith((":", "»", ">"))
        return words <= (_POINTER_WORDS if is_label else _BUTTON_WORDS)
    return words <= _CREDIT_WORDS and bool(_CREDIT.match(line))


def find_marking(line: str) -> str:
    """The handling marking that a whole line is, with TLP spelt as TLP 2.0 does; empty if it is none.

    >>> find_marking("Classification: tlp amber + strict")
    'TLP:AMBER+STRICT'
    """
    line = _MARKING_LABEL.sub("", _FOR_WHOM.sub("", line), count=1).strip("[]()*•|/ .")
    if (cable := _CABLE.fullmatch(line)) and find_marking(marking := cable["marking"].replace(" ", "")):
        return marking
    if match := _TLP.fullmatch(line):
        return "TLP:" + "".join(match[1].split()).upper()
    return line if _CLASSIFIED.fullmatch(line) or (_PRIVATE.fullmatch(line) and " " in line) else ""


def is_label(line: str) -> bool:
    """Whether a line is the name of a section that briefs commonly have.

    >>> is_label("KEY JUDGEMENTS:"), is_label("Outlook for Mali")
    (True, False)
    """
    return len(line) <= 40 and fold(line).rstrip(": ") in _LABELS
