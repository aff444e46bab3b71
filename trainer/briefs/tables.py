"""The tables of a plain text: rows of cells between bars, tabs or wide spaces, and lists of contents."""

from __future__ import annotations

import re

from trainer.briefs.notices import Role, find_notices

_LONGEST_ROW = 400
_BAR = re.compile(r"(?<=\S) ?[|│] ?(?=\S)|^[|│]|[|│]$|\+-{2,}")
_WIDE = re.compile(r"(?<=\S)(?:\t+| {3,})\s*(?=\S)")
_PAIR = re.compile(r"\S.{0,50}?(?:\t+| {3,})\s*\S.{0,60}")
_PAIRS = 3
"""Rows of two cells in a row that are a table; one or two can be a line set in the middle or a head."""
_FRAMED = re.compile(r"\s*[|│║]\s+(?P<text>[^|│║]*\S)\s*[|│║]\s*")
_FRAME = re.compile(r"\s*[+┌└├╔╚╠*]?[-─═+=*]{5,}[+┐┘┤╗╝╣*]?\s*")
_LEADERS = re.compile(r"\S.*?(?:\.{3,}|(?:\. ){3,}|…{2,})\s*\d{1,4}$")


def without_frames(lines: list[str]) -> list[str]:
    """The lines with each box about some of them taken off: a rule above and below, a bar at both edges.

    >>> without_frames(["+------+", "| Mali |", "+------+"])
    ['', 'Mali', '']
    """
    kept = list(lines)
    top: int | None = None
    for place, line in enumerate(lines):
        if _FRAME.fullmatch(line):
            if top is not None and place > top + 1:
                inside = [match["text"] for each in lines[top + 1 : place] if (match := _FRAMED.fullmatch(each))]
                kept[top : place + 1] = ["", *inside, ""]
            top = place
        elif not _FRAMED.fullmatch(line):
            top = None
    return kept


def without_tables(lines: list[str]) -> tuple[list[str], list[int]]:
    """The lines with those of tables emptied, and where each table begins, from 0."""
    rows = _rows(lines)
    starts: list[int] = []
    kept = list(lines)
    for number, is_row in enumerate(rows):
        if not is_row:
            continue
        kept[number] = ""
        if not (number and rows[number - 1]):
            starts.append(number)
    return kept, starts


def _rows(lines: list[str]) -> list[bool]:
    """For each line whether it is a row of a table: one beside another row of three cells, or of many of two."""
    cells = [_is_row(line) for line in lines]
    pairs = [not is_row and _is_pair(line) for is_row, line in zip(cells, lines, strict=True)]
    contents = [
        line[-1:].isdigit() and len(line) <= _LONGEST_ROW and bool(_LEADERS.match(line.strip())) for line in lines
    ]
    rows = list(contents)
    for number, is_row in enumerate(cells):
        beside = cells[max(0, number - 1) : number + 2]
        rows[number] = rows[number] or (is_row and sum(beside) > 1)
    run = 0
    for number, is_pair in enumerate([*pairs, False]):
        if is_pair:
            run += 1
            continue
        if run >= _PAIRS:
            rows[number - run : number] = [True] * run
        run = 0
    return rows


def _is_pair(line: str) -> bool:
    """Whether a line has two cells, none of which is a sentence or says something of the brief."""
    line = line.strip()
    return bool(_PAIR.fullmatch(line)) and not line.endswith((".", "!", "?", ":")) and not find_notices(line, 0)


def _is_row(line: str) -> bool:
    """Whether a line has three cells or more: between bars, tabs or wide spaces."""
    if len(line) > _LONGEST_ROW:
        return False
    line = line.strip()
    notices = find_notices(line, 0)
    gaps = max(len(_BAR.findall(line)), len(_WIDE.findall(line)))
    is_said = 2 * len(notices) > gaps and any(notice.role is not Role.CREDIT for notice in notices)
    return gaps > 1 and not is_said
