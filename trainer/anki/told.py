"""What the fence's inner side told of an import, as decks and progress; it has looked at what others wrote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from trainer.anki.history import AnkiCard, AnkiReview
from trainer.cards import USUAL, Card, Kind, Source, Status, cards_of
from trainer.decks import BriefRef, Deck
from trainer.schedule import Moment


@dataclass(frozen=True, slots=True)
class Arrived:
    """Progress that came with cards."""

    created_at: int
    """Unix seconds of the first day of Anki's collection."""
    west_minutes: int | None
    """How far west of UTC that day began; None if it is not known."""
    cards: tuple[AnkiCard, ...]

    @property
    def first_day(self) -> int:
        """The study day from which Anki counts the days."""
        if self.west_minutes is None:
            created = dt.datetime.fromtimestamp(self.created_at, dt.UTC).astimezone()
        else:
            zone = dt.timezone(-dt.timedelta(minutes=self.west_minutes))
            created = dt.datetime.fromtimestamp(self.created_at, zone)
        return Moment.day_of(created.date())


def arrived_of(told: Mapping[str, Any]) -> Arrived:
    """The progress that came with the cards."""
    cards = (
        AnkiCard(*(*card, tuple(map(AnkiReview._make, reviews))))
        for card, reviews in zip(told["cards"], told["reviews"], strict=True)
    )
    return Arrived(int(told["created_at"]), told["west_minutes"], tuple(cards))


def deck_of(told: Mapping[str, Any], texts: Iterator[str]) -> Deck:
    """The deck; its texts are the next ones. Raises ValueError if there are not enough of them."""
    head = told["head"]
    return Deck(
        id=told["id"],
        title=told["title"],
        cards=_cards(told, texts),
        briefs=tuple(map(_brief, told["briefs"])),
        marking=head.get("marking", ""),
        extra=head.get("extra", {}),
    )


def _brief(table: dict[str, Any]) -> BriefRef:
    known = {
        name: table.pop(name) for name in ("id", "title", "file", "sha256", "publisher", "marking") if name in table
    }
    date = table.pop("date", None)
    return BriefRef(**known, date=dt.date.fromisoformat(date) if date else None, extra=table)


def _cards(told: Mapping[str, Any], texts: Iterator[str]) -> tuple[Card, ...]:
    """The deck's cards, field by field."""
    count = len(told["places"])
    columns: dict[str, Sequence[Any]] = {name: list(islice(texts, count)) for name in ("id", "question", "answer")}
    if len(columns["answer"]) < count:
        raise ValueError("texts are missing")
    rests = [_fields(tags, more) for tags, more in told["rests"]]
    for name in dict.fromkeys(name for rest in rests for name in rest):
        values = [rest.get(name, USUAL[name]) for rest in rests]
        columns[name] = [values[place] for place in told["places"]]
    return cards_of(count, columns)


def _fields(tags: list[str], more: Mapping[str, Any]) -> dict[str, Any]:
    """What else is known of a card, by its field."""
    extra = {key: value for key, value in more.items() if key not in _FIELDS}
    known = {key: _FIELDS[key](value) for key, value in more.items() if key in _FIELDS}
    return {"tags": tuple(tags), **known, **({"extra": extra} if extra else {})}


def _source(table: Mapping[str, Any]) -> Source:
    span = table.get("span")
    return Source(table["brief"], table["sentence"], table.get("paragraph"), (span[0], span[1]) if span else None)


_FIELDS: dict[str, Callable[[Any], Any]] = {
    "kind": Kind, "status": Status, "source": _source, "accepted": tuple, "reject": tuple, "distractors": tuple,
    "conflicts_with": tuple,
    **dict.fromkeys(
        ("fact", "as_of", "attribution", "marking", "superseded_by", "picture", "answer_picture", "origin"), str
    ),
}  # fmt: skip
"""The keys of a card besides its id, question, answer and tags."""
