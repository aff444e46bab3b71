"""The handling marking, always in view."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from trainer.decks.markings import normal
from trainer.tui.shown import shown

_COLOURS = {
    "TLP:RED": "#FF2B2B",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:GREEN": "#33FF00",
}
"""As TLP 2.0 sets them, on black; CLEAR and texts that it does not know are white."""


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
    return shown(label, f"bold {_COLOURS.get(label, '#FFFFFF')} on #000000")
