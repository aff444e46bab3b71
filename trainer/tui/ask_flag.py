"""The seven flags, to choose one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Static

from trainer.tui.key_line import Hint, KeyLine
from trainer.tui.session_bar import FLAGS, flag
from trainer.tui.shown import shown

_ORDER = (*range(1, len(FLAGS) + 1), 0)
"""The flags from top to bottom."""


class FlagMenu(ModalScreen[int | None]):
    """A small menu: a digit puts that flag on the card, 0 takes it off."""

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"dismiss({number})", name) for number, name in enumerate(("none", *FLAGS))),
        Binding("escape,q,f", "dismiss(None)", "Back"),
    ]

    def __init__(self, now: int) -> None:
        """With the flag that is on the card now, 0 for none."""
        super().__init__()
        self._flag = now

    def compose(self) -> ComposeResult:
        """A line for each flag."""
        with Vertical(classes="box menu"):
            yield Static(menu(self._flag), id="flags")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the keys."""
        self.query_one(KeyLine).show([Hint("0-7", "Flag", ""), Hint("esc", "Back", "dismiss(None)", stays=True)])

    def on_click(self, click: Click) -> None:
        """Put the flag on whose line was clicked."""
        flags = self.query_one("#flags").region
        if flags.contains_point(click.screen_offset):
            self.dismiss(_ORDER[int(click.screen_y) - flags.y])


def menu(now: int) -> Content:
    """The flags under their digits, the one that is on the card marked."""
    return Content("\n").join(_line(number, number == now) for number in _ORDER)


def _line(number: int, is_on: bool) -> Content:
    what = flag(number) if number else shown("no flag")
    return shown(f"{number}  ", "bold $text-primary") + what + shown(" ●" if is_on else "", "$foreground-muted")
