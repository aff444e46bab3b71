"""Progress that comes from Anki: a card's row and its review log, to entries of our log.

An entry's id follows from what it tells, so that importing twice adds nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from trainer.reviews import Rating, Review
from trainer.reviews.entries import CardEntry, Flag, Recall, SetDue, Suspend
from trainer.schedule import Moment

MomentOf = Callable[[int], Moment]
"""Gives the moment, on a person's clock, of a Unix millisecond."""

_SAME_REVIEW_MS = 50
"""Anki gives two cards' reviews of one millisecond times of their own."""
_REVIEW = 2
_SUSPENDED = -1
_MIDDLE = 5.0
"""The difficulty of a card of which Anki knows only its interval."""
_RATED = frozenset({0, 1, 2, 3})
"""Types of the review log that are a rating of a card: learning, review, relearning, filtered."""


class AnkiReview(NamedTuple):
    """A row of Anki's review log."""

    id: int
    """Unix milliseconds."""
    ease: int
    ivl: int
    last_ivl: int
    factor: int
    time: int
    """Milliseconds."""
    type: int


@dataclass(frozen=True, slots=True)
class AnkiCard:
    """Where Anki has one card, and how it came there."""

    deck: str
    """The id of the deck that it is in here."""
    card: str
    """Its id here."""
    type: int
    queue: int
    due: int
    """Days since the collection's first day, for a card in review."""
    ivl: int
    lapses: int
    flag: int
    stability: float
    """Days; 0 if Anki has no memory state."""
    difficulty: float
    reviews: tuple[AnkiReview, ...]
    """By time."""


def entries_of(card: AnkiCard, first_day: int, now: Moment, moment_of: MomentOf) -> Iterator[CardEntry]:
    """The card's reviews, and after them what brings it to where Anki has it.

    `first_day` is the study day from which Anki counts.
    """
    seen = 0
    for review in card.reviews:
        if review.type in _RATED and review.ease in set(Rating):
            moment = moment_of(review.id)
            seen = review.id
            yield Review(
                *_stamp(moment, "review", card, review.id),
                card.deck,
                card.card,
                Rating(review.ease),
                max(0, review.time),
            )
    at = moment_of(seen) if seen else now
    yield from _standing(card, first_day, at)
    if card.flag:
        yield Flag(*_stamp(now, "flag", card, card.flag), card.deck, card.card, flag=card.flag)
    if card.queue == _SUSPENDED:
        yield Suspend(*_stamp(now, "suspend", card), card.deck, card.card, on=True)


def _standing(card: AnkiCard, first_day: int, at: Moment) -> Iterator[CardEntry]:
    """The memory and the day of a card that has graduated."""
    if card.type != _REVIEW or card.ivl <= 0:
        return
    due_day = first_day + card.due
    where = (card.ivl, due_day, card.stability, card.difficulty)
    if card.reviews and not card.stability:
        yield SetDue(*_stamp(at, "due", card, *where), card.deck, card.card, due_day=due_day)
        return
    yield Recall(
        *_stamp(at, "recall", card, *where),
        card.deck,
        card.card,
        stability=card.stability or float(card.ivl),
        difficulty=card.difficulty or _MIDDLE,
        interval_days=card.ivl,
        due_day=due_day,
        lapses=card.lapses,
    )


def unknown(entries: Iterable[CardEntry], known: Iterable[CardEntry]) -> list[CardEntry]:
    """The entries of one card that its log here does not have; nothing if it was studied here since.

    Reviews that were exported from here come back under Anki's ids, at the same time.
    """
    had = list(known)
    ids = {entry.id for entry in had}
    times = [entry.at_ms for entry in had if isinstance(entry, Review)]
    last = max(times, default=0)
    fresh = [
        entry
        for entry in entries
        if entry.id not in ids
        and not (isinstance(entry, Review) and any(abs(entry.at_ms - at) <= _SAME_REVIEW_MS for at in times))
    ]
    newest = max((entry.at_ms for entry in fresh if isinstance(entry, Review)), default=0)
    if times and newest <= last:
        fresh = [entry for entry in fresh if isinstance(entry, Review)]
    return fresh


def _stamp(moment: Moment, *told: object) -> tuple[str, int, int, int]:
    """id, at_ms, tz_min and day of an entry that tells this."""
    kind, card, *rest = told
    assert isinstance(card, AnkiCard)  # noqa: S101 - our own callers
    digest = hashlib.sha256("\x1f".join(map(str, ("anki", kind, card.deck, card.card, *rest))).encode()).digest()
    return _uuid(moment.ms, digest), moment.ms, moment.tz_min, moment.day


def _uuid(at_ms: int, digest: bytes) -> str:
    """A UUID of version 8 (RFC 9562), whose bits are ours to choose: the time and what is told."""
    value = int.from_bytes(max(0, at_ms).to_bytes(6) + digest[:10])
    value = value & ~(0xF << 76) | 8 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    text = f"{value:032x}"
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])
