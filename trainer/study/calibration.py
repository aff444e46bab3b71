"""How sure a person was and how often that was right: Brier score and reliability, in the words of ICD 203.

Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78 (1950), for events that
happen or do not; the words and ranges: Intelligence Community Directive 203, Analytic Standards, annex D.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word for a chance, and what it covers."""

    word: str
    low: int
    """In percent."""
    high: int
    """In percent; the next word begins there."""


LIKELIHOODS = (
    Likelihood("almost no chance", 1, 5),
    Likelihood("very unlikely", 5, 20),
    Likelihood("unlikely", 20, 45),
    Likelihood("roughly even chance", 45, 55),
    Likelihood("likely", 55, 80),
    Likelihood("very likely", 80, 95),
    Likelihood("almost certain", 95, 99),
)
"""From the least to the most."""


def likelihood(percent: int) -> Likelihood:
    """The word for a chance; where two ranges meet, the higher.

    >>> [likelihood(percent).word for percent in (0, 50, 80, 100)]
    ['almost no chance', 'roughly even chance', 'very likely', 'almost certain']
    """
    return next((each for each in reversed(LIKELIHOODS) if percent >= each.low), LIKELIHOODS[0])


@dataclass(frozen=True, slots=True)
class Band:
    """Answers whose confidence one word covers."""

    likelihood: Likelihood
    answers: int
    told: float
    """Mean confidence, 0 to 1."""
    right: float
    """Share of answers that were right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure somebody was of some answers, and how many were right."""

    answers: int
    brier: float
    """Mean squared distance between confidence and outcome: 0 is perfect, 0.25 is what always saying 50 % gives."""
    told: float
    """Mean confidence, 0 to 1."""
    right: float
    """Share of answers that were right."""
    bands: tuple[Band, ...]
    """The reliability curve: the words that were used, from the least to the most."""

    @property
    def overconfidence(self) -> float:
        """How much surer than right: above zero too sure, below it not sure enough."""
        return self.told - self.right


@dataclass(frozen=True, slots=True)
class Hits:
    """Of so many ranges that were given for a number, how many held it."""

    ranges: int = 0
    hits: int = 0

    @property
    def share(self) -> float | None:
        """The share that did; None of nothing."""
        return self.hits / self.ranges if self.ranges else None


Outcome = tuple[int, bool]
"""Confidence in percent, and whether the answer was right."""


def calibration(outcomes: Mapping[Outcome, int]) -> Calibration | None:
    """The calibration of answers, each outcome with how often it came; None of nothing.

    >>> found = calibration({(90, True): 1, (60, False): 1})
    >>> found.answers, round(found.brier, 3), round(found.overconfidence, 2)
    (2, 0.185, 0.25)
    """
    answers = sum(outcomes.values())
    if not answers:
        return None
    brier = sum(count * (told / 100 - right) ** 2 for (told, right), count in outcomes.items()) / answers
    return Calibration(answers, brier, *_means(outcomes), _bands(outcomes))


def _bands(outcomes: Mapping[Outcome, int]) -> tuple[Band, ...]:
    by_word: dict[Likelihood, Counter[Outcome]] = {}
    for outcome, count in outcomes.items():
        by_word.setdefault(likelihood(outcome[0]), Counter())[outcome] += count
    return tuple(Band(word, by_word[word].total(), *_means(by_word[word])) for word in LIKELIHOODS if word in by_word)


def _means(outcomes: Mapping[Outcome, int]) -> tuple[float, float]:
    """Mean confidence and the share right."""
    answers = sum(outcomes.values())
    told = sum(count * percent for (percent, _), count in outcomes.items()) / 100 / answers
    return told, sum(count for (_, right), count in outcomes.items() if right) / answers


def by_topic(outcomes: Iterable[tuple[str, Outcome, int]]) -> dict[str, Calibration]:
    """Topic to its calibration, most answers first."""
    topics: dict[str, Counter[Outcome]] = {}
    for topic, outcome, count in outcomes:
        topics.setdefault(topic, Counter())[outcome] += count
    found = {topic: made for topic, each in topics.items() if (made := calibration(each))}
    return dict(sorted(found.items(), key=lambda item: (-item[1].answers, item[0])))
