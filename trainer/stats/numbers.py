"""One deck, or all of them together, in numbers."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from trainer.cards import Card
from trainer.collection.day import Counts
from trainer.decks import BriefRef
from trainer.reviews.tallies import Topic
from trainer.schedule import Moment
from trainer.schedule.forecast import Forecast
from trainer.schedule.readiness import Readiness
from trainer.stats.memories import Known, Memories
from trainer.stats.past import GRADUATED, Past
from trainer.study.calibration import Calibration, Hits, Outcome, by_topic, calibration

Name = TypeVar("Name", str, "Named")
Named = tuple[str, str]
"""A brief: its deck's id and its own, which is its own in that deck alone."""
MOST_NAMED = 20
"""How many of the hardest cards are named, and of those missed by somebody who was sure."""


@dataclass(frozen=True, slots=True)
class Hard:
    """A card that is hard to keep."""

    deck: str
    """Its deck's id."""
    card: Card
    lapses: int
    """How often it was forgotten after it had graduated."""
    difficulty: float
    """1 to 10."""
    stability: float
    """In days."""
    leech: bool
    """Whether it was forgotten so often that it should be rewritten."""
    suspended: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """A card that was missed by somebody who was sure."""

    deck: str
    """Its deck's id."""
    card: Card
    day: int
    """The study day."""
    confidence: int
    """In percent."""


@dataclass(frozen=True)
class Stats:
    """Everything that can be told of a deck, or of several together."""

    id: str
    """The deck's id; empty for several."""
    title: str
    marking: str
    """The highest of anything in it."""
    today: int
    """The study day."""
    then: int | None
    """The study day for which it is told how much will be known; None where decks have different ones."""
    plan: Readiness | None = None
    """How ready the deck will be on the day by which it is to be known; None if none was named."""
    size: int = 0
    """How many cards are current."""
    queues: Mapping[str, int] = field(default_factory=dict)
    """New, learning, relearning, reviewing, suspended, to cards."""
    counts: Counts = field(default_factory=Counts)
    """What today still holds."""
    past: Past = field(default_factory=Past)
    forecast: Forecast = field(default_factory=Forecast)
    memories: Memories = field(default_factory=Memories)
    answers: Mapping[tuple[Topic | None, Outcome], int] = field(default_factory=dict)
    """How sure the person was and whether that was right, by topic; None for cards that are gone."""
    ranges: Hits = field(default_factory=Hits)
    """Numbers answered by a range."""
    briefs: Mapping[Named, BriefRef] = field(default_factory=dict)
    hard: tuple[Hard, ...] = ()
    """The hardest cards, worst first."""
    missed: tuple[Missed, ...] = ()
    """Cards missed by somebody who was sure and not recalled since, the last first."""

    def date(self, day: int) -> dt.date:
        """A study day as a date."""
        return Moment.date_of(day)

    @cached_property
    def reviews(self) -> Counter[int]:
        """Study day to its reviews."""
        return self.past.reviews()

    @cached_property
    def minutes(self) -> Mapping[int, float]:
        """Study day to minutes spent."""
        return self.past.minutes()

    @property
    def retention(self) -> float | None:
        """True retention over the whole log; None if nothing could have been forgotten yet."""
        return self.past.recalled(GRADUATED).share

    @property
    def known(self) -> Known:
        """How much of it is known."""
        return self.memories.known

    def known_by_brief(self) -> dict[Named, Known]:
        """Brief to how much of it is known, the least known first."""
        topics = self.memories.topics.items()
        return _least_first(((topic.deck, topic.brief), known) for topic, known in topics if topic.brief)

    def known_by_kind(self) -> dict[str, Known]:
        """Kind of card to how much is known, the least known first."""
        return _least_first((topic.kind, known) for topic, known in self.memories.topics.items())

    def known_by_tag(self) -> dict[str, Known]:
        """Tag to how much is known, the least known first; a card counts under each of its tags."""
        return _least_first((tag, known) for topic, known in self.memories.topics.items() for tag in _tags(topic))

    @cached_property
    def calibration(self) -> Calibration | None:
        """How sure the person was and how often that was right; None if nobody said."""
        outcomes: Counter[Outcome] = Counter()
        for (_, outcome), count in self.answers.items():
            outcomes[outcome] += count
        return calibration(outcomes)

    def calibration_by_kind(self) -> dict[str, Calibration]:
        """Kind of card to its calibration, most answers first."""
        return by_topic((topic.kind, outcome, count) for (topic, outcome), count in self.answers.items() if topic)

    def calibration_by_tag(self) -> dict[str, Calibration]:
        """Tag to its calibration, most answers first; an answer counts under each tag of its card."""
        told = ((topic, outcome, count) for (topic, outcome), count in self.answers.items() if topic)
        return by_topic((tag, outcome, count) for topic, outcome, count in told for tag in _tags(topic))


def together(parts: Sequence[Stats], title: str, marking: str) -> Stats:
    """Several decks as one."""
    first = parts[0]
    answers: Counter[tuple[Topic | None, Outcome]] = Counter()
    queues: Counter[str] = Counter()
    for part in parts:
        answers.update(part.answers)
        queues.update(part.queues)
    hard = sorted((hard for part in parts for hard in part.hard), key=worst_first)
    missed = sorted((missed for part in parts for missed in part.missed), key=last_first)
    return Stats(
        id="",
        title=title,
        marking=marking,
        today=first.today,
        then=first.then if {part.then for part in parts} == {first.then} else None,
        size=sum(part.size for part in parts),
        queues=queues,
        counts=sum((part.counts for part in parts), Counts()),
        past=Past.together(part.past for part in parts),
        forecast=Forecast.together((part.forecast for part in parts), first.today),
        memories=Memories.together(part.memories for part in parts),
        answers=answers,
        ranges=Hits(sum(part.ranges.ranges for part in parts), sum(part.ranges.hits for part in parts)),
        briefs={name: brief for part in parts for name, brief in part.briefs.items()},
        hard=tuple(hard[:MOST_NAMED]),
        missed=tuple(missed[:MOST_NAMED]),
    )


def worst_first(hard: Hard) -> tuple[bool, int, float, str]:
    """By what the hardest cards are ordered."""
    return not hard.leech, -hard.lapses, -hard.difficulty, hard.card.id


def last_first(missed: Missed) -> tuple[int, int, str]:
    """By what missed cards are ordered: the last first, of one day the surest."""
    return -missed.day, -missed.confidence, missed.card.id


def _least_first(parts: Iterable[tuple[Name, Known]]) -> dict[Name, Known]:
    found: dict[Name, Known] = {}
    for name, known in parts:
        found[name] = found.get(name, Known()) + known
    return dict(sorted(found.items(), key=lambda item: (item[1].share_now or 0.0, item[0])))


def _tags(topic: Topic) -> Iterator[str]:
    yield from map(str, json.loads(topic.tags))
