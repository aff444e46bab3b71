"""Lines by which a message is sent and not what it says: addresses, serials, acknowledgements, the next report."""

from __future__ import annotations

import re

_WORDS = 14
_FIELDS = re.compile(
    r"(?:from|to|cc|info|serial|refs?|references?|precedence|copy|originator|fm|orig|tags?|msgid|e\.?o\.? \d{5}"
    r"|classified by|declassif(?:y on|ied)|decl|poc|points? of contact|focal points?"
    r"|(?:memorandum|memo|prepared|attention|attn)(?: (?:for|to))?|thru|through"
    r"|reporting unit|rating proposed|confidence|approved by|released by"
    r"|drafted by|authori[sz]ed by|cleared by|reported by|prepared by|attachments?|annex(?:es)?|enclosures?|copies"
    r"|tel(?:ephone)?|e-?mail|phone|website|file no\.?|our ref|your ref)\s*:(?:\s|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:(?:DEPARTMENT|DEPT|STATE) (?:FOR|PASS)|FM|TO|FROM|INFO|ACTION|DE|REFS?|TAGS|ORIG)"
    r"\s+[A-Z0-9][A-Z0-9 ,.:;/()&'’-]*"
)
_ROUTING = re.compile(
    r"(?:BT|NNNN|SIPDIS|ACK(?:NOWLEDGE(?:MENT)?)?|UNCLAS SECTION \d+ OF \d+ .*|SECTION \d+ OF \d+|MSGID/.*|AR|EOM"
    r"|END OF (?:MESSAGE|REPORT|BRIEF|SITREP)|(?:EXERCISE[\s,/–-]*){2,}|\w+ FINAL)\W*"
)
_ACKNOWLEDGED = re.compile(
    r"(?:please )?(?:acknowledge|confirm)(?:ment)?(?: (?:of )?receipt\b.{0,80}|\s*:.{0,80}|\.?)", re.IGNORECASE
)
_PAPER = r"(?:sit(?:uation )?rep(?:ort)?|report|(?:flash )?update|bulletin|issue|edition|brief(?:ing)?|advisory)s?"
_NEXT = re.compile(
    rf"(?:the )?next (?:\w+ )?{_PAPER}(?:\s+due)?\s*"
    r"(?::|\b(?:will be|is (?:due|expected|scheduled)|due|expected|on|at)\b)"
    r"[^.]{0,90}\.?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:SUBJ(?:ECT)?|Subj(?:ect)?|subject|RE|Re|TITLE|Title)\s*:|SUBJ(?:ECT)?(?:/|(?=\s+[A-Z])))\s*"
    r"(?P<subject>\S.{3,150})"
)


def is_signal(line: str) -> bool:
    """Whether a line only serves to send, file or acknowledge the message, or announces the next one.

    >>> is_signal("TO: HQ NORTH"), is_signal("Next update: 14 March 2024"), is_signal("To Mopti: 12 trucks.")
    (True, True, False)
    """
    if _ROUTING.fullmatch(line) or _ACKNOWLEDGED.fullmatch(line) or _NEXT.fullmatch(line):
        return True
    if _ADDRESS.fullmatch(line):
        return True
    return line.count(" ") < _WORDS and bool(_FIELDS.match(line))


def subject_of(line: str) -> str:
    """What a line names as the subject of the message; empty if it names none.

    >>> subject_of("SUBJ: SITREP 004, EXERCISE GREY HERON")
    'SITREP 004, EXERCISE GREY HERON'
    """
    match = _SUBJECT.fullmatch(line)
    return match["subject"].strip(" /*") if match else ""
