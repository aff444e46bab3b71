"""The head of a text: what stands above its first running text, its lines cut into cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from trainer.briefs.block import Block, Heading, Part, join, plain
from trainer.briefs.brief import Form
from trainer.briefs.fields import label_of
from trainer.briefs.headcells import ANSWERS, GREETING, LABELLED, Kind, is_open, kind_of
from trainer.briefs.pointed import Pointed
from trainer.briefs.portions import split_portion
from trainer.briefs.signals import named_of, subject_of
from trainer.briefs.told import speaks_of_itself
from trainer.values.known_names import is_state, names_place

_CUT = re.compile(r"\s{3,}|\t+\s*|\s*[|│]\s*")
"""What parts a line into cells: a gap, a tab or a bar."""
_SET = re.compile(r"\s*:\s{2,}")
_LABEL = re.compile(r"(?:subject|title|headline|topic)\W*", re.IGNORECASE)
"""A label that stands alone above its answer."""
_EDGE = "*_~#=<> "
_BESIDE = re.compile(r"\s+[·—–|/-]\s+")
_LOWEST = 9
"""A greater level than any heading has."""
_MOST_PARTS = 60
"""Parts of a text among which its head ends, or it has none."""
_MOST_LINES = 20
"""Lines of a block of a head."""
_LONGEST = 200
"""Characters of lines that are no paragraph, however they end."""
_FEWEST = 2
"""Rows of a table or a form are more than so many."""
_FEW_LINES = 4
_CODED = frozenset({Kind.NUMBER, Kind.MARKING, Kind.ADDRESS})
"""What no paragraph of prose begins with."""
_CREDITS = frozenset({Kind.DATE, Kind.PEOPLE, Kind.CHROME})
"""What stands below the title of a text."""
_WRAPPED = frozenset({Kind.PEOPLE, Kind.FIELD, Kind.ADDRESS, Kind.ABOUT})
"""What may need more than one line."""
_SHORTEST_CUT = 40
"""Characters of the first half of a sentence."""
_CLOSED = (".", "?", "!", ":", ";")
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
    """The cells above the first running text, or of the first part alone where there is none such."""
    parts = tuple(map(_unmarked, parts[:_MOST_PARTS]))
    end = next((place for place, part in enumerate(parts) if runs(part)), int(len(parts) > 1))
    end = next(
        (place for place in range(1, end) if _is_section(parts[place]) and not _is_kicker(parts, place, end)), end
    )
    above = next((place for place in range(end - 1, -1, -1) if _is_open(parts[place])), end)
    end = above if above < end and _leads_on(parts[above], parts[end]) else end
    cells = [cell for place in range(end) for cell in _cells(parts[place], place)]
    if not any(is_open(cell.kind) or cell.kind in LABELLED for cell in cells) and _is_preamble(parts, end):
        cells += _cells(parts[end + 1], end + 1)
    return Head(tuple(_named(cells)), end)


def _unmarked(part: Part) -> Part:
    """A part without the portion marks of its lines."""
    if isinstance(part, Heading):
        return replace(part, text=split_portion(part.text)[1])
    return replace(part, lines=tuple(split_portion(line)[1] for line in part.lines))


def _is_preamble(parts: Sequence[Part], place: int) -> bool:
    """Whether a few words to the reader stand above the title and its text, as in a mail."""
    if place + 2 >= len(parts) or _is_section(parts[place + 1]):
        return False
    said, below = parts[place : place + 2]
    if isinstance(below, Heading):
        return False
    is_short = isinstance(said, Block) and sum(map(len, said.lines)) < _LONGEST and said.form is Form.PARAGRAPH
    return is_short and len(below.lines) == 1 and _is_open(below) and not runs(below) and runs(parts[place + 2])


def _named(cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells, of which one below a bare `Subject` is what that label names."""
    is_labelled = False
    for cell in cells:
        named = replace(cell, kind=Kind.SUBJECT) if is_labelled and is_open(cell.kind) else cell
        is_labelled = bool(_LABEL.fullmatch(cell.text))
        yield replace(cell, kind=Kind.FIELD) if is_labelled else named


def _is_section(part: Part) -> bool:
    """Whether a part is the heading of a section that papers commonly have."""
    return kind_of(part.text if isinstance(part, Heading) else join(part.lines)) is Kind.SECTION


def _is_kicker(parts: Sequence[Part], place: int, end: int) -> bool:
    """Whether the name of a section only says what kind of text the title below it has: `ANALYSIS` on a page."""
    if not any(map(_is_open, parts[place + 1 : end])):
        return False
    return not any(map(_is_open, parts[:place])) or any(map(_is_credit, parts[place + 2 : end]))


def _is_credit(part: Part) -> bool:
    """Whether a part only says who wrote a text, or when."""
    lines = (part.text,) if isinstance(part, Heading) else part.lines
    return all(kind_of(line) in _CREDITS for line in lines)


def _is_open(part: Part) -> bool:
    return isinstance(part, Heading) or is_open(kind_of(join(part.lines)))


def _leads_on(part: Part, below: Part) -> bool:
    """Whether a paragraph begins the sentence of a list, as `The ministry named:`, or one that a gap has cut."""
    if not isinstance(part, Block) or not isinstance(below, Block) or part.form is not Form.PARAGRAPH:
        return False
    is_list = below.form is not Form.PARAGRAPH
    text = join(part.lines)
    is_cut = not is_list and below.lines[0].split()[0].islower() and runs(below) and len(text) >= _SHORTEST_CUT
    is_cut = is_cut and text[-1] not in _CLOSED and below.lines[0].split()[0].isalpha()
    return (is_list and text.endswith(":")) or is_cut


def runs(part: Part) -> bool:
    """Whether a part is running text: an item of a list, or a paragraph of sentences."""
    if isinstance(part, Heading):
        return False
    if part.form is not Form.PARAGRAPH or len(part.lines) > _MOST_LINES:
        return True
    kinds = [kind_of(line) for line in part.lines]
    lines = [line for line, kind in zip(part.lines, kinds, strict=True) if is_open(kind)]
    text = join(tuple(lines))
    is_form = kinds[0] in ANSWERS and sum(kind in ANSWERS for kind in kinds) > 1
    is_coded = not _CODED.isdisjoint(kinds[:2]) and len(kinds) <= _FEW_LINES
    most = len(kinds) if len(kinds) <= _FEWEST else len(kinds) + 1
    if is_form or is_coded or 2 * len(lines) < most or speaks_of_itself(text) or GREETING.fullmatch(text):
        return False
    ends = text.rstrip("”\"')")
    return (
        len(text) > _LONGEST or (ends.endswith(".") and " " in text) or (ends.endswith(":") and len(text) > _SENTENCE)
    )


def _cells(part: Part, place: int) -> Iterator[Cell]:
    """The cells of one part, each of the kind that its line and the lines beside it give it."""
    lines = (part.text,) if isinstance(part, Heading) else part.lines
    level = part.level if isinstance(part, Heading) else 0
    rows = [_row(line) for line in lines]
    is_table = sum(len(row) > 1 for row in rows) > _FEWEST
    is_form = sum(bool(label_of(line)) for line in lines) > _FEWEST
    kind = Kind.TITLE
    for number, row in enumerate(rows):
        kind = _kind_within(lines, number, kind)
        is_field = (is_form and number and _asks(lines[number])) or any(map(_is_figure, row[1:]))
        kind = Kind.FIELD if is_field and is_open(kind) else kind
        for column, text in enumerate(row):
            own = Kind.FIELD if column and (is_table or text[:1].islower()) else _within(kind, row, column)
            yield Cell(text, own, part.line + number, place, column, level, len(lines) == len(row) == 1)


def _kind_within(lines: Sequence[str], number: int, above: Kind) -> Kind:
    """The kind of a line among others, `above` being that of the line above: one line alone has no column of answers.

    A line that begins small goes on with an answer, or with the names of people.
    """
    if above in _WRAPPED and number and lines[number][:1].islower():
        return above
    return kind_of(_SET.sub(": ", lines[0]) if len(lines) == 1 else lines[number])


def _row(line: str) -> list[str]:
    """The cells of a line; of one that says what the text is about, the answer alone."""
    subject = subject_of(line) or named_of(line)
    cuts = [subject] if subject else _CUT.split(line)
    return [text for cut in cuts if (text := plain(cut).strip(_EDGE)) and any(map(str.isalnum, text))]


def _asks(line: str) -> bool:
    """Whether a line of a form gives an answer, and no headline that names its place first."""
    label, colon, answer = line.partition(": ")
    return bool(colon) and not (is_state(label) and " " in answer)


def _is_figure(text: str) -> bool:
    return text[:1].isdigit() and " " not in text


def _within(whole: Kind, row: Sequence[str], column: int) -> Kind:
    """The kind of a cell of a line: what the whole line is, unless it only dates or numbers its other cells."""
    if len(row) == 1 or whole in LABELLED | {Kind.CHROME, Kind.FIELD}:
        return whole
    if whole is Kind.NUMBER:
        return whole
    kind = kind_of(row[column])
    is_counted = kind is Kind.TITLE and whole is Kind.SERIES and kind_of(row[-1]) is Kind.NUMBER
    return whole if is_counted else kind


def first_title(head: Head) -> Pointed:
    """What a head names as its subject, else its highest heading or first line that can be the title."""
    named = (cell for cell in head.cells if cell.kind in LABELLED)
    open_ = sorted((cell for cell in head.cells if is_open(cell.kind) and not cell.column), key=_standing)
    cell = next(chain(named, open_), None)
    return Pointed(cell.text, range(cell.line, cell.line + 1)) if cell is not None else Pointed()


def _standing(cell: Cell) -> tuple[bool, int]:
    """How little a cell looks like a title."""
    return cell.kind is not Kind.TITLE, cell.level or _LOWEST


def led_by_state(head: Head, pointed: Pointed) -> str:
    """A title behind the state that opens a line above it: `PAKISTAN`, or `MARKET WATCH · SOUTH SUDAN`.

    Not if it names a place itself, nor in a letter.
    """
    is_letter = any(cell.kind is Kind.GREETING for cell in head.cells)
    if not pointed or is_letter or names_place(pointed.title):
        return pointed.title
    above = [cell.text for cell in head.cells if cell.line < pointed.lines.start and not cell.column]
    states = [part.strip() for text in above for part in _BESIDE.split(text) if is_state(part.strip())]
    return f"{states[-1]}: {pointed.title}" if states else pointed.title


def publisher_above(head: Head, line: int) -> str:
    """The first name of a house or of a series above a line, a house rather than a series; empty if there is none."""
    above = [cell for cell in head.cells if cell.line < line and not is_state(cell.text)]
    return next((cell.text for kind in (Kind.HOUSE, Kind.SERIES) for cell in above if cell.kind is kind), "")
