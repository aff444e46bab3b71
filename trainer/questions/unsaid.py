"""The sentences that hold something to ask, and of which no words stand alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from trainer.errors import Finding
from trainer.facts.calendar import calendar_of
from trainer.facts.gaps import gaps
from trainer.language.reading import Reading


def find_unsaid(reading: Reading, said: Collection[str]) -> Iterator[Finding]:
    """A finding for each sentence with gaps that is not among those from which a way to ask was made."""
    brief = reading.brief
    calendar = calendar_of(reading.lines, brief.date, brief.month, brief.title)
    for line in reading.lines:
        if line.sentence.text in said:
            continue
        asked = dict.fromkeys(line.plain[gap.start : gap.end] for gap in gaps(reading, line, calendar))
        if asked:
            reason = f"no words that stand alone ask for {', '.join(asked)}"
            where = f"paragraph {line.sentence.passage}"
            yield Finding(where, f"dropped by can_be_said_alone: {reason} ({line.sentence.text})")
