"""A brief as the making wing knows it: metadata and passages, all text already safe."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from trainer.values.dates import MONTHS, PartialDate, month_of


class Form(StrEnum):
    """How a passage stands in the brief."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, bullet or numbered item of the body; headings are not passages."""

    number: int
    """1-based, counted over the passages of the body."""
    text: str
    """On one line: cleaned, line breaks within the paragraph turned to spaces; a bullet's mark is not part of it."""
    form: Form = Form.PARAGRAPH
    heading: str = ""
    """The nearest heading above it, empty if none."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What was read from one file."""

    id: str
    """From the front matter, else the slug of the file's name."""
    title: str
    """From the front matter, else what a network points at or, in a short text, the first line that can be it, else the
    file's name without its ending."""
    passages: tuple[Passage, ...]
    """The body in order."""
    date: dt.date | None = None
    """From the front matter, else the date line or dateline, else the file's name; None if none of them says."""
    month: PartialDate | None = None
    """The month, where no day is known: from the text, the file's name or the file's properties."""
    publisher: str = ""
    """Who put it out; empty if not said."""
    home: str = ""
    """The state whose government put it out, by its letterhead; empty for any other paper."""
    marking: str = ""
    """The handling marking: the strictest of TLP that stands anywhere in the file, else the first of another kind;
    empty if none."""
    file: str = ""
    """The path it was read from, as given, but safe to show."""
    sha256: str = ""
    """Of the file's bytes, in hexadecimal."""

    @property
    def dated_title(self) -> str:
        """The title of a deck of this brief alone: the month behind it, unless the title says that itself.

        What a card tells of `the vote` or as a state of things is placed by it.
        """
        month = month_of(self.date) if self.date else self.month
        if month is None or not month.month:
            return self.title
        name = MONTHS[month.month]
        said = rf"\b(?:{name}|{name[:3]}|{month.month:02d})\b.*\b{month.year}\b|\b{month.year}-{month.month:02d}\b"
        return self.title if re.search(said, self.title, re.IGNORECASE) else f"{self.title} ({month.spoken})"

    def heading_over(self, number: int) -> str:
        """The heading above a passage, by the passage's number; empty if there is none."""
        return self.passages[number - 1].heading if 0 < number <= len(self.passages) else ""
