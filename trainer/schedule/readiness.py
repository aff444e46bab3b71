"""Ready by a date: of all that could be studied today, what raises recall on that day most for the time that it takes.

Plain FSRS keeps every card at one retention for ever. Before a briefing only recall on its day counts, and the minutes
until then are few; so each day goes to the cards from which a minute now brings the most on the day itself. A card that
will be remembered anyway waits, a new one is met while there is time for a second look, and what fades fast comes last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trainer.reviews import Rating
from trainer.schedule.learner import Curve, Learned, Learner


@dataclass(frozen=True, slots=True)
class Readiness:
    """How well a deck will be known on a day."""

    day: int
    """The study day."""
    minutes: int
    """What each day until then may take, in minutes."""
    now: float
    """The share of its cards that would be recalled on the day if nothing more were studied."""
    share: float
    """The share if the plan is followed."""
    parts: Mapping[str, float] = field(default_factory=dict)
    """The same for each part of the deck, such as the cards of one brief."""


def gain(card: Learned, day: int, target_day: int, learner: Learner) -> tuple[float, float]:
    """What studying a card on a day adds to the chance that it is recalled on the target day, and its seconds."""
    curve, habits = learner.curve, learner.habits
    left = target_day - day
    after = curve.after(card.memory, day - card.last_day)
    then = {rating: curve.recall(memory, left) for rating, (memory, _) in after.items()}
    if card.memory is None:
        return sum(share * then[rating] for share, rating in zip(habits.first, Rating, strict=True)), habits.first_s
    chance = curve.recall(card.memory, day - card.last_day)
    if_recalled = sum(share * then[rating] for share, rating in zip(habits.recalled, list(Rating)[1:], strict=True))
    seconds = chance * habits.recalled_s + (1 - chance) * habits.forgotten_s
    idle = curve.recall(card.memory, target_day - card.last_day)
    return chance * if_recalled + (1 - chance) * then[Rating.AGAIN] - idle, seconds


def plan(cards: Sequence[Learned], day: int, target_day: int, minutes: float, learner: Learner) -> list[Learned]:
    """The cards to study on a day, the most worth it first, within some minutes; none twice on one day."""
    weighed = []
    for place, card in enumerate(cards):
        if card.memory is None or card.last_day < day:
            added, seconds = gain(card, day, target_day, learner)
            weighed.append((-added / seconds, place, seconds, added))
    chosen, left_s = [], minutes * 60
    for _, place, seconds, added in sorted(weighed):
        if added > _LEAST and seconds <= left_s:
            chosen.append(cards[place])
            left_s -= seconds
    return chosen


_LEAST = 0.002
"""A card that gains less is better left alone."""


def followed(
    cards: Sequence[Learned], learner: Learner, day: int, target_day: int, minutes: float
) -> Iterator[tuple[int, float]]:
    """The plan followed day by day until the day before the target: cards studied and minutes; moves the cards on."""
    for today in range(day, target_day):
        spent_s, studied = 0.0, 0
        for card in plan(cards, today, target_day, minutes, learner):
            if spent_s >= minutes * 60:
                break
            spent_s += learner.study(card, today, 0.9)[1]
            studied += 1
        yield studied, spent_s / 60


def known_on(cards: Sequence[Learned], day: int, curve: Curve) -> float:
    """The share of the cards that would be recalled on a day; 1 if there are none."""
    chances = [curve.recall(card.memory, day - card.last_day) for card in cards]
    return sum(chances) / len(chances) if chances else 1.0


def readiness(cards: Sequence[Learned], day: int, target_day: int, minutes: int, learner: Learner) -> Readiness:
    """How well the cards will be known on the target day, if nothing more is studied and if the plan is followed.

    A deck of very many cards is judged by some of them, with their part of the minutes.
    """
    step = max(1, len(cards) // _ENOUGH)
    some = [replace(card) for card in cards[::step]]
    now = known_on(some, target_day, learner.curve)
    for _ in followed(some, learner, day, target_day, minutes / step):
        pass
    parts: dict[str, list[Learned]] = {}
    for card in some:
        parts.setdefault(card.part, []).append(card)
    shares = {part: known_on(mine, target_day, learner.curve) for part, mine in parts.items()}
    return Readiness(target_day, minutes, now, known_on(some, target_day, learner.curve), shares)


_ENOUGH = 1_000
"""Cards by which a deck is judged."""
