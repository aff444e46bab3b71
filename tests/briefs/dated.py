"""The day that a paper is found to be of, whatever stands around its text."""

from __future__ import annotations

from trainer.briefs import parse_brief

TEXT = (
    "A crane fell across two berths of the harbour on Monday, and the ships were sent along the coast.\n\n"
    "Traders in the north said that maize had become dear, and that nobody had been paid since March."
)


def day_of(paper: str, name: str = "notes.txt") -> str:
    """The day or the month of a paper, `{}` in which stands for its text."""
    brief = parse_brief(paper.replace("{}", TEXT) + "\n", name)[0]
    return str(brief.date or (brief.month.iso if brief.month else None))
