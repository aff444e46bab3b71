"""Makes the pictures of the README: `python docs/pictures.py` writes docs/home.svg and docs/study.svg."""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path

from trainer.cards import Card, Kind, Source
from trainer.collection import Collection
from trainer.decks import BriefRef, Deck
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
    """The decks that ship; one made here where none does."""
    return [read_deck(path)[0] for path in sorted(SHIPPED.glob("*.toml"))] or [example()]


def example() -> Deck:
    """A deck of three cards from one brief."""
    sentence = "By February 2023 the UN had counted at least 168 peacekeepers killed in Mali."
    cards = (
        Card(
            "k7q2m9fx",
            "According to the UN in February 2023, at least how many MINUSMA peacekeepers had been killed?",
            "168",
            kind=Kind.HOW_MANY,
            as_of="2023-02",
            attribution="the UN",
            source=Source("mali-2023-06", sentence, 7, (sentence.index("168"), sentence.index("168") + 3)),
        ),
        Card("k7q2m9fy", "MINUSMA was set up in [...].", "2013", kind=Kind.CLOZE),
        Card("k7q2m9fz", "Who was Mali's foreign minister in June 2023?", "Abdoulaye Diop", kind=Kind.WHO),
    )
    brief = BriefRef("mali-2023-06", "Mali asks the UN mission to go", dt.date(2023, 6, 21))
    return Deck("mali-minusma", "Mali and the end of MINUSMA", cards, (brief,), marking="TLP:CLEAR")


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
        clock = Clock()
        with Collection(
            decks(), Log(Path(folder) / "reviews.db"), Settings(scheduling=Scheduling(fuzz=False)), clock
        ) as collection:
            with_a_past(collection, clock)
            asyncio.run(picture(TrainerApp(collection), "home", lambda _: True))
            asyncio.run(picture(TrainerApp(collection, study=collection.decks[:1]), "study", shows_a_source))


def shows_a_source(app: TrainerApp) -> bool:
    """Whether an answer is in view with the sentence it came from."""
    found = app.screen.query("#source")
    return bool(found) and found.first().region.height > 0


if __name__ == "__main__":
    main()
