"""Figures that belong to a name and count nothing: `Nord Stream 1`, `Mate 60 Pro`, `Kestrel One`."""

from __future__ import annotations

import re

from trainer.language import gazetteer
from trainer.text import fold
from trainer.values.dates import MONTHS

_MONTH_HEADS = frozenset({month[:3] for month in MONTHS[1:]})
_COUNTED = re.compile(
    r"\s?%|\s(?:[a-z-]+\s){0,2}(?:[a-z]{2,}s|people|men|women|children|percent|per cent|personnel|troops|police"
    r"|aircraft|crew)\b"
    r"|\sof (?:the|its|their|them)\b|-[a-z]"
)
_LAST_WORD = re.compile(r"([\w'-]*\w)\s$")


def belongs_to_name(text: str, start: int, end: int) -> bool:
    """Whether the figure from here to there goes with the capital before it and with no plural behind it."""
    written = text[start:end]
    before = _LAST_WORD.search(text, max(0, start - 24), start)
    if before is None:
        return False
    word = before[1]
    plain = word[:3] in _MONTH_HEADS or fold(word) in gazetteer.states()
    named = word[:1].isupper() and not plain and before.start() > 1
    return named and written.isdigit() and len(written) < 4 and not _COUNTED.match(text, end)
