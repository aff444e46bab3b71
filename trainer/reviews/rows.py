"""Rows of the log's database to values and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from trainer.reviews.entries import (
    Aim,
    Bury,
    Entry,
    Fitted,
    Flag,
    Note,
    Options,
    Rating,
    Recall,
    Remark,
    Reset,
    Review,
    SetDue,
    Suspend,
    Undo,
)
from trainer.reviews.states import CardState, Learning, Memory, New, Relearning, Reviewing, Stage

Row = tuple[Any, ...]

ENTRY_COLUMNS = "id, kind, at_ms, tz_min, day, deck, card, rating, elapsed_ms, undoes, body"
STATE_COLUMNS = (
    "stage, step, due, interval_days, stability, difficulty, first_day, last_day, last_ms, reps, lapses, "
    "suspended, buried_until, flag, leech, overconfident"
)
STANDS = "not exists (select 1 from log as undo where undo.undoes = log.id)"
"""The condition on an entry of the log that it was not taken back."""

_OF_CARD: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "suspend": (Suspend, ("on",)),
    "bury": (Bury, ("until_day",)),
    "set due": (SetDue, ("due_day",)),
    "reset": (Reset, ()),
    "flag": (Flag, ("flag",)),
    "remark": (Remark, ("text",)),
    "recall": (Recall, ("stability", "difficulty", "interval_days", "due_day", "lapses")),
}
"""The kinds of entry about a card besides reviews: their class and what their body holds."""
_KINDS = {kind: name for name, (kind, _) in _OF_CARD.items()}
_EXTRAS = {"mode": "", "given": "", "verdict": "", "confidence": None, "interval_days": 0, "seed": ""}
"""What the body of a review may hold, and what it means when it does not."""
_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""A body as the log keeps it: the same bytes for the same content."""


def entry_row(entry: Entry) -> Row:
    """An entry in the order of ENTRY_COLUMNS."""
    rest: Row
    match entry:
        case Review():
            kind = "practice" if entry.practice else "review"
            rest = (entry.card, int(entry.rating), entry.elapsed_ms, None, _extras(entry))
        case Undo():
            kind, rest = "undo", (entry.card, None, None, entry.undoes, None)
        case Options():
            kind, rest = "options", ("", None, None, None, _json(entry.body))
        case Fitted():
            kind, rest = "fitted", ("", None, None, None, _json({**entry.body, "parameters": entry.parameters}))
        case Aim():
            kind, rest = "aim", ("", None, None, None, _json({"day_due": entry.day_due, "minutes": entry.minutes}))
        case Note():
            kind, rest = "note", ("", None, None, None, _json({"topic": entry.topic, **entry.body}))
        case _:
            kind = _KINDS[type(entry)]
            rest = (entry.card, None, None, None, _json({name: getattr(entry, name) for name in _OF_CARD[kind][1]}))
    return (entry.id, kind, entry.at_ms, entry.tz_min, entry.day, entry.deck, *rest)


def entry_of(row: Row) -> Entry:
    """The entry in a row of ENTRY_COLUMNS."""
    entry_id, kind, at_ms, tz_min, day, deck, card, rating, elapsed_ms, undoes, body = row
    happened = {"id": entry_id, "at_ms": at_ms, "tz_min": tz_min, "day": day, "deck": deck}
    if kind in {"review", "practice"}:
        extras = json.loads(body) if body else {}
        known = {name: extras[name] for name in _EXTRAS.keys() & extras}
        done = {"rating": Rating(rating), "elapsed_ms": elapsed_ms, "practice": kind == "practice"}
        return Review(**happened, card=card, **done, **known)
    if kind == "undo":
        return Undo(**happened, card=card, undoes=undoes)
    if kind == "options":
        return Options(**happened, body=options_body(body))
    content = json.loads(body)
    if kind in _OF_CARD:
        made: Entry = _OF_CARD[kind][0](**happened, card=card, **{name: content[name] for name in _OF_CARD[kind][1]})
        return made
    return _of_collection(kind, happened, content)


@lru_cache(maxsize=64)
def options_body(text: str) -> Mapping[str, Any]:
    """What the body of an options entry says; the same few are read again and again."""
    found: Mapping[str, Any] = json.loads(text)
    return found


def _of_collection(kind: str, happened: dict[str, Any], content: dict[str, Any]) -> Entry:
    """An entry about a deck or about all of them; one of a kind that this version does not know is a note."""
    match kind:
        case "fitted":
            return Fitted(**happened, parameters=tuple(content.pop("parameters")), body=content)
        case "aim":
            return Aim(**happened, day_due=content["day_due"], minutes=content["minutes"])
        case _:
            return Note(**happened, topic=content.pop("topic", kind), body=content)


def _extras(review: Review) -> str | None:
    told = {name: getattr(review, name) for name, usual in _EXTRAS.items() if getattr(review, name) != usual}
    return _json(told) if told else None


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
