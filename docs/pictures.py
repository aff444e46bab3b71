"""Makes the pictures of the README: `python docs/pictures.py` writes docs/home.svg and docs/study.svg."""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from trainer.cards import Card, Kind
from trainer.collection import Collection
from trainer.decks import Deck
from trainer.decks.read import read_deck
from trainer.reviews import Rating
from trainer.reviews.log import Log
from trainer.settings import Scheduling, Settings
from trainer.tui import TrainerApp

DOCS = Path(__file__).parent
SHIPPED = DOCS.parent / "decks"
SIZE = (88, 26)
MOST_CARDS = 12


class Clock:
    """A clock that stands still until it is set, so that the pictures come out the same."""

    def __init__(self) -> None:
        self.time = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        """The time that was set."""
        return self.time


def decks() -> list[Deck]:
    """The decks that ship, in each of them the cards that count something first."""
    shipped = [read_deck(path)[0] for path in sorted(SHIPPED.glob("*.toml"))]
    return [replace(deck, cards=tuple(sorted(deck.cards, key=_shown_last))) for deck in shipped]


def _shown_last(card: Card) -> bool:
    return not (card.kind is Kind.HOW_MANY and card.attribution)


def with_a_past(collection: Collection, clock: Clock) -> None:
    """Two days of study, so that there is something due and something to learn."""
    for _ in range(2):
        session = collection.start()
        for turn in range(40):
            if not session.finished:
                session = collection.rate(session, Rating.AGAIN if turn % 9 == 4 else Rating.GOOD)
                clock.time += dt.timedelta(seconds=25)
        clock.time += dt.timedelta(days=1)


async def picture(app: TrainerApp, name: str, is_worth_it: Callable[[TrainerApp], bool]) -> None:
    """One screen as it stands once its card, if it shows one, is worth a picture."""
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(MOST_CARDS):
            await app.workers.wait_for_complete()
            await pilot.pause()
            if is_worth_it(app):
                break
            await pilot.press("space")
        (DOCS / f"{name}.svg").write_text(app.export_screenshot(title="trainer"), "utf-8")


def main() -> None:
    """Make both pictures, with progress in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        clock, shelf = Clock(), decks()
        with opened(shelf, Path(folder) / "old.db", clock) as collection:
            with_a_past(collection, clock)
            asyncio.run(picture(TrainerApp(collection), "home", lambda _: True))
        mali = [deck for deck in shelf if deck.id == "mali-minusma"]
        with opened(mali, Path(folder) / "new.db", clock) as collection:
            asyncio.run(picture(TrainerApp(collection, study=mali), "study", shows_a_source))


def opened(shelf: list[Deck], log: Path, clock: Clock) -> Collection:
    """The decks with a log of their own, without fuzz."""
    return Collection(shelf, Log(log), Settings(scheduling=Scheduling(fuzz=False)), clock)


def shows_a_source(app: TrainerApp) -> bool:
    """Whether an answer is in view with the sentence it came from."""
    found = app.screen.query("#source")
    return bool(found) and found.first().region.height > 0


if __name__ == "__main__":
    main()
