"""All that a session shows at one moment: marking, progress, card, keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from trainer.reviews import Rating
from trainer.schedule.labels import wait_label
from trainer.study import Session, Showing
from trainer.tui.card_face import CardFace
from trainer.tui.desk import Desk
from trainer.tui.marking import MarkingBanner
from trainer.tui.rating_row import RatingRow
from trainer.tui.session_bar import SessionBar
from trainer.tui.shown import shown


class Sheet(Vertical):
    """The card between how far the session is and the keys, in a measure that reads well."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield MarkingBanner()
        with Vertical(id="column"):
            yield SessionBar()
            yield CardFace()
            yield Static(id="problem")
            yield RatingRow()

    def show(self, session: Session, showing: Showing) -> None:
        """A session with a card in view."""
        self.query_one(MarkingBanner).mark(showing.item.marking)
        self.query_one(SessionBar).show(session, self._desk.deck(showing.item.deck))
        if showing.revealed:
            self._show_answer(session, showing)
        else:
            self._show_question(showing)

    def complain(self, reason: str) -> None:
        """A line on what went wrong; none if nothing did."""
        problem = self.query_one("#problem", Static)
        problem.update(shown(reason))
        problem.display = bool(reason)

    def _show_question(self, showing: Showing) -> None:
        self.query_one(CardFace).show_question(showing.item.card)
        self.query_one(RatingRow).offer_answer()

    def _show_answer(self, session: Session, showing: Showing) -> None:
        item = showing.item
        rivals = self._desk.rivals(item.deck, item.card)
        self.query_one(CardFace).show_answer(item.card, self._desk.deck(item.deck), rivals)
        self.query_one(RatingRow).offer_ratings(self._waits(session))

    def _waits(self, session: Session) -> dict[Rating, str]:
        """How long until the card comes back after each rating."""
        moment = self._desk.now()
        futures = session.futures(moment)
        return {rating: wait_label(futures.after(rating), moment) for rating in Rating} if futures else {}
