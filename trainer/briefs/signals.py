"""Lines by which a message is sent and not what it says: addresses, serials, acknowledgements, the next report."""

from __future__ import annotations

import re

_WORDS = 14
_FIELDS = re.compile(
    r"(?:from|to|cc|info|serial|refs?|references?|precedence|copy|originator|fm|orig|tags?|msgid|e\.?o\.? \d{5}"
    r"|classified by|declassif(?:y on|ied)|decl|poc|points? of contact|focal points?"
    r"|(?:memorandum|memo|prepared|attention|attn)(?: (?:for|to))?|thru|through"
    r"|handling|audience|reporting unit|rating proposed|confidence|approved by|released by"
    r"|drafted by|authori[sz]ed by|cleared by|reported by|prepared by|attachments?|annex(?:es)?|enclosures?|copies"
    r"|tel(?:ephone)?|e-?mail|phone|website|file no\.?|our ref|your ref)\s*:(?:\s|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:(?:DEPARTMENT|DEPT|STATE) (?:FOR|PASS)|FM|TO|FROM|INFO|ACTION|DE|REFS?|TAGS|ORIG)"
    r"\s+[A-Z0-9][A-Z0-9 ,.:;/()&'’-]*"
)
_SHOUTED_HEADLINE = re.compile(
    r"(?:FROM|TO) .*\b(?:AN|ANOTHER|ARE|BY|HOW|INTO|IS|ITS|NOT|WAS|WHAT|WHY|WITH|WITHOUT)\b|FROM .+ TO .+: \S"
)
"""A headline that begins like an address in capitals: with little words that no address has, or `FROM A TO B: C`."""
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
    r"(?:(?:SUBJ(?:ECT)?|Subj(?:ect)?|subject|RE|Re|TITLE|Title|HEADLINE|Headline|TOPIC|Topic|OBJECT|Object|THEME|Theme)\.?\s*:-?"
    r"|(?:ISSUE|Issue)\s*:(?=\s+(?:\S+\s+){3})"
    r"|(?:Name|Title|Subject) of (?:the )?[a-z]+\s*:|(?:Brief|Document|Paper|Report) (?:[Tt]itle|[Ss]ubject)\s*:"
    r"|(?:TITLE|Title|SUBJECT|Subject|TOPIC|Topic|HEADLINE|Headline|RE|Re)(?=\s{3})"
    r"|SUBJ(?:ECT)?(?:/|(?=\s+[A-Z])))\s*(?P<subject>\S.{3,150})"
)
_NAMED = re.compile(
    r"(?:case|incident|event|name|full name|operation|project)\s*:\s+(?P<subject>\S.{3,150})", re.IGNORECASE
)
"""What a form calls its case or its person: a title where no other stands."""
_TURNED = re.compile(
    r"(?P<family>[A-Z][A-Z'’-]+(?: [A-Z'’-]+){0,2}), (?P<given>[A-Z][a-z’'-]+(?: [A-Z][\w.’'-]+){0,3})"
)
"""A person as a file has it: `OKELLO, Amina Yusuf`."""
_FAMILY = re.compile(
    r"(?P<given>[A-Z][a-z’'-]+(?: [A-Z][a-z.’'-]+){0,3}) (?P<family>[A-Z][A-Z'’-]+(?: [A-Z'’-]+){0,2})"
)
_FEWEST_LETTERS = 2


def is_signal(line: str) -> bool:
    """Whether a line only serves to send, file or acknowledge the message, or announces the next one.

    >>> is_signal("TO: HQ NORTH"), is_signal("Next update: 14 March 2024"), is_signal("To Mopti: 12 trucks.")
    (True, True, False)
    """
    if _ROUTING.fullmatch(line) or _ACKNOWLEDGED.fullmatch(line) or _NEXT.fullmatch(line):
        return True
    if _ADDRESS.fullmatch(line) and not _SHOUTED_HEADLINE.match(line):
        return True
    return line.count(" ") < _WORDS and bool(_FIELDS.match(line))


def subject_of(line: str) -> str:
    """What a line names as the subject of the message; empty if it names none.

    >>> subject_of("SUBJ: SITREP 004, EXERCISE GREY HERON")
    'SITREP 004, EXERCISE GREY HERON'
    """
    match = _SUBJECT.fullmatch(line)
    return in_spoken_order(match["subject"].strip(" /*")) if match else ""


def named_of(line: str) -> str:
    """What a form calls its case or its person; empty if a line names neither.

    >>> named_of("Case: Delta Works v Ghana"), named_of("Case: C-61/22"), named_of("Name: Kwame MENSAH")
    ('Delta Works v Ghana', '', 'Kwame Mensah')
    """
    match = _NAMED.fullmatch(line)
    words = [word for word in match["subject"].split() if word.isalpha()] if match else []
    return (
        in_spoken_order(match["subject"]) if match and len(words) >= _FEWEST_LETTERS and line[-1] not in ".!?;" else ""
    )


def in_spoken_order(name: str) -> str:
    """The name of a person in the order in which it is said, its family name no longer in capitals."""
    match = _TURNED.fullmatch(name) or (None if name.isupper() else _FAMILY.fullmatch(name))
    return f"{match['given']} {match['family'].title()}" if match else name
