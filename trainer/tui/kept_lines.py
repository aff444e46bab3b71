"""The lines of a widget that shows the same few things again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

_MOST = 64
"""So many drawings are kept."""


class KeptLines:
    """What a widget drew, by what it showed, so that it is drawn once."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._kept: dict[tuple[Hashable, int], list[Strip]] = {}

    def lines(self, what: Hashable, width: int, draw: Callable[[], Content]) -> list[Strip]:
        """The lines, each of a width, that show something; `draw` gives it if it is not kept."""
        lines = self._kept.get((what, width))
        if lines is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            lines = Visual.to_strips(self._widget, draw(), width, None, self._widget.visual_style, pad=True)
            self._kept[what, width] = lines
        return lines

    def line(self, y: int, what: Hashable, draw: Callable[[], Content]) -> Strip:
        """One of the lines over the width of the widget; a blank one below the last."""
        width = self._widget.size.width
        lines = self.lines(what, width, draw)
        return lines[y] if y < len(lines) else Strip.blank(width, self._widget.visual_style.rich_style)

    def forget(self) -> None:
        """Draw all anew: the theme is another."""
        self._kept.clear()
