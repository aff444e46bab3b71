"""Days written with slashes, of which either number may be the month: the rest of the text says which it is."""

from __future__ import annotations

import re

from trainer.briefs.dates import MONTH_WORDS

_SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH_WORDS}\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{MONTH_WORDS}\.? \d{{1,2}}(?!\d)", re.IGNORECASE)
_BRITISH = re.compile(
    r"\b(?:\w+(?:isation|ised|ising|avour|abour|olour|onour)|centres?|defence|programmes?|per cent)\b"
)
_LAST_MONTH = 12


def spell_out(text: str) -> str:
    """The text with its slashed days as ISO 8601 has them, where it shows which number is the month.

    Another such day shows it, or how the house writes days in words; a house with British spelling that puts the
    month first in words does not.

    >>> spell_out("DATE: 09/11/2017 for Monday 13 November"), spell_out("DATE: 09/11/2017")
    ('DATE: 2017-11-09 for Monday 13 November', 'DATE: 09/11/2017')
    """
    order = _order_of(text)
    return text if order is None else _SLASHED.sub(lambda match: _spelt(match, is_day_first=order), text)


def _order_of(text: str) -> bool | None:
    """Whether the day stands first in slashed days; None if the text does not show it."""
    pairs = [(int(match[1]), int(match[3])) for match in _SLASHED.finditer(text)]
    if not pairs:
        return None
    shown = {first > _LAST_MONTH for first, second in pairs if max(first, second) > _LAST_MONTH}
    if shown:
        return shown.pop() if len(shown) == 1 else None
    day_first, month_first = bool(_DAY_FIRST.search(text)), bool(_MONTH_FIRST.search(text))
    if day_first == month_first or (month_first and _BRITISH.search(text)):
        return None
    return day_first


def _spelt(match: re.Match[str], *, is_day_first: bool) -> str:
    day, month = (match[1], match[3]) if is_day_first else (match[3], match[1])
    return f"{match[4]}-{int(month):02d}-{int(day):02d}"
