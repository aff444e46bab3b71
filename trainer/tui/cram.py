"""Extra practice, chosen from what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from trainer.collection.cram import Offer, offers
from trainer.decks import Cover
from trainer.study.scope import Scope
from trainer.text import counted, one_line
from trainer.tui.aside import aside
from trainer.tui.desk import Desk
from trainer.tui.key_line import Hint, KeyLine
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown


class CramScreen(ModalScreen[Scope | None]):
    """What can be practised of a deck, each with its number of cards; None if the person thought better of it."""

    CSS_PATH = "ask.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Back")]

    @dataclass
    class Counted(Message):
        """What there is was counted."""

        offers: Sequence[Offer]

    def __init__(self, desk: Desk, deck: Cover) -> None:
        """What there is of a deck."""
        super().__init__()
        self._desk = desk
        self._deck = deck
        self._offers: Sequence[Offer] = ()

    def compose(self) -> ComposeResult:
        """The list under what practice means."""
        yield MarkingBanner()
        with Vertical(classes="box"):
            yield Static(heading(self._deck), classes="heading")
            yield OptionList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the keys and count."""
        self.query_one(MarkingBanner).mark(self._deck.highest_marking)
        hints = [Hint("enter", "Practise", ""), Hint("esc", "Back", "dismiss(None)", stays=True)]
        self.query_one(KeyLine).show(hints)
        self._count()

    @on(Counted)
    def show(self, counted: Counted) -> None:
        """The list, without what has no card."""
        self._offers = [offer for offer in counted.offers if offer.cards]
        chooser = self.query_one(OptionList)
        chooser.add_options([Option(line(offer)) for offer in self._offers])
        chooser.highlighted = 0

    @on(OptionList.OptionSelected)
    def choose(self, selected: OptionList.OptionSelected) -> None:
        """Close with what was chosen."""
        self.dismiss(self._offers[selected.option_index].scope)

    @aside(exclusive=True)
    def _count(self) -> None:
        self.post_message(self.Counted(self._desk.ask(lambda collection: offers(collection, [self._deck]))))


def heading(deck: Cover) -> Content:
    """What practice is, and of which deck."""
    quiet = shown("\nExtra practice is on record and moves no due day.", "$foreground-muted")
    return shown(f"Practise {one_line(deck.title)}", "bold") + quiet


def line(offer: Offer) -> Content:
    """What can be practised, and how many cards that is."""
    return shown(one_line(offer.name), "bold") + shown(f"  {counted(offer.cards, 'card')}", "$foreground-muted")
