"""A study session: what is shown, what each rating would do, what is left. It decides; it stores nothing.

Every verb gives a new session, so whoever holds the old one can stay on it: a rating that could not be saved leaves
the screen as it was, and undo is the session from before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from trainer.cards import Card
from trainer.reviews import CardState, Learning, Rating, Relearning, Review, Undo
from trainer.schedule import DeckOptions, Moment
from trainer.schedule.futures import Futures, futures

_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Item:
    """A card in a session, and what it brings along."""

    deck: str
    """Its deck's id."""
    card: Card
    state: CardState
    """Where it stands."""
    options: DeckOptions
    """How its deck is scheduled."""
    marking: str = ""
    """What must be shown with it."""

    @property
    def due_ms(self) -> int:
        """When a card in its steps comes back, in Unix milliseconds; 0 for any other card."""
        stage = self.state.stage
        return stage.due_ms if isinstance(stage, (Learning, Relearning)) else 0

    def is_back(self, moment: Moment) -> bool:
        """Whether the wait of a card in its steps is over.

        As in Anki, a wait that reaches into a later study day is over when that day begins: a step of one day, begun
        in the evening, is over the next morning.
        """
        days = max(1, -(-(self.due_ms - self.state.last_ms) // _DAY_MS))
        return self.due_ms <= moment.ms or moment.day >= self.state.last_day + days


@dataclass(frozen=True, slots=True)
class Showing:
    """One card in front of a person."""

    item: Item
    id: str
    """The id that the review will have."""
    since_ms: int
    """When the question appeared, in Unix milliseconds."""
    revealed: bool = False
    """Whether the answer is in view."""


@dataclass(frozen=True, slots=True)
class Done:
    """A review of this session, and the session that it was made in."""

    review: Review
    item: Item
    before: Session


@dataclass(frozen=True, slots=True)
class Session:
    """What is left, what is in view, what was done."""

    waiting: tuple[Item, ...]
    """Reviews and new cards, in the order in which they come."""
    learning: tuple[Item, ...] = ()
    """Cards in their steps, soonest first."""
    showing: Showing | None = None
    """None before the first card and after the last."""
    done: tuple[Done, ...] = ()
    """This session's reviews that stand, in order."""
    learn_ahead_ms: int = 20 * 60_000
    """How early a card in its steps may come when nothing else is left."""

    @property
    def left(self) -> int:
        """How many cards are still to come, the one in view included."""
        return len(self.waiting) + len(self.learning) + (self.showing is not None)

    @property
    def finished(self) -> bool:
        """Whether there is nothing in view."""
        return self.showing is None

    def futures(self, moment: Moment) -> Futures | None:
        """Where the card in view would stand after each rating; None if there is none."""
        if self.showing is None:
            return None
        item = self.showing.item
        return futures(item.state, moment, self.showing.id, item.options)

    def show_next(self, moment: Moment, review_id: str) -> Session:
        """With the next card in view: one whose wait is over, else the next in line, else one a little early."""
        item = self._next(moment)
        if item is None:
            return replace(self, showing=None)
        waiting, learning = (
            tuple(each for each in items if each is not item) for items in (self.waiting, self.learning)
        )
        return replace(self, waiting=waiting, learning=learning, showing=Showing(item, review_id, moment.ms))

    def _next(self, moment: Moment) -> Item | None:
        back = next((item for item in self.learning if item.is_back(moment)), None)
        if back or self.waiting:
            return back or self.waiting[0]
        early = [item for item in self.learning[:1] if item.due_ms <= moment.ms + self.learn_ahead_ms]
        return early[0] if early else None

    def reveal(self) -> Session:
        """With the answer in view."""
        return replace(self, showing=replace(self.showing, revealed=True)) if self.showing else self

    def rate(self, rating: Rating, moment: Moment) -> Review:
        """The review that a rating of the card in view makes; `rated` takes the session on."""
        if self.showing is None:
            raise ValueError("no card is in view")
        return Review(
            id=self.showing.id,
            at_ms=moment.ms,
            tz_min=moment.tz_min,
            day=moment.day,
            deck=self.showing.item.deck,
            card=self.showing.item.card.id,
            rating=rating,
            elapsed_ms=max(0, moment.ms - self.showing.since_ms),
        )

    def rated(self, review: Review, after: CardState) -> Session:
        """The session once a review is on the disk: its card moved on, none in view yet."""
        if self.showing is None:
            raise ValueError("no card is in view")
        item = replace(self.showing.item, state=after)
        learning = self.learning
        if item.due_ms:
            learning = tuple(sorted((*learning, item), key=lambda each: (each.due_ms, each.card.id)))
        return replace(self, showing=None, learning=learning, done=(*self.done, Done(review, item, self)))

    def undo(self, moment: Moment, undo_id: str) -> Undo | None:
        """The entry that takes back the last review; None if there is none. `undone` takes the session back."""
        if not self.done:
            return None
        last = self.done[-1].review
        return Undo(undo_id, moment.ms, moment.tz_min, moment.day, last.deck, last.card, undoes=last.id)

    def undone(self, review_id: str) -> Session:
        """The session from before the last review, its card in view again under a new review id."""
        before = self.done[-1].before
        return replace(before, showing=replace(before.showing, id=review_id)) if before.showing else before
