"""The help screen: the keys that work now, and what the ratings mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from trainer.tui.shown import shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be done, and its keys."""

    action: str
    """As a binding names it."""
    keys: tuple[str, ...]
    """As people read them."""
    title: str
    """In a word or two."""
    explanation: str
    """In a sentence; may be empty."""


class GuideScreen(ModalScreen[None]):
    """The keys, over the screen that they work on."""

    CSS_PATH = "guide.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,space,q,question_mark", "dismiss", "Close")]
    HEADING: ClassVar[str] = "Ratings"
    """Of what else there is to know."""
    TEXT: ClassVar[str] = (
        "Rate what you recalled before you saw the answer. Again: you did not know it, and it comes back "
        "within minutes. Hard: you did, with much effort. Good: you did. Easy: at once. The time beside each "
        "rating is how long the card stays away. Every rating is saved before the next card appears."
    )

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Help on what can be done."""
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """Keys, then what they are for."""
        with VerticalScroll():
            yield Static("Keys", classes="heading")
            yield from (row(" ".join(entry.keys), entry.explanation or entry.title) for entry in self._entries)
            yield Static(shown(self.HEADING), classes="heading")
            yield Static(shown(self.TEXT))
            yield Static("Esc closes this; ctrl+p finds every command and the themes; ctrl+q quits.", classes="hint")


def row(keys: str, does: str) -> Horizontal:
    """What is typed beside what it does."""
    return Horizontal(Static(shown(keys), classes="keys"), Static(shown(does), classes="does"))


def entries_of(screen: Screen[Any], app: App[Any]) -> list[Entry]:
    """What can be done on a screen now."""
    ours = {binding.action for binding in (*screen.BINDINGS, *app.BINDINGS) if isinstance(binding, Binding)}
    actions: dict[str, list[Binding]] = {}
    for active in screen.active_bindings.values():
        if active.binding.action in ours:
            actions.setdefault(active.binding.action, []).append(active.binding)
    return [_entry(app, action, bindings) for action, bindings in actions.items()]


def _entry(app: App[Any], action: str, bindings: Sequence[Binding]) -> Entry:
    first = bindings[0]
    return Entry(action, tuple(map(app.get_key_display, bindings)), first.description, first.tooltip)
