"""A study session: what is shown, what each rating would do, what is left. It decides; it stores nothing.

Every verb gives a new session, so whoever holds the old one can stay on it: a rating that could not be saved leaves
the screen as it was, and undo is the session from before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from trainer.cards import Card
from trainer.reviews import CardState, Rating, Review
from trainer.schedule import Moment
from trainer.study.showing import Item, Later, Showing, Told

if TYPE_CHECKING:
    from trainer.reviews.entries import CardEntry, Undo
    from trainer.schedule.balance import Loads
    from trainer.schedule.futures import Futures


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done to a card in this session, and the session that it was done in."""

    entry: CardEntry
    item: Item
    """The card after it."""
    before: Session = field(repr=False)


@dataclass(frozen=True, slots=True)
class Session:
    """What is left, what is in view, what was done."""

    waiting: tuple[Item, ...]
    """The next reviews and new cards, in the order in which they come."""
    learning: tuple[Item, ...] = ()
    """Cards in their steps, soonest first."""
    showing: Showing | None = None
    """None before the first card and after the last."""
    done: tuple[Done, ...] = ()
    """What was done in this session and stands, in order."""
    undone: tuple[Done, ...] = ()
    """What was taken back and can be done again, the last first to be."""
    later: tuple[Later, ...] = ()
    """What is still in store, deck by deck."""
    learn_ahead_ms: int = 20 * 60_000
    """How early a card in its steps may come when nothing else is left."""
    practice: bool = False
    """Whether this is extra practice, which moves no schedule."""
    news: str = ""
    """What happened to its cards elsewhere before the card in view came, in one line; else empty."""

    @property
    def left(self) -> int:
        """How many cards are still to come, the one in view included."""
        in_store = sum(later.new + later.reviews for later in self.later)
        return len(self.waiting) + len(self.learning) + in_store + (self.showing is not None)

    @property
    def finished(self) -> bool:
        """Whether there is nothing in view."""
        return self.showing is None

    @property
    def needs_more(self) -> bool:
        """Whether the cards in hand are used up while there are more in store."""
        return not self.waiting and any(later.new or later.reviews for later in self.later)

    @property
    def reviews(self) -> list[Review]:
        """The reviews of this session that stand, in order."""
        return [done.entry for done in self.done if isinstance(done.entry, Review)]

    def futures(self, moment: Moment, loads: Loads | None = None) -> Futures | None:
        """Where the card in view would stand after each rating; None if there is none, or its schedule stays."""
        if self.showing is None or self.practice:
            return None
        item = self.showing.item
        from trainer.schedule.futures import futures  # no card is rated before the first one is shown

        return futures(item.state, moment, self.showing.seed or self.showing.id, item.options, loads)

    def refilled(self, items: Sequence[Item], later: Sequence[Later]) -> Session:
        """With more cards in hand, and what is in store after that."""
        return replace(self, waiting=(*self.waiting, *items), later=tuple(later))

    @property
    def in_hand(self) -> tuple[Item, ...]:
        """Every card that was taken in hand and is still to come, the one in view included."""
        return (*self.waiting, *self.learning, *((self.showing.item,) if self.showing else ()))

    def show_next(self, moment: Moment, review_id: str) -> Session:
        """With the next card in view: one whose wait is over, else the next in line, else one a little early."""
        item = self._next(moment)
        if item is None:
            return replace(self, showing=None)
        waiting, learning = _without(item, self.waiting), _without(item, self.learning)
        return replace(self, waiting=waiting, learning=learning, showing=Showing(item, review_id, moment.ms))

    def _next(self, moment: Moment) -> Item | None:
        back = next((item for item in self.learning if item.is_back(moment)), None)
        if back or self.waiting:
            return back or self.waiting[0]
        early = [item for item in self.learning[:1] if item.due_ms <= moment.ms + self.learn_ahead_ms]
        return early[0] if early else None

    def stands(self, state: CardState, moment: Moment) -> Session:
        """With where the card in view stands by now; out of view if it was done, put off or begun anew elsewhere."""
        if self.showing is None or state == self.showing.item.state:
            return self
        item = replace(self.showing.item, state=state)
        if not self.practice and (item.due_ms or not item.is_for(moment.day)):
            return replace(self._with_learning(item), showing=None)
        return replace(self, showing=replace(self.showing, item=item))

    def skipped(self) -> Session:
        """The session with the card in view at the end of what is in hand, and none in view."""
        if self.showing is None:
            return self
        return replace(self, showing=None, waiting=(*self.waiting, self.showing.item), news="")

    def reveal(self) -> Session:
        """With the answer in view."""
        return replace(self, showing=replace(self.showing, revealed=True)) if self.showing else self

    def tell(self, told: Told) -> Session:
        """With what the person said of the card in view before its answer."""
        return replace(self, showing=replace(self.showing, told=told)) if self.showing else self

    def rate(self, rating: Rating, moment: Moment) -> Review:
        """The review that a rating of the card in view makes; `rated` takes the session on."""
        if self.showing is None:
            raise ValueError("no card is in view")
        showing, told = self.showing, self.showing.told
        return Review(
            id=showing.id,
            at_ms=moment.ms,
            tz_min=moment.tz_min,
            day=moment.day,
            deck=showing.item.deck,
            card=showing.item.card.id,
            rating=rating,
            elapsed_ms=max(0, moment.ms - showing.since_ms),
            practice=self.practice,
            mode=told.mode,
            given=told.given,
            verdict=told.verdict,
            confidence=told.confidence,
            seed=showing.seed,
        )

    def rated(self, review: Review, after: CardState) -> Session:
        """The session once a review is on the disk: its card moved on, none in view yet."""
        if self.showing is None:
            raise ValueError("no card is in view")
        item = replace(self.showing.item, state=after)
        made = (*self.done, Done(review, item, self))
        if self.practice:
            again = (item,) if review.rating is Rating.AGAIN else ()
            return replace(self, showing=None, waiting=(*self.waiting, *again), done=made, undone=(), news="")
        return replace(self._with_learning(item), showing=None, done=made, undone=(), news="")

    def _with_learning(self, item: Item) -> Session:
        """With a card among those in their steps, if it is in one."""
        if not item.due_ms or item.state.suspended:
            return self
        learning = sorted((*self.learning, item), key=lambda each: (each.due_ms, each.card.id))
        return replace(self, learning=tuple(learning))

    def acted(self, entry: CardEntry, after: CardState, *, leaves: bool) -> Session:
        """The session once something else was done to the card in view, which may leave it."""
        if self.showing is None:
            raise ValueError("no card is in view")
        item = replace(self.showing.item, state=after)
        made = (*self.done, Done(entry, item, self))
        showing = None if leaves else replace(self.showing, item=item)
        return replace(self, showing=showing, done=made, undone=(), news="")

    def edited(self, deck: str, card: Card) -> Session:
        """The session with new words on a card of a deck, wherever it is in hand."""
        showing, waiting, learning = self.showing, self.waiting, self.learning
        if showing:
            showing = replace(showing, item=_reworded(showing.item, deck, card))
        waiting, learning = (tuple(_reworded(item, deck, card) for item in items) for items in (waiting, learning))
        return replace(self, showing=showing, waiting=waiting, learning=learning)

    def reread(self, deck: str, cards: Mapping[str, Card]) -> Session:
        """The session with a deck's cards as they are by now, by their ids; what is not among them is out of hand."""
        waiting, learning = (
            tuple(
                item if item.deck != deck else replace(item, card=cards[item.card.id])
                for item in items
                if item.deck != deck or item.card.id in cards
            )
            for items in (self.waiting, self.learning)
        )
        return replace(self, waiting=waiting, learning=learning)

    def undo(self, moment: Moment, undo_id: str) -> Undo | None:
        """The entry that takes back what was done last; None if nothing was. `went_back` takes the session back."""
        from trainer.reviews.entries import Undo

        if not self.done:
            return None
        last = self.done[-1].entry
        return Undo(undo_id, moment.ms, moment.tz_min, moment.day, last.deck, last.card, undoes=last.id)

    def went_back(self, review_id: str) -> Session:
        """The session from before what was done last, its card in view again under a new review id."""
        last = self.done[-1]
        before = replace(last.before, undone=(*self.undone, last), news="")
        showing = before.showing
        if showing is None:
            return before
        return replace(before, showing=replace(showing, id=review_id, seed=showing.seed or showing.id))

    def redo(self, moment: Moment, entry_id: str) -> CardEntry | None:
        """What was taken back last, to be done again; None if there is nothing."""
        if not self.undone:
            return None
        entry = self.undone[-1].entry
        again = replace(entry, id=entry_id, at_ms=moment.ms, tz_min=moment.tz_min, day=moment.day)
        if isinstance(again, Review) and isinstance(entry, Review):
            return replace(again, seed=entry.seed or entry.id)
        return again


def _without(item: Item, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items but this one, which is the first of them as a rule."""
    if items and items[0] is item:
        return items[1:]
    return tuple(each for each in items if each is not item)


def _reworded(item: Item, deck: str, card: Card) -> Item:
    """The item, with the card's new words if it is that card."""
    return replace(item, card=card) if (item.deck, item.card.id) == (deck, card.id) else item
