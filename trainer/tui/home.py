"""The home screen: the decks, what today holds, and the way into a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, ListView

from trainer.decks import Cover
from trainer.decks.markings import highest
from trainer.errors import TrainerError
from trainer.tui.aside import Failed, aside
from trainer.tui.deck_list import DeckList
from trainer.tui.desk import Desk
from trainer.tui.marking import MarkingBanner
from trainer.tui.overview import Overview, overview
from trainer.tui.study import Begin
from trainer.tui.today import Today
from trainer.tui.welcome import Welcome

if TYPE_CHECKING:
    from trainer.study.scope import Scope


class HomeScreen(Screen[None]):
    """Every deck with its day; Enter studies."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "ListView, VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "Study", priority=True, tooltip="Study the deck under the cursor"),
        Binding("a", "study_all", "All", tooltip="Study every deck in one session"),
        Binding("c", "cram", "Practise", tooltip="Practise the deck under the cursor without moving a due day"),
        Binding("d", "aim", "Ready by", tooltip="Name the day by which the deck under the cursor is to be known"),
        Binding("b", "browse", "Browse", tooltip="Look through all cards, search and change them"),
        Binding("s", "stats", "Stats", tooltip="Show what is due, known and recalled, of all decks and of each"),
        Binding("q", "app.quit", "Quit"),
    ]

    @dataclass
    class Counted(Message):
        """The decks' day was counted."""

        overview: Overview

    @dataclass
    class StudyWanted(Message):
        """These decks are to be studied."""

        decks: Sequence[Cover]
        begin: Begin | None = None
        """How their session begins; None for the day's."""

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
        yield Footer(show_command_palette=False)  # the keys need the room; ^p works all the same

    def on_mount(self) -> None:
        """Mark the screen as highly as anything on it."""
        self.query_one(MarkingBanner).mark(highest(deck.highest_marking for deck in self._desk.decks))

    def on_screen_resume(self) -> None:
        """Count anew, on the way back from a session too."""
        if self._desk.decks:
            self._count()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """All but leaving needs a deck."""
        return bool(self._desk.decks) if action in {"study", "study_all", "cram", "aim", "stats", "browse"} else True

    def action_study(self) -> None:
        """Study the deck under the cursor."""
        deck = self.query_one(DeckList).under_cursor
        if deck:
            self.post_message(self.StudyWanted((deck,)))

    def action_study_all(self) -> None:
        """Study every deck."""
        self.post_message(self.StudyWanted(self._desk.decks))

    def action_cram(self) -> None:
        """Choose what to practise of the deck under the cursor."""
        from trainer.collection.cram import cram
        from trainer.tui.cram import CramScreen

        deck = self.query_one(DeckList).under_cursor
        if deck is None:
            return
        decks = (deck,)

        def practise(scope: Scope | None) -> None:
            if scope:
                self.post_message(self.StudyWanted(decks, lambda collection: cram(collection, scope, decks)))

        self.app.push_screen(CramScreen(self._desk, deck), practise)

    def action_aim(self) -> None:
        """Name the day by which the deck under the cursor is to be known."""
        from trainer.tui.aim import AimScreen

        deck = self.query_one(DeckList).under_cursor
        if deck is None:
            return
        try:
            self.app.push_screen(AimScreen(self._desk, deck))
        except TrainerError as error:
            self.post_message(Failed(self, error))

    def action_stats(self) -> None:
        """Show what the log comes to."""
        from trainer.tui.stats import StatsScreen

        self.app.push_screen(StatsScreen(self._desk))

    def action_browse(self) -> None:
        """Look through all cards."""
        from trainer.tui.browse import BrowseScreen

        self.app.push_screen(BrowseScreen(self._desk))

    @on(ListView.Selected)
    def study_clicked(self) -> None:
        """Study the deck that was clicked."""
        self.action_study()

    @on(Counted)
    def show_counts(self, counted: Counted) -> None:
        """Put the counts where they belong."""
        self.query_one(Today).show(counted.overview)
        self.query_one(DeckList).show(counted.overview)

    @aside(exclusive=True)
    def _count(self) -> None:
        self.post_message(self.Counted(self._desk.ask(lambda collection: overview(collection, self._desk.decks))))
