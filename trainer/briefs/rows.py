"""The rows of a file as its house set them, and the cells of each: a day often stands in a cell of its own."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from trainer.briefs.block import Heading, Part
from trainer.briefs.fields import label_of

_PICTURE = re.compile(r"!\[[^][]*\]\([^()]*\)")
_LINK = re.compile(r"\[([^][]+)\]\([^()]*\)")
_BOLD_LABEL = re.compile(r"\s(?=(\*\*|__)[^*_]{2,30}(?::\1|\1:))")
"""Between a value and the next label of a line in Markdown."""
_MARKUP = re.compile(r"\*+|(?<!\w)_{1,9}|_{1,9}(?!\w)|^\s*(?:#{1,6}\s|>+)|`|</?\w+[^<>]*>")
_HEADING = re.compile(r"(#{1,6})\s")
_FRAME = re.compile(r"[\s|+=_~─━═│┌┐└┘├┤┬┴┼╔╗╚╝╠╣║*#.:–—-]*")
_BETWEEN = re.compile(r"\t+|(?<![.!?])\s{2,}|\s{3,}|\s*[|│║]\s*|\s+[·•∙‧●▪♦◆]\s*|\s+//\s+")
_ITEM = re.compile(r"\s*(?:[-–•*▪●]|\(?\d{1,2}[.)]|\(?(?!c\))[a-z][.)])\s+\S")
_SENTENCE_END = re.compile(r"(?:[^\W\d]{3}|\d)\.[\"”’)]*(?=\s+[A-Z“\"]|$)|[^\W\d]\.$|[!?][\"”’)]*\s+[A-Z“\"]")
_PROSE_WORDS = 12
_ITEM_WORDS = 6
_SMALL_SHARE = 0.4
_LONG = 200
_FEWEST_ROWS = 3
_MOST_CELLED = 2_000
"""Characters of a line that is looked at as a row: a longer one is a whole text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file."""

    place: int
    """0-based, counted over the rows."""
    line: int
    """1-based line in the file, or the page of a file that has no lines."""
    text: str
    """Without markup; empty if nothing but a frame or a rule stands there."""
    level: int = 0
    """1 for the highest heading of a text whose markup has levels; 0 for what is none."""

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands between bars, tabs, bullets and runs of spaces; a line that is a whole text is one."""
        if len(self.text) > _MOST_CELLED:
            return (self.text,)
        return tuple(cell for cell in _BETWEEN.split(self.text) if cell.strip(" :"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows between two empty ones, or a row in cells for itself."""

    rows: tuple[Row, ...]
    is_dated: bool = False
    """Whether it is one row that gives a day as the brief's own."""

    @property
    def text(self) -> str:
        """On one line."""
        return " ".join(row.text.strip() for row in self.rows)

    @property
    def is_prose(self) -> bool:
        """Whether sentences stand in it: it belongs to the text, and ends the head."""
        text = self.text if len(self.rows[0].cells) < len(("label", "value")) else max(self.rows[0].cells, key=len)
        words = text.split()
        small = sum(word[0].islower() for word in words)
        told = bool(_SENTENCE_END.search(text)) or len(text) >= _LONG
        return not self.is_dated and len(words) >= _PROSE_WORDS and small >= _SMALL_SHARE * len(words) and told

    @property
    def is_text(self) -> bool:
        """Whether it is prose, or an item of a list."""
        item = not self.is_dated and _ITEM.match(self.rows[0].text) and len(self.text.split()) >= _ITEM_WORDS
        return bool(item) or self.is_prose


_NONE = Row(-1, 0, "")


def rows_of(lines: Iterable[str], first_line: int) -> tuple[Row, ...]:
    """The rows of a text whose first line has this number."""
    return tuple(Row(place, first_line + place, _bare(line), _level(line)) for place, line in enumerate(lines))


def _level(line: str) -> int:
    """How many signs of a heading open a line."""
    marks = _HEADING.match(line)
    return len(marks[1]) if marks is not None else 0


def rows_of_parts(parts: Iterable[Part]) -> tuple[Row, ...]:
    """The rows of a document that has no lines of its own, an empty one below each part."""
    rows: list[Row] = []
    for part in parts:
        lines = (part.text,) if isinstance(part, Heading) else part.lines
        level = max(part.level, 1) if isinstance(part, Heading) else 0
        rows += [Row(place, part.line, _bare(line), level) for place, line in enumerate((*lines, ""), len(rows))]
    return tuple(rows)


def paragraphs_of(rows: Sequence[Row], dated: Container[int] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; a dated row, one in cells, a short one above a longer, and an item are their own."""
    paragraphs: list[list[Row]] = [[]]
    for row in rows:
        if not row.text.strip():
            paragraphs.append([])
            continue
        above = paragraphs[-1][-1] if paragraphs[-1] else None
        is_dated = row.place in dated or (above is not None and above.place in dated)
        is_cut = is_dated or bool(label_of(row.text.strip()))
        if above and (
            is_cut or len(row.cells) > 1 or len(above.cells) > 1 or _ITEM.match(row.text) or _is_apart(above, row)
        ):
            paragraphs.append([])
        paragraphs[-1].append(row)
    return tuple(Paragraph(tuple(found), found[0].place in dated) for found in paragraphs if found)


def forms_in(rows: Sequence[Row]) -> frozenset[int]:
    """The places of the rows that belong to a form: several in a row have two cells, the second below one another."""
    found: set[int] = set()
    run: list[Row] = []
    for row in [*rows, _NONE]:
        if len(row.cells) == len(("label", "value")) and not (run and _column(run[-1]) != _column(row)):
            run.append(row)
            continue
        found.update(each.place for each in run if len(run) >= _FEWEST_ROWS)
        run = [row] if len(row.cells) == len(("label", "value")) else []
    return frozenset(found)


def wrapped_in(rows: Sequence[Row]) -> frozenset[int]:
    """The places of the rows that stand within a sentence: it goes on below them, or they end it in small letters."""
    found: set[int] = set()
    for above, row, below in zip(rows, rows[1:], [*rows[2:], _NONE], strict=False):
        text = row.text.strip()
        goes_on = below.text.strip()[:1].islower() or (text[:1].islower() and text.endswith("."))
        found.update({row.place} if above.text.strip() and goes_on else ())
    return frozenset(found)


def _column(row: Row) -> int:
    """Where the second cell of a row begins; one for all rows with bars."""
    return -1 if "|" in row.text else row.text.find(row.cells[1], len(row.cells[0]))


def _is_apart(above: Row, below: Row) -> bool:
    """Whether a row was ended above another on purpose: it is far shorter, and its sentence is not left open."""
    shorter = 3 * len(above.text.strip()) < 2 * len(below.text.strip())
    return shorter and not below.text.strip()[:1].islower()


def _bare(line: str) -> str:
    """A line without markup and without a frame; a line that is a whole text as it is."""
    if len(line) > _MOST_CELLED:
        return line
    line = _BOLD_LABEL.sub("   ", line)
    line = _LINK.sub(r"\1", _PICTURE.sub("", line.replace("\u00a0", " ").rstrip()))
    return "" if _FRAME.fullmatch(line) else _MARKUP.sub("", line).rstrip()
