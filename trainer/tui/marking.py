"""The handling marking, always in view."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from trainer.decks.markings import COLOURS, normal
from trainer.tui.shown import shown


class MarkingBanner(Static):
    """A line across the top; not there where nothing is marked."""

    _marking: str | None = None

    def mark(self, marking: str) -> None:
        """Show a marking."""
        if marking != self._marking:
            self._marking = marking
            self.display = bool(normal(marking))
            self.update(marked(marking))


def marked(marking: str) -> Content:
    """A marking in the colours that its standard gives it."""
    label = normal(marking)
    return shown(label, f"bold {COLOURS.get(label, '#FFFFFF')} on #000000")
