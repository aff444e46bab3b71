"""What today holds, at the head of the home screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from trainer.text import counted
from trainer.tui.overview import Overview, soon
from trainer.tui.shown import shown


class Today(Vertical):
    """The day in one line, and how long it takes."""

    def compose(self) -> ComposeResult:
        """A name over a line that is filled once the cards are counted."""
        yield Static("Trainer", classes="name")
        yield Static("…", id="day")

    def show(self, overview: Overview) -> None:
        """What the decks hold for today."""
        self.query_one("#day", Static).update(day(overview))


def day(overview: Overview) -> Content:
    """How much there is to do and how long it takes; or when there is something again."""
    total = overview.today.total
    if total:
        return shown(counted(total, "card"), "bold") + shown(f" today · about {counted(overview.minutes, 'minute')}")
    if overview.next_in_days:
        return shown("Nothing is due today", "bold") + shown(f" · next cards {soon(overview.next_in_days)}")
    return shown("Nothing is due today", "bold")
