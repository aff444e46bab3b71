"""What a person sees and does, for the tests of the screens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.errors import Finding
from trainer.tui import TrainerApp

SIZES = [(80, 24), (200, 50), (40, 12)]


@asynccontextmanager
async def running(
    collection: Collection,
    study: Sequence[Deck] | None = None,
    findings: Sequence[Finding] = (),
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Pilot[Any]]:
    """The program on a screen of a size, once it has come to rest."""
    app = TrainerApp(collection, findings, study)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing is under way."""
    while pilot.app._workers._workers:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()


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
