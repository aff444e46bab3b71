"""The year that a story sets for the days behind it: `That same year produced two episodes`, or a list told by days."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.language.dates import DateMention
from trainer.language.reading import Line
from trainer.values.dates import PartialDate

_FRONT = 5
"""Characters before a date that opens its sentence: `On `, `In `, `Late `."""
_SETS = re.compile(
    r"(?:(?:The|That|That same|The same) year|(?:The year )?(?:19|20)\d\d) "
    r"(?:also |then )?(?:produced|saw|brought|began|opened|was|became|proved|witnessed|marked)\b"
)
"""The head of a sentence whose subject is a year: what follows is told of it."""
_LATE, _EARLY = 10, 3
"""The months from which a list goes on into the next year, and into which."""


@dataclass(slots=True)
class ToldYears:
    """The years that stand over what is being told."""

    day: PartialDate | None = None
    """The year that a sentence set, or the last day told in it."""
    passage: int = -1
    """Where it was set."""
    item: PartialDate | None = None
    """The day with which the last item of a list begins, of a list in which a year was given."""
    item_passage: int = -1
    """Which item that is."""

    def placed(self, line: Line, mention: DateMention, read: PartialDate | None) -> PartialDate | None:
        """The day that a date without a year is by the year over it; as it was read if there is none."""
        if mention.year or mention.relative or mention.reckoning is not None or not mention.month or mention.until:
            return read
        if self._goes_on(line, mention) and self.item is not None:
            return _next(self.item, mention)
        if self.day is None or line.sentence.passage != self.passage or mention.start > _FRONT:
            return read
        date = PartialDate(self.day.year, mention.month, mention.day)
        return date if date.iso[: len(self.day.iso)] >= self.day.iso[: len(date.iso)] else read

    def _goes_on(self, line: Line, mention: DateMention) -> bool:
        """Whether the date begins the item of a list behind one that began with a date too."""
        return mention.start == 0 == line.sentence.index and line.sentence.passage == self.item_passage + 1

    def take(self, line: Line, mention: DateMention, date: PartialDate) -> None:
        """Go on behind a date that was placed."""
        here = line.sentence
        if mention.start == 0 == here.index:
            given = bool(mention.year) or (self._goes_on(line, mention) and self.item is not None)
            self.item, self.item_passage = date if given else None, here.passage
        if _SETS.match(line.plain) and mention.start <= len("The year ") and not date.month:
            self.day, self.passage = date, here.passage
        elif self.day is not None and (here.passage != self.passage or date.year != self.day.year):
            self.day = None
        elif self.day is not None and date.month and mention.start <= _FRONT:
            self.day = date


def _next(before: PartialDate, mention: DateMention) -> PartialDate | None:
    """The first such day behind the one before it in a list; None where it would be one that a list seldom leaps to."""
    same = (mention.month, mention.day) >= (before.month, before.day)
    if not same and not (before.month >= _LATE and mention.month <= _EARLY):
        return None
    return PartialDate(before.year + (not same), mention.month, mention.day)
