"""Makes the pictures of the docs: `python docs/pictures.py` writes home.svg, study.svg, approve.svg and anki.png.

The last one needs Anki's library and Chromium, as the tests do, and is left as it is without them.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import html
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import App

from trainer.approval import Approval, Draft, Table
from trainer.approval.log import DraftLog
from trainer.briefs import read_brief
from trainer.cards import Card, Kind
from trainer.collection import Collection
from trainer.decks import Deck
from trainer.decks.read import read_deck
from trainer.decks.shelf import Shelf
from trainer.reviews import Rating
from trainer.reviews.store import Store
from trainer.settings import Scheduling, Settings
from trainer.tui.app import TrainerApp
from trainer.tui.approve_window import ApproveApp
from trainer.tui.study import StudyScreen

DOCS = Path(__file__).parent
SHIPPED = DOCS.parent / "decks"
SIZE = (88, 26)
BROAD = (120, 32)
"""Room for the list of cards, and for the passage under the card."""
MOST_CARDS = 12
PHONE = (390, 600)
TESTS = DOCS.parent / "tests"


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


async def picture(
    app: App[Any], name: str, is_worth_it: Callable[[App[Any]], bool], keys: str = " ", size: tuple[int, int] = SIZE
) -> None:
    """One screen as it stands once its card, if it shows one, is worth a picture; each key leads to another card."""
    async with app.run_test(size=size) as pilot:
        for turn in range(MOST_CARDS):
            await app.workers.wait_for_complete()
            await pilot.pause()
            while getattr(app.screen, "is_turning", False):
                await pilot.pause(0.01)
            if is_worth_it(app):
                break
            await pilot.press("space" if keys == " " else keys[turn % len(keys)])
        (DOCS / f"{name}.svg").write_text(app.export_screenshot(title="trainer"), "utf-8")


def main() -> None:
    """Make the pictures, with progress in a folder that is thrown away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["TRAINER_HOME"] = folder
        clock, shelf = Clock(), decks()
        with opened(shelf, Path(folder) / "old.db", clock) as collection:
            with_a_past(collection, clock)
            asyncio.run(picture(TrainerApp(collection), "home", lambda _: True))
        mali = next(deck for deck in shelf if deck.id == "mali-minusma")
        with opened([mali], Path(folder) / "new.db", clock) as collection:
            asyncio.run(picture(TrainerApp(collection, study=collection.decks), "study", shows_a_source))
        window = ApproveApp(proposals_of(mali), "textual-dark")
        asyncio.run(picture(window, "approve", some_are_decided, "aa1aa2a", BROAD))
        if importlib.util.find_spec("anki"):
            asyncio.run(picture_of_anki(mali, Path(folder)))


async def picture_of_anki(deck: Deck, folder: Path) -> None:
    """A card at a receiver: its question with the options open, and its answer at night, on two phones."""
    sys.path[:0] = [str(TESTS), str(TESTS / "anki")]
    from chromium import PROGRAM, Chromium
    from receiver import Receiver
    from shown import page, sides_of

    if not PROGRAM:
        return
    card = next(card for card in deck.cards if card.distractors and card.attribution and card.as_of and card.source)
    receiver = Receiver(folder)
    sides = sides_of(receiver, folder, replace(deck, cards=(card,)))[card.id]
    receiver.collection.close()
    question = sides.question.replace('<details class="options">', '<details class="options" open>')
    width, height = PHONE
    look = f"width: {width}px; height: {height}px; border: 1px solid #8b949e; border-radius: 12px"
    frames = "".join(
        f'<iframe srcdoc="{html.escape(page(side, night=night))}" style="{look}"></iframe>'
        for side, night in ((question, False), (sides.answer, True))
    )
    (folder / "phones.html").write_text(f"<body style='margin: 0; display: flex; gap: 16px'>{frames}", "utf-8")
    async with Chromium(folder / "chromium") as chromium:
        tab = await chromium.tab(2 * width + 20, height + 2)
        await tab.go((folder / "phones.html").as_uri())
        await tab.until_so("document.readyState === 'complete' && document.querySelectorAll('iframe').length === 2")
        await tab.picture(DOCS / "anki.png")


def proposals_of(deck: Deck) -> Table:
    """A deck's cards as if its brief had just proposed them."""
    path = (SHIPPED / deck.briefs[0].file).resolve()
    brief, _ = read_brief(path)
    cards = tuple(card for card in deck.cards if card.source and card.source.brief == brief.id)
    log = DraftLog(Path("my-deck.toml"), brief)
    return Table([Draft(brief, brief.marking, cards)], [log], [log.past()[0]])


def opened(shelf: list[Deck], log: Path, clock: Clock) -> Collection:
    """The decks with a log of their own, without fuzz."""
    store = Store(log)
    covers = [Shelf(store).put(deck).cover for deck in shelf]
    return Collection(covers, store, Settings(scheduling=Scheduling(fuzz=False)), clock)


def some_are_decided(app: App[Any]) -> bool:
    """Whether a few cards are decided, and one is in view that has everything a card can have."""
    approval: Approval = app.approval  # type: ignore[attr-defined]  # it is an ApproveApp
    card = approval.card_at(approval.place)
    return len(approval.decisions) >= 4 and card.kind is not Kind.CLOZE and bool(card.as_of and card.distractors)


def shows_a_source(app: App[Any]) -> bool:
    """Whether an answer is in view with the sentence it came from."""
    showing = app.screen.session.showing if isinstance(app.screen, StudyScreen) else None
    return bool(showing and showing.revealed and showing.item.card.source)


if __name__ == "__main__":
    main()
