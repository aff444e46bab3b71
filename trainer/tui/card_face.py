"""The card in view: the question, what was given, and after the reveal the answer and where that comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from trainer.tui.kept_lines import KeptLines
from trainer.tui.shown import shown

_BAR_COLUMNS = 2
"""What the mark of how far one has scrolled takes, with a gap before it."""
_QUOTE_COLUMNS = 3
"""How far a quotation stands in, its bar included."""
_GAPS = ((2, 1), (0, 1), (0, 0))
"""Blank lines above the first block and between two, the roomiest first."""
_FIRST_LINES = 3
"""Lines of what matters most, its rule included, that are brought into view."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something that a card says, on lines of its own."""

    content: Content
    is_quoted: bool = False
    """Whether it stands behind a bar, as what somebody else said."""
    is_ruled: bool = False
    """Whether a rule parts it from what stands above it; it is also what matters most."""


class CardFace(Widget, can_focus=True):
    """One card; scrolls when it is longer than its room. Drawn line by line as one widget: nothing is laid out anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_by(-1)", "Up", show=False),
        Binding("down,j", "scroll_by(1)", "Down", show=False),
        Binding("pageup", "scroll_by(-100000, True)", "Page up", show=False),
        Binding("pagedown", "scroll_by(100000, True)", "Page down", show=False),
        Binding("home", "scroll_to_line(0)", "Top", show=False),
        Binding("end", "scroll_to_line(100000)", "Bottom", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._blocks: Sequence[Block] = ()
        self._kept = KeptLines(self)
        self._lines: list[Strip] | None = None
        self._drawn: list[Strip] = []
        self._drawn_size: Size | None = None
        self._top = 0
        self._important = 0

    def show(self, blocks: Sequence[Block], *, from_end: bool = False) -> None:
        """Something else, from its beginning: further only so that what matters most is in view; or from its end."""
        self._blocks = blocks
        self._lay_out(from_end=from_end)
        self._redraw()

    def _lay_out(self, *, from_end: bool = False) -> None:
        """Find the lines, and the one at the top."""
        self._lines, self._top = None, 0
        if from_end:
            self._top = self._last_top
        elif self.lines and self._important:
            self._top = min(max(0, self._important + _FIRST_LINES - self.size.height), self._last_top)

    def _redraw(self) -> None:
        """Draw those lines anew that are other than before; most of a card is blank and stays."""
        before, now = self._drawn, self._draw()
        if len(now) != len(before):
            self.refresh()
        elif changed := [y for y, line in enumerate(now) if line is not before[y] and line != before[y]]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _draw(self) -> list[Strip]:
        """The lines that are in view, as they are from now on, and beside them how far down they are."""
        style, (width, height), lines = self.visual_style.rich_style, self.size, self.lines
        in_view = lines[self._top : self._top + height]
        if len(lines) > height:
            sides = map(self._bar, range(height))
            in_view = [
                Strip.join([line.adjust_cell_length(width - 1, style), side])
                for line, side in zip(in_view, sides, strict=True)
            ]
        blank = Strip.blank(width, style)
        self._drawn = [line.adjust_cell_length(width, style) for line in in_view] + [blank] * (height - len(in_view))
        self._drawn_size = self.size
        return self._drawn

    @property
    def lines(self) -> list[Strip]:
        """All lines, laid out for the room that there is."""
        if self._lines is None:
            width, height = self.size
            self._lines = self._laid_out(width) if width else []
            if len(self._lines) > height:
                self._lines = self._laid_out(width - _BAR_COLUMNS)
        return self._lines

    @property
    def _last_top(self) -> int:
        return max(0, len(self.lines) - self.size.height)

    def render_line(self, y: int) -> Strip:
        """A line of what is in view."""
        if self.size != self._drawn_size:
            self._lay_out()
            self._draw()
        return self._drawn[y] if self._drawn else self._draw()[y]

    def action_scroll_by(self, lines: int, is_page: bool = False) -> None:
        """Up or down, a page less a line at most."""
        most = max(1, self.size.height - 1)
        self.action_scroll_to_line(self._top + (max(-most, min(most, lines)) if is_page else lines))

    def action_scroll_to_line(self, line: int) -> None:
        """With a line at the top, as far as there are lines below it."""
        top = max(0, min(line, self._last_top))
        if top != self._top:
            self._top = top
            self._redraw()

    def on_resize(self, _: Resize) -> None:
        """Lay the lines out anew."""
        if self.size != self._drawn_size:
            self._lay_out()
            self._redraw()

    def notify_style_update(self) -> None:
        """Draw the lines anew where the theme or the room around them is another."""
        super().notify_style_update()
        self._kept.forget()
        self._lines, self._drawn = None, []

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Down a little."""
        event.stop()
        self.action_scroll_by(2)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Up a little."""
        event.stop()
        self.action_scroll_by(-2)

    def _laid_out(self, width: int) -> list[Strip]:
        """The blocks one under another, with blank lines between them as far as all of them are in view then."""
        blocks = [
            (block, self._quoted(block.content, width) if block.is_quoted else self._strips(block.content, width))
            for block in self._blocks
            if block.content
        ]
        if self.screen.has_class("-short"):
            return self._stacked(blocks, width, 0, 0)
        for above, between in _GAPS:
            lines = self._stacked(blocks, width, above, between)
            if len(lines) <= self.size.height:
                return lines
        return self._stacked(blocks, width, *_GAPS[1])

    def _stacked(
        self, blocks: Sequence[tuple[Block, list[Strip]]], width: int, above: int, between: int
    ) -> list[Strip]:
        """The lines of blocks with some blank lines above the first, and some between two and below a rule."""
        [blank] = self._strips(Content(), width)
        lines, self._important = [blank] * above, 0
        for number, (block, strips) in enumerate(blocks):
            lines += [blank] * between if number else []
            if block.is_ruled:
                self._important = len(lines)
                lines += [*self._strips(shown("─" * width, "$foreground 25%"), width), *[blank] * between]
            lines += strips
        return lines

    def _strips(self, content: Content, width: int) -> list[Strip]:
        """The lines of a content; one for an empty one."""
        if not content:
            return [Strip.blank(width, self.visual_style.rich_style)]
        what = content.plain, tuple(content.spans)
        return self._kept.lines(what, max(1, width), lambda: content)

    def _quoted(self, content: Content, width: int) -> list[Strip]:
        [bar] = self._strips(shown("▌".ljust(_QUOTE_COLUMNS), "$foreground 25%"), _QUOTE_COLUMNS)
        return [Strip.join([bar, strip]) for strip in self._strips(content, width - _QUOTE_COLUMNS)]

    def _bar(self, y: int) -> Strip:
        """How far down: a piece of the last column that stands for what is in view."""
        height, count = self.size.height, len(self.lines)
        first = self._top * height // count
        last = max(first + 1, -(-(self._top + height) * height // count))
        return self._strips(shown("┃" if first <= y < last else "│", "$foreground 25%"), 1)[0]
