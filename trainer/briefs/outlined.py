"""What was found of a text: what it says of itself, and its passages."""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer.briefs.brief import Passage
from trainer.briefs.days import Dating


@dataclass(slots=True)
class Outline:
    """What was found, item after item."""

    title: str = ""
    publisher: str = ""
    name: str = ""
    """The series, the place or the author that stands before a date."""
    is_dated: bool = False
    """Whether a line at the top gives the day."""
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
    tops: list[str] = field(default_factory=list)
    """Lines above the first passage that were not taken for the title, and may be."""
    passed: list[str] = field(default_factory=list)
    """Lines that were taken for the title until another stood below them."""
    is_begun: bool = False
    """Whether a sentence was met: what comes before is the top."""
    is_under_masthead: bool = False
    """Whether what was taken for the title may be a publisher or a series above it."""

    is_below_masthead: bool = False
    """Whether the title stands below a publisher or a series, of which it may only say more."""

    @property
    def is_top(self) -> bool:
        """Whether no passage was met yet but answers on a form."""
        return len(self.passages) == self.forms
