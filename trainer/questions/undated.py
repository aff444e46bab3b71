"""What waits for the date of a brief that bears none."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.errors import Finding
from trainer.facts.calendar import calendar_of
from trainer.language.reading import Reading

_GIVE = "Give its date: a line date: 2024-05-28 between --- lines at its top, or --date 2024-05-28."


def find_undated(reading: Reading) -> Iterator[Finding]:
    """One finding for a brief without a day: how many of its dates cannot be placed, and how its facts are asked."""
    brief = reading.brief
    if brief.date is not None:
        return
    placed = calendar_of(reading.lines, None, brief.month, brief.title)
    waiting = sum(
        not mention.year and (line.sentence.passage, line.sentence.index, mention.start) not in placed
        for line in reading.lines
        for mention in line.dates
    )
    dates = f"{waiting} date{'s' * (waiting != 1)} without a year" if waiting else ""
    if brief.month is None:
        wait = f"{dates} could not be placed, and " if dates else ""
        yield Finding(brief.file, f"It bears no date: {wait}its facts are asked without their day.", _GIVE)
    elif dates:
        yield Finding(brief.file, f"It bears a month and no day: {dates} could not be placed.", _GIVE)
