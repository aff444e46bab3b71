"""What a person sees and does, for the tests of the screens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.errors import Finding
from trainer.tui.app import TrainerApp

SIZES = [(80, 24), (200, 50), (40, 12)]


@asynccontextmanager
async def running(
    collection: Collection,
    study: Sequence[Deck] | None = None,
    findings: Sequence[Finding] = (),
    size: tuple[int, int] = (80, 24),
    waits: bool = True,
    **how: Any,
) -> AsyncIterator[Pilot[Any]]:
    """The program on a screen of a size, once it has come to rest unless nobody waits for that."""
    app = TrainerApp(collection, findings, study, **how)
    async with app.run_test(size=size, notifications=True) as pilot:
        if waits:
            await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing is under way."""
    before, now = None, ""
    while pilot.app._workers._workers or before != now or is_turning(pilot):
        if pilot.app._workers._workers:
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        before, now = now, frame(pilot) if pilot.app.screen_stack else ""


def is_turning(pilot: Pilot[Any]) -> bool:
    """Whether a session waits for the disk."""
    return any(getattr(screen, "is_turning", False) for screen in pilot.app.screen_stack)


async def press(pilot: Pilot[Any], *keys: str) -> str:
    """Press keys, each once the one before has done its work; what is on the screen then."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    return frame(pilot)


def frame(pilot: Pilot[Any]) -> str:
    """The screen as text, a line a row, without the spaces at the ends."""
    rows = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in row).rstrip() for row in rows)


async def opened_over(pilot: Pilot[Any], screen: Screen[Any]) -> list[Any]:
    """Open a screen over the one in view; what it gave, once it is closed, will stand in the list."""
    given: list[Any] = []
    pilot.app.push_screen(screen, given.append)
    await settled(pilot)
    return given


async def click(pilot: Pilot[Any], text: str) -> str:
    """Click on the first place of the screen where a text stands; what is on it then."""
    rows = frame(pilot).splitlines()
    row = next(number for number, line in enumerate(rows) if text in line)
    await pilot.click(offset=(rows[row].index(text), row))
    await settled(pilot)
    return frame(pilot)


async def scrolled(pilot: Pilot[Any], most: int = 60) -> str:
    """All that can be reached by scrolling down from the top, as one text without line ends."""
    seen = await press(pilot, "home")
    for _ in range(most):
        seen += "\n" + await press(pilot, "down")
    return " ".join(seen.split())
