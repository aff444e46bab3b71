"""The summary screen: what a session came to, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from trainer.decks import Cover
from trainer.decks.markings import highest
from trainer.study import Session
from trainer.study.summary import Summary, summary
from trainer.tui import report
from trainer.tui.aside import aside
from trainer.tui.desk import Desk
from trainer.tui.marking import MarkingBanner
from trainer.tui.overview import Overview, overview


class SummaryScreen(Screen[None]):
    """One session in numbers and words."""

    CSS_PATH = "summary.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,q,escape", "close", "Done"),
        Binding("u", "undo", "Undo", tooltip="Take back the last rating and go on from there"),
    ]

    @dataclass
    class Counted(Message):
        """What is left was counted."""

        overview: Overview

    @dataclass
    class Closed(Message):
        """The summary was read."""

    @dataclass
    class UndoWanted(Message):
        """The last rating was a slip."""

        decks: Sequence[Cover]
        session: Session

    def __init__(self, desk: Desk, decks: Sequence[Cover], session: Session) -> None:
        """The summary of a session over the decks."""
        super().__init__()
        self._desk = desk
        self._decks = decks
        self._session = session

    def compose(self) -> ComposeResult:
        """Numbers, ratings, cards missed, what is left."""
        came_to = summary(self._session)
        yield MarkingBanner()
        with VerticalScroll():
            yield Static(report.headline(came_to), id="headline")
            yield Static(report.numbers(came_to), id="numbers")
            yield Static(report.bars(came_to), id="bars")
            yield from self._missed(came_to)
            yield Static("Left today", classes="heading")
            yield Static(id="left")
        yield Footer()

    def on_mount(self) -> None:
        """Show what must stand over every card named here, and count what is left."""
        self.query_one(MarkingBanner).mark(highest(done.item.marking for done in self._session.done))
        self.query_one("#bars").display = bool(self._session.reviews)
        self._count()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Undo needs a rating to take back."""
        return bool(self._session.done) or None if action == "undo" else True

    def action_close(self) -> None:
        """Leave the summary."""
        self.post_message(self.Closed())

    def action_undo(self) -> None:
        """Back into the session, before its last rating."""
        self.post_message(self.UndoWanted(self._decks, self._session))

    @on(Counted)
    def show_left(self, counted: Counted) -> None:
        """Say what is left."""
        self.query_one("#left", Static).update(report.left(counted.overview, self._session, self._desk.now()))

    @aside(exclusive=True)
    def _count(self) -> None:
        self.post_message(self.Counted(self._desk.ask(lambda collection: overview(collection, self._decks))))

    def _missed(self, came_to: Summary) -> ComposeResult:
        if came_to.missed:
            yield Static("Missed", classes="heading")
        for card in came_to.missed:
            yield Static(report.missed(card), classes="missed")
