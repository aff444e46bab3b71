"""The marks that open an item of a list: bullets, numbers and letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.briefs.brief import Form

_BULLET = re.compile(r"(?P<mark>[•‣◦▪●○■□∙·⁃–—*+-])\s+(?=\S)|(?P<round>[•‣◦▪●■])(?=\w)|o\t+(?=\S)")
_NUMBER = re.compile(
    r"(?:\((?P<inner>\d{1,3}|[a-z]|[ivx]{1,5})\)|(?P<outer>\d{1,3}|[a-z]|[ivx]{1,5})\)|(?P<dotted>\d{1,3})\.)\s+(?=\S)"
)
_PARTS = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})\.?\s+(?=[A-Z“\"(])")
_FIRST = frozenset({"1", "a", "i", "1.1"})
_GAP = 3
"""How far a number may be ahead of the last one, for a list that skips some."""
_ROUND = "•‣◦▪●■"


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark that a line begins with."""

    form: Form
    sign: str
    """The bullet, or the number or letter without its brackets."""
    end: int
    """Where the item's text begins in the line."""


def find_mark(line: str) -> Mark | None:
    """The mark at the beginning of a stripped line, None if the line has none.

    >>> find_mark("3.2 Access")
    Mark(form=<Form.NUMBERED: 'numbered'>, sign='3.2', end=4)
    """
    if match := _BULLET.match(line):
        return Mark(Form.BULLET, match["mark"] or match["round"] or "o", match.end())
    if match := _NUMBER.match(line):
        return Mark(Form.NUMBERED, match["inner"] or match["outer"] or match["dotted"], match.end())
    if match := _PARTS.match(line):
        return Mark(Form.NUMBERED, match["number"], match.end())
    return None


def interrupts(mark: Mark, line: str, before: str, over: Mark | None) -> bool:
    """Whether a mark opens an item although no blank line stands before it.

    In the middle of wrapped lines a dash or a number is often only where the line broke. There a number must be
    the first or follow on, and a dash needs a capital after it. `before` is the line above, `over` the mark of
    the item that it belongs to, None in a paragraph.
    """
    if before.endswith(":") or mark.sign in _ROUND or mark.sign in _FIRST:
        return True
    if mark.form is Form.NUMBERED:
        return over is not None and over.form is mark.form and _follows(mark.sign, over.sign)
    if over is not None and over.form is mark.form:
        return True
    return line[mark.end].isupper() and before.endswith((".", "!", "?", "”", '"', ";"))


def _follows(sign: str, last: str) -> bool:
    """Whether a number can be the next after another; letters and parts of numbers are taken as they come."""
    return not (sign.isdigit() and last.isdigit()) or 0 < int(sign) - int(last) <= _GAP
