"""What a session came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.cards import Card
from trainer.reviews import Rating, Review
from trainer.reviews.review import LONGEST_MS
from trainer.study.session import Session


@dataclass(frozen=True, slots=True)
class Summary:
    """One session in numbers."""

    reviews: int
    """How many reviews stand."""
    cards: int
    """How many different cards."""
    minutes: float
    """Time on the cards, each showing counted for a minute at most."""
    ratings: Mapping[Rating, int]
    """How often each rating was given."""
    missed: tuple[Card, ...]
    """Cards rated Again at least once, each once, in order."""
    waiting: int
    """Cards still in their steps."""

    @property
    def recalled(self) -> float:
        """The share of reviews that were not Again; 0 if there were none."""
        return 1 - self.ratings[Rating.AGAIN] / self.reviews if self.reviews else 0.0


def summary(session: Session) -> Summary:
    """What a session has come to so far."""
    reviews = session.reviews
    missed = {
        done.item.card.id: done.item.card
        for done in session.done
        if isinstance(done.entry, Review) and done.entry.rating is Rating.AGAIN
    }
    return Summary(
        reviews=len(reviews),
        cards=len({(review.deck, review.card) for review in reviews}),
        minutes=sum(min(review.elapsed_ms, LONGEST_MS) for review in reviews) / 60_000,
        ratings={rating: sum(review.rating is rating for review in reviews) for rating in Rating},
        missed=tuple(missed.values()),
        waiting=len(session.learning),
    )
