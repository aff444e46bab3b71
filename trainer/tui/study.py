"""The study screen: a question, its answer, a rating."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.errors import TrainerError
from trainer.reviews import Rating
from trainer.study import Session
from trainer.tui.desk import Desk
from trainer.tui.rating_row import Key
from trainer.tui.sheet import Sheet

Verb = Callable[[Collection], Session]


class StudyScreen(Screen[None]):
    """One session, card by card; each rating is on the disk before the next card is shown."""

    CSS_PATH = "study.tcss"
    AUTO_FOCUS = "CardFace"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "rate(1)", "Again", show=False, tooltip="I did not know it"),
        Binding("2", "rate(2)", "Hard", show=False, tooltip="I knew it with much effort"),
        Binding("3", "rate(3)", "Good", show=False, tooltip="I knew it"),
        Binding("4", "rate(4)", "Easy", show=False, tooltip="I knew it at once"),
        Binding("space,enter", "reveal", "Reveal", tooltip="Show the answer"),
        Binding("space,enter", "rate(3)", "Good", tooltip="I knew it"),
        Binding("u", "undo", "Undo", tooltip="Take back the last rating"),
        Binding("q,escape", "leave", "Finish", tooltip="End the session; what was rated is saved"),
    ]

    @dataclass
    class Turned(Message):
        """The collection did what it was asked."""

        session: Session

    @dataclass
    class Refused(Message):
        """The collection could not do it; the session is where it was."""

        reason: str

    @dataclass
    class Ended(Message):
        """There is nothing more to show, or the person had enough."""

        decks: Sequence[Deck]
        session: Session

    def __init__(self, desk: Desk, decks: Sequence[Deck], ended: Session | None = None) -> None:
        """A session over the decks' day; or one that had ended, with its last rating taken back."""
        super().__init__()
        self._desk = desk
        self._decks = decks
        self._session = ended or Session(())
        self._turning = False

    def compose(self) -> ComposeResult:
        """The sheet over the keys."""
        yield Sheet(self._desk)
        yield Footer()

    def on_mount(self) -> None:
        """Ask for the first card."""
        if self._session.done:
            self.action_undo()
        else:
            self._turn(lambda collection: collection.start(self._decks))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """What the keys may do now: nothing while a rating is on its way to the disk."""
        showing = self._session.showing
        match action:
            case "reveal":
                return bool(showing and not showing.revealed and not self._turning)
            case "rate":
                return bool(showing and showing.revealed and not self._turning) or None
            case "undo":
                return bool(self._session.done and not self._turning) or None
            case "leave":
                return not self._turning or None
            case _:
                return True

    def action_reveal(self) -> None:
        """Show the answer."""
        self._show(self._session.reveal())

    def action_rate(self, rating: int) -> None:
        """Rate the card; the next one comes once the review is saved."""
        session = self._session
        self._turn(lambda collection: collection.rate(session, Rating(rating)))

    def action_undo(self) -> None:
        """Take back the last rating and show its card again."""
        session = self._session
        self._turn(lambda collection: collection.undo(session))

    def action_leave(self) -> None:
        """End the session here."""
        self.post_message(self.Ended(self._decks, self._session))

    @on(Key.Clicked)
    async def press(self, key: Key.Clicked) -> None:
        """Do what the clicked key does, if it may."""
        await self.run_action(key.action)

    @on(Turned)
    def go_on(self, turned: Turned) -> None:
        """Show the next card, or that there is none."""
        self._turning = False
        self.query_one(Sheet).complain("")
        self._show(turned.session)

    @on(Refused)
    def stay(self, refused: Refused) -> None:
        """Keep the card and say why."""
        self._turning = False
        self.query_one(Sheet).complain(f"Not saved: {refused.reason}")
        self.refresh_bindings()

    @work(thread=True, exclusive=True)
    def _ask(self, verb: Verb) -> None:
        try:
            self.post_message(self.Turned(self._desk.ask(verb)))
        except TrainerError as error:
            self.post_message(self.Refused(str(error)))

    def _turn(self, verb: Verb) -> None:
        """Ask the collection for the session's next state, off the screen's own thread."""
        self._turning = True
        self._ask(verb)

    def _show(self, session: Session) -> None:
        self._session = session
        if session.showing:
            self.query_one(Sheet).show(session, session.showing)
            self.refresh_bindings()
        else:
            self.action_leave()
