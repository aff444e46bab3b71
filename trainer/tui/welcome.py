"""What a person sees who has no deck yet."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer import locations
from trainer.tui.shown import shown


class Welcome(VerticalScroll):
    """How to get a first deck, in one screen."""

    def compose(self) -> ComposeResult:
        """What the trainer does, the command that makes a deck, where decks are looked for."""
        yield Static("No decks yet", classes="heading")
        yield Static(
            "The trainer turns a brief into flashcards and brings each one back just before you would forget it."
        )
        yield Static(
            "1  Make a deck from a brief (text, Markdown, HTML, DOCX, PDF), or from Anki's cards", classes="step"
        )
        yield Static("trainer build BRIEF -o decks/NAME.toml", classes="command")
        yield Static("trainer import DECK.apkg -o decks/NAME.toml", classes="command")
        yield Static("2  Study it", classes="step")
        yield Static("trainer", classes="command")
        yield Static("Decks are looked for in", classes="step")
        yield Static(folders(), classes="command")


def folders() -> Content:
    """Where a deck would be found, a folder a line."""
    return Content("\n").join(shown(str(folder)) for folder in (Path("decks").absolute(), locations.home() / "decks"))
