"""What happened to a card, and how well it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from trainer.cards import Card
from trainer.collection.history import History
from trainer.reviews import Learning, Relearning, Reviewing
from trainer.reviews.review import DAY_MS
from trainer.schedule import Moment
from trainer.tui import past, wording
from trainer.tui.aside import aside
from trainer.tui.desk import Desk
from trainer.tui.forgetting import forgetting
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown

_CELLS = 64


class CardHistory(ModalScreen[None]):
    """A card's memory in numbers and as a curve, over all that the log has of it, the last first."""

    CSS_PATH = "card_history.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,space", "dismiss", "Close")]

    @dataclass
    class Read(Message):
        """The log was read."""

        history: History

    def __init__(self, desk: Desk, deck_id: str, card: Card) -> None:
        """The history of a card."""
        super().__init__()
        self._desk = desk
        self._deck_id = deck_id
        self._card = card
        self._history: History | None = None

    def compose(self) -> ComposeResult:
        """Card, memory, curve, entries."""
        yield MarkingBanner()
        with VerticalScroll():
            yield Static(wording.question(self._card, revealed=True), id="question")
            yield Static(wording.answer(self._card), id="answer")
            yield Static(id="memory")
            yield Static(id="curve")
            yield Static(id="note")
            yield Static(shown("History"), classes="heading")
            yield Static(id="entries")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Mark the screen as the card is marked, and read the log."""
        self.query_one(MarkingBanner).mark(self._desk.deck(self._deck_id).marking_of(self._card))
        self._read()

    def on_resize(self) -> None:
        """Draw the curve as wide as there is room."""
        if self._history:
            self._draw(self._history)

    @on(Read)
    def show(self, read: Read) -> None:
        """All of it."""
        self._history = history = read.history
        moment = self._desk.now()
        self.query_one("#memory", Static).update(past.memory(history, moment))
        self.query_one("#note", Static).update(shown(f"Your note: {history.note}"))
        self.query_one("#note").display = bool(history.note)
        self.query_one("#entries", Static).update(past.entries(history))
        self._draw(history)

    def _draw(self, history: History) -> None:
        drawn = curve(history, self._desk.now(), min(_CELLS, self.size.width - 6))
        self.query_one("#curve", Static).update(drawn)
        self.query_one("#curve").display = bool(drawn)

    @aside(exclusive=True)
    def _read(self) -> None:
        deck_id, card_id = self._deck_id, self._card.id
        self.post_message(self.Read(self._desk.ask(lambda collection: collection.history(deck_id, card_id))))


def curve(history: History, moment: Moment, cells: int) -> Content:
    """The forgetting curve since the last review; empty for a card that has no memory yet."""
    state = history.state
    if history.recall(moment.day) is None:
        return Content()
    match state.stage:
        case Reviewing(_, due_day, _):
            due: float | None = due_day - state.last_day
        case Learning(_, due_ms, _) | Relearning(_, due_ms, _):
            due = max(0.0, (due_ms - state.last_ms) / DAY_MS)
        case _:
            due = None
    return forgetting(
        lambda days: history.recall(state.last_day + days) or 0.0, max(0, moment.day - state.last_day), due, cells
    )
