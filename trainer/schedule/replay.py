"""From the log to where a card stands: the same steps that were taken when it was studied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trainer.reviews import CardState, Memory, Rating, Review, Reviewing
from trainer.reviews.entries import Bury, CardEntry, Entry, Flag, Options, Recall, Reset, SetDue, Suspend
from trainer.reviews.review import DAY_MS
from trainer.schedule.balance import Loads
from trainer.schedule.futures import future
from trainer.schedule.memory import outcomes
from trainer.schedule.moment import Moment
from trainer.schedule.options import DeckOptions

SURE_PERCENT = 80
"""From this confidence on, a miss was made by somebody who was sure."""


def advance(state: CardState, review: Review, options: DeckOptions) -> CardState:
    """Where one review takes a card."""
    return settled(state, review, options)[1]


def settled(
    state: CardState, review: Review, options: DeckOptions, loads: Loads | None = None
) -> tuple[Review, CardState]:
    """A review as it goes on record and where it takes its card.

    With the loads of the days to come, an interval that they change goes on record, so that a replay needs no loads.
    """
    moment = Moment(review.at_ms, review.tz_min, review.day)
    after, is_moved = future(state, moment, review.seed or review.id, options, review.rating, loads=loads)
    if is_moved and isinstance(after.stage, Reviewing):
        review = replace(review, interval_days=after.stage.interval_days)
    elif review.interval_days and isinstance(after.stage, Reviewing):
        stage = replace(after.stage, interval_days=review.interval_days, due_day=review.day + review.interval_days)
        after = replace(after, stage=stage)
    if review.rating is Rating.AGAIN and (review.confidence or 0) >= SURE_PERCENT:
        after = replace(after, overconfident=True)
    if after.lapses > state.lapses and is_leech(after.lapses, options.leech_threshold):
        after = replace(after, leech=True, suspended=options.leech_suspends)
    return review, after


def is_leech(lapses: int, threshold: int) -> bool:
    """Whether this lapse makes a card a leech: at the threshold, and at every half of it after that, as in Anki.

    >>> [lapses for lapses in range(20) if is_leech(lapses, 8)]
    [8, 12, 16]
    """
    return 0 < threshold <= lapses and (lapses - threshold) % max(1, -(-threshold // 2)) == 0


def change(state: CardState, entry: CardEntry, options: DeckOptions | None = None) -> CardState:
    """Where one entry about a card takes it; a review needs the options of its deck."""
    how = options or DeckOptions()
    after = state
    match entry:
        case Review() if not entry.practice:
            after = advance(state, entry, how)
        case Suspend():
            after = replace(state, suspended=entry.on)
        case Bury():
            after = replace(state, buried_until=entry.until_day)
        case Flag():
            after = replace(state, flag=entry.flag)
        case SetDue():
            after = _due_on(state, entry, how)
        case Reset():
            after = CardState(flag=state.flag)
        case Recall():
            after = _recalled(state, entry)
    return after


def replay(entries: Iterable[Entry]) -> CardState:
    """Where a card stands after the entries that stand, each under the options in force then."""
    state, options = CardState(), DeckOptions(leech_threshold=0)
    for entry in entries:
        match entry:
            case Options():
                options = DeckOptions.from_body(entry.body)
            case Review() | Suspend() | Bury() | Flag() | SetDue() | Reset() | Recall():
                state = change(state, entry, options)
    return state


def _due_on(state: CardState, entry: SetDue, options: DeckOptions) -> CardState:
    """A card given a day: it has graduated, with the memory it had, or that of a first Good if it was new."""
    memory = getattr(state.stage, "memory", None) or outcomes(None, 0, options)[Rating.GOOD].memory
    since = state.last_day or entry.day
    stage = Reviewing(max(1, entry.due_day - since), entry.due_day, memory)
    return replace(
        state,
        stage=stage,
        first_day=state.first_day or entry.day,
        last_day=since,
        last_ms=state.last_ms or entry.at_ms,
        suspended=False,
        buried_until=0,
    )


def _recalled(state: CardState, entry: Recall) -> CardState:
    """A card with a memory from elsewhere, as if last reviewed an interval before it is due."""
    since = entry.due_day - entry.interval_days
    return replace(
        state,
        stage=Reviewing(entry.interval_days, entry.due_day, Memory(entry.stability, entry.difficulty)),
        first_day=state.first_day or since,
        last_day=max(state.last_day, since),
        last_ms=state.last_ms or since * DAY_MS,
        lapses=max(state.lapses, entry.lapses),
        reps=max(state.reps, 1),
    )
