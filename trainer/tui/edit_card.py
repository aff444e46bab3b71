"""Editing a card where it stands in its deck's file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from trainer.cards import Card
from trainer.decks.edit import Edit
from trainer.tui.aside import Failed, aside
from trainer.tui.card_form import CardForm
from trainer.tui.desk import Desk
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown


class EditCard(ModalScreen[Edit | None]):
    """The words of one card in fields; gives the edit once it is in the file, or None."""

    CSS_PATH = "card_form.tcss"
    AUTO_FOCUS = ""  # the form begins at its question, which a focus given here would scroll away from
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", tooltip="Write the card into its deck's file; its progress stays"),
        Binding("escape", "leave", "Cancel", tooltip="Leave the card as it was"),
    ]

    @dataclass
    class Written(Message):
        """The card is in the file."""

        edit: Edit

    def __init__(self, desk: Desk, deck_id: str, card: Card | None = None) -> None:
        """The card to edit; without one, a new card to add to the deck."""
        super().__init__()
        self._desk = desk
        self._deck_id = deck_id
        self._card = card
        self._saving = False

    def compose(self) -> ComposeResult:
        """What it is about, over the fields."""
        deck = self._desk.deck(self._deck_id)
        yield MarkingBanner()
        with Vertical(id="column"):
            yield Static(shown("Edit the card" if self._card else f"A new card in {deck.title}"), classes="heading")
            yield Static(id="problem")
            yield CardForm(self._card or Card("", "", ""), is_new=self._card is None)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Mark the card as it must be marked."""
        deck = self._desk.deck(self._deck_id)
        self.query_one(MarkingBanner).mark(deck.marking_of(self._card) if self._card else deck.highest_marking)

    @on(CardForm.Submitted)
    def action_save(self) -> None:
        """Write the card, unless its words cannot stand or were not yet looked at twice."""
        card = self.query_one(CardForm).card()
        if card is None or self._saving:
            return
        if self._card is not None and card == self._card:
            self.dismiss(None)
            return
        self._saving = True
        self._write(card)

    def action_leave(self) -> None:
        """Leave the card as it was."""
        if self.query_one(CardForm).may_be_left():
            self.dismiss(None)

    @on(Written)
    def close(self, written: Written) -> None:
        """Close with what was written."""
        self.dismiss(written.edit)

    @on(Failed)
    def stay(self, failed: Failed) -> None:
        """Keep what was typed and say why it was not written."""
        failed.stop()
        self._saving = False
        problem = self.query_one("#problem", Static)
        problem.update(shown(f"Not saved: {failed.error}"))
        problem.display = True

    @aside(exclusive=True)
    def _write(self, card: Card) -> None:
        deck_id = self._deck_id
        edit = self._desk.ask(
            lambda collection: collection.edit(deck_id, card) if self._card else collection.add(deck_id, card)
        )
        self.post_message(self.Written(edit))
