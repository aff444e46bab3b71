"""Decks and review log opened together: the verbs that the screens and the command line share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from trainer import locations
from trainer.cards import Card, Status
from trainer.decks import Deck
from trainer.decks.read import read_deck
from trainer.errors import DeckRefused, Finding
from trainer.reviews import (
    CardState,
    Learning,
    New,
    Note,
    Options,
    Rating,
    Relearning,
    Review,
    Reviewing,
    entry_id,
)
from trainer.reviews.log import Log
from trainer.schedule import DeckOptions, Moment
from trainer.schedule.queue import Limits, Today, mixed, today
from trainer.schedule.replay import advance, replay
from trainer.settings import Settings, read_settings
from trainer.study import Item, Session

Clock = Callable[[], dt.datetime]


def local_clock() -> dt.datetime:
    """Now, with the local zone's offset."""
    return dt.datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Counts:
    """What a deck holds for today."""

    new: int
    """New cards within today's limit."""
    learning: int
    """Cards in their steps."""
    due: int
    """Reviews due, within today's limit."""

    @property
    def total(self) -> int:
        """Everything that today holds."""
        return self.new + self.learning + self.due


@dataclass(frozen=True, slots=True)
class DeckStats:
    """One deck in numbers."""

    deck: Deck
    today: Counts
    new: int
    """Cards never reviewed."""
    learning: int
    """Cards in their steps."""
    reviewing: int
    """Cards that have graduated."""
    reviews: int
    """Reviews that stand in the log."""
    ratings: Mapping[Rating, int]
    """How often each rating was given."""
    reviews_today: int
    """Reviews of this study day."""
    retention: float | None
    """Share of reviews at a day's distance or more that were recalled; None if there were none."""


class Collection:
    """One person's decks, progress and settings."""

    def __init__(self, decks: Sequence[Deck], log: Log, settings: Settings, clock: Clock = local_clock) -> None:
        """Hold what was opened; `open` does the opening."""
        self.decks = tuple(decks)
        self.log = log
        self.settings = settings
        self._clock = clock

    @classmethod
    def open(cls, paths: Iterable[Path] = (), clock: Clock = local_clock) -> tuple[Self, tuple[Finding, ...]]:
        """The collection of the named decks, or of all in the deck folders, and what is wrong with them.

        A named deck that cannot be read raises DeckRefused; one found in a folder becomes a finding.
        Raises SettingsRefused, LogRefused and NotSaved too.
        """
        settings = read_settings(locations.settings_file())
        decks, findings = _read_decks(tuple(paths))
        return cls(decks, Log(locations.reviews_file()), settings, clock), findings

    def close(self) -> None:
        """Close the log."""
        self.log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now(self) -> Moment:
        """This moment."""
        return Moment.of(self._clock(), self.settings.day_starts_at)

    def counts(self, deck: Deck) -> Counts:
        """What a deck holds for today."""
        left = self._today(deck, self.log.states(deck.id))
        return Counts(len(left.new), len(left.learning), len(left.reviews))

    def start(self, decks: Sequence[Deck] | None = None) -> Session:
        """A session over today's cards of the decks (all if not given), with the first card in view."""
        waiting: list[Item] = []
        learning: list[Item] = []
        for deck in self.decks if decks is None else decks:
            states = self.log.states(deck.id)
            left = self._today(deck, states)
            waiting += [self._item(deck, card, states) for card in mixed(left.reviews, left.new)]
            learning += [self._item(deck, card, states) for card in left.learning]
        learning.sort(key=lambda item: (item.due_ms, item.card.id))
        session = Session(tuple(waiting), tuple(learning), learn_ahead_ms=self.settings.learn_ahead_minutes * 60_000)
        return self._next(session)

    def rate(self, session: Session, rating: Rating) -> Session:
        """The session after a rating of the card in view, the review on the disk and the next card in view.

        Raises NotSaved; the session given is then still the one to show.
        """
        review = session.rate(rating, self.now())
        options = self._options(review.deck)
        on_record = Options(
            entry_id(review.at_ms), review.at_ms, review.tz_min, review.day, review.deck, options.body()
        )
        after = self.log.record(review, lambda state, made: advance(state, made, options), on_record)
        return self._next(session.rated(review, after))

    def undo(self, session: Session) -> Session:
        """The session before its last review, which is taken back on the disk; the same if it has none.

        Raises NotSaved; the session given is then still the one to show.
        """
        moment = self.now()
        undo = session.undo(moment, entry_id(moment.ms))
        if undo is None:
            return session
        self.log.take_back(undo, replay)
        return session.undone(entry_id(moment.ms))

    def stats(self, decks: Sequence[Deck] | None = None) -> list[DeckStats]:
        """Each deck in numbers."""
        return [self._stats(deck) for deck in (self.decks if decks is None else decks)]

    def changed_at(self, deck: Deck, card: Card, digest: str) -> int:
        """The Unix second at which a card's exported content last changed; the digest says what it is now.

        Raises NotSaved.
        """
        return self.log.changed_at(deck.id, card.id, digest, self.now().ms // 1000)

    def log_override(self, topic: str, body: Mapping[str, Any]) -> None:
        """Put on record that a rule was overridden. Raises NotSaved."""
        moment = self.now()
        self.log.add(Note(entry_id(moment.ms), moment.ms, moment.tz_min, moment.day, "", topic, dict(body)))

    def _next(self, session: Session) -> Session:
        moment = self.now()
        return session.show_next(moment, entry_id(moment.ms))

    def _item(self, deck: Deck, card: Card, states: Mapping[str, CardState]) -> Item:
        return Item(deck.id, card, states.get(card.id, CardState()), self._options(deck.id), deck.marking_of(card))

    def _today(self, deck: Deck, states: Mapping[str, CardState]) -> Today:
        own = self.settings.for_deck(deck.id)
        return today(deck.cards, states, self.now().day, Limits(own.new_per_day, own.reviews_per_day))

    def _options(self, deck_id: str) -> DeckOptions:
        own = self.settings.for_deck(deck_id)
        return DeckOptions(
            own.desired_retention,
            own.learning_steps,
            own.relearning_steps,
            own.maximum_interval_days,
            own.fuzz,
        )

    def _stats(self, deck: Deck) -> DeckStats:
        states = self.log.states(deck.id)
        current = [states.get(card.id, CardState()) for card in deck.cards if card.status is Status.CURRENT]
        reviews = self.log.reviews(deck.id)
        day = self.now().day
        return DeckStats(
            deck=deck,
            today=self.counts(deck),
            new=sum(isinstance(state.stage, New) for state in current),
            learning=sum(isinstance(state.stage, (Learning, Relearning)) for state in current),
            reviewing=sum(isinstance(state.stage, Reviewing) for state in current),
            reviews=len(reviews),
            ratings={rating: sum(review.rating is rating for review in reviews) for rating in Rating},
            reviews_today=sum(review.day == day for review in reviews),
            retention=_retention(reviews),
        )


def _retention(reviews: Iterable[Review]) -> float | None:
    """True retention: of each card's first reviews on a later day, the share that was not Again."""
    last_day: dict[str, int] = {}
    recalled = []
    for review in reviews:
        before = last_day.get(review.card)
        if before is not None and review.day > before:
            recalled.append(review.rating is not Rating.AGAIN)
        last_day[review.card] = review.day
    return sum(recalled) / len(recalled) if recalled else None


def _read_decks(paths: tuple[Path, ...]) -> tuple[list[Deck], tuple[Finding, ...]]:
    """The decks, and what is wrong with them; of two files with one deck id, the first is taken."""
    decks: dict[str, Deck] = {}
    findings: list[Finding] = []
    for path in paths or locations.deck_files():
        try:
            deck, found = read_deck(path)
        except DeckRefused as error:
            if paths:
                raise
            findings.append(Finding(error.where, error.message, error.remedy))
            continue
        findings.extend(found)
        if deck.id in decks:
            message = f"has the deck id {deck.id!r} of {decks[deck.id].path}; it is left out."
            findings.append(Finding(str(path), message, "Give one of them another id."))
        else:
            decks[deck.id] = deck
    return list(decks.values()), tuple(findings)
