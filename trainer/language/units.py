"""Military units in a sentence: their number, their arms and their size are one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.language import gazetteer
from trainer.language.sorts import Name, Sort
from trainer.values.dates import MONTHS

_SIZES = (
    "BDE|BN|REGT|RGT|DIV|CORPS|COY|SQN|BTY|BTLN|BCT|BTG|BG|MEU|MRD|MRR|TD|Brigade|Regiment|Battalion|Squadron|Division|Corps"
    "|Battery|Flotilla|Battlegroup|Coy"
)
_NUMBERED = re.compile(
    rf"(?<![\w.,/$€£:-])\d{{1,4}}(?:st|nd|rd|th)?(?:/\d+)? (?:[A-Z][\w-]* ){{0,4}}(?:{_SIZES})\b(?! of [a-z])"
)
"""`9 INF BDE`, `82nd Airborne Division`, `6 Reconnaissance Squadron`."""
_SHORT = re.compile(
    r"(?<![\w.,/$€£:-])\d{1,4}(?:st|nd|rd|th)? (?=[A-Z]{2,6}\b)[A-Z]{2,6}(?: (?:REGT|BN|BDE))?(?= [a-z])"
)
"""`1 ROY crossed`: a number and the letters of a regiment before a small word."""
_FORCE = re.compile(r"\b(?:TF|JTF|CJTF|CTF|CTG|BG|TG) (?:[A-Z]{3,}|\d+(?:\.\d+)*)\b")
"""`TF OTTER`, `CTF 150`."""
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS[1:])})\s$")
_NOT_UNITS = frozenset({
    "AM", "BBL", "BCF", "BCM", "BOPD", "BPD", "CFA", "CHF", "DWT", "EU", "EUR", "FCFA", "GB", "GBP", "GHZ", "GMT",
    "GRT", "GW", "GWH", "HA", "IDPS", "JOD", "KG", "KM", "KT", "KV", "KWH", "LNG", "MCF", "MCM", "MHZ", "MMBTU",
    "MMCM", "MT", "MTPA", "MVA", "MW", "MWH", "NM", "NPP", "PM", "TB", "TCF", "TEU", "TEUS", "TV", "TWH", "UAVS", "UK",
    "UN", "US", "USD", "UTC", "VAT", "XAF", "XOF",
})  # fmt: skip
"""What letters count or measure behind a number, and name no regiment."""


def _is_day_or_count(text: str, match: re.Match[str]) -> bool:
    """Whether the number is a day, or counts what the letters are: `On May 26 UNICEF`, `30 US soldiers`."""
    letters = match[0].split()[1]
    return letters in _NOT_UNITS or letters in gazetteer.bodies() or _MONTH.search(text[: match.start()]) is not None


def units(text: str) -> Iterator[Name]:
    """Each unit that the sentence names by its number, and each task force.

    >>> [unit.text for unit in units("9 INF BDE met TF OTTER and the 82nd Airborne Division.")]
    ['9 INF BDE', '82nd Airborne Division', 'TF OTTER']
    """
    found = [*_NUMBERED.finditer(text)]
    found += [match for match in _SHORT.finditer(text) if not _is_day_or_count(text, match)]
    taken: list[tuple[int, int]] = []
    for match in found:
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            taken.append(match.span())
            yield Name(match.start(), match.end(), match[0], Sort.BODY, "unit")
    for match in _FORCE.finditer(text):
        yield Name(match.start(), match.end(), match[0], Sort.BODY, "task force")
