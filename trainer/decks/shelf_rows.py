"""A deck and its cards as the shelf keeps them: JSON, without what is as usual."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer.cards import Card, Kind, Source, Status
from trainer.decks.cover import Cover
from trainer.decks.deck import BriefRef
from trainer.errors import Finding
from trainer.text import fold

_USUAL = {name: value.default for name, value in Card.__dataclass_fields__.items()}


def cover_told(cover: Cover) -> str:
    """A deck without its cards and its path."""
    names = ("id", "title", "marking", "highest_marking", "size")
    briefs = [{**asdict(brief), "date": str(brief.date or "")} for brief in cover.briefs]
    return as_json({**{name: getattr(cover, name) for name in names}, "briefs": briefs, "extra": dict(cover.extra)})


def cover_of(text: str, path: Path) -> Cover:
    """The cover of the deck in a file, from what `cover_told` gave."""
    told = json.loads(text)
    briefs = tuple(
        BriefRef(**{**brief, "date": dt.date.fromisoformat(brief["date"]) if brief["date"] else None})
        for brief in told.pop("briefs")
    )
    return Cover(**told, briefs=briefs, path=path)


def findings_told(findings: Iterable[Finding]) -> str:
    """What was wrong with a deck when it was read."""
    return as_json([asdict(each) for each in findings])


def findings_of(text: str) -> tuple[Finding, ...]:
    """The findings that `findings_told` gave."""
    return tuple(Finding(**each) for each in json.loads(text))


def card_row(card: Card, place: int) -> tuple[Any, ...]:
    """A card in the order of deck_card's columns, the deck left out."""
    told = fold(card.source.sentence) if card.source else ""
    return card.id, place, fold(card.question), fold(card.answer), told, _body(card)


def _body(card: Card) -> str:
    """A card as JSON, without what is as usual."""
    told = {
        name: getattr(card, name)
        for name, usual in _USUAL.items()
        if name not in {"id", "source", "extra"} and getattr(card, name) != usual
    }
    if card.extra:
        told["extra"] = dict(card.extra)
    if card.source:
        told["source"] = [card.source.brief, card.source.sentence, card.source.paragraph, card.source.span]
    return as_json(told)


def card_of(card_id: str, body: str) -> Card:
    """The card of this id, from the last column of its row."""
    told = json.loads(body)
    source = told.pop("source", None)
    for name in ("accepted", "reject", "distractors", "conflicts_with", "tags"):
        if name in told:
            told[name] = tuple(told[name])
    if "kind" in told:
        told["kind"] = Kind(told["kind"])
    if "status" in told:
        told["status"] = Status(told["status"])
    if source:
        brief, sentence, paragraph, span = source
        told["source"] = Source(brief, sentence, paragraph, (span[0], span[1]) if span else None)
    return Card(id=card_id, **told)


def as_json(value: Any) -> str:
    """A value as compact JSON; what JSON does not know is told as text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
