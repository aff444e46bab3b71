"""Help on a drill."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from trainer.tui.guide import GuideScreen, row


class DrillGuide(GuideScreen):
    """The keys, and how a drill reads from afar."""

    def compose(self) -> ComposeResult:
        """Keys, then the room."""
        with VerticalScroll():
            yield Static("Keys", classes="heading")
            yield from map(row, self._entries)
            yield Static("In the room", classes="heading")
            yield Static(
                "Enlarge the letters of this terminal until those at the back can read them: 80 columns by 24 lines "
                "are enough for every screen, and from 130 by 36 on question and answer are drawn large. Every answer "
                "is saved before anybody is told; a drill that was left, or that broke off, goes on with: trainer "
                "drill resume."
            )
            yield Static("Esc closes this; ctrl+p finds every command and the themes; ctrl+q quits.", classes="hint")
