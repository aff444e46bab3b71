"""The head of a text: what stands above its first running text, its lines cut into cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.briefs.block import Heading, Part, join, plain
from trainer.briefs.brief import Form
from trainer.briefs.cells import ANSWERS, GREETING, LABELLED, Kind, is_open, kind_of
from trainer.briefs.signals import named_of, subject_of
from trainer.briefs.told import speaks_of_itself

_CUT = re.compile(r"\s{3,}|\t+\s*|\s*[|│]\s*")
"""What parts a line into cells: a gap, a tab or a bar."""
_EDGE = "*_~#=<> "
_LONGEST = 200
"""Characters of lines that are no paragraph, however they end."""
_LONG = 120
"""Characters of a question that heads a text."""
_SENTENCE = 60
"""Characters of words with a colon behind them that lead on to a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands alone on a line of the head, or between gaps or bars."""

    text: str
    kind: Kind
    line: int
    """1-based line in the file."""
    part: int
    """Of the parts of the text, from 0."""
    column: int = 0
    level: int = 0
    """1 for the highest heading of a text whose markup has levels; 0 without."""
    is_lone: bool = True
    """Whether nothing stands beside it on its line, nor right above or below it."""


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a text."""

    cells: tuple[Cell, ...]
    end: int
    """How many parts it has: the first running text is the part of this number."""


def read_head(parts: Sequence[Part]) -> Head:
    """The cells above the first running text; none if the text begins at once, or never."""
    end = next((place for place, part in enumerate(parts) if runs(part)), 0)
    return Head(tuple(cell for place in range(end) for cell in _cells(parts[place], place)), end)


def runs(part: Part) -> bool:
    """Whether a part is running text: an item of a list, or a paragraph of sentences."""
    if isinstance(part, Heading):
        return False
    if part.form is not Form.PARAGRAPH:
        return True
    kinds = [kind_of(line) for line in part.lines]
    lines = [line for line, kind in zip(part.lines, kinds, strict=True) if is_open(kind)]
    text = join(tuple(lines))
    is_form = kinds[0] in ANSWERS and sum(kind in ANSWERS for kind in kinds) > 1
    if is_form or 2 * len(lines) < len(part.lines) or speaks_of_itself(text) or GREETING.fullmatch(text):
        return False
    ends = text.rstrip("”\"')")
    return (
        len(text) > _LONGEST
        or (ends.endswith(".") and " " in text)
        or (ends.endswith(("?", "!")) and len(text) > _LONG)
        or (ends.endswith(":") and len(text) > _SENTENCE)
    )


def _cells(part: Part, place: int) -> Iterator[Cell]:
    """The cells of one part, those of tables and lists of contents left out."""
    lines = (part.text,) if isinstance(part, Heading) else part.lines
    level = part.level if isinstance(part, Heading) else 0
    rows = [[text for cut in _CUT.split(line) if (text := plain(cut).strip(_EDGE))] for line in lines]
    is_table = sum(len(row) > 1 for row in rows) > 2
    for number, row in enumerate(rows):
        whole = kind_of(lines[number])
        for column, text in enumerate(
            [subject_of(lines[number]) or named_of(lines[number])] if whole in LABELLED else row
        ):
            kind = Kind.FIELD if is_table and column else _within(whole, kind_of(text), len(row))
            yield Cell(text, kind, part.line + number, place, column, level, len(lines) == len(row) == 1)


def _within(whole: Kind, kind: Kind, count: int) -> Kind:
    """The kind of a cell of a line: what the whole line is, unless it only dates or numbers its other cells."""
    return whole if count == 1 or whole in LABELLED | {Kind.CHROME} else kind
