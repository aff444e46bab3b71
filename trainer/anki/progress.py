"""Progress as Anki keeps it, a card's row and its review log, from where a card stands here.

Source: Anki, rslib/src/storage/card/data.rs (the JSON in `cards.data`), rslib/src/revlog and rslib/src/card.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from trainer.reviews import CardState, Learning, Memory, New, Relearning, Review, Reviewing, Stage
from trainer.reviews.entries import CardEntry, Entry, Options
from trainer.reviews.review import LONGEST_MS
from trainer.schedule import DeckOptions
from trainer.schedule.replay import change

CREATED_AT = 1_762_905_600
"""The package's first day, 12 November 2025, UTC: Anki counts due days from it."""
DAY_S = 86_400
CREATED_DAY = CREATED_AT // DAY_S
_EASE = 2500
"""In thousandths; with FSRS, Anki leaves it as it is."""
_SUSPENDED = -1


class Progress(NamedTuple):
    """What Anki is told of one card that was studied here."""

    card: tuple[int, int, int | None, int, int, int, int, int, int, str]
    """type, queue, due (None leaves the card's place among the new), ivl, factor, reps, lapses, left, flags, data."""
    reviews: tuple[tuple[int, int, int, int, int, int, int], ...]
    """id, ease, ivl, lastIvl, factor, time, type of each review."""


def progress_of(state: CardState, entries: Iterable[Entry]) -> Progress:
    """What Anki is told of a card that stands so after these entries, which come in their order."""
    reviews, options = _reviews(entries)
    kind, queue, due, interval_days, left = _place(state, options)
    data = _data(state, options)
    where = (kind, _SUSPENDED if state.suspended else queue, due)
    past = (interval_days, _EASE if data != "{}" else 0, state.reps, state.lapses)
    return Progress((*where, *past, left, state.flag, data if data != "{}" else ""), tuple(reviews))


def _place(state: CardState, options: DeckOptions) -> tuple[int, int, int | None, int, int]:
    """type, queue, due, ivl and left."""
    match state.stage:
        case Reviewing(interval_days, due_day, _):
            return 2, 2, due_day - CREATED_DAY, interval_days, 0
        case Learning(step, due_ms, _):
            queue, due = _waiting(state, due_ms)
            return 1, queue, due, 0, max(1, len(options.learning_steps) - step)
        case Relearning(step, due_ms, _):
            queue, due = _waiting(state, due_ms)
            return 3, queue, due, 1, max(1, len(options.relearning_steps) - step)
    return 0, 0, None, 0, 0


def _waiting(state: CardState, due_ms: int) -> tuple[int, int]:
    """Queue and due of a card in its steps: those of a day or more are counted in days."""
    if due_ms - state.last_ms >= DAY_S * 1000:
        return 3, due_ms // 1000 // DAY_S - CREATED_DAY
    return 1, due_ms // 1000


def _data(state: CardState, options: DeckOptions) -> str:
    """The memory state, rounded as Anki rounds it; an empty object for a new card."""
    memory = memory_of(state.stage)
    if memory is None:
        return "{}"
    kept = {
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(options.desired_retention, 2),
        "decay": round(options.parameters[20], 3),
        "lrt": state.last_ms // 1000,
    }
    return json.dumps(kept, separators=(",", ":"))


def memory_of(stage: Stage) -> Memory | None:
    """The memory of a stage that has one."""
    return None if isinstance(stage, New) else stage.memory


def _reviews(entries: Iterable[Entry]) -> tuple[list[tuple[int, int, int, int, int, int, int]], DeckOptions]:
    """The rows of the review log, and the options in force at the end."""
    state, options = CardState(), DeckOptions(leech_threshold=0)
    rows = []
    for entry in entries:
        if isinstance(entry, Options):
            options = DeckOptions.from_body(entry.body)
        elif isinstance(entry, CardEntry):
            after = change(state, entry, options)
            if isinstance(entry, Review) and not entry.practice:
                rows.append(_row(entry, state, after))
            state = after
    return rows, options


def _row(review: Review, before: CardState, after: CardState) -> tuple[int, int, int, int, int, int, int]:
    memory = memory_of(after.stage)
    difficulty = round((memory.difficulty - 1) / 9 * 1000) + 100 if memory else 0
    kind = {Reviewing: 1, Relearning: 2}.get(type(before.stage), 0)
    elapsed_ms = min(review.elapsed_ms, LONGEST_MS)
    return (
        review.at_ms,
        int(review.rating),
        _interval(after),
        _interval(before),
        difficulty,
        elapsed_ms,
        kind,
    )


def _interval(state: CardState) -> int:
    """An interval as the review log has it: days, or seconds below zero."""
    match state.stage:
        case Reviewing(interval_days, _, _):
            return interval_days
        case Learning(_, due_ms, _) | Relearning(_, due_ms, _):
            return -max(0, (due_ms - max(state.last_ms, 0)) // 1000)
    return 0
