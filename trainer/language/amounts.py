"""Amounts that are no plain number: fractions, ratios, multiples, votes for and against, and vague words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from trainer.values.quantities import HEDGES, WORDS, parse_number

_COUNT = rf"(?:\d+|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PART = "|".join(_PARTS)
_SHARE = re.compile(
    rf"\b(?:(?P<of>{_COUNT})\s(?:in|out\sof)\s(?:every\s)?(?P<every>{_COUNT})(?![\w.,]*\d)(?!-)"
    rf"|(?P<top>one|two|three|four|five|seven|eight|nine)[\s-](?P<parts>(?:{_PART})s?|halves)\b(?!-)"
    rf"|an?\s(?P<part>{_PART})\b(?=\s(?:of|or\smore|or\sso|more|less|higher|lower)\b|\sto\sa\s|[,.;:)]|$)"
    r"|(?P<half>half)\b"
    r"|(?P<fold>(?:two|three|four|five|six|seven|eight|nine|ten|\d+)-?fold)\b|(?P<twice>twice)\b)",
    re.IGNORECASE,
)
_NO_SHARE_BEFORE = re.compile(
    r"(?:first|second|third|fourth|last|latter|former|other|better|and a|time and a)\s$|-$", re.IGNORECASE
)
_NO_SHARE_AFTER = re.compile(
    r"-(?!dozen)|\s(?:past|way|time|brother|sister)\b|\san?\s(?:million|billion|dozen|hundred|thousand|hour|day|week|month|year"
    r"|century|second|minute|decade)\b|\sof\s(?:the\s)?(?:year|month|week|century|(?:19|20)\d\d|an hour)\b"
    r"|\s(?:earlier|ago|later)\b|\sof\s(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_VAGUE = re.compile(
    r"\b(?:(?:many |several |some )?(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
    r"(?:\sof\s(?:thousands|millions|billions))?(?:\sof\s(?:US\s)?(?:dollars|euros|pounds|francs))?"
    r"|(?:several|a few)\s(?:dozen|hundred|thousand|million|billion)(?:\s(?:thousand|million|dollars|euros))?)\b",
    re.IGNORECASE,
)
_SPELL = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|generation)"
_LENGTH = re.compile(
    rf"\b(?:(?<=for\s)|(?<=within\s)|(?<=in\s)|(?<=than\s)|(?<=after\s)|(?<=lasted\s)|(?<=took\s)|(?<=least\s)|(?<=nearly\s)"
    rf"|(?<=almost\s)|(?<=about\s)|(?<=under\s)|(?<=over\s))(?:an?|one|half\san?)(?:\ssingle)?\s{_SPELL}\b(?!-|\s(?:later|ago|earlier|after))"
    rf"|\ban?\s(?:decade|century|year|month|week)(?=\sof\b)|\bhalf\san?\s{_SPELL}\b|\ba\ssingle\s{_SPELL}\b"
    rf"|(?<=\bfor\s)(?:many\s|several\s)?{_SPELL}s\b|(?<=\bwithin\s){_SPELL}s\b|\b(?:many|several)\s{_SPELL}s\b",
    re.IGNORECASE,
)


class AmountKind(StrEnum):
    """What sort of amount it is."""

    FRACTION = "fraction"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    VAGUE = "vague"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class AmountMention:
    """An amount as written."""

    start: int
    """First character, the hedge not counted."""
    end: int
    """One past the last."""
    hedge_start: int
    """First character of the hedge; `start` if there is none."""
    text: str
    """As written, without the hedge."""
    kind: AmountKind
    """What sort of amount it is."""
    value: float | None = None
    """0.5 for a half, 3 for threefold; None for a vague word."""
    hedge: str = ""
    """A value of HEDGES; empty if the source gives the amount outright."""


def share_mentions(text: str) -> tuple[AmountMention, ...]:
    """Fractions (`two-thirds`, `half of`), ratios (`one in five`) and multiples (`threefold`, `twice`), in order."""
    return tuple(found for match in _SHARE.finditer(text) if (found := _share(text, match)) is not None)


def _share(text: str, match: re.Match[str]) -> AmountMention | None:
    if _NO_SHARE_BEFORE.search(text[max(0, match.start() - 16) : match.start()]) or _NO_SHARE_AFTER.match(
        text, match.end()
    ):
        return None
    kind, value = _value(match)
    return _mention(text, match, kind, value) if value is not None else None


def _value(match: re.Match[str]) -> tuple[AmountKind, float | None]:
    if match["of"]:
        part, whole = parse_number(match["of"]), parse_number(match["every"])
        return AmountKind.RATIO, part / whole if part and whole and part < whole <= 1000 else None
    if match["fold"] or match["twice"]:
        return AmountKind.MULTIPLE, 2 if match["twice"] else parse_number(
            match["fold"].lower().removesuffix("fold").rstrip("-")
        )
    top = parse_number(match["top"]) if match["top"] else 1
    name = (match["parts"] or match["part"] or match["half"]).lower()
    bottom = 2 if name == "halves" else _PARTS[name.removesuffix("s") if name not in _PARTS else name]
    return AmountKind.FRACTION, (top or 1) / bottom if (top or 1) < bottom else None


def _mention(text: str, match: re.Match[str], kind: AmountKind, value: float | None) -> AmountMention:
    hedge, start = _hedge(text, match.start())
    return AmountMention(match.start(), match.end(), start, match[0], kind, value, hedge=hedge)


def _hedge(text: str, start: int) -> tuple[str, int]:
    words = text[max(0, start - 24) : start].lower().split()
    for count in (3, 2, 1):
        written = " ".join(words[-count:])
        if written in HEDGES and text[:start].lower().endswith(f"{written} "):
            return HEDGES[written], start - len(written) - 1
    return "", start


def vague_mentions(text: str) -> tuple[AmountMention, ...]:
    """`dozens`, `tens of thousands`, `a few hundred`: amounts that no question can ask as a number."""
    return tuple(_mention(text, match, AmountKind.VAGUE, None) for match in _VAGUE.finditer(text))


def length_mentions(text: str) -> tuple[AmountMention, ...]:
    """`a decade`, `half a year`, `for days`: lengths of time without a number; those with one are quantities."""
    return tuple(_mention(text, match, AmountKind.LENGTH, None) for match in _LENGTH.finditer(text))
