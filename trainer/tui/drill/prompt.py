"""One line that the host types about one of several: whom to send out, what to take for right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Input, Static

from trainer.tui.shown import shown


class PromptScreen(ModalScreen[tuple[int, str] | None]):
    """Gives the number that was typed, from 0, and what stood behind it; None for Escape."""

    CSS_PATH = "host.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", tooltip="Change nothing")]

    def __init__(self, title: str, choices: Sequence[str], hint: str) -> None:
        """Numbered choices below a title; `hint` says what to type."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Title, choices, the line."""
        with Vertical(id="box"):
            yield Static(shown(self._title, "bold"))
            with VerticalScroll(id="choices", can_focus=False):
                yield Static(shown("\n".join(f"{number:>3}  {text}" for number, text in enumerate(self._choices, 1))))
            yield Input(placeholder=self._hint, max_length=100, compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Be ready to type."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Give the number and the rest of the line; ask again for a number that there is not."""
        number, _, rest = event.value.strip().partition(" ")
        if number.isdecimal() and 0 < int(number) <= len(self._choices):
            self.dismiss((int(number) - 1, rest.strip()))
        else:
            event.input.value = ""


def choose(
    screen: Screen[None], title: str, choices: Sequence[str], hint: str, act: Callable[[int, str], object], *, none: str
) -> None:
    """Ask over a screen, and act on the number that was typed and what stood behind it; say `none` without choices."""
    if not choices:
        screen.notify(none, severity="warning", markup=False)
        return

    def chosen(choice: tuple[int, str] | None) -> None:
        if choice is not None:
            act(*choice)

    screen.app.push_screen(PromptScreen(title, choices, hint), chosen)


def take_for_right(screen: Screen[None], wrong: Sequence[str], act: Callable[[str], object]) -> None:
    """Ask which of the answers that are not right is to count as right."""
    none = "There is no wrong answer that could be taken for right."
    choose(screen, "Take for right", wrong, "A number", lambda at, _: act(wrong[at]), none=none)
