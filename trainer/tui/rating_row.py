"""The keys under a card: one that reveals, then four that rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from trainer.reviews import Rating
from trainer.tui.shown import shown

NAMES = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
"""What people call the ratings."""


class Key(Container):
    """A key that can be clicked too: what it does, and what comes of it."""

    @dataclass
    class Clicked(Message):
        """The key was clicked."""

        action: str
        """What the key does, as a binding names it."""

    def __init__(self, label: Content, action: str, name: str, classes: str = "") -> None:
        """A key that does what the action says; its name is its id."""
        super().__init__(id=name, classes=classes)
        self._label = label
        self._action = action

    def compose(self) -> ComposeResult:
        """The label, and room for a wait."""
        yield Static(self._label)
        yield Static(classes="wait")

    def show_wait(self, wait: str) -> None:
        """How long the card stays away after this key."""
        self.query_one(".wait", Static).update(shown(wait))

    def on_click(self) -> None:
        """Ask for what the key does."""
        self.post_message(self.Clicked(self._action))


class RatingRow(Horizontal):
    """The reveal key, or the four ratings with the wait that each brings."""

    def compose(self) -> ComposeResult:
        """All five keys; those that do not apply are hidden."""
        yield Key(shown("Show the answer", "bold"), "reveal", "show-answer")
        for rating in Rating:
            label = shown(f"{rating} ") + shown(NAMES[rating], "bold")
            yield Key(label, f"rate({rating})", f"rate-{rating}", "-rating")

    def offer_answer(self) -> None:
        """The key that reveals."""
        self.set_class(False, "-revealed")

    def offer_ratings(self, waits: Mapping[Rating, str]) -> None:
        """The four ratings, each with its wait."""
        for rating, wait in waits.items():
            self.query_one(f"#rate-{rating}", Key).show_wait(wait)
        self.set_class(True, "-revealed")
