"""What each rating would make of a card: learning steps, graduation, lapses, intervals that grow.

One value holds all four futures, so the labels on the keys and the answer that is recorded cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.reviews import CardState, Learning, New, Rating, Relearning, Reviewing, Stage
from trainer.schedule.fuzz import fuzz_factor, least_days, rounded, whole_days
from trainer.schedule.memory import Outcome, outcomes
from trainer.schedule.moment import Moment
from trainer.schedule.options import DeckOptions

_DAY_S = 86_400


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


@dataclass(frozen=True, slots=True)
class _Asked:
    """One card at one moment, and all that its next stage depends on."""

    state: CardState
    moment: Moment
    options: DeckOptions
    factor: float | None
    outcomes: dict[Rating, Outcome]


def futures(state: CardState, moment: Moment, seed: str, options: DeckOptions) -> Futures:
    """The four futures of a card; the seed is the id of the review to come and moves due days a little."""
    memory = None if isinstance(state.stage, New) else state.stage.memory
    elapsed_days = moment.day - state.last_day if memory else 0
    factor = fuzz_factor(seed) if options.fuzz else None
    asked = _Asked(state, moment, options, factor, outcomes(memory, elapsed_days, options))
    stages = _reviewing_futures(asked) if isinstance(state.stage, Reviewing) else _step_futures(asked)
    lapsed = isinstance(state.stage, Reviewing)
    return Futures(*(_moved(state, moment, stages[rating], lapsed and rating is Rating.AGAIN) for rating in Rating))


def _moved(state: CardState, moment: Moment, stage: Stage, lapse: bool) -> CardState:
    return CardState(
        stage=stage,
        first_day=state.first_day or moment.day,
        last_day=max(moment.day, state.last_day),
        last_ms=max(moment.ms, state.last_ms),
        reps=state.reps + 1,
        lapses=state.lapses + lapse,
    )


def _step_futures(asked: _Asked) -> dict[Rating, Stage]:
    """For a card that is new, learning or relearning."""
    steps = (
        asked.options.relearning_steps if isinstance(asked.state.stage, Relearning) else asked.options.learning_steps
    )
    step = min(getattr(asked.state.stage, "step", 0), max(0, len(steps) - 1))
    if not steps:
        return {rating: _graduated(asked, rating) for rating in Rating}
    return {
        Rating.AGAIN: _waiting(asked, Rating.AGAIN, 0, steps[0]),
        Rating.HARD: _waiting(asked, Rating.HARD, step, hard_delay_s(steps, step)),
        Rating.GOOD: (
            _waiting(asked, Rating.GOOD, step + 1, steps[step + 1])
            if step + 1 < len(steps)
            else _graduated(asked, Rating.GOOD)
        ),
        Rating.EASY: _graduated(asked, Rating.EASY),
    }


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
    whole = max(1, rounded(asked.outcomes[rating].interval_days))
    return _reviewing(asked, rating, whole_days(whole, minimum, asked.options.maximum_interval_days, asked.factor))


def _reviewing_futures(asked: _Asked) -> dict[Rating, Stage]:
    """For a card that had graduated; what passes never shrinks below the rating under it."""
    hard = _days(asked, Rating.HARD, _grown(asked, Rating.HARD))
    good = _days(asked, Rating.GOOD, max(hard + 1, _grown(asked, Rating.GOOD)))
    easy = _days(asked, Rating.EASY, max(good + 1, _grown(asked, Rating.EASY)))
    return {
        Rating.AGAIN: _lapsed(asked),
        Rating.HARD: _reviewing(asked, Rating.HARD, hard),
        Rating.GOOD: _reviewing(asked, Rating.GOOD, good),
        Rating.EASY: _reviewing(asked, Rating.EASY, easy),
    }


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
    interval = asked.outcomes[rating].interval_days
    return whole_days(interval, minimum, asked.options.maximum_interval_days, asked.factor)


def _reviewing(asked: _Asked, rating: Rating, days: int) -> Reviewing:
    return Reviewing(days, asked.moment.day + days, asked.outcomes[rating].memory)
