"""The card in view: the question, and after the reveal its answer and where that comes from."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Rule, Static

from trainer.cards import Card
from trainer.decks import Deck
from trainer.tui import wording


class CardFace(VerticalScroll):
    """One card; scrolls when it is longer than the screen."""

    def compose(self) -> ComposeResult:
        """The question over what the reveal brings."""
        yield Static(id="question")
        with Vertical(id="reveal"):
            yield Rule()
            yield Static(id="answer")
            yield Static(id="standing")
            yield Static(id="disagreement")
            with Vertical(id="source"):
                yield Static(id="sentence")
                yield Static(id="origin")

    def show_question(self, card: Card) -> None:
        """The question alone, from its beginning."""
        self._put("#question", wording.question(card, revealed=False))
        self.query_one("#reveal").display = False
        self.scroll_home(animate=False)

    def show_answer(self, card: Card, deck: Deck, rivals: Sequence[Card]) -> None:
        """The answer under the question, in view."""
        self._put("#question", wording.question(card, revealed=True))
        self._put("#answer", wording.answer(card))
        self._put("#standing", wording.standing(card))
        self._put("#disagreement", wording.disagreement(rivals))
        self._show_source(card, deck)
        self.query_one("#reveal").display = True
        self.call_after_refresh(self._scroll_to_answer)

    def _show_source(self, card: Card, deck: Deck) -> None:
        self.query_one("#source").display = card.source is not None
        if card.source:
            self._put("#sentence", wording.sentence(card.source))
            self._put("#origin", wording.origin(card.source, deck.brief_of(card.source)))

    def _put(self, place: str, content: Content) -> None:
        """The content in its place, which is not there while it is empty."""
        static = self.query_one(place, Static)
        static.update(content)
        static.display = bool(content)

    def _scroll_to_answer(self) -> None:
        """From the question on; further only if the answer would not be in view."""
        self.scroll_home(animate=False, immediate=True)
        self.query_one("#answer").scroll_visible(animate=False, immediate=True)
