"""Where a card stands, as a row of the log's database and back; the columns of its tables."""

from __future__ import annotations

from typing import Any

from trainer.reviews.states import CardState, Learning, Memory, New, Relearning, Reviewing, Stage

Row = tuple[Any, ...]

ENTRY_COLUMNS = "id, kind, at_ms, tz_min, day, deck, card, rating, elapsed_ms, undoes, body"
STATE_COLUMNS = (
    "stage, step, due, interval_days, stability, difficulty, first_day, last_day, last_ms, reps, lapses, "
    "suspended, buried_until, flag, leech, overconfident"
)
STANDS = "not exists (select 1 from log as undo where undo.undoes = log.id)"
"""The condition on an entry of the log that it was not taken back."""


def state_row(state: CardState, position: int = 0) -> Row:
    """A card's state in the order of STATE_COLUMNS; a new card is due at its position in the deck."""
    past = (state.first_day, state.last_day, state.last_ms, state.reps, state.lapses)
    held = (int(state.suspended), state.buried_until, state.flag, int(state.leech), int(state.overconfident))
    match state.stage:
        case Learning(step, due_ms, memory):
            where: Row = ("learning", step, due_ms, 0, memory.stability, memory.difficulty)
        case Reviewing(interval_days, due_day, memory):
            where = ("reviewing", 0, due_day, interval_days, memory.stability, memory.difficulty)
        case Relearning(step, due_ms, memory):
            where = ("relearning", step, due_ms, 0, memory.stability, memory.difficulty)
        case _:
            where = ("new", 0, position, 0, 0.0, 0.0)
    return (*where, *past, *held)


def state_of(row: Row) -> CardState:
    """The card's state in a row of STATE_COLUMNS."""
    name, step, due, interval_days, stability, difficulty = row[:6]
    first_day, last_day, last_ms, reps, lapses, suspended, buried_until, flag, leech, overconfident = row[6:]
    memory = Memory(stability, difficulty)
    stage: Stage
    match name:
        case "learning":
            stage = Learning(step, due, memory)
        case "reviewing":
            stage = Reviewing(interval_days, due, memory)
        case "relearning":
            stage = Relearning(step, due, memory)
        case _:
            stage = New()
    past = (first_day, last_day, last_ms, reps, lapses)
    return CardState(stage, *past, bool(suspended), buried_until, flag, bool(leech), bool(overconfident))
