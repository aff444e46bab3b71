"""How a person studies, learned from the log: which ratings are given, and how long a card takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from trainer.reviews import Rating
from trainer.reviews.tallies import Lately

_FEWEST = 20
"""Reviews of a sort from which on a person's own figures are used."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What to expect of a person; shares and seconds by rating, Again first."""

    first: tuple[float, ...] = (0.24, 0.09, 0.5, 0.17)
    """Of cards met for the first time, the share that gets each rating; Anki's figures for its users."""
    recalled: tuple[float, ...] = (0.12, 0.8, 0.08)
    """Of cards that were recalled, the share rated Hard, Good and Easy."""
    first_s: float = 25.0
    """Seconds that a new card takes on its first day, its steps included."""
    recalled_s: float = 8.0
    """Seconds that a recalled card takes."""
    forgotten_s: float = 20.0
    """Seconds that a forgotten card takes, its relearning steps included."""


def habits(reviews: Iterable[Lately]) -> Habits:
    """A person's habits from the reviews of some decks, in order; the usual ones where there are too few."""
    opened: dict[tuple[str, str, int], tuple[int, bool]] = {}
    spent_s: dict[tuple[str, str, int], float] = {}
    for deck, card, day, rating, elapsed_ms, is_new in reviews:
        met = (deck, card, day)
        opened.setdefault(met, (rating, bool(is_new)))
        spent_s[met] = spent_s.get(met, 0.0) + elapsed_ms / 1000
    first = {met: rating for met, (rating, is_new) in opened.items() if is_new}
    later = {met: rating for met, (rating, is_new) in opened.items() if not is_new}
    recalled = {met: rating for met, rating in later.items() if rating != Rating.AGAIN}
    usual = Habits()
    return Habits(
        first=_shares(first.values(), list(Rating)) or usual.first,
        recalled=_shares(recalled.values(), list(Rating)[1:]) or usual.recalled,
        first_s=_usual([spent_s[met] for met in first]) or usual.first_s,
        recalled_s=_usual([spent_s[met] for met in recalled]) or usual.recalled_s,
        forgotten_s=_usual([spent_s[met] for met in later.keys() - recalled.keys()]) or usual.forgotten_s,
    )


def _shares(given: Collection[int], ratings: Sequence[Rating]) -> tuple[float, ...] | None:
    """Each rating's part of those given; None if there are too few to tell."""
    count = Counter(given)
    return tuple(count[rating] / len(given) for rating in ratings) if len(given) >= _FEWEST else None


def _usual(seconds: list[float]) -> float | None:
    return max(1.0, median(seconds)) if len(seconds) >= _FEWEST else None
