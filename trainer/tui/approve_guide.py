"""Help on approving."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from trainer.tui.guide import GuideScreen, row


class ApproveGuide(GuideScreen):
    """The keys, and what becomes of a decision."""

    def compose(self) -> ComposeResult:
        """Keys, then decisions."""
        with VerticalScroll():
            yield Static("Keys", classes="heading")
            yield from map(row, self._entries)
            yield Static("Decisions", classes="heading")
            yield Static(
                "Hold each card against its sentence: the answer is lit in it. Every decision is saved before the next "
                "card appears, so you can leave at any moment and go on with the same command. Ending puts the "
                "accepted cards into the deck. A refused card is not proposed for this deck again, unless you build "
                "with --again."
            )
            yield Static("Esc closes this; ctrl+p finds every command and the themes; ctrl+q quits.", classes="hint")
