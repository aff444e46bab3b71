"""What a network points at in a text: the words that are its title, and those that tell on which day it was written.

`bench/heads.py` trained it on the heads of papers in `bench/heads.jsonl`; it starts from the layers of the network that
parses and shares its words. It reads how a text begins and how it ends, line by line.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from trainer.briefs.apparatus import is_back_matter
from trainer.briefs.block import plain
from trainer.briefs.dating import LONGEST
from trainer.briefs.namedays import Named, named_in
from trainer.briefs.naming import is_event
from trainer.briefs.resort import find_resort
from trainer.briefs.rows import Row

FOLDER = Path(__file__).parent / "pointer"
"""The weights that ship with the package."""
MOST_PIECES = 500
"""Of words that are read."""
TITLE, DAY = 0, 1
"""The marks."""
_HEAD, _TAIL = 1_400, 400
"""Characters of the beginning and of the end of a text that are read, in whole lines."""
_LONGEST = 400
"""Characters of a line that are read, and of a title."""
_MOST_ROWS = 200
"""Rows at either end that are looked at."""
_PART, _LINE, _GAP = " ¶ ", " | ", " …"
"""What stands between two rows that an empty one parts, between two others, and where rows are left out."""
_NONE = Row(-1, 0, "")
_BETWEEN = " ¶|…"
_HELD = -2.0
"""The least logit of a word between two that are marked, for it to be taken with them."""
_SHORTEST, _SHORTEST_DATED = 160, 400
"""Characters of a text of which the network can tell what it is called, and when it was written."""
_BESIDE = 70
"""Characters beside a day that can say whose it is, in a long line."""
_SURE = 6.0
"""A greater logit says no more."""
_CELL = re.compile(r"\s{2,}|\t|\s[|│·•¶]\s(?:#+\s)?|(?<=\S):\s+(?=\S)")
"""What parts the cells of a line, a label from what it names among them."""
_CLOSING = re.compile(r"[\w'’.%-]*(?<=[\w%])[?!)”\"’]*")
_MARKUP = re.compile(r"\*\*|__|^#+ ")
_JOINTS = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_GOES_ON = re.compile(rf"\.(?!\w)|:(?={re.escape(_PART)}|{re.escape(_LINE)}|$)")
_SEAM = re.compile(rf"\s*(?:{re.escape(_LINE)}|(?P<part>{re.escape(_PART)})(?:#+ )?)\s*")
_EDGE = " #*_|/·•–—-"
_CLOSED = (":", "?", "!", "-", "–", "—", ",", ";")


class Word(NamedTuple):
    """A word of a sheet."""

    begin: int
    """At which character."""
    logits: list[float]
    """By the marks; above 0 for a word that bears one."""


@dataclass(frozen=True)
class Sheet:
    """How a text begins and ends, on one line, and what the network says of its words."""

    text: str = ""
    starts: tuple[int, ...] = ()
    """At which character each of its lines begins."""
    lines: tuple[int, ...] = ()
    """The 1-based number of each in the file."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Those that were read, in order."""
        from trainer.transformer.marked import marker

        begins, logits = marker(FOLDER).marks(self.text, MOST_PIECES)
        words = map(Word, begins.tolist(), logits.tolist())
        return tuple(word for word in words if self.text[word.begin].isalnum())

    def mark(self, mark: int, start: int, end: int) -> float:
        """The mean logit of a mark over the words between two characters; without end below 0 if none is there."""
        first, last = (bisect_left(self.words, place, key=lambda word: word.begin) for place in (start, end))
        logits = [word.logits[mark] for word in self.words[first:last]]
        return sum(logits) / len(logits) if logits else -math.inf

    def line_at(self, place: int) -> int:
        """The number of the line at a character."""
        return self.lines[bisect_right(self.starts, place) - 1]


EMPTY = Sheet()


@dataclass(frozen=True, slots=True)
class Pointed:
    """A title and where it stands; empty if no words are marked."""

    title: str = ""
    lines: range = range(0)
    """The numbers of its lines in the file."""

    def __bool__(self) -> bool:
        """Whether there is a title."""
        return bool(self.title)


def sheet_of(rows: Sequence[Row]) -> Sheet:
    """The rows at the beginning and at the end of a file as the network reads them."""
    near = [*rows[:_MOST_ROWS], *rows[max(_MOST_ROWS, len(rows) - _MOST_ROWS) :]]
    told = [(row, not above.text) for above, row in pairwise([_NONE, *near]) if row.text]
    said = [f"{'#' * row.level} {row.text}".strip()[:_LONGEST] for row, _ in told]
    head = bisect_left(list(accumulate(map(len, said))), _HEAD) + 1
    foot = max(head, len(said) - bisect_left(list(accumulate(map(len, reversed(said)))), _TAIL))
    text, starts, lines = "", [], []
    for place in (*range(min(head, len(said))), *range(foot, len(said))):
        row, is_first = told[place]
        if text:
            text += (_GAP if place == foot > head else "") + (_PART if is_first else _LINE)
        starts.append(len(text))
        lines.append(row.line)
        text += said[place]
    return Sheet(text, tuple(starts), tuple(lines))


def title_in(sheet: Sheet) -> Pointed:
    """The words that most bear the mark of a title, in whole cells."""
    if len(sheet.text) < _SHORTEST:
        return Pointed()
    runs = [run for run in _runs(sheet.words) if not _is_sentence(sheet, run)]
    if not runs:
        return Pointed()
    run = max(runs, key=_weight)
    closing = _CLOSING.match(sheet.text, run[-1].begin)
    start, end = _in_cells(sheet, run[0].begin, closing.end() if closing else len(sheet.text))
    title = _joined(sheet.text[start:end])
    if len(title) > _LONGEST:
        return Pointed()
    return Pointed(title, range(sheet.line_at(start), sheet.line_at(end - 1) + 1))


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that are marked as a title one behind the other, single doubtful ones among them."""
    marks = [word.logits[TITLE] for word in words]
    between = (-math.inf, *marks, -math.inf)
    is_in = [mark > 0 or (mark > _HELD and before > 0 < after)
             for before, mark, after in zip(between, marks, between[2:], strict=False)]  # fmt: skip
    for is_marked, run in groupby(zip(is_in, words, strict=True), key=itemgetter(0)):
        if is_marked:
            yield [word for _, word in run]


def _is_sentence(sheet: Sheet, run: Sequence[Word]) -> bool:
    """Whether words end in a full stop, as those of a title seldom do, or lead on to a list."""
    closing = _CLOSING.match(sheet.text, run[-1].begin)
    return closing is not None and _GOES_ON.match(sheet.text, closing.end()) is not None


def _weight(run: Sequence[Word]) -> float:
    """How much speaks for a run of words: the surer and the longer, the more."""
    return float(sum(min(word.logits[TITLE], _SURE) for word in run) / math.sqrt(len(run) + 1))


def _in_cells(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The words with the rest of their cells, if that is near to being marked, or is the day of what happened."""
    line = max((at for at in sheet.starts if at <= start), default=0)
    begin = max((cut.end() for cut in _CELL.finditer(sheet.text, line, start)), default=line)
    stop = next((cut.start() for cut in _CELL.finditer(sheet.text, end)), len(sheet.text))
    start = begin if _is_held(sheet, begin, start) else start
    behind = sheet.text[end:stop]
    is_its_day = behind.startswith(",") and is_event(sheet.text[start:end]) and any(named_in(behind))
    return start, stop if is_its_day or _is_held(sheet, end, stop) else end


def _is_held(sheet: Sheet, start: int, end: int) -> bool:
    """Whether what stands between two characters may go with the title: signs alone, or words that are near it."""
    return not any(map(str.isalnum, sheet.text[start:end])) or sheet.mark(TITLE, start, end) > _HELD


def _joined(text: str) -> str:
    """The lines of a title on one, a colon between a title and the part below it that says more."""
    title = ""
    while (seam := _SEAM.search(text)) is not None:
        line, text = text[: seam.start()].strip(), text[seam.end() :]
        is_apart = seam["part"] or _is_set_otherwise(line, text.split(_LINE)[0])
        title += line + (": " if is_apart and not title and not line.endswith(_CLOSED) else " ")
    return plain(_MARKUP.sub("", (title + text).strip(_EDGE)))


def _is_set_otherwise(line: str, below: str) -> bool:
    """Whether the line below one is no more of it: one alone stands in capitals, or a sentence of its own begins."""
    words = below.split()
    is_sentence = words[:1] != [] and words[0][:1].isupper() and 2 * sum(map(str.islower, words)) > len(words)
    return line.isupper() != below.isupper() or (is_sentence and line.rpartition(" ")[2] not in _JOINTS)


def day_in(sheet: Sheet) -> Named | None:
    """The day or the month whose words most bear the mark of the day; None if none do."""
    if len(sheet.text) < _SHORTEST_DATED:
        return None
    found = [(sheet.mark(DAY, each.start, each.end), each) for each in named_in(sheet.text)]
    own = [(mark, each) for mark, each in found if mark > 0 and _may_be_own(sheet, each)]
    return max(own, key=lambda each: each[0], default=(0.0, None))[1]


def _may_be_own(sheet: Sheet, named: Named) -> bool:
    """Whether the words of its line leave it open that a day is that of the paper; none below its sources."""
    at = bisect_right(sheet.starts, named.start) - 1
    first, last = sheet.starts[at], (*sheet.starts, len(sheet.text))[at + 1]
    if last - first > LONGEST:
        first, last = max(first, named.start - _BESIDE), min(last, named.end + _BESIDE)
    line = sheet.text[first:last].rstrip(_BETWEEN)
    if any(map(is_back_matter, re.split(r" [¶|] ", sheet.text[: sheet.starts[at]]))):
        return False
    return any(found.day == named.day for found, _ in find_resort([Row(0, sheet.lines[at], line)]))
