"""A figure on the screen: its name, a sentence, and a drawing that fills the room it is given."""

from __future__ import annotations

import textwrap

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from trainer.stats.cells import Line, Part
from trainer.stats.drawing import drawn, numbers
from trainer.stats.figures import Figure
from trainer.tui.shown import shown

_STYLES = {Part.TEXT: "", Part.NAME: "$foreground-muted", Part.BAR: "$primary"}
_LOW, _HIGH = 5, 8
"""Rows of a plot on a short screen and on any other."""
_SHORT = 18


class Plot(Widget):
    """One figure, all of it in one widget: a screen of many opens at once."""

    def __init__(self, figure: Figure, as_numbers: bool = False) -> None:
        super().__init__()
        self.figure = figure
        """What is drawn."""
        self._as_numbers = as_numbers

    def tell(self, as_numbers: bool) -> None:
        """Show numbers in place of the picture, or the picture again."""
        self._as_numbers = as_numbers
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the figure takes at that width."""
        del container, viewport
        return len(self._says(width)) + len(self._lines(width)) + 1 + (not self._is_short)

    def render(self) -> RenderResult:
        """The figure at the width that there is."""
        width = self.content_size.width
        rows = [shown(self.figure.title, "bold"), *(shown(line, "$foreground-muted") for line in self._says(width))]
        rows += [Content("")] * (not self._is_short)
        rows += map(_line, self._lines(width))
        return Content("\n").join(rows)

    @property
    def _is_short(self) -> bool:
        return self.app.size.height < _SHORT

    def _says(self, width: int) -> list[str]:
        return textwrap.wrap(self.figure.says, max(20, width))

    def _lines(self, width: int) -> list[Line]:
        width = max(20, width)
        if self._as_numbers:
            return numbers(self.figure, width)
        return drawn(self.figure, width, _LOW if self._is_short else _HIGH)


def _line(line: Line) -> Content:
    return Content.assemble(*[shown(text, _STYLES[part]) for text, part in line])
