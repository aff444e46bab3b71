"""The home screen: the decks, what today holds, and the way into a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, ListView

from trainer.decks import Deck
from trainer.decks.markings import highest
from trainer.tui.deck_list import DeckList
from trainer.tui.desk import Desk
from trainer.tui.marking import MarkingBanner
from trainer.tui.overview import Overview, overview
from trainer.tui.today import Today
from trainer.tui.welcome import Welcome


class HomeScreen(Screen[None]):
    """Every deck with its day; Enter studies."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "ListView, VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "Study", priority=True, tooltip="Study the deck under the cursor"),
        Binding("a", "study_all", "All", tooltip="Study every deck in one session"),
        Binding("q", "app.quit", "Quit"),
    ]

    @dataclass
    class Counted(Message):
        """The decks' day was counted."""

        overview: Overview

    @dataclass
    class StudyWanted(Message):
        """These decks are to be studied."""

        decks: Sequence[Deck]

    def __init__(self, desk: Desk) -> None:
        """The home of the desk's decks."""
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """What today holds over the decks; or how to get a first deck."""
        yield MarkingBanner()
        with Vertical(id="column"):
            if self._desk.decks:
                yield Today()
                yield DeckList(self._desk.decks)
            else:
                yield Welcome()
        yield Footer()

    def on_mount(self) -> None:
        """Mark the screen as highly as anything on it."""
        self.query_one(MarkingBanner).mark(highest(deck.highest_marking for deck in self._desk.decks))

    def on_screen_resume(self) -> None:
        """Count anew, on the way back from a session too."""
        if self._desk.decks:
            self._count()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Studying needs a deck."""
        return bool(self._desk.decks) if action in {"study", "study_all"} else True

    def action_study(self) -> None:
        """Study the deck under the cursor."""
        deck = self.query_one(DeckList).under_cursor
        if deck:
            self.post_message(self.StudyWanted((deck,)))

    def action_study_all(self) -> None:
        """Study every deck."""
        self.post_message(self.StudyWanted(self._desk.decks))

    @on(ListView.Selected)
    def study_clicked(self) -> None:
        """Study the deck that was clicked."""
        self.action_study()

    @on(Counted)
    def show_counts(self, counted: Counted) -> None:
        """Put the counts where they belong."""
        self.query_one(Today).show(counted.overview)
        self.query_one(DeckList).show(counted.overview)

    @work(thread=True, exclusive=True)
    def _count(self) -> None:
        self.post_message(self.Counted(self._desk.ask(lambda collection: overview(collection, self._desk.decks))))
