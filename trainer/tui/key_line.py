"""The last line of a screen: the keys that matter now, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.strip import Strip
from textual.widget import Widget

from trainer.tui.kept_lines import KeptLines
from trainer.tui.shown import shown

_GAP = 2
"""Columns between two keys."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does."""

    key: str
    """As people read it."""
    name: str
    action: str
    """What it does, as a binding names it."""
    stays: bool = False
    """Whether it is there however little room there is."""

    @property
    def columns(self) -> int:
        """What it takes, the gap after it included."""
        return len(self.key) + 1 + len(self.name) + _GAP


class KeyLine(Widget):
    """Keys on one line, each of which can be clicked; drawn as one widget, since they change with every card."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.auto_links = False  # there are none
        self._hints: tuple[Hint, ...] = ()
        self._lines = KeptLines(self)

    def show(self, hints: Sequence[Hint]) -> None:
        """Other keys."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def render(self) -> Content:
        """The keys that fit."""
        return Content("  ").join(_drawn(hint) for hint in fitting(self._hints, self.size.width))

    def render_line(self, y: int) -> Strip:
        """The line, as it was drawn for the same keys."""
        return self._lines.line(y, self._hints, self.render)

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        super().notify_style_update()
        self._lines.forget()

    async def on_click(self, event: Click) -> None:
        """Do what the clicked key does."""
        left = event.x
        for hint in fitting(self._hints, self.size.width):
            if 0 <= left < hint.columns - _GAP:
                await self.screen.run_action(hint.action)
            left -= hint.columns


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The hints that fit on a line: those that stay, and of the others the first, none of them cut.

    >>> [hint.name for hint in fitting([Hint("u", "Undo", ""), Hint("e", "Edit", ""), Hint("?", "Help", "", True)], 17)]
    ['Undo', 'Help']
    """
    room = width + _GAP - sum(hint.columns for hint in hints if hint.stays)
    kept = []
    for hint in hints:
        if not hint.stays:
            room -= hint.columns
        if hint.stays or room >= 0:
            kept.append(hint)
    return kept


def _drawn(hint: Hint) -> Content:
    return shown(hint.key, "bold $text-primary") + shown(f" {hint.name}", "$foreground-muted")
