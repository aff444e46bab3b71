"""What was found of a text: what it says of itself, and its passages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from trainer.briefs.brief import Passage
from trainer.briefs.days import Dating, Ground
from trainer.briefs.told import find_told
from trainer.text import fold

_FOOT = 3
"""Passages."""
_STANDFIRST = 300
"""Characters of what a title says more of its text."""


@dataclass(slots=True)
class Outline:
    """What was found, item after item."""

    title: str = ""
    written: str = ""
    """The title as it stands in the head, its day and its series still in it."""
    publisher: str = ""
    name: str = ""
    """The series, the place or the author that stands before a date."""
    dates: list[tuple[Dating, int]] = field(default_factory=list)
    """Each day that the top of the text gives as its own, and the line that says so."""
    later: list[tuple[Dating, int]] = field(default_factory=list)
    """Each day that a line below the top calls the text's own, and how many passages stand above it."""
    bare: list[tuple[Dating, int]] = field(default_factory=list)
    """Each day alone on a line below the top, and how many passages stand above it."""
    titled: Dating | None = None
    """The day that stands in the title."""
    markings: list[tuple[str, int]] = field(default_factory=list)
    """Each marking, wherever it stands, and its line."""
    passages: list[Passage] = field(default_factory=list)
    portions: list[tuple[str, int]] = field(default_factory=list)
    """The marking of each paragraph that bears one of its own, and its line."""
    left_out: list[tuple[str, int]] = field(default_factory=list)
    """The kind and the line of each note that was not read."""
    forms: int = 0
    """How many passages answer what a form asks, before the text begins."""
    heading: str = ""
    """The heading that the next passage stands under."""
    is_begun: bool = False
    """Whether a sentence was met: what comes before is the top."""
    text_line: int = 0
    """The line at which the text begins, below its head."""

    def is_title(self, text: str) -> bool:
        """Whether a line is the title once more."""
        return bool(text) and fold(text) in {fold(self.title), fold(self.written)}

    @property
    def is_top(self) -> bool:
        """Whether no passage was met yet but answers on a form."""
        return len(self.passages) == self.forms

    @property
    def date(self) -> dt.date | None:
        """The day that the text says it stands on: at its top, else in its last lines or in a sentence of its own."""
        foot = [dating for dating, above in self.later if len(self.passages) - above <= self._reach(dating)]
        ends = (*self.passages[:_FOOT], *self.passages[-_FOOT:])
        told = [dating for passage in ends if (dating := find_told(passage.text))]
        found = [dating for dating, _ in self.dates if not dating.whole_month] or [
            *foot,
            *told,
            *self._below_standfirst,
        ]
        return min(found, key=lambda dating: dating.ground).day if found else None

    @property
    def _below_standfirst(self) -> list[Dating]:
        """The one day with a name beside it on a line of the text, where only a short paragraph stands above it."""
        leads = len(self.bare) == 1 and self.bare[0][1] == 1 < len(self.passages)
        short = leads and len(self.passages[0].text) <= _STANDFIRST
        return [dating for dating, _ in self.bare if short and dating.name]

    @property
    def month(self) -> dt.date | None:
        """The first day of the month that the top gives where it gives no day; not in a text told month by month."""
        is_chronicle = any(dating.whole_month for dating, _ in self.later)
        found = [dating.day for dating, _ in self.dates if dating.whole_month and not is_chronicle]
        return found[0] if found else None

    @staticmethod
    def _reach(dating: Dating) -> int:
        """How many passages may stand below a day at the foot: none below a mere place and day."""
        if dating.whole_month:
            return -1
        return _FOOT if dating.ground in {Ground.ISSUED, Ground.KNOWN} else 0
