"""What the cells of a row say of the day of a brief, whatever else stands in the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from trainer.briefs.dating import LONGEST, SEGMENT, find_datings, read_segment, tells_day
from trainer.briefs.daylabels import ANOTHERS, ISSUED, OTHER_DAY
from trainer.briefs.days import EDGE, Dating, Ground
from trainer.briefs.naming import is_name
from trainer.briefs.rows import Row

_PARTS = re.compile(
    rf"{SEGMENT.pattern}|(?<=\d)\s+(?=[(\[])|(?<=\d[.])\s+(?=(?-i:[A-Z]))|(?<=\d{{4}}),\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(
    r"(?:^|\s)(?:[A-Za-z]+(?<!unit)ed|on|in|at|by|since|from|until|before|after|of|to|the)$|\?", re.IGNORECASE
)
"""In words that make a day that of something else: `Established`, `Appeal launched`, `On`."""
_ASIDE = re.compile(r"\s*\([^()]*\)$")
"""Behind a label: `Date (local)`."""
_SIGNED = re.compile(r"^[(/]*(?:signed|sgd\.?|s)[)/:]+\s*(?=[A-Z])", re.IGNORECASE)
_ENDS = (".", "!", "?")
_FEWEST_TOLD = 3
_SMALL_TOLD = 0.5
_LABEL_WORDS = 5
_PAIR = 2


def datings_of(row: Row, *, is_form: bool) -> Iterator[Dating]:
    """What the cells of a row say, each behind the label that the cell before it may be; in a form it must be one."""
    cells = [cell.strip() for cell in row.cells]
    for place, cell in enumerate(cells):
        label = _ASIDE.sub("", cells[place - 1].strip(" :")) if place else ""
        behind = read_cell(f"{label}: {cell.strip(' :')}", is_parted=False) if _can_be_label(label) else []
        labelled = [dating for dating in behind if dating.ground is not Ground.NAMED]
        if labelled or cell.startswith(":") or _is_anothers(label):
            yield from labelled
            continue
        names = [other for other in cells if other != cell and is_name(_ASIDE.sub("", other))]
        if is_form and place and not names:
            continue
        beside = names[0] if len(cells) == _PAIR and len(names) == 1 else ""
        for dating in read_cell(cell, is_parted=len(cells) > 1):
            if not (is_form and dating.name):
                yield replace(dating, name=dating.name or beside)


def _can_be_label(text: str) -> bool:
    return 0 < len(text.split()) <= _LABEL_WORDS


def _is_anothers(label: str) -> bool:
    """Whether a label says that the day behind it is another than the brief's."""
    return bool(_can_be_label(label) and (OTHER_DAY.search(label) or _ANOTHERS.search(label)))


def heads_another(above: str, row: Row) -> bool:
    """Whether a short line right above a row says that its day is another than the brief's: `Next update`."""
    return len(row.cells) == 1 and len(above.split()) <= _LABEL_WORDS and bool(OTHER_DAY.match(above.strip()))


def read_cell(cell: str, *, is_parted: bool) -> list[Dating]:
    """Each day or period that a cell of a row gives as the brief's own.

    >>> [str(dating.day) for dating in read_cell("As of 24 March 2019. Next report: 26 March 2019.", is_parted=False)]
    ['2019-03-24']
    """
    cell = _SIGNED.sub("", cell.strip())
    if len(cell) > LONGEST and ISSUED.match(cell) is not None:
        cell = cell.partition(",")[0]  # `This summary: 14 December 2016, drawn from ...`
    if len(cell) > LONGEST or not tells_day(cell):
        return []
    datings = list(find_datings(cell)) or _in_parts(cell, is_parted=is_parted)
    return [dating for dating in datings if not (_ANOTHERS.search(dating.name) or ANOTHERS.search(dating.name))]


def _in_parts(cell: str, *, is_parted: bool) -> list[Dating]:
    """What the parts of a cell say; beside a sentence only what a label makes the brief's own."""
    parts = [part for part in _PARTS.split(cell) if part.strip(EDGE)]
    read = [read_segment(part, is_parted=is_parted or len(parts) > 1) for part in parts]
    others = [part for part, dating in zip(parts, read, strict=True) if dating is None]
    is_told = any(map(_is_told, others or [cell]))
    return [dating for dating in read if dating and not (is_told and dating.ground is Ground.NAMED)]


def _is_told(text: str) -> bool:
    """Whether words are a sentence rather than names: half of them in small letters, or closed by a full stop."""
    words = text.split()
    if len(words) < _FEWEST_TOLD or "@" in text or OTHER_DAY.search(text):
        return False
    small = sum(word[0].islower() for word in words)
    return text.endswith(_ENDS) or (words[0][0].isupper() and small >= _SMALL_TOLD * len(words))
