"""What building costs: processor time and memory of whole commands, and what must hold on any machine."""

from __future__ import annotations

import datetime as dt
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from statistics import median

from scorer.gold import BenchRefused
from trainer.briefs import Brief, read_brief
from trainer.questions import propose
from trainer.text import one_line


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of the command cost."""

    cpu_s: float
    """Processor seconds, its own child processes included."""
    peak_mb: float
    """The most memory that one of its processes held."""
    deck: bytes
    """The deck that it wrote."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Several measurements of one thing."""

    values: tuple[float, ...]
    """As measured, in order."""

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.values)

    def __str__(self) -> str:
        """The median and the extremes.

        >>> str(Spread((2.0, 1.5, 1.9)))
        '1.90 (1.50 to 2.00, 3 runs)'
        """
        low, high = min(self.values), max(self.values)
        return f"{_short(self.median)} ({_short(low)} to {_short(high)}, {len(self.values)} runs)"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def words_in(paths: Sequence[Path]) -> int:
    """The words of the files, as `wc -w` counts them."""
    return sum(len(path.read_text(encoding="utf-8").split()) for path in paths)


def build_cost(briefs: Sequence[Path]) -> Cost:
    """The cost of `trainer build BRIEF... -o DECK --yes`, start to written deck. Raises BenchRefused."""
    with tempfile.TemporaryDirectory() as folder:
        deck, said = Path(folder) / "deck.toml", Path(folder) / "said.txt"
        command = [sys.executable, "-m", "trainer", "build", *map(str, briefs), "-o", str(deck), "--yes"]
        status, used = _run(command, {**os.environ, "TRAINER_HOME": folder}, said)
        if status:
            last = said.read_text(encoding="utf-8", errors="replace").strip().rpartition("\n")[2]
            remedy = "Run it by itself to see all that it says."
            raise BenchRefused(f"ended with {status}: {one_line(last)}", where="trainer build", remedy=remedy)
        kilobytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
        return Cost(used.ru_utime + used.ru_stime, kilobytes / 1024, _without_place(deck.read_text(encoding="utf-8")))


def _run(command: Sequence[str], env: Mapping[str, str], said: Path) -> tuple[int, resource.struct_rusage]:
    """How a command ended and what it and its children used; what it says on stderr goes into a file."""
    with (
        said.open("wb") as errors,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=env) as process,  # noqa: S603 - our own command
    ):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used


def _without_place(deck: str) -> bytes:
    """A deck without the paths to its briefs, which begin at the deck's own folder."""
    return "".join(line for line in deck.splitlines(keepends=True) if not line.startswith("file = ")).encode()


def rate(briefs: Sequence[Path], rounds: int) -> Spread:
    """Words a processor second from file to proposed cards in a process that is warm, a figure a round."""
    words = words_in(briefs)
    read_and_propose(briefs)
    return Spread(tuple(words / cpu_seconds(lambda: read_and_propose(briefs)) for _ in range(rounds)))


def read_and_propose(briefs: Sequence[Path]) -> None:
    """The work of a build but for the deck."""
    for path in briefs:
        propose(read_brief(path)[0])


def growth(briefs: Sequence[Path], rounds: int) -> Spread:
    """How many times as long one brief takes that holds all the others as these take one by one."""
    several = [read_brief(path)[0] for path in briefs]
    one = joined(several)
    return Spread(
        tuple(
            cpu_seconds(lambda: propose(one)) / cpu_seconds(lambda: [propose(brief) for brief in several])
            for _ in range(rounds)
        )
    )


def joined(briefs: Sequence[Brief]) -> Brief:
    """One brief with the passages of all, of the last date."""
    number = count(1)
    passages = tuple(replace(passage, number=next(number)) for brief in briefs for passage in brief.passages)
    date = max((brief.date for brief in briefs if brief.date), default=dt.date(2024, 1, 1))
    return replace(briefs[0], passages=passages, date=date)


def cpu_seconds(work: Callable[[], object]) -> float:
    """The processor time of this process that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start
