"""A drill at one keyboard: what is asked of it is decided, on the disk, and then the table stands there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trainer.drill import commands as do
from trainer.drill.decide import after, decide, due
from trainer.drill.log import DrillLog
from trainer.drill.reduce import replay
from trainer.drill.state import Drill, Phase
from trainer.drill.verdict import Grader
from trainer.errors import LogRefused
from trainer.text import one_line


class Table:
    """One drill, its log open."""

    def __init__(self, log: DrillLog, grade: Grader, now_ms: Callable[[], int]) -> None:
        """Go on where the log ends. Raises LogRefused for a log without a drill."""
        drill = replay(log.events())
        if drill is None:
            raise LogRefused("holds no drill.", where=one_line(str(log.path)), remedy="Begin one: trainer drill DECK.")
        self.drill: Drill = drill
        """Where it stands; all of it is on the disk."""
        self._log = log
        self._grade = grade
        self._now_ms = now_ms

    def now_ms(self) -> int:
        """This moment on the drill's clock."""
        return self._now_ms()

    def seat(self, names: Sequence[str]) -> None:
        """Let the players in who are not there yet. Raises Refused for a name that cannot be used, and NotSaved."""
        for number, name in enumerate(names, 1):
            if f"seat{number}" not in self.drill.players:
                self.ask(do.Join(f"seat{number}", "", name))

    def ask(self, command: do.Command) -> Drill:
        """The drill after a command. Raises Refused and NotSaved; it stands as it was then."""
        events = decide(self.drill, command, self._now_ms(), self._grade)
        if events:
            self._log.add(events)
            self.drill = after(self.drill, events)
        return self.drill

    def recover(self, since_ms: int) -> None:
        """Give an open question back the time since the drill broke off. Raises NotSaved."""
        if self.drill.phase is Phase.OPEN:
            self.ask(do.Recover(since_ms))

    def settle(self) -> bool:
        """Close the question if its time is over or nobody is left to answer; whether it was. Raises NotSaved."""
        wanted = due(self.drill, self._now_ms())
        if wanted:
            self.ask(wanted)
        return wanted is not None
