"""Every day and period that the rows of a file give as its own: in its head, its foot and its text, and why."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from trainer.briefs.apparatus import is_back_matter
from trainer.briefs.cells import datings_of, heads_another
from trainer.briefs.dates import split_dateline
from trainer.briefs.days import LABELLED, Dating, Ground
from trainer.briefs.resort import find_resort
from trainer.briefs.rows import Paragraph, Row, forms_in, paragraphs_of, wrapped_in
from trainer.briefs.told import find_told, find_yearless
from trainer.briefs.undated import find_dateline_day, years_in

Dated = Mapping[int, tuple[Dating, ...]]
"""What each dated row says, by its place."""
_ENDS = 3
"""Paragraphs of the text at its head and at its foot in which it may date itself."""
_STANDFIRST = 300
"""Characters of what a title says more of its text."""
_MOST_IN_TABLE = 2
"""Different days in cells of the head that no label explains; more are the days of a table."""
_FEWEST_WORDS = 3
_MOST_LAST = 60
"""Rows of a head, or of a foot, that are read as a last resort."""
_LONGEST_LAST = 2_000
"""Characters of such a row: a longer one is a whole text."""
_MOST_ROWS = 1_000
"""Rows at either end of a file that are read for days."""


_REFERENCES = re.compile(r"ref(?:erence)?s?\.?:?", re.IGNORECASE)


class Place(IntEnum):
    """Where a day stands; where they differ, the lower holds."""

    HEAD = 0
    """Before the first paragraph of the text."""
    FOOT = 1
    """Behind its last, or near it behind a label."""
    TEXT = 2
    """In a sentence of its first or last paragraphs."""
    LEAD = 3
    """Below a first paragraph that is no more than a standfirst."""
    RESORT = 4
    """Anywhere in the head, where no rule reads it but nothing says that it is another's."""
    LAST_RESORT = 5
    """The same at the foot."""
    BODY = 6
    """Between the paragraphs, where it is the day of what follows and never the brief's own."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One day or period, and what makes it the brief's own."""

    dating: Dating
    place: Place
    line: int

    @property
    def rank(self) -> tuple[float, float]:
        """The lower, the surer: how far a head's knowledge goes is less sure than a day of issue at the foot."""
        late = self.place is Place.HEAD and self.dating.ground > Ground.NAMED
        return (Place.FOOT, Ground.ISSUED + self.dating.ground / 10) if late else (self.place, self.dating.ground)


def find_sightings(rows: Sequence[Row]) -> tuple[Sighting, ...]:
    """Each of them, part after part of the file."""
    if len(rows) > 2 * _MOST_ROWS:
        rows = [*rows[:_MOST_ROWS], *rows[-_MOST_ROWS:]]
    forms, wrapped = forms_in(rows), wrapped_in(rows)
    others = {below.place for above, below in pairwise(rows) if heads_another(above.text, below)} | _references(rows)
    skipped = wrapped | others
    read = ((row.place, tuple(datings_of(row, is_form=row.place in forms))) for row in rows if row.place not in skipped)
    dated = {place: found for place, found in read if found}
    paragraphs = paragraphs_of(rows, dated)
    texts = [place for place, paragraph in enumerate(paragraphs) if paragraph.is_text]
    first = next((place for place in texts if paragraphs[place].is_prose), len(paragraphs))
    last = texts[-1] if texts else first
    head, body, foot = paragraphs[:first], paragraphs[first + 1 : last], paragraphs[max(first, last) + 1 :]
    seen = (
        *_in_head(head, dated),
        *_of_dateline(paragraphs, first, last),
        *_in_foot(foot, dated),
        *_in_body(body, dated),
        *(_below_standfirst(paragraphs[first], body, dated) if first < last else ()),
        *_told(paragraphs, first),
    )
    known = {each.dating.day for each in seen if each.place is not Place.BODY}
    return (*seen, *(each for each in _at_last(paragraphs, texts, others) if each.dating.day not in known))


def _references(rows: Sequence[Row]) -> set[int]:
    """The places of the rows that list other papers: right below a line `References`."""
    found: set[int] = set()
    for above, row in pairwise(rows):
        if row.text.strip() and (above.place in found or _REFERENCES.fullmatch(above.text.strip())):
            found.add(row.place)
    return found


def _in_head(paragraphs: Sequence[Paragraph], dated: Dated) -> Iterator[Sighting]:
    """Whatever stands above the text; but days that fill the cells of a table are those of its rows."""
    rows = [row for paragraph in paragraphs for row in paragraph.rows]
    seen = [(dating, row) for row in rows for dating in dated.get(row.place, ())]
    celled = {dating.day for dating, row in seen if dating.ground is Ground.NAMED and len(row.cells) > 1}
    is_table = len(celled) > _MOST_IN_TABLE
    known = [dating.day for dating, _ in seen]
    for dating, row in seen:
        if not (is_table and len(row.cells) > 1 and dating.ground is Ground.NAMED):
            yield Sighting(dating, Place.HEAD, row.line)
    for row in rows:
        yearless = (find_yearless(cell.strip(), known) for cell in row.cells)
        yield from (Sighting(dating, Place.HEAD, row.line) for dating in yearless if dating)


def _of_dateline(paragraphs: Sequence[Paragraph], first: int, last: int) -> Iterator[Sighting]:
    """The day with which a text opens; its year may stand in the text or around it."""
    whole = " ".join(paragraph.text for paragraph in paragraphs)
    around = " ".join(paragraph.text for paragraph in (*paragraphs[:first], *paragraphs[last + 1 :]))
    years = years_in(around)
    for place, paragraph in enumerate(paragraphs[: first + _ENDS]):
        dateline = split_dateline(paragraph.text)
        yearless = find_dateline_day(paragraph.text, whole, years) if place <= first else None
        if day := dateline[0] if dateline else yearless:
            yield Sighting(Dating(day, Ground.NAMED), Place.HEAD, paragraph.rows[0].line)


def _in_foot(paragraphs: Sequence[Paragraph], dated: Dated) -> Iterator[Sighting]:
    """What stands behind the text, up to its sources; of days without a label only one alone."""
    ends = (place for place, paragraph in enumerate(paragraphs) if is_back_matter(paragraph.rows[0].text.strip()))
    seen = list(_seen(paragraphs[: next(ends, len(paragraphs))], dated))
    bare = {dating.day for dating, _ in seen if dating.ground is Ground.NAMED and not dating.whole_month}
    for dating, line in seen:
        if dating.ground is not Ground.NAMED or (len(bare) == 1 and not dating.whole_month):
            yield Sighting(dating, Place.FOOT, line)


def _in_body(paragraphs: Sequence[Paragraph], dated: Dated) -> Iterator[Sighting]:
    """Days between the paragraphs: near the foot a label can make one the brief's own, others head what follows."""
    near = [place for place, paragraph in enumerate(paragraphs) if paragraph.is_text][-_ENDS + 1 :][:1] or [0]
    for place, paragraph in enumerate(paragraphs):
        for dating, line in _seen([paragraph], dated):
            labelled = dating.ground in LABELLED and not dating.whole_month
            yield Sighting(dating, Place.FOOT if labelled and place >= near[0] else Place.BODY, line)


def _below_standfirst(above: Paragraph, body: Sequence[Paragraph], dated: Dated) -> Iterator[Sighting]:
    """The one day in the text, with a name beside it, if nothing but a short paragraph stands above it."""
    seen = list(_seen(body, dated))
    is_next = bool(body) and body[0].rows[0].place in dated
    known = bool(seen) and (seen[0][0].name or seen[0][0].ground in LABELLED)
    if len(seen) == 1 and is_next and len(above.text) <= _STANDFIRST and known:
        yield Sighting(seen[0][0], Place.LEAD, seen[0][1])


def _told(paragraphs: Sequence[Paragraph], first: int) -> Iterator[Sighting]:
    """What the head and the first and the last paragraphs of the text say of the day on which they were written."""
    said = [paragraph for paragraph in paragraphs[first:] if len(paragraph.text.split()) > _FEWEST_WORDS]
    ends = said if len(said) <= 2 * _ENDS else (*said[:_ENDS], *said[-_ENDS:])
    for paragraph in (*paragraphs[:first], *ends):
        if dating := find_told(paragraph.text):
            yield Sighting(dating, Place.TEXT, paragraph.rows[0].line)


def _at_last(paragraphs: Sequence[Paragraph], texts: Sequence[int], others: Container[int]) -> Iterator[Sighting]:
    """Days of which no more is known than that they stand at either end and are not plainly another's."""
    first, second, *_ = (*texts, len(paragraphs), len(paragraphs))
    below = second if first < len(paragraphs) and len(paragraphs[first].text) <= _STANDFIRST else first
    lines = [place for place in range(first + 1, len(paragraphs)) if place not in texts]
    ends = [place for place in lines if is_back_matter(paragraphs[place].rows[0].text.strip())]
    low = max([second - 1, *texts[-_ENDS:][:1]])
    foot = [place for place in lines if low < place < min(ends, default=len(paragraphs))]
    for place, among, needs_words in (
        (Place.RESORT, range(first), False),
        (Place.RESORT, range(first + 1, below), True),
        (Place.LAST_RESORT, foot, True),
    ):
        rows = [row for paragraph in (paragraphs[each] for each in among) for row in paragraph.rows]
        rows = [row for row in rows if row.place not in others and len(row.text) <= _LONGEST_LAST][:_MOST_LAST]
        yield from (Sighting(dating, place, row.line) for dating, row in find_resort(rows, needs_words=needs_words))


def _seen(paragraphs: Sequence[Paragraph], dated: Dated) -> Iterator[tuple[Dating, int]]:
    """What the rows of some paragraphs say, and their lines."""
    for paragraph in paragraphs:
        for row in paragraph.rows:
            yield from ((dating, row.line) for dating in dated.get(row.place, ()))
