"""The one place where a drill changes: commands in, decided in order, on the disk in groups, then told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer.drill.commands import Command
from trainer.drill.decide import after, decide
from trainer.drill.events import Event
from trainer.drill.log import DrillLog
from trainer.drill.refused import Refused
from trainer.drill.state import Drill
from trainer.drill.verdict import Grader
from trainer.errors import NotSaved, Unforeseen, unforeseen

_MOST_IN_A_GROUP = 500
_log = logging.getLogger(__name__)
_Outcome = Refused | NotSaved | Unforeseen | None
"""Why a command was not carried out; None if it was."""

OnChange = Callable[[Sequence[Event], Drill], None]
"""Is told what happened, once it is on the disk, and where the drill stands since."""


@dataclass(frozen=True, slots=True)
class _Asked:
    command: Command
    received_ms: int
    done: asyncio.Future[Drill]


class Keeper:
    """Holds the drill; `run` decides what waits, a group at a time."""

    def __init__(self, log: DrillLog, drill: Drill, grade: Grader, on_change: OnChange) -> None:
        """A keeper of the drill that the log came to."""
        self.drill = drill
        """Where the drill stands; all of it is on the disk."""
        self._log = log
        self._grade = grade
        self._on_change = on_change
        self._waiting: asyncio.Queue[_Asked] = asyncio.Queue()
        self._writing = asyncio.Lock()  # the log is used from one thread at a time

    async def ask(self, command: Command, received_ms: int) -> Drill:
        """The drill after the command; what it led to is on the disk. Raises Refused, NotSaved and Unforeseen."""
        done: asyncio.Future[Drill] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(_Asked(command, received_ms, done))
        return await done

    async def run(self) -> None:
        """Decide what is asked, for ever."""
        while True:
            group = [await self._waiting.get()]
            while not self._waiting.empty() and len(group) < _MOST_IN_A_GROUP:
                group.append(self._waiting.get_nowait())
            await self._settle(group)

    async def note_alive(self, now_ms: int) -> None:
        """Note in the log that the drill runs. Raises NotSaved."""
        async with self._writing:
            await asyncio.to_thread(self._log.still_alive, now_ms)

    async def _settle(self, group: Sequence[_Asked]) -> None:
        """Decide a group, write it, tell it. Nobody is answered before the disk has everything."""
        drill, events, outcomes = self._decided(group)
        try:
            if events:
                async with self._writing:
                    await asyncio.to_thread(self._log.add, events)
        except NotSaved as error:
            outcomes = [error] * len(group)
        else:
            self.drill = drill
            if events:
                self._on_change(events, drill)
        for asked, outcome in zip(group, outcomes, strict=True):
            _settle(asked.done, drill, outcome)

    def _decided(self, group: Sequence[_Asked]) -> tuple[Drill, list[Event], list[_Outcome]]:
        """Where the group leads, by which events, and for each command why it was refused."""
        drill, events = self.drill, list[Event]()
        outcomes: list[_Outcome] = []
        for asked in group:
            try:
                happened = decide(drill, asked.command, asked.received_ms, self._grade)
                drill = after(drill, happened)
            except Refused as refusal:
                outcomes.append(refusal)
                continue
            except Exception as error:  # noqa: BLE001 - a fault that one command brings up stops no other
                _log.exception("%s", type(asked.command).__name__)
                outcomes.append(unforeseen(error))
                continue
            events += happened
            outcomes.append(None)
        return drill, events, outcomes


def _settle(done: asyncio.Future[Drill], drill: Drill, outcome: Exception | None) -> None:
    """Answer who asked; a caller who went away is not waited for."""
    if done.done():
        return
    if outcome is None:
        done.set_result(drill)
    else:
        done.set_exception(outcome)
