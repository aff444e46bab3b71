"""Entries of the log as rows of its database and back; loaded once something is written or read of it."""

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
    Recall,
    Remark,
    Reset,
    SetDue,
    Suspend,
    Undo,
)
from trainer.reviews.review import Rating, Review
from trainer.reviews.rows import Row

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
