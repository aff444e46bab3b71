"""The card under the browser's cursor, where the window is wide enough for it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from trainer.collection.listed import Listed
from trainer.decks import Cover
from trainer.schedule import Moment
from trainer.tui import past, wording
from trainer.tui.marking import marked
from trainer.tui.shown import shown


class CardPreview(VerticalScroll, can_focus=False):
    """Question, answer, what holds of it, its sentence, and how well it is known."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        for name in ("marking", "question", "answer", "standing", "sentence", "origin", "memory", "tags"):
            yield Static(id=f"preview-{name}")

    def show(self, listed: Listed | None, deck: Cover, moment: Moment) -> None:
        """A card; nothing where there is none."""
        self.display = listed is not None
        if listed is None:
            return
        card, source = listed.card, listed.card.source
        self._put("marking", marked(deck.marking_of(card)))
        self._put("question", wording.question(card, revealed=True))
        self._put("answer", wording.answer(card))
        self._put("standing", wording.standing(card))
        self._put("sentence", wording.sentence(source) if source else Content())
        self._put("origin", wording.origin(source, deck.brief_of(source)) if source else shown(deck.title, "italic"))
        self._put("memory", shown(" · ".join([past.standing(listed.state, moment), *past.holds(listed.state, moment)])))
        self._put("tags", shown(" ".join(card.tags)))
        self.scroll_home(animate=False)

    def _put(self, name: str, content: Content) -> None:
        """The content in its place, which is not there while it is empty."""
        static = self.query_one(f"#preview-{name}", Static)
        static.update(content)
        static.display = bool(content)
