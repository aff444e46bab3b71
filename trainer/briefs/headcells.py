"""What a line of a head is, or a cell of one: a marking, a day, a house, a series, or what can be a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto

from trainer.briefs.apparatus import is_back_matter, is_boilerplate, is_pointer
from trainer.briefs.dates import MONTH_WORDS
from trainer.briefs.daylabels import COVERED, ISSUED, KNOWN, OTHER_DAY
from trainer.briefs.fields import is_form_line
from trainer.briefs.masthead import (
    KINDS,
    is_byline,
    is_capital,
    is_masthead,
    is_reporter,
    names_house,
    names_kind,
    names_people,
)
from trainer.briefs.naming import names_office
from trainer.briefs.notices import Role, find_marking, find_notices, is_label
from trainer.briefs.signals import is_signal, named_of, subject_of
from trainer.briefs.told import speaks_of_itself
from trainer.text import fold


class Kind(Enum):
    """What a cell does in the head."""

    MARKING = auto()
    DATE = auto()
    NUMBER = auto()
    ADDRESS = auto()
    PEOPLE = auto()
    """Who wrote it, sent it or is to read it."""
    SUBJECT = auto()
    """A label that says what the text is about, with its value."""
    NAMED = auto()
    """A label of a form that names its case or its person, with its value."""
    FIELD = auto()
    """Another label with its value, or a row of a table."""
    CHROME = auto()
    """What a page or a mail puts around a text: buttons, the way to a page."""
    ABOUT = auto()
    """What may be done with the paper, and what it is not."""
    SECTION = auto()
    """The heading of a section that papers commonly have."""
    GREETING = auto()
    SERIES = auto()
    """The kind of a paper, with its number or without."""
    HOUSE = auto()
    """Who puts it out: an organisation, a part of one."""
    NAMES = auto()
    """Two or three words in capitals, which may be anybody's name."""
    TITLE = auto()
    """Anything else: it can be the title."""


LABELLED = frozenset({Kind.SUBJECT, Kind.NAMED})
"""What a line says behind a label that names its text."""
ANSWERS = LABELLED | {Kind.FIELD, Kind.DATE, Kind.PEOPLE, Kind.NUMBER}
"""What the lines of a form are."""
GREETING = re.compile(
    r"(?:dear|hi|hello|greetings|good (?:morning|afternoon|evening|day))\b[^.!?]{0,60}[,:!]?", re.IGNORECASE
)
_GRADED = re.compile(
    r"(?:STRICTLY )?(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|OFFICIAL|SENSITIVE|LIMITE|PROTECTED"
    r"|INTERNAL USE|PRIVATE (?:&|AND) CONFIDENTIAL|(?:LEGALLY )?PRIVILEGED)(?:\s*$|\s*[(–—/:-].*| BUT .*| ONLY)"
)
_WHEN = re.compile(
    rf"{MONTH_WORDS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|spring|summer|autumn|fall"
    r"|winter|week|quarter|half|first|second|third|fourth|last|edition|issue|day|of|the|to|from|and|until|till|by|period"
    r"|covered|covering|for|in|as|at|local|time|noon|midnight|[ap]m|gmt|utc|[a-z]{3,4}t|hrs?|hours|[hz]|q[1-4]|sept"
    r"|\d+(?:st|nd|rd|th|[hz])?",
    re.IGNORECASE,
)
"""A word or a figure of days and hours."""
_WORD = re.compile(r"\w+")
_YEARLESS = re.compile(
    r"(?:as (?:of|at)|published|issued|updated|posted|next|(?:first|this) (?:version|issued)|valid)\b.*\d",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    ("case", "copy", "distr", "doc", "document", "file", "glide", "id", "index", "isbn", "issn", "issue", "iss", "no",
     "nr", "number", "of", "page", "pages", "para", "paper", "part", "ref", "reference", "rev", "revision", "rule",
     "serial", "version", "vol", "volume", "updated", "final", "draft", "ai")
)  # fmt: skip
"""Words beside a number that papers, files and pages are counted with."""
_ADDRESS = re.compile(
    r"\S+@\S+\.\w|\bwww\.|https?://|\b[\w-]+\.(?:org|com|gov|int|net|eu)\b|\+\d[\d ()-]{7,}"
    r"|^(?:unit |flat |suite |p\.?o\.? box )?\d+[a-z]?,? (?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:street|st|avenue|ave|lane|court|square|yard|place)\b"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}$|^By (?:e-?mail|post|hand|fax|courier)$"
)
_PEOPLE = re.compile(
    r"(?i:by|with|(?:compiled|drafted|edited|issued|posted|prepared|produced|published|reported|reviewed|translated"
    r"|written) (?:by|with|from)|q&a with|remarks (?:to|by)|speech by|address to|submission to)"
    r"(?:\s*:|\s+(?=(?:the )?[A-Z]))"
    r"|(?i:lead authors?|authors?|reporter|recipients?|circulation|distribution|attention|for the attention of|editors?"
    r"|prepared for|contact|analyst|maps|justices?|action required by|dissemination|attn|cc|to|from|through)\s*:"
    r"|(?:The )?(?:Rt )?Hon(?:ourable|\.)? [A-Z]"
)
_ROLES = re.compile(
    r"\b(?:president|minister|secretary|governor|director|officer|analyst|economist|fellow|professor|correspondent"
    r"|head of \w+|adviser|advisor|counsel|specialist|editor|chief \w+|CFA|PhD|MP|QC|KC)(?:\s*\(.*\))?$",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"\[+[^\]]*\]+|(?:skip to|view (?:in|this)|forwarded this|see all|get e-?mails?|print (?:this|page)|copy link"
    r"|read in app|contents|image (?:source|caption)|(?:also )?in (?:this|today[’']s) (?:issue|edition)"
    r"|most recent|key events|more ▾|is this page)\b.*|home\b.*[>/›|].*|.* min(?:ute)?s? read|\d+ minutes?"
    r"|(?:(?:menu|search|subscribe|sign in|log in|share|tweet|print|audio|paid|live|as it happened|embed|e-?mail"
    r"|save|comments?|news|sports?|weather|(?:top|lead) stor(?:y|ies)|lead|spotlight|long read|special report|exclusive"
    r"|breaking|follow|home|world|politics|business|opinion|listen|download|pdf)\W*)+",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"^(?:<<|←)|[↗↻♡💬▾✉▼▲«»›→☰]|\*\|")
_ABOUT = re.compile(
    r"^\([^()]*\)$|^(?:draft|embargo\w*|not for"
    r"|for (?:internal|official|information|decision|discussion|release|immediate)"
    r"|check against|(?:remarks|speech|statement|address) as (?:prepared|delivered))\b"
    r"|\bdo not (?:cite|quote|forward|distribute|circulate)|\bfor information only|\bnot an? official"
    r"|\b(?:use|eyes|enforcement|staff|recipients|readers) only$|\bin confidence$|\bwithout (?:prejudice|guarantee)",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:\w ){3,}\w(?:\s+(?:\w ){2,}\w)*|(?:\w ){2,}\w(?:\s+(?:\w ){1,}\w)+")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|, p\. ?\d")
_LABELLED = re.compile(r"[A-Z][\w/&.’'() -]{1,40}?\s*:\s{2,}|[A-Z][\w/&.’'() -]{1,30}?\s+:\s")
"""A label set in a column, or with a space before its colon."""
_LONGEST = 160
"""Characters of a line that may be more than running text."""
_SENTENCE = 60
_ENDS = (".", ".”", '."')
_MOST_CODE = 6
_CODE_WORDS = 2
_FEW = 5
"""Spaces of a line that only says until when it holds."""
_CODE = re.compile(r"[A-Z]{1,3}-[A-Z-]{3,}.*|(?=.*[\d/-])\S{6,}")
"""The slug by which an agency files a story, and one word with figures or dashes in it."""
_PART = re.compile(r"\s+[—–-]\s+|\s[·/]\s|,\s")
_FOR_WHOM = re.compile(r"\s(?:for|by|to)\s", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d|[IVX]{2,})[\w/.-]*$")
_COUNTED_PAPER = re.compile(r"(?:[A-Z][\w’'&-]*\s+){1,5}(?:No\.?|Nr\.?|N[°º]|#)\s?\d+")
"""A paper of whatever name, with a number that is called one."""
_PLURALS = frozenset({"alerts", "briefs", "dispatches", "notes", "reports", "reviews", "updates"})
_SERIES_WORDS = 3
_ROMAN = re.compile(r"^[IVXL]+$")
_KINDS = KINDS | {"series"}
_FIRM = re.compile(r"\b(?:Ltd|LLP|Inc|plc|A/S|AG|GmbH|S\.A\.)\b\.?|\s& (?:Co|Cie|Sons|Partners)\b\.?")


def is_open(kind: Kind) -> bool:
    """Whether a cell of a kind can be the title, where nothing better stands beside it."""
    return kind.value >= Kind.SERIES.value


def is_sentence(text: str) -> bool:
    """Whether words are longer than a name and end in a full stop."""
    return len(text) > _SENTENCE and text.endswith(_ENDS)


def kind_of(text: str) -> Kind:
    """What a line or a cell of one is.

    >>> [kind_of(text).name for text in ("SITREP 12", "Ministry of Roads", "ISSN 1234-5678", "Spring 2011")]
    ['SERIES', 'HOUSE', 'NUMBER', 'DATE']
    """
    if len(text) > _LONGEST:
        return Kind.TITLE
    kind = next((kind for kind, test in _TESTS if test(text)), Kind.TITLE)
    is_told = kind in LABELLED or (":" not in text[:_SENTENCE] and kind not in {Kind.DATE, Kind.ABOUT})
    return Kind.TITLE if is_sentence(text) and is_told else kind


def _is_date(text: str) -> bool:
    words = _WORD.findall(text)
    if text.endswith(":"):
        return False
    has_figure = any(word[0].isdigit() for word in words)
    if has_figure and all(map(_WHEN.fullmatch, words)):
        return True
    if any(notice.role is Role.DATE for notice in find_notices(text, 0)):
        return True
    is_issued = ISSUED.match(text) or COVERED.match(text)
    is_other = _YEARLESS.match(text) or (OTHER_DAY.match(text) and text.count(" ") < _FEW)
    is_known = has_figure and KNOWN.match(text)
    return bool((has_figure and is_issued) or (not is_sentence(text) and (is_other or is_known)))


def _is_number(text: str) -> bool:
    """Whether nothing but a number stands there, with the letters and words that papers are counted by."""
    words = [_ROMAN.sub("1", word) for word in re.findall(r"[^\s,;·|()\[\]]+", text)]
    plain = [word for word in words if not any(char.isdigit() for char in word)]
    codes = all(fold(word).strip(".:") in _COUNTED or (word.isupper() and len(word) <= _MOST_CODE) for word in plain)
    is_few = sum(fold(word).strip(".:") not in _COUNTED for word in plain) <= _CODE_WORDS
    return (len(plain) < len(words) and codes and is_few) or bool(_CODE.fullmatch(text))


def _is_marking(text: str) -> bool:
    return bool(find_marking(text) or _GRADED.match(text))


def _is_chrome(text: str) -> bool:
    crumbs = ": " not in text and max(len(re.findall(r" [>›»] ", text)), text.count(" / ")) > 1
    is_button = any(notice.role in {Role.CREDIT, Role.NOTE} for notice in find_notices(text, 0)) and not is_signal(text)
    return (
        bool(_CHROME.fullmatch(text) or _SIGNS.search(text) or _LEADERS.search(text))
        or crumbs
        or is_button
        or is_pointer(text)
        or is_boilerplate(text)
        or is_back_matter(text)
    )


def _is_people(text: str) -> bool:
    is_role = bool(_ROLES.search(text)) and ":" not in text and not text.isupper() and is_capital(text.split())
    return bool(_PEOPLE.match(text)) or is_byline(text) or is_role


def _is_field(text: str) -> bool:
    return is_signal(text) or is_form_line(text) or bool(_LABELLED.match(text))


def _is_house(text: str) -> bool:
    if text[-1].isdigit():
        return False
    first, *others = _PART.split(text)
    is_part = ((names_house(first) and " " in first) or names_office(first)) and ":" not in text
    is_part = is_part and all(part[:1].isupper() for part in others)
    return is_part or names_house(text) or names_office(text) or bool(_FIRM.search(text) and ":" not in text)


def _is_series(text: str) -> bool:
    """Whether the kind of a paper stands there: alone, before a dash or behind it, for whom it is, with its number."""
    first, *others = _PART.split(text)
    whom = _FOR_WHOM.split(first, maxsplit=1)
    alone = ":" not in text and fold(first).split()[-1:] and fold(first).split()[-1] in KINDS
    return bool(
        _SPACED.fullmatch(text)
        or _COUNTED_PAPER.fullmatch(text)
        or (fold(first).split()[-1:] and fold(first).split()[-1] in _PLURALS and len(text.split()) <= _SERIES_WORDS)
        or names_kind(text)
        or any(map(names_kind, others))
        or (
            len(whom) > 1
            and ":" not in text
            and (text.isupper() or is_capital(text.split()))
            and names_kind(whom[0].strip().title())
        )
        or (alone and others)
        or (_NUMBERED.search(text) and ":" not in text and _is_counted(fold(text).replace(",", "").split()))
    )


def _is_counted(words: Sequence[str]) -> bool:
    """Whether words tell of what kind the paper is whose number stands last: `Report`, or `Notes` right before it."""
    named = [word for word in words[:-1] if word.strip(".#") not in _COUNTED]
    return not _KINDS.isdisjoint(words) or not _KINDS.isdisjoint(word.removesuffix("s") for word in named[-1:])


_TESTS: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.SUBJECT, subject_of),
    (Kind.NAMED, named_of),
    (Kind.MARKING, _is_marking),
    (Kind.GREETING, GREETING.fullmatch),
    (Kind.DATE, _is_date),
    (Kind.SECTION, is_label),
    (Kind.ABOUT, lambda text: _ABOUT.search(text) or speaks_of_itself(text)),
    (Kind.SERIES, _is_series),
    (Kind.NUMBER, _is_number),
    (Kind.CHROME, _is_chrome),
    (Kind.ADDRESS, _ADDRESS.search),
    (Kind.FIELD, _is_field),
    (Kind.PEOPLE, _is_people),
    (Kind.HOUSE, _is_house),
    (Kind.SERIES, is_masthead),
    (Kind.NAMES, lambda text: names_people(text) or is_reporter(text)),
)
"""The tests, in the order in which they are asked."""
