"""Jumping to a card by its number or its words."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.approval import Approval, find
from trainer.tui.approve_wording import row

MOST_SHOWN = 100
"""More than that nobody reads; another word narrows them down."""


class FindScreen(ModalScreen[int | None]):
    """What was typed, and the cards that hold it; gives a place, or None."""

    CSS_PATH = "approve.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Go there", priority=True, tooltip="Look at the card under the cursor"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("escape", "dismiss", "Back", tooltip="Stay where you were"),
    ]

    def __init__(self, approval: Approval) -> None:
        """A search through an approval's cards."""
        super().__init__()
        self._approval = approval
        self._found: tuple[int, ...] = ()

    def compose(self) -> ComposeResult:
        """A line to type in, over what it finds."""
        with Vertical(classes="box"):
            yield Input(placeholder="A card's number, or words of it", max_length=80, compact=True)
            yield Static("No card holds that.", id="none")
            yield OptionList()
        yield Footer(show_command_palette=False)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Show the cards that hold what was typed."""
        self._found = find(self._approval, event.value)[:MOST_SHOWN]
        cards = self.query_one(OptionList)
        cards.clear_options()
        cards.add_options(Option(row(self._approval, place, numbered=True)) for place in self._found)
        cards.highlighted = 0 if self._found else None
        self.query_one("#none").display = bool(event.value.strip()) and not self._found

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Close with the card under the cursor, if there is one."""
        number = self.query_one(OptionList).highlighted
        if number is not None:
            self.dismiss(self._found[number])

    def action_move(self, step: int) -> None:
        """Move the cursor in the list while the line keeps what is typed."""
        cards = self.query_one(OptionList)
        cards.action_cursor_down() if step > 0 else cards.action_cursor_up()
