"""What each rating would make of a card: learning steps, graduation, lapses, intervals that grow.

One value holds all four futures, so the labels on the keys and the answer that is recorded cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from trainer.reviews import CardState, Learning, New, Rating, Relearning, Reviewing, Stage
from trainer.schedule.balance import Loads
from trainer.schedule.fuzz import bounds, fuzz_factor, least_days, rounded, whole_days, within
from trainer.schedule.memory import Outcome, outcomes
from trainer.schedule.moment import Moment
from trainer.schedule.options import DeckOptions

_DAY_S = 86_400
SOONER = 0.5
"""What is left of the first interval after a miss by somebody who was sure: such errors come back when the right answer
is forgotten again (Butterfield and Metcalfe, 2006)."""


@dataclass(frozen=True, slots=True)
class Futures:
    """Where a card would stand after each rating."""

    again: CardState
    hard: CardState
    good: CardState
    easy: CardState

    def after(self, rating: Rating) -> CardState:
        """The one that a rating leads to."""
        return {1: self.again, 2: self.hard, 3: self.good, 4: self.easy}[rating]

    def __iter__(self) -> Iterator[CardState]:
        return iter((self.again, self.hard, self.good, self.easy))


@dataclass(frozen=True, slots=True)
class _Asked:
    """One card at one moment, and all that its next stage depends on."""

    state: CardState
    moment: Moment
    options: DeckOptions
    factor: float | None
    outcomes: Mapping[Rating, Outcome]
    loads: Loads | None
    passed: dict[Rating, int] = field(default_factory=dict)
    """Days after each rating that passes a card that had graduated; filled on the way."""
    moved: list[int] = field(default_factory=list)
    """The due days that were moved to a less full one; filled on the way."""

    @classmethod
    def of(cls, state: CardState, moment: Moment, seed: str, options: DeckOptions, loads: Loads | None) -> _Asked:
        """With what each rating would leave in memory."""
        memory = None if isinstance(state.stage, New) else state.stage.memory
        elapsed_days = moment.day - state.last_day if memory else 0
        factor = fuzz_factor(seed) if options.fuzz else None
        return cls(state, moment, options, factor, outcomes(memory, elapsed_days, options), loads)


def futures(state: CardState, moment: Moment, seed: str, options: DeckOptions, loads: Loads | None = None) -> Futures:
    """The four futures of a card; the seed is the id of the review to come and moves due days a little.

    With the loads of the days to come, a due day moves to the least full day within its spread instead.
    """
    asked = _Asked.of(state, moment, seed, options, loads)
    return Futures(*(_moved(asked, rating) for rating in Rating))


def future(
    state: CardState, moment: Moment, seed: str, options: DeckOptions, rating: Rating, *, loads: Loads | None = None
) -> tuple[CardState, bool]:
    """The one of the four that a rating leads to, and whether a due day was moved to a less full one on the way."""
    asked = _Asked.of(state, moment, seed, options, loads)
    return _moved(asked, rating), bool(asked.moved)


def _moved(asked: _Asked, rating: Rating) -> CardState:
    """The card moved on by a rating."""
    state, moment = asked.state, asked.moment
    has_graduated = isinstance(state.stage, Reviewing)
    stage = _after_review(asked, rating) if has_graduated else _after_step(asked, rating)
    return replace(
        state,
        stage=stage,
        first_day=state.first_day or moment.day,
        last_day=max(moment.day, state.last_day),
        last_ms=max(moment.ms, state.last_ms),
        reps=state.reps + 1,
        lapses=state.lapses + (has_graduated and rating is Rating.AGAIN),
        buried_until=0,
        overconfident=state.overconfident and not isinstance(stage, Reviewing),
    )


def _after_step(asked: _Asked, rating: Rating) -> Stage:
    """Where a card goes that is new, learning or relearning."""
    relearns = isinstance(asked.state.stage, Relearning)
    steps = asked.options.relearning_steps if relearns else asked.options.learning_steps
    step = min(getattr(asked.state.stage, "step", 0), max(0, len(steps) - 1))
    is_last = step + 1 >= len(steps)
    if not steps or rating is Rating.EASY or (rating is Rating.GOOD and is_last):
        return _graduated(asked, rating)
    if rating is Rating.AGAIN:
        return _waiting(asked, rating, 0, steps[0])
    if rating is Rating.HARD:
        return _waiting(asked, rating, step, hard_delay_s(steps, step))
    return _waiting(asked, rating, step + 1, steps[step + 1])


def hard_delay_s(steps: tuple[int, ...], step: int) -> int:
    """The wait after Hard: at the first step, between it and the next; at a later one, the same step again.

    >>> hard_delay_s((60, 600), 0), hard_delay_s((60, 600), 1), hard_delay_s((600,), 0)
    (330, 600, 900)
    """
    if step > 0:
        return steps[step]
    delay_s = (steps[0] + steps[1]) // 2 if len(steps) > 1 else min(steps[0] * 3 // 2, steps[0] + _DAY_S)
    return rounded(delay_s / _DAY_S) * _DAY_S if delay_s > _DAY_S else delay_s


def _waiting(asked: _Asked, rating: Rating, step: int, delay_s: int) -> Stage:
    """In the learning or relearning steps, back after so many seconds."""
    kind = Relearning if isinstance(asked.state.stage, (Relearning, Reviewing)) else Learning
    return kind(step, asked.moment.ms + delay_s * 1000, asked.outcomes[rating].memory)


def _graduated(asked: _Asked, rating: Rating) -> Stage:
    """Out of the steps; Easy comes back at least a day later than Good would. Whole days are what is spread."""
    minimum = _days(asked, Rating.GOOD, 1) + 1 if rating is Rating.EASY else 1
    whole = max(1, rounded(asked.outcomes[rating].interval_days * (SOONER if asked.state.overconfident else 1)))
    return _reviewing(asked, rating, _spread(asked, whole, minimum))


def _after_review(asked: _Asked, rating: Rating) -> Stage:
    """Where a card goes that had graduated."""
    if rating is Rating.AGAIN:
        return _lapsed(asked)
    return _reviewing(asked, rating, _passed_days(asked, rating))


def _passed_days(asked: _Asked, rating: Rating) -> int:
    """Days until a card that passed comes back; never fewer than the rating under it gives, and one."""
    if rating not in asked.passed:
        under = _passed_days(asked, Rating(rating - 1)) + 1 if rating > Rating.HARD else 1
        asked.passed[rating] = _days(asked, rating, max(under, _grown(asked, rating)))
    return asked.passed[rating]


def _lapsed(asked: _Asked) -> Stage:
    steps = asked.options.relearning_steps
    if steps:
        return _waiting(asked, Rating.AGAIN, 0, steps[0])
    return _reviewing(asked, Rating.AGAIN, _days(asked, Rating.AGAIN, 1))


def _grown(asked: _Asked, rating: Rating) -> int:
    """What a passed review must not fall below; see `least_days`."""
    stage = asked.state.stage
    last = stage.interval_days if isinstance(stage, Reviewing) else 0
    return least_days(asked.outcomes[rating].interval_days, last, asked.options.maximum_interval_days)


def _days(asked: _Asked, rating: Rating, minimum: int) -> int:
    return _spread(asked, asked.outcomes[rating].interval_days, minimum)


def _spread(asked: _Asked, interval_days: float, minimum: int) -> int:
    """An interval in whole days, moved within its spread: by the seed, and to the least full day if loads are known."""
    maximum = asked.options.maximum_interval_days
    if asked.factor is None:
        return whole_days(interval_days, minimum, maximum)
    first, last = bounds(interval_days, minimum, maximum)
    days = within(first, last, asked.factor)
    if asked.loads is None:
        return days
    today = asked.moment.day
    best = asked.loads.best(today + first, today + last, today + days) - today
    if best != days:
        asked.moved.append(best)
    return best


def _reviewing(asked: _Asked, rating: Rating, days: int) -> Reviewing:
    return Reviewing(days, asked.moment.day + days, asked.outcomes[rating].memory)
