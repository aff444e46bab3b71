"""A question that one typed line answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from trainer.text import one_line
from trainer.tui.key_line import Hint, KeyLine
from trainer.tui.shown import shown

_LATEST_DAYS = 36_500


class LineAsk(ModalScreen[str | None]):
    """One line over the screen that asks for it; None if the person thought better of it."""

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, question: str, text: str = "", fault: Callable[[str], str] | None = None) -> None:
        """A question, what stands in the line, and what says what is wrong with a line."""
        super().__init__()
        self._question = question
        self._text = one_line(text)
        self._fault = fault

    def compose(self) -> ComposeResult:
        """The question over the line."""
        with Vertical(classes="box"):
            yield Static(shown(self._question), classes="heading")
            yield Input(one_line(self._text), compact=True, max_length=500)
            yield Static(id="fault")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the two ways on."""
        self.query_one(KeyLine).show([Hint("enter", "Keep", ""), Hint("esc", "Back", "dismiss(None)", stays=True)])

    @on(Input.Submitted)
    def take(self, submitted: Input.Submitted) -> None:
        """Close with the line, or say what is wrong with it."""
        text = submitted.value.strip()
        fault = self._fault(text) if self._fault else ""
        if fault:
            self.query_one("#fault", Static).update(shown(fault))
        else:
            self.dismiss(text)


def no_days(text: str) -> str:
    """What is wrong with a number of days; empty if nothing is.

    >>> no_days("7"), no_days("soon")
    ('', 'A number of days, 0 to 36500.')
    """
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(_LATEST_DAYS))
    return "" if is_number and int(text) <= _LATEST_DAYS else f"A number of days, 0 to {_LATEST_DAYS}."
