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


def interrupts(mark: Mark, line: str, before: str, form: Form) -> bool:
    """Whether a mark opens an item although no blank line stands before it.

    In the middle of a wrapped paragraph a dash or a number is often only where the line broke; there an item
    needs a colon before it, the first number, or a capital after a dash. `form` is of the block it would end.
    """
    if form is mark.form or before.endswith(":") or mark.sign in _ROUND:
        return True
    if mark.form is Form.NUMBERED:
        return mark.sign in {"1", "a", "i", "1.1"}
    return line[mark.end].isupper() and before.endswith((".", "!", "?", "”", '"', ";"))
