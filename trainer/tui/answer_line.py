"""The line that an answer is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class AnswerLine(Input):
    """One line; its screen takes what stands in it at Enter, and has the other keys again at Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.submit", "Check", show=False),
        Binding("escape", "screen.leave_line", "Other keys", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="answer-line", compact=True, max_length=1_000)

    def ask(self, what: str) -> None:
        """An empty line that says what it is for."""
        self.value = ""
        self.placeholder = what
