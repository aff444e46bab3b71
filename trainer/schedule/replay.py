"""From the log to where a card stands: the same steps that were taken when it was studied."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.reviews import CardState, Entry, Options, Review
from trainer.schedule.futures import futures
from trainer.schedule.moment import Moment
from trainer.schedule.options import DeckOptions


def advance(state: CardState, review: Review, options: DeckOptions) -> CardState:
    """Where one review takes a card."""
    moment = Moment(review.at_ms, review.tz_min, review.day)
    return futures(state, moment, review.id, options).after(review.rating)


def replay(entries: Iterable[Entry]) -> CardState:
    """Where a card stands after the reviews that stand, each under the options in force then."""
    state, options = CardState(), DeckOptions()
    for entry in entries:
        match entry:
            case Options():
                options = DeckOptions.from_body(entry.body)
            case Review():
                state = advance(state, entry, options)
    return state
