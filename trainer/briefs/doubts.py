"""What a reader should know of a brief before its cards are trusted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from trainer.briefs.brief import Brief
from trainer.briefs.legible import is_capital, is_noisy
from trainer.errors import Finding

_LONGEST_PASSAGE = 600
"""Words; printed pages have fewer."""


def find_doubts(brief: Brief, today: dt.date) -> tuple[Finding, ...]:
    """Findings on the date, by the day that it is today, and on how the text is written."""
    return tuple(_doubts(brief, today))


def _doubts(brief: Brief, today: dt.date) -> Iterator[Finding]:
    text = "\n".join(passage.text for passage in brief.passages)
    if brief.date is not None and brief.date > today:
        yield Finding(
            brief.file,
            f"The brief is dated {brief.date}, which is still to come.",
            "Correct the date if it is a slip; an exercise may keep it.",
        )
    if is_capital(text):
        yield Finding(
            brief.file,
            "The text is in capitals, so that names cannot be told from words; few cards will come of it.",
            "Read a version in usual spelling.",
        )
    elif is_noisy(text):
        yield Finding(
            brief.file,
            "Many words are broken, as bad text recognition leaves them.",
            "Correct the text first, or check each card against the page.",
        )
    for passage in brief.passages:
        words = passage.text.count(" ") + 1
        if words > _LONGEST_PASSAGE:
            yield Finding(
                brief.file,
                f"Paragraph {passage.number} has {words:,} words without a break.",
                "Put blank lines where its paragraphs end.",
            )
