"""The decks that the screens are tried on, and a clock that the test moves."""

from __future__ import annotations

import datetime as dt

from trainer.cards import Card, Kind, Source
from trainer.decks import BriefRef, Deck


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += dt.timedelta(**by)


MALI = Deck(
    "mali",
    "Mali and the end of MINUSMA",
    (
        Card(
            "c1",
            "At least how many peacekeepers had been killed by February 2023?",
            "168",
            kind=Kind.HOW_MANY,
            as_of="2023-02",
            attribution="the UN",
            conflicts_with=("c4",),
            source=Source("brief", "The UN counted at least 168 dead by February.", 7, (23, 35)),
        ),
        Card("c2", "MINUSMA was set up in [...] after the north fell.", "2013", kind=Kind.CLOZE),
        Card("c3", "Who was Mali's foreign minister in June 2023?", "Abdoulaye Diop", kind=Kind.WHO),
        Card("c4", "By another count, how many had been killed?", "304", attribution="an institute", as_of="2023-06"),
    ),
    (BriefRef("brief", "Mali asks the UN mission to go", dt.date(2023, 6, 21), publisher="The Desk"),),
    marking="TLP:AMBER",
)
SAHEL = Deck("sahel", "The Sahel", (Card("s1", "What is the capital of Niger?", "Niamey"),), marking="TLP:CLEAR")


def deck_of(*cards: Card, deck_id: str = "d", title: str = "A deck") -> Deck:
    """A deck of some cards, without a marking."""
    return Deck(deck_id, title, cards)
