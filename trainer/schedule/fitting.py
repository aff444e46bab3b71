"""FSRS weights from one's own log, and what they gain on reviews that they were not fitted to.

Fitted by fsrs-rs, the library inside Anki. A card's reviews count from its first one, or its first after a reset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import fsrs_rs_python as fsrs

from trainer.reviews import Review
from trainer.reviews.entries import Entry, Recall, Reset
from trainer.schedule.options import DEFAULT_PARAMETERS

FEWEST = 200
"""Reviews at a day's distance or more below which weights are not fitted."""
STEPS = 4
"""The log put in order, a fit to most of it, both judged by the rest, a fit to all of it."""
_HELD_OUT = 0.2
"""The part of the reviews, the latest, by which the weights are judged."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights and how well they foretell."""

    parameters: tuple[float, ...]
    """Fitted to all reviews."""
    reviews: int
    """Reviews at a day's distance or more that they were fitted to."""
    held_out: int
    """Of these, the latest, by which a fit to the others was judged."""
    loss_before: float
    """Log loss of the weights in force on the held out reviews; lower is better."""
    loss_after: float
    """Log loss on them of weights fitted to the others alone."""
    error_before: float
    """How far the chance of recall was off, root mean square over bins of reviews, with the weights in force."""
    error_after: float
    """The same with the fitted ones."""

    @property
    def is_better(self) -> bool:
        """Whether the fitted weights foretell unseen reviews better."""
        return self.loss_after < self.loss_before


@dataclass(frozen=True, slots=True)
class Step:
    """One review of a card as the formulas see it."""

    at_ms: int
    rating: int
    elapsed_days: int
    """Study days since the one before; 0 for the first and on the same day."""


def courses(entries: Iterable[Entry]) -> list[list[Step]]:
    """Each card's reviews in order; a card that was reset begins anew, one with a memory from elsewhere has none."""
    open_courses: dict[tuple[str, str], list[Step]] = {}
    last_day: dict[tuple[str, str], int] = {}
    foreign: set[tuple[str, str]] = set()
    closed: list[list[Step]] = []
    for entry in entries:
        match entry:
            case Review() if not entry.practice and (entry.deck, entry.card) not in foreign:
                card = (entry.deck, entry.card)
                elapsed_days = max(0, entry.day - last_day.get(card, entry.day))
                open_courses.setdefault(card, []).append(Step(entry.at_ms, int(entry.rating), elapsed_days))
                last_day[card] = max(entry.day, last_day.get(card, entry.day))
            case Reset() | Recall():
                card = (entry.deck, entry.card)
                closed.append(open_courses.pop(card, []))
                last_day.pop(card, None)
                foreign.discard(card)
                if isinstance(entry, Recall):
                    foreign.add(card)
    return [course for course in (*closed, *open_courses.values()) if course]


def fitted(
    entries: Iterable[Entry],
    in_force: Sequence[float] = DEFAULT_PARAMETERS,
    tell: Callable[[int], None] = lambda _: None,
) -> Fit | None:
    """Weights fitted to a log, compared with those in force; None if there are too few reviews to tell.

    `tell` hears of each of the STEPS that is done.
    """
    items = sorted(_items(courses(entries)), key=lambda item: item[0])
    if len(items) < FEWEST:
        return None
    tell(1)
    cut = int(len(items) * (1 - _HELD_OUT))
    early, late = items[:cut], [item for _, _, item in items[cut:]]
    fit_to_early = _fitted(early)
    tell(1)
    before, after = (fsrs.FSRS(list(weights)).evaluate(late) for weights in (in_force, fit_to_early))
    tell(1)
    parameters = tuple(_fitted(items))
    tell(1)
    return Fit(
        parameters=parameters,
        reviews=len(items),
        held_out=len(late),
        loss_before=before.log_loss,
        loss_after=after.log_loss,
        error_before=before.rmse_bins,
        error_after=after.rmse_bins,
    )


_Item = tuple[int, int, "fsrs.FSRSItem"]


def _items(cards: Iterable[list[Step]]) -> Iterable[_Item]:
    """For each review at a day's distance or more: its time, its card's number, and all up to it."""
    for number, course in enumerate(cards):
        seen = []
        for step in course:
            seen.append(fsrs.FSRSReview(step.rating, step.elapsed_days))
            if step.elapsed_days > 0:
                yield step.at_ms, number, fsrs.FSRSItem(list(seen))


def _fitted(items: Sequence[_Item]) -> list[float]:
    model = fsrs.FSRS(list(DEFAULT_PARAMETERS))
    weights: list[float] = model.compute_parameters([item for _, _, item in items], [card for _, card, _ in items])
    return weights
