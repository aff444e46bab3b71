"""How well cards are remembered, counted, and how much of each topic is known."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trainer.reviews.tallies import Standing, Topic
from trainer.schedule.forgetting import Forgetting

STABILITY_DAYS = (0, 1, 3, 7, 14, 30, 60, 90, 180, 365, 730)
"""Where the bands of stability begin."""


@dataclass(frozen=True, slots=True)
class Known:
    """How much of some cards is known."""

    cards: int = 0
    """Current cards that are not set aside."""
    met: int = 0
    """Those of them that were reviewed at least once."""
    now: float = 0.0
    """How many would be recalled today; a card never met counts as not known."""
    then: float = 0.0
    """How many on the day that was asked for, if nothing more is studied."""

    def __add__(self, other: Known) -> Known:
        return Known(self.cards + other.cards, self.met + other.met, self.now + other.now, self.then + other.then)

    @property
    def share_now(self) -> float | None:
        """The share of the cards that would be recalled today; None of no cards."""
        return self.now / self.cards if self.cards else None

    @property
    def share_then(self) -> float | None:
        """The share on the day that was asked for; None of no cards."""
        return self.then / self.cards if self.cards else None

    @property
    def recall(self) -> float | None:
        """The mean chance of recall of the cards that were met; None if none was."""
        return self.now / self.met if self.met else None


@dataclass(frozen=True, slots=True)
class Memories:
    """Some cards' memory, counted."""

    stability: Mapping[int, int] = field(default_factory=dict)
    """Band, by its place in STABILITY_DAYS, to cards."""
    difficulty: Mapping[int, int] = field(default_factory=dict)
    """1 to 10, rounded, to cards."""
    recall: Mapping[int, int] = field(default_factory=dict)
    """Chance of recall today in tens of percent, rounded down, 0 to 9, to cards."""
    topics: Mapping[Topic, Known] = field(default_factory=dict)

    @classmethod
    def together(cls, parts: Iterable[Memories]) -> Memories:
        """Those of several decks."""
        counts: tuple[Counter[int], ...] = (Counter(), Counter(), Counter())
        topics: dict[Topic, Known] = {}
        for part in parts:
            for whole, one in zip(counts, (part.stability, part.difficulty, part.recall), strict=True):
                whole.update(one)
            for topic, known in part.topics.items():
                topics[topic] = topics.get(topic, Known()) + known
        return cls(counts[0], counts[1], counts[2], topics)

    @property
    def known(self) -> Known:
        """How much of all of them is known."""
        return sum(self.topics.values(), Known())


def memories(standings: Iterable[Standing], curve: Forgetting, today: int, then: int) -> Memories:
    """Cards that are not set aside, counted; chances of recall today and on another day."""
    stability: Counter[int] = Counter()
    difficulty: Counter[int] = Counter()
    recall: Counter[int] = Counter()
    sums: dict[Topic, list[float]] = {}
    for _, topic, queue, stable_days, hard, last_day in standings:
        if queue == "suspended":
            continue
        known = sums.setdefault(topic, [0, 0, 0.0, 0.0])
        known[0] += 1
        if queue == "new" or stable_days <= 0:
            continue
        now = curve.recall(stable_days, today - last_day)
        known[1] += 1
        known[2] += now
        known[3] += curve.recall(stable_days, then - last_day)
        stability[bisect_right(STABILITY_DAYS, stable_days) - 1] += 1
        difficulty[int(hard + 0.5)] += 1
        recall[min(9, int(now * 10))] += 1
    topics = {topic: Known(int(cards), int(met), now, after) for topic, (cards, met, now, after) in sums.items()}
    return Memories(stability, difficulty, recall, topics)
