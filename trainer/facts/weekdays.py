"""Weekdays of a story that was over well before the brief: `Chad fell on 3 May. By Monday its army had fled`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from trainer.facts.ahead import verb_of
from trainer.language.dates import DateMention
from trainer.language.reading import Line
from trainer.language.reckoning import Anchor, Reckoning, weekday_beside
from trainer.values.dates import PartialDate, day_of, first_day

_OVER = 10
"""So many days before the brief a story is over whose weekdays need not be those before the brief."""
_REACHED = frozenset({"by", "before", "until", "till"})
"""What leads to a day that comes next in what is told."""


def is_news(lines: Iterable[Line]) -> bool:
    """Whether a brief names its days from its own, as its first date is a weekday, or yesterday."""
    first = next((date for line in lines for date in line.dates), None)
    how = first.reckoning if first is not None else None
    return how is not None and how.anchor is Anchor.BRIEF and how.unit in {"day", "weekday"}


def of_story(
    line: Line, mention: DateMention, read: PartialDate | None, story: PartialDate | None, written: dt.date | None
) -> PartialDate | None:
    """The weekday next to the day told before, where something had come about by then; else the one that was read."""
    how = mention.reckoning
    if how is None or how.unit != "weekday" or how.steps or how.anchor is not Anchor.BRIEF:
        return read
    if story is None or written is None or not story.day or (written - first_day(story)).days < _OVER:
        return read
    verb = verb_of(line, mention)
    if any(token.tag_ in {"VBZ", "VBP"} for token in line.sentence.doc):
        return read  # `had reached 900 people by Sunday; they have tents for 400 more`
    if verb is None or verb.tag_ != "VBD" or not (verb.lower_ == "had" or mention.preposition in _REACHED):
        return read
    return weekday_beside(story, Reckoning(Anchor.PASSAGE, "weekday", 1, how.weekday))


_LATELY = 21
"""So many days before the brief its story may stand: its weekdays are then its own and not the brief's."""
_THIS_WEEK = 6
"""So many days before the brief the weekdays of its story are those of the brief too."""


def is_of_the_day(
    line: Line, mention: DateMention, written: dt.date, found: Mapping[tuple[int, int, int], PartialDate]
) -> bool:
    """Whether the news of the day is told by the day's name: `the cabinet fell on | Friday`, in a brief of a Friday."""
    how = mention.reckoning
    if how is None or how.unit != "weekday" or how.steps or how.weekday != written.weekday():
        return False
    if day_of(written) in found.values():
        return _tells_past(line, mention)
    if any(date.day and _THIS_WEEK < (written - first_day(date)).days < _LATELY for date in found.values()):
        return False
    return _tells_past(line, mention)


def _tells_past(line: Line, mention: DateMention) -> bool:
    """Whether a plain past verb tells of a day."""
    verb = verb_of(line, mention)
    past = verb is not None and verb.tag_ == "VBD" and verb.lower_ != "had"
    return past and mention.preposition in {"on", "early", "late"}
