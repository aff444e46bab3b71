"""How far a session has come."""

from __future__ import annotations

from collections import Counter

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static

from trainer.decks import Deck
from trainer.reviews import Learning, New, Relearning, Stage
from trainer.study import Session
from trainer.tui.shown import shown

_KINDS = ("new", "learning", "due")


class SessionBar(Vertical):
    """The deck in view, what is left of each kind of card, and a bar."""

    def compose(self) -> ComposeResult:
        """Title and counts over the bar."""
        with Horizontal():
            yield Static(id="deck")
            yield Static(id="left")
        yield ProgressBar(show_percentage=False, show_eta=False)

    def show(self, session: Session, deck: Deck) -> None:
        """Where the session stands."""
        self.query_one("#deck", Static).update(shown(deck.title, "bold"))
        self.query_one("#left", Static).update(left(session))
        done = len(session.done)
        self.query_one(ProgressBar).update(total=done + session.left, progress=done)


def left(session: Session) -> Content:
    """What was done and what is left of each kind; the kind of the card in view stands out."""
    stages = [item.state.stage for item in (*session.waiting, *session.learning)]
    now = kind(session.showing.item.state.stage) if session.showing else ""
    counts = Counter([*map(kind, stages), now])
    parts = [shown(f"{counts[name]} {name}", "bold underline" if name == now else "") for name in _KINDS]
    return Content(" · ").join([shown(f"{len(session.done)} done"), *parts])


def kind(stage: Stage) -> str:
    """Which of the three counts a card belongs to."""
    match stage:
        case New():
            return "new"
        case Learning() | Relearning():
            return "learning"
        case _:
            return "due"
