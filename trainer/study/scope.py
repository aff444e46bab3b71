"""Which cards extra practice takes: by tag and kind, by what was missed, by what one was wrongly sure of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.cards import Card, Kind, Status
from trainer.reviews import Rating, Review
from trainer.schedule.replay import SURE_PERCENT
from trainer.text import fold

WEEK_DAYS = 7
"""How far back a miss counts as one of this week, today included."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What to practise; everything that is not said is left open."""

    tags: frozenset[str] = frozenset()
    """Cards with any of these tags, or with a tag below one of them (`mali::army` below `mali`)."""
    kinds: frozenset[Kind] = frozenset()
    """Cards of any of these kinds."""
    missed: bool = False
    """Cards rated Again within the last week."""
    sure_and_wrong: bool = False
    """Cards missed by somebody who was sure, and not recalled on a later day."""
    limit: int = 0
    """At most so many, those first that were not seen for longest; 0 for no limit."""

    @property
    def asks_log(self) -> bool:
        """Whether it takes a look at the log to tell which cards are meant."""
        return self.missed or self.sure_and_wrong

    def of_log(self, shown: Iterable[Review], day: int) -> frozenset[str]:
        """The cards of a deck that the log says are meant, by their ids."""
        reviews = list(shown)
        meant = [missed_since(reviews, day - WEEK_DAYS + 1)] if self.missed else []
        meant += [sure_and_wrong(reviews)] if self.sure_and_wrong else []
        return frozenset.intersection(*meant) if meant else frozenset()

    def takes(self, card: Card) -> bool:
        """Whether a card is meant, as far as the card itself tells."""
        is_kind = not self.kinds or card.kind in self.kinds
        return card.status is Status.CURRENT and is_kind and (not self.tags or any(map(self._is_tag, card.tags)))

    def _is_tag(self, tag: str) -> bool:
        name = fold(tag)
        return any(name == wanted or name.startswith(f"{wanted}::") for wanted in map(fold, self.tags))


def missed_since(shown: Iterable[Review], day: int) -> frozenset[str]:
    """The cards that were rated Again on a study day or later."""
    return frozenset(review.card for review in shown if review.rating is Rating.AGAIN and review.day >= day)


def sure_and_wrong(shown: Iterable[Review]) -> frozenset[str]:
    """The cards that were missed by somebody who was sure of them, and not recalled on a later day since."""
    wrong: dict[str, int] = {}
    for review in shown:
        if review.rating is Rating.AGAIN and (review.confidence or 0) >= SURE_PERCENT:
            wrong[review.card] = review.day
        elif review.rating is not Rating.AGAIN and review.day > wrong.get(review.card, review.day):
            del wrong[review.card]
    return frozenset(wrong)
