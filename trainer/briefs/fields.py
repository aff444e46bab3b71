"""Lines of `Label: value`, of which forms and situation reports are made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.briefs.dates import parse_date
from trainer.text import fold

_LABEL = re.compile(r"[A-Z][\w/&’'-]*(?: [\w/&’'()-]+){0,3}(?=:\s+\S)")
_VALUE_WORDS = 2
_FORM_LABELS = frozenset(
    ("aircraft", "analyst", "area", "area of operations", "asset", "audience", "author", "bonds covered", "cargo",
     "casualties", "category", "confidence", "contractor", "cost", "countries", "country", "court", "coverage",
     "crew", "cut-off", "damage", "desk", "distribution", "district", "duration", "flag", "gender", "grid",
     "handling", "information cut-off", "infrastructure manager", "injuries", "issuer rating", "killed", "length",
     "location", "manager", "nationality", "number", "on board", "operator", "outlook", "overall rating", "owner",
     "parties", "party", "passengers", "phase", "place", "population", "position", "post", "price", "priority",
     "product type", "province", "rank", "rating", "recommendation", "region", "registration", "role", "route",
     "sector", "severity", "ship", "source", "sources", "status", "target", "ticker", "time", "train", "type",
     "type of casualty", "type of incident", "type of occurrence", "unit", "vehicle", "vessel", "weather", "wounded")
)  # fmt: skip
"""What forms and fact boxes ask: the answers tell of the subject, and never name it."""
_GAP = re.compile(r":\s{2,}\S|\S\s{3,}[^\W\d][\w ]{2,24}:\s")
"""A value set in a column, or a second label further along the line."""
_CLOSED = (".", "!", "?", "”", '"', ")")


def label_of(line: str) -> str:
    """The label that a line begins with; empty if it begins with none.

    >>> label_of("Enemy forces: two brigades"), label_of("At 12:30 it rained")
    ('Enemy forces', '')
    """
    match = _LABEL.match(line)
    return match[0] if match else ""


def is_field(line: str) -> bool:
    """Whether a line is a label with a value that is no sentence: a day, or a word or two.

    >>> is_field("Severity: 1"), is_field("Mali: the UN leaves")
    (True, False)
    """
    label = label_of(line)
    value = line[len(label) + 1 :].strip()
    return bool(label) and (value.count(" ") < _VALUE_WORDS or parse_date(value) is not None)


def is_form_line(line: str) -> bool:
    """Whether a line answers what forms ask, or is set as a form: it is no title, however long its value.

    >>> is_form_line("Location: km 84 of the road to Tamale"), is_form_line("Mali: the UN leaves")
    (True, False)
    """
    label = label_of(line)
    return bool(label) and (fold(label) in _FORM_LABELS or bool(_GAP.search(line)))


def cut_at_labels(lines: Sequence[str]) -> list[int]:
    """Where the lines of a paragraph begin anew with a label, 0 always among them.

    In wrapped prose a word with a colon may open a line by chance: there the line above must be closed, or another
    label stand first in the paragraph or right above or below.
    """
    is_labelled = [bool(label_of(line)) for line in lines]
    return [0, *(place for place in range(1, len(lines)) if is_labelled[place] and _begins(lines, is_labelled, place))]


def _begins(lines: Sequence[str], is_labelled: Sequence[bool], place: int) -> bool:
    beside = is_labelled[place - 1] or (place + 1 < len(lines) and is_labelled[place + 1])
    return is_labelled[0] or beside or lines[place - 1].endswith(_CLOSED)
