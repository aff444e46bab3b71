"""Rows of the log's database to values and back."""

from __future__ import annotations

import json
from typing import Any

from trainer.reviews.entries import Entry, Note, Options, Rating, Review, Undo
from trainer.reviews.states import CardState, Learning, Memory, New, Relearning, Reviewing, Stage

Row = tuple[Any, ...]

ENTRY_COLUMNS = "id, kind, at_ms, tz_min, day, deck, card, rating, elapsed_ms, undoes, body"
STATE_COLUMNS = "stage, step, due, interval_days, stability, difficulty, first_day, last_day, last_ms, reps, lapses"


def entry_row(entry: Entry) -> Row:
    """An entry in the order of ENTRY_COLUMNS."""
    rest: Row
    match entry:
        case Review():
            kind, rest = "review", (entry.card, int(entry.rating), entry.elapsed_ms, None, None)
        case Undo():
            kind, rest = "undo", (entry.card, None, None, entry.undoes, None)
        case Options():
            kind, rest = "options", ("", None, None, None, _json(entry.body))
        case Note():
            kind, rest = "note", ("", None, None, None, _json({"topic": entry.topic, **entry.body}))
    return (entry.id, kind, entry.at_ms, entry.tz_min, entry.day, entry.deck, *rest)


def entry_of(row: Row) -> Entry:
    """The entry in a row of ENTRY_COLUMNS."""
    entry_id, kind, at_ms, tz_min, day, deck, card, rating, elapsed_ms, undoes, body = row
    happened = {"id": entry_id, "at_ms": at_ms, "tz_min": tz_min, "day": day, "deck": deck}
    match kind:
        case "review":
            return Review(**happened, card=card, rating=Rating(rating), elapsed_ms=elapsed_ms)
        case "undo":
            return Undo(**happened, card=card, undoes=undoes)
        case "options":
            return Options(**happened, body=json.loads(body))
        case _:
            content = json.loads(body)
            return Note(**happened, topic=content.pop("topic", kind), body=content)


def _json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def state_row(state: CardState) -> Row | None:
    """A card's state in the order of STATE_COLUMNS; None for a new card, which has no row."""
    past = (state.first_day, state.last_day, state.last_ms, state.reps, state.lapses)
    match state.stage:
        case Learning(step, due_ms, memory):
            return ("learning", step, due_ms, 0, memory.stability, memory.difficulty, *past)
        case Reviewing(interval_days, due_day, memory):
            return ("reviewing", 0, due_day, interval_days, memory.stability, memory.difficulty, *past)
        case Relearning(step, due_ms, memory):
            return ("relearning", step, due_ms, 0, memory.stability, memory.difficulty, *past)
    return None


def state_of(row: Row) -> CardState:
    """The card's state in a row of STATE_COLUMNS."""
    name, step, due, interval_days, stability, difficulty, *past = row
    memory = Memory(stability, difficulty)
    stages: dict[str, Stage] = {
        "learning": Learning(step, due, memory),
        "reviewing": Reviewing(interval_days, due, memory),
        "relearning": Relearning(step, due, memory),
    }
    return CardState(stages.get(name, New()), *past)
