"""What was found of a text: what it says of itself, and its passages."""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer.briefs.brief import Passage
from trainer.briefs.days import Dating
from trainer.text import fold


@dataclass(slots=True)
class Outline:
    """What was found, item after item."""

    title: str = ""
    written: str = ""
    """The title as it stands in the head, its day and its series still in it."""
    publisher: str = ""
    name: str = ""
    """The series, the place or the author that stands before a date."""
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
