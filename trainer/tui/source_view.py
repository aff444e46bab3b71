"""Where a card comes from: its sentence in the brief, and what else was asked of it."""

from __future__ import annotations

from collections.abc import Sequence
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
from textual.worker import get_current_worker

from trainer.cards import Card
from trainer.collection.passages import Found, find_passage
from trainer.decks.shelf import is_beside
from trainer.tui import wording
from trainer.tui.aside import aside
from trainer.tui.desk import Desk
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown


class SourceView(ModalScreen[None]):
    """The passage that a card came from; the sentence alone while it is read, or where it cannot be."""

    CSS_PATH = "source_view.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,space", "dismiss", "Close")]

    @dataclass
    class Read(Message):
        """The brief was looked into."""

        found: Found

    @dataclass
    class Gathered(Message):
        """The other cards of the sentence and the fact are known."""

        cards: Sequence[Card]

    def __init__(self, desk: Desk, deck_id: str, card: Card) -> None:
        """The source of a card."""
        super().__init__()
        self._desk = desk
        self._deck = desk.deck(deck_id)
        self._card = card

    def compose(self) -> ComposeResult:
        """Brief, passage, what the card says of it, the other cards."""
        yield MarkingBanner()
        with VerticalScroll():
            yield Static(_brief(self._desk, self._deck.id, self._card), id="brief")
            yield Static(_sentence(self._card), id="passage")
            yield Static(id="reason")
            yield Static(wording.question(self._card, revealed=True), id="question")
            yield Static(wording.answer(self._card), id="answer")
            yield Static(wording.standing(self._card), id="standing")
            yield Static(id="beside")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Mark the screen as the card is marked, and look for the rest."""
        self.query_one(MarkingBanner).mark(self._deck.marking_of(self._card))
        self.query_one("#standing").display = bool(wording.standing(self._card))
        self._gather()
        self._read()

    @on(Read)
    def show_passage(self, read: Read) -> None:
        """The passage around the sentence; or why it is not shown."""
        found, source = read.found, self._card.source
        if found.passage and source:
            self.query_one("#passage", Static).update(wording.passage_with(found.passage, source))
        reason = self.query_one("#reason", Static)
        reason.update(shown(found.reason))
        reason.display = bool(found.reason)

    @on(Gathered)
    def show_beside(self, gathered: Gathered) -> None:
        """The other cards, a line for each question and its answer."""
        beside = self.query_one("#beside", Static)
        beside.update(others(self._card, gathered.cards))
        beside.display = bool(gathered.cards)

    @aside(group="read")
    def _read(self) -> None:
        worker = get_current_worker()
        found = find_passage(self._deck, self._card, lambda: worker.is_cancelled)
        if found:
            self.post_message(self.Read(found))

    @aside(group="gather")
    def _gather(self) -> None:
        deck_id, card = self._deck.id, self._card
        self.post_message(self.Gathered(self._desk.ask(lambda collection: collection.beside(deck_id, card))))


def _brief(desk: Desk, deck_id: str, card: Card) -> Content:
    """Title, publisher, date and paragraph of the brief; the deck's title for a card without one."""
    deck = desk.deck(deck_id)
    return wording.origin(card.source, deck.brief_of(card.source)) if card.source else shown(deck.title, "italic")


def _sentence(card: Card) -> Content:
    return wording.lit(card.source.sentence, card.source.span) if card.source else Content()


def others(card: Card, cards: Sequence[Card]) -> Content:
    """The other cards of a card's sentence and fact under a heading; those of its fact are its siblings."""
    heading = shown("Also asked of this sentence", "bold $foreground-muted")
    return Content("\n").join([heading, *(_other(card, other) for other in cards)])


def _other(card: Card, other: Card) -> Content:
    is_sibling = bool(card.fact) and card.fact == other.fact and is_beside(card, other)
    sign = shown("≈ " if is_sibling else "· ", "$foreground-muted")
    standing = wording.standing(other)
    told = sign + wording.question(other, revealed=True) + shown(f" → {other.answer}")
    return told + shown(" · ") + standing if standing else told
