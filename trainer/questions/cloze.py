"""Cloze cards: a sentence that stands alone, with one date or number taken out of it.

The fallback for what no question was made of. The words stay the brief's own, so that hedge, attribution and modality
stay too; only a definite that a closed rule can name is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.cards.card import GAP, Kind
from trainer.facts.fact import Fact, Part, Role, Shape
from trainer.facts.provenance import provenance
from trainer.language.dates import DateMention, resolve
from trainer.language.reading import Line, Reading
from trainer.language.reference import standing_alone
from trainer.questions.draft import Draft
from trainer.questions.framing import Frame
from trainer.values.dates import PartialDate
from trainer.values.quantities import Quantity

LONGEST = 30
"""Words; a longer sentence is read twice before the gap is found."""
SHORTEST = 6
"""Words; a shorter one says too little around its gap."""
MOST_PER_SENTENCE = 2
"""Gaps in one sentence, each on a card of its own."""

_ENDED = re.compile(r"[.!]$")
_PART_OF_NAME = re.compile(r"(?:[A-Z][\w'-]*|No\.|number|version|article|section|chapter|resolution)\s$")
_AND_YEAR = re.compile(r"\b(?:19|20)\d\d(?:,| and|, and| or| to|-)\s?(?:19|20)\d\d\b")
_OF_STATEMENT = re.compile(
    r"(?:\bas of|\bweek of|-|\b(?:said|says|told|reported|estimated|stated|noted|warned|wrote)(?: \w+)? (?:on|in))\s?$",
    re.IGNORECASE,
)
_PASSING = re.compile(r"\b(?:pass|exceed|top|surpass|reach|cross|hit|above|below)(?:ed|ing|es|s)?\s$", re.IGNORECASE)
_PRESUPPOSED = re.compile(r"\b(?:the|its|their|these|those|all)\s$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:if|unless|would|no|not|never|neither|nor)\b|n't\b|^(?:Should|Were|Had)\b", re.IGNORECASE)
_LEANING = re.compile(
    r"\b(?:followed|further|another|also|latter|former|again|instead|similar|same|such|additional|others?|two more"
    r"|before the|prior to)\b",
    re.IGNORECASE,
)
_PLANS = re.compile(r",? and (?:will|plans?|intends?|expects?|is|are|has|have)\b.*$")
_OPEN = re.compile(r"\b(?:might|may|could|should|can)\b")
_FUTURE = re.compile(r"\b(?:will|plans?|planned|scheduled|due|expects?|expected)\b")


@dataclass(frozen=True, slots=True)
class _Gap:
    """What could be taken out of a sentence: a date or a number."""

    start: int
    """First character in the sentence."""
    end: int
    """One past the last."""
    time: PartialDate | None = None
    """The date, if it is one."""
    number: Quantity | None = None
    """The number, if it is one."""


def clozes(reading: Reading, asked: Sequence[Draft], frame: Frame) -> Iterator[Draft]:
    """A draft for each date and number of a sentence that stands alone, where no question asks for it already."""
    for line in reading.lines:
        text = standing_alone(reading, line, 0, len(line.plain), owned=True) if _is_fit(line) else None
        if text is None:
            continue
        taken = [draft.span for draft in asked if draft.fact.provenance.sentence == line.sentence.text and draft.span]
        free = [gap for gap in _gaps(reading, line) if all(gap.end <= a or gap.start >= b for a, b in taken)]
        drafts = (_draft(reading, line, text, gap, frame) for gap in free)
        yield from [draft for draft in drafts if draft is not None][:MOST_PER_SENTENCE]


def _is_fit(line: Line) -> bool:
    """Whether the sentence can be studied alone.

    It has the length for it, ends, names somebody, leans on no other sentence, and neither supposes nor denies.
    """
    text = line.plain
    whole = _ENDED.search(text) and ": " not in text and '"' not in text
    leans = _DENIED.search(text) or _LEANING.search(text)
    return bool(whole and SHORTEST <= len(text.split()) <= LONGEST and line.names and not leans)


def _gaps(reading: Reading, line: Line) -> list[_Gap]:
    """Dates that are not merely those of a statement, and numbers that are no part of a name, in their order."""
    several = _AND_YEAR.search(line.plain) or _OPEN.search(line.plain)
    dates = [
        _Gap(date.start, date.end, time=time)
        for date, time in _placed(reading, line)
        if not several and not _OF_STATEMENT.search(line.plain[: date.start])
    ]
    numbers = [
        _Gap(number.start, number.end, number=number.quantity)
        for number in line.numbers
        if (number.quantity.low > 2 or number.quantity.unit) and not _PART_OF_NAME.search(line.plain[: number.start])
    ]
    numbers = [gap for gap in numbers if not _PRESUPPOSED.search(line.plain[: gap.start]) and not _is_clock(line, gap)]
    if numbers:
        dates = [gap for gap in dates if not line.plain[: gap.start].endswith(" by ")]
    return sorted([*dates, *numbers], key=lambda gap: gap.start)


def _is_clock(line: Line, gap: _Gap) -> bool:
    """Whether the number is half of a time of day."""
    return ":" in {line.plain[gap.end : gap.end + 1], line.plain[gap.start - 1 : gap.start]}


def _placed(reading: Reading, line: Line) -> list[tuple[DateMention, PartialDate]]:
    """The dates of the calendar in a sentence, each with its year; what is counted from the brief's day is none."""
    future = any(token.lower_ == "will" for token in line.sentence.doc)
    placed = ((date, resolve(date, reading.brief.date, future=future)) for date in line.dates if not date.relative)
    return [(date, time) for date, time in placed if time is not None]


def _draft(reading: Reading, line: Line, text: str, gap: _Gap, frame: Frame) -> Draft | None:
    """The sentence with the gap in it; None if the words of the gap do not stand in it exactly once."""
    words = line.plain[gap.start : gap.end]
    if text.count(words) != 1:
        return None
    said = text.replace(words, GAP)
    if gap.time is not None and GAP in (whole := _PLANS.sub(".", said)):
        said = whole
    others = [(date, time) for date, time in _placed(reading, line) if date.start != gap.start]
    for date, time in others:
        said = said if date.year else said.replace(date.text, time.spoken)
    dated = gap.time is not None or any(date.preposition != "since" for date, _ in others)
    past = gap.time is not None and frame.month is not None and gap.time.iso[:7] <= frame.month.iso
    dated = dated and (past or not _FUTURE.search(said))
    if past and _FUTURE.search(said):
        return None
    if not dated and frame.month is None:
        return None
    passing = _PASSING.search(line.plain[: gap.start]) is not None
    fact = Fact(Shape.SENTENCE, Part(Role.SUBJECT, text, named=True), provenance(line))
    return Draft(
        fact,
        Kind.CLOZE,
        f"gap {words}",
        said if dated else f"{frame.as_of.rstrip(', ')}: {said}",
        gap.time.spoken if gap.time is not None else words,
        (gap.start, gap.end),
        times=(gap.time,) if gap.time is not None else (),
        quantity=None if passing else gap.number,
        as_of=gap.time.iso if gap.time is not None and not others else frame.iso,
    )
