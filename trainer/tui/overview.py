"""What the home screen tells: each deck's day, and all of them together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trainer.cards import Status
from trainer.collection import Collection, Counts
from trainer.decks import Deck
from trainer.reviews import CardState, New, Reviewing
from trainer.schedule.labels import days_label

_SECONDS_A_CARD = 8


@dataclass(frozen=True, slots=True)
class Outlook:
    """One deck's day, and when it has something again."""

    deck: Deck
    today: Counts
    next_in_days: int | None
    """Days until it has a card, where today holds none; None where today does, or no card is left."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Some decks' day."""

    outlooks: tuple[Outlook, ...]

    @property
    def today(self) -> Counts:
        """What today holds in all."""
        each = [outlook.today for outlook in self.outlooks]
        return Counts(sum(c.new for c in each), sum(c.learning for c in each), sum(c.due for c in each))

    @property
    def minutes(self) -> int:
        """About how long today's cards take."""
        return math.ceil(self.today.total * _SECONDS_A_CARD / 60)

    @property
    def next_in_days(self) -> int | None:
        """Days until any of the decks has a card again; None if none ever has, or one has today."""
        return min((o.next_in_days for o in self.outlooks if o.next_in_days is not None), default=None)


def overview(collection: Collection, decks: Sequence[Deck]) -> Overview:
    """The decks' day as the log has it now."""
    return Overview(tuple(_outlook(collection, deck) for deck in decks))


def _outlook(collection: Collection, deck: Deck) -> Outlook:
    counts = collection.counts(deck)
    if counts.total:
        return Outlook(deck, counts, None)
    return Outlook(deck, counts, next_in_days(deck, collection.log.states(deck.id), collection.now().day))


def next_in_days(deck: Deck, states: Mapping[str, CardState], day: int) -> int | None:
    """Days from a finished day until the deck has a card again; None if it has none to come.

    A card that today's limits or a sibling held back comes tomorrow.
    """
    current = (states.get(card.id, CardState()) for card in deck.cards if card.status is Status.CURRENT)
    return min(_waits(current, day), default=None)


def _waits(states: Iterable[CardState], day: int) -> Iterable[int]:
    for state in states:
        match state.stage:
            case Reviewing(_, due_day, _):
                yield max(1, due_day - day)
            case New():
                yield 1


def by_name(today: Counts) -> dict[str, int]:
    """The three counts under their names."""
    return {"new": today.new, "learning": today.learning, "due": today.due}


def soon(days: int) -> str:
    """A number of days from now as people say it.

    >>> soon(1), soon(12)
    ('tomorrow', 'in 12d')
    """
    return "tomorrow" if days == 1 else f"in {days_label(days)}"


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "card"), counted(3, "card")
    ('1 card', '3 cards')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
