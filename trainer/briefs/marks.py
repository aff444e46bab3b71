"""The marks that open an item of a list: bullets, numbers and letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.briefs.brief import Form

_BULLET = re.compile(
    r"(?P<mark>[•‣◦▪▫●○■□∙·⁃►▶➢➤✓❖–—*+-])\s+(?=\S)|(?P<round>[•‣◦▪●■►▶➢➤❖])(?=\w)|o(?:\t+(?=\S)|\s+(?=[A-Z“\"]))"
    r"|(?P<quote>>)\s+(?=[A-Z\d“\"].{20,}[.!?][”\")]?$)"
)
"""A `>` is one before whole sentences, and no mark of what a letter quotes line by line."""
_NUMBER = re.compile(
    r"(?:\((?P<inner>\d{1,3}|[a-z]|[ivx]{1,5})\)|(?P<outer>\d{1,3}|[a-z]|[ivx]{1,5})\)|(?P<dotted>\d{1,3})\.)\s+(?=\S)"
    r"|(?P<letter>[a-z])\.\s+(?=[A-Z“\"(])|(?P<early>[a-h])\.\s+(?=\d{1,2}\s[A-Z])"
)
_PARTS = re.compile(r"(?P<number>\d{1,3}(?:\.(?:\d{1,3}|[a-z])){1,3})[.)]?\s+(?=[A-Z“\"(]|\d{1,2} [A-Z])")
_CAPITAL = re.compile(r"^(?P<indent>\s*)(?P<letter>[A-Z])\.\s+(?=[A-Z0-9“\"(])")
_SMALL = re.compile(r"^(?P<indent>\s*)(?P<letter>[a-z])\.\s+(?=\S)")
_FIRST = frozenset({"1", "a", "i", "1.1", "1.a"})
_GAP = 3
"""How far a number may be ahead of the last one, for a list that skips some."""
_ROUND = "•‣◦▪●■►▶➢➤❖"


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
    >>> find_mark("> Nickel settled at 35,550 dollars on Friday.").end, find_mark("> as you wrote in your last letter")
    (2, None)
    """
    if match := _BULLET.match(line):
        return Mark(Form.BULLET, match["mark"] or match["round"] or match["quote"] or "o", match.end())
    if match := _NUMBER.match(line):
        return Mark(Form.NUMBERED, match[match.lastgroup or 0], match.end())
    if match := _PARTS.match(line):
        return Mark(Form.NUMBERED, match["number"], match.end())
    return None


def with_letters(rows: Sequence[str]) -> list[str]:
    """The rows with `A.`, `B.` or `a.`, `b.` and so on written as `a)`, `b)`, where they open rows in their order.

    Alone a capital with a full stop is an initial, and `c.` stands before a year.

    >>> with_letters(["A. The dam held.", "B. The road is open.", "A. Smith said so."])
    ['a) The dam held.', 'b) The road is open.', 'A. Smith said so.']
    """
    return _lettered(_lettered(rows, _CAPITAL, "A"), _SMALL, "a")


def _lettered(rows: Sequence[str], form: re.Pattern[str], first: str) -> list[str]:
    """The rows of which letters of one form open two in their order, each letter with a bracket."""
    lettered = list(rows)
    last: tuple[int, str] | None = None
    for place, row in enumerate(rows):
        if not (match := form.match(row)):
            continue
        letter = match["letter"]
        if last and ord(letter) == ord(last[1]) + 1:
            for each in (last[0], place):
                lettered[each] = form.sub(lambda found: f"{found['indent']}{found['letter'].lower()}) ", rows[each])
        last = (place, letter) if letter == first or (last and ord(letter) == ord(last[1]) + 1) else last
    return lettered


def unmarked(text: str) -> tuple[Form, str]:
    """The form of a paragraph that may begin with a mark, and its text without the mark.

    >>> unmarked("• The junta spoke.")
    (<Form.BULLET: 'bullet'>, 'The junta spoke.')
    """
    mark = find_mark(text)
    return (mark.form, text[mark.end :]) if mark else (Form.PARAGRAPH, text)


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
