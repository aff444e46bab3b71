"""The proposed card in view, with everything that speaks for and against it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.approval import Approval
from trainer.tui import approve_wording, wording


class ProposalFace(VerticalScroll):
    """One card: what was decided, question, answer, source; scrolls when it is longer than its room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "screen.next", show=False),
        Binding("left", "screen.previous", show=False),
    ]

    def compose(self) -> ComposeResult:
        """From what was decided down to where the sentence stands."""
        with Horizontal(id="standing"):
            yield Static(id="state")
            yield Static(id="left", classes="quiet")
        yield Static(id="question")
        yield Static(id="answer")
        yield Static(id="about", classes="quiet")
        with Vertical(id="source"):
            yield Static(id="sentence")
            yield Static(id="place", classes="quiet")
            yield Static("c shows the passage around it", id="more", classes="quiet")
        yield Static(id="also-right", classes="quiet")
        yield Static(id="options", classes="quiet")

    def show(self, approval: Approval) -> None:
        """The card in view, from its beginning."""
        card = approval.card_at(approval.place)
        self._put("#state", approve_wording.standing(approval))
        self._put("#left", approve_wording.left(approval))
        self._put("#question", wording.question(card, revealed=False))
        self._put("#answer", wording.answer(card))
        self._put("#about", approve_wording.about(card))
        self._put("#also-right", approve_wording.also_right(card))
        self._put("#options", approve_wording.options(card))
        self._put("#sentence", approve_wording.sentence(card))
        self._put("#place", approve_wording.place_in(approval))
        self.scroll_home(animate=False)

    def _put(self, place: str, content: Content) -> None:
        """The content in its place, which is not there while it is empty."""
        static = self.query_one(place, Static)
        static.update(content)
        static.set_class(not content, "-empty")
