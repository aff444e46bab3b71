"""The two questions that approving asks: why a card is refused, and whether all the rest is meant."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from trainer.approval import Reason, Refused
from trainer.text import one_line
from trainer.tui.shown import shown

MEANING = {
    Reason.WRONG: "the source does not say so",
    Reason.UNCLEAR: "it can be read in two ways",
    Reason.TRIVIAL: "nobody needs it in a year",
    Reason.GIVEN_AWAY: "the question tells its answer",
    Reason.DUPLICATE: "another card asks the same",
    Reason.OTHER: "in your own words",
}
"""What each reason says of a card."""


class ReasonScreen(ModalScreen[Refused | None]):
    """Why the card is refused; Escape keeps it."""

    CSS_PATH = "approve.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"choose({number - 1})", str(reason), show=False)
            for number, reason in enumerate(Reason, 1)
        ),
        Binding("escape", "dismiss", "Back", tooltip="Do not refuse the card"),
    ]

    def __init__(self, in_own_words: bool = False) -> None:
        """The whole list; or a line to type in at once."""
        super().__init__()
        self._in_own_words = in_own_words

    def compose(self) -> ComposeResult:
        """The closed list, and a line for one's own words."""
        with Vertical(classes="box"):
            yield Static("Why refuse this card? Next time its digit alone will do.", classes="heading")
            yield OptionList(*(Option(_line(number, reason)) for number, reason in enumerate(Reason, 1)))
            yield Input(placeholder="Why? Enter refuses the card.", max_length=200, compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Open the line if that is what was asked for."""
        if self._in_own_words:
            self.action_choose(len(Reason) - 1)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take the reason under the cursor."""
        self.action_choose(event.option_index)

    @on(Input.Submitted)
    def take_words(self, event: Input.Submitted) -> None:
        """Refuse for the person's own reason."""
        self.dismiss(Refused(Reason.OTHER, one_line(event.value)))

    def action_choose(self, index: int) -> None:
        """Refuse for a reason; ask for words where it has none."""
        reason = tuple(Reason)[index]
        if reason is not Reason.OTHER:
            self.dismiss(Refused(reason))
            return
        self.query_one(OptionList).highlighted = index
        words = self.query_one(Input)
        words.display = True
        words.focus()


def _line(number: int, reason: Reason) -> Content:
    return shown(f"{number} ") + shown(str(reason), "bold") + shown(f"  {MEANING[reason]}", "$text-muted")


class ConfirmScreen(ModalScreen[bool]):
    """Whether something large is meant."""

    CSS_PATH = "approve.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "Yes"),
        Binding("n,escape,q", "answer(False)", "No"),
    ]

    def __init__(self, question: str) -> None:
        """A question that yes or no answers."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question over its keys."""
        with Vertical(classes="box"):
            yield Static(shown(self._question))
        yield Footer(show_command_palette=False)

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)
