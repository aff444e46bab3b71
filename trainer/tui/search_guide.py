"""The search words, over the screen that they are typed on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from trainer.search.lexicon import WORDS
from trainer.tui.guide import row


class SearchGuide(ModalScreen[None]):
    """Every way to ask, an example a line."""

    CSS_PATH = "guide.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,space,q,f1", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        """What is typed beside what it finds."""
        with VerticalScroll():
            yield Static("Search words", classes="heading")
            yield from (row(word.example, word.meaning) for word in WORDS)
            yield Static("Esc closes this.", classes="hint")
