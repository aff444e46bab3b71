"""What studying costs, beside Anki's own library and a bare Textual program, in one run.

`python bench/study.py` measures and prints; `--write` puts the figures into RESULTS.md; `--check` measures at the sizes
given and exits with 1 if a ratio or a count is not as it must be. Times alone gate nothing. A ratio to Anki is that of
two times taken one after the other, and the middle one of the rounds: a machine is slower in one round than in another.

Both sides do the same work. An answer is all that a person waits for after a rating: it is on the disk, and the next
card is in view. Anki's is `answer_card` with `get_queued_cards`, which reckons the card's four futures too; ours are
reckoned with their labels, when the answer is revealed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from scorer.page import write_part
from scorer.pairs import BENCH
from scorer.report import header
from terminals import Cost, key_cost, start_cost

RESULTS = BENCH / "RESULTS.md"
PEERS = BENCH / "peers"
ANSWERS = 150
SIZES = (1_000, 10_000, 100_000)
SCREEN = ("start", "key")
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gate:
    """A ratio or a count, and the most that it may be."""

    what: str
    found: float
    most: float

    @property
    def line(self) -> str:
        """As a row of the table."""
        return f"| {self.what} | at most {self.most:g} | {self.found:.3g} | {'holds' if self.holds else 'FAILS'} |"

    @property
    def holds(self) -> bool:
        """Whether it is no more than it may be."""
        return self.found <= self.most


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 when all is well, 1 when a check fails."""
    given = _arguments(argv)
    with tempfile.TemporaryDirectory() as folder:
        _keep_bytecode(Path(folder))
        ours, anki = measured(Path(folder), given.sizes, given.rounds)
        screens = screen_costs(Path(folder), given.sizes[-1], given.rounds)
        gates = [*study_gates(ours, anki), *screen_gates(screens), *disk_gates(Path(folder), given.sizes[0])]
    tables = [table(ours, anki), screen_table(screens), gate_table(gates)]
    lines = [header(dt.datetime.now(tz=dt.UTC).date()), *(line for each in tables for line in ("", *each))]
    print("\n".join(lines))
    if given.write:
        write_part(RESULTS, "study", lines)
    failures = [gate for gate in gates if not gate.holds]
    for gate in failures:
        print(f"study: {gate.what}: {gate.found:.3g}, and may be {gate.most:g}.", file=sys.stderr)
    return 1 if given.check and failures else 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what studying costs.")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="measure so many times (5)")
    parser.add_argument(
        "--sizes", type=_sizes, default=SIZES, metavar="N,N", help="numbers of cards (1000,10000,100000)"
    )
    parser.add_argument("--check", action="store_true", help="exit with 1 if a count or a ratio is not as it must be")
    parser.add_argument("--write", action="store_true", help="put the figures into RESULTS.md")
    return parser.parse_args(argv)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _keep_bytecode(folder: Path) -> None:
    """Let every program that is measured find itself compiled, as one that is installed does."""
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    os.environ["PYTHONDONTWRITEBYTECODE"] = ""


def measured(
    folder: Path, sizes: Sequence[int], rounds: int
) -> tuple[dict[int, list[Figures]], dict[int, list[Figures]]]:
    """Size to the figures of each round, ours and Anki's, in turn; the first round, which compiles, counts for none."""
    for size in sizes:
        make_ours(folder, size)
        _run([str(PEERS / "study_anki.py"), "--build", str(folder / f"anki{size}.anki2"), str(size)])
    ours: dict[int, list[Figures]] = {size: [] for size in sizes}
    anki: dict[int, list[Figures]] = {size: [] for size in sizes}
    for _ in range(rounds + 1):
        for size in sizes:
            home = _copied(folder / f"home{size}", folder / "home")
            collection = folder / "now.anki2"
            shutil.copy(folder / f"anki{size}.anki2", collection)
            os.sync()  # else the first answers wait for the copies too
            ours[size].append(
                _figures([str(PEERS / "study_ours.py"), str(folder / f"{size}.toml"), str(ANSWERS)], home)
            )
            anki[size].append(_figures([str(PEERS / "study_anki.py"), str(collection), str(ANSWERS)], home))
            for left in folder.glob("now.*"):
                left.unlink() if left.is_file() else shutil.rmtree(left)
    return _warm(ours), _warm(anki)


def _warm(rounds: dict[int, list[Figures]]) -> dict[int, list[Figures]]:
    return {size: each[1:] for size, each in rounds.items()}


def make_ours(folder: Path, size: int) -> None:
    """A deck of so many cards, all due within the last thirty days, and a home that knows it."""
    deck, home = folder / f"{size}.toml", folder / f"home{size}"
    home.mkdir()
    cards = (
        f'\n[[cards]]\nid = "q{number:06}"\nkind = "how_many"\nanswer = "{number * 7}"\n'
        f'question = "How many of the number {number} were counted in the year {1900 + number % 120}?"\n'
        for number in range(size)
    )
    deck.write_text('[deck]\nid = "bench"\ntitle = "Bench"\n' + "".join(cards), "utf-8")
    old = time.time() - 60
    os.utime(deck, (old, old))
    os.environ["TRAINER_HOME"] = str(home)
    from trainer.collection import Collection
    from trainer.reviews import entry_id
    from trainer.reviews.entries import Recall
    from trainer.schedule.replay import replay

    collection, _ = Collection.open([deck])
    with collection:
        today = collection.now().day
        entries = (
            Recall(entry_id(number), 0, 0, today, "bench", f"q{number:06}", 12.5, 5.5, 10, today - number % 30, 0)
            for number in range(size)
        )
        collection.log.add_all(entries, replay)


def _copied(source: Path, target: Path) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(source, target))


def _figures(command: Sequence[str], home: Path) -> Figures:
    found: Figures = json.loads(_run(command, home))
    return found


def _run(command: Sequence[str], home: Path | None = None) -> str:
    environ = {**os.environ, **({"TRAINER_HOME": str(home)} if home else {})}
    command = [sys.executable, *command]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environ).stdout  # noqa: S603 - ours


def screen_costs(folder: Path, size: int, rounds: int) -> dict[str, list[Cost]]:
    """Start to the first painted text, and a key to its repaint: ours and the bare programs', in turn.

    The first round, which compiles, counts for none.
    """
    ours = [sys.executable, "-m", "trainer", "study", str(folder / f"{size}.toml")]
    hello, card = ([sys.executable, str(PEERS / name)] for name in ("hello_textual.py", "card_textual.py"))
    found: dict[str, list[Cost]] = {f"{what}: {whose}": [] for what in SCREEN for whose in ("ours", "hello", "card")}
    for _ in range(rounds + 1):
        for whose, program, text, keys in (
            ("hello", hello, "analyst", "x"),
            ("ours", ours, "counted", " 3"),
            ("card", card, "counted", " 3"),
        ):
            home = _copied(folder / f"home{size}", folder / "home")
            found[f"{SCREEN[0]}: {whose}"].append(start_cost(program, home, text))
            found[f"{SCREEN[1]}: {whose}"].append(key_cost(program, home, text, keys))
    return {name: costs[1:] for name, costs in found.items()}


def _ratio(ours: Sequence[Figures], theirs: Sequence[Figures], name: str) -> float:
    """The middle one of the rounds' ratios."""
    return float(median(one[name] / other[name] for one, other in zip(ours, theirs, strict=True)))


def study_gates(ours: dict[int, list[Figures]], anki: dict[int, list[Figures]]) -> Iterator[Gate]:
    """The ratios to Anki at the largest size, and how ours grows."""
    least, most = min(ours), max(ours)

    def to_anki(name: str) -> float:
        return _ratio(ours[most], anki[most], name)

    growth = _ratio(ours[most], ours[least], "first CPU ms")
    yield Gate(f"start to the first card at {most:,} cards, CPU, of Anki's", to_anki("first CPU ms"), 0.25)
    yield Gate(f"the same at {most:,} cards, of that at {least:,}", growth, 1.2)
    yield Gate("next card, of Anki's", to_anki("next ms"), 1.0)
    yield Gate("an answer to the next card, of Anki's", to_anki("answer ms"), 1.2)
    yield Gate("due counts, of Anki's deck tree", to_anki("counts ms"), 0.05)
    yield Gate("memory, of Anki's", to_anki("memory MB"), 0.5)
    loaded = {name for rounds in ours.values() for figures in rounds for name in figures["loaded"]}
    yield Gate(f"modules loaded for nothing {sorted(loaded) or ''}".strip(), len(loaded), 0)


def screen_gates(costs: dict[str, list[Cost]]) -> Iterator[Gate]:
    """The ratios to bare Textual: to a hello for the start, to a card's bare text for a key."""
    start, key = SCREEN
    cpu = {name: median(cost.cpu_s for cost in each) for name, each in costs.items()}
    to_start, to_repaint = cpu[f"{start}: ours"] / cpu[f"{start}: hello"], cpu[f"{key}: ours"] / cpu[f"{key}: card"]
    yield Gate("start to the painted question, CPU, of a bare Textual hello", to_start, 1.3)
    yield Gate("a key to its repaint, CPU, of bare Textual that paints the same text", to_repaint, 1.25)


def disk_gates(folder: Path, size: int) -> Iterator[Gate]:
    """What an answer asks of the disk, counted below SQLite."""
    home = _copied(folder / f"home{size}", folder / "home")
    counted = json.loads(_run([str(PEERS / "answer_on_disk.py"), str(folder / f"{size}.toml")], home))
    yield Gate("fsyncs an answer", counted["syncs"], 1)
    yield Gate("WAL pages an answer", counted["pages"], 6)


def table(ours: dict[int, list[Figures]], anki: dict[int, list[Figures]]) -> list[str]:
    """Every figure: the median with the extremes, ours and Anki's."""
    names = list(next(iter(anki.values()))[0])
    lines = ["| what | " + " | ".join(f"{size:,}: ours | Anki" for size in ours) + " |"]
    lines.append("|---|" + "--:|--:|" * len(ours))
    for name in names:
        cells = [_spread([figures[name] for figures in rounds[size]]) for size in ours for rounds in (ours, anki)]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def screen_table(costs: dict[str, list[Cost]]) -> list[str]:
    """What the screen takes: ours, a bare hello whose keys change one digit, and a bare card with the same text."""
    lines = ["| on the screen | ours | bare hello | bare card |", "|---|--:|--:|--:|"]
    for what in SCREEN:
        each = (costs[f"{what}: {whose}"] for whose in ("ours", "hello", "card"))
        cells = [_spread([cost.cpu_s * 1000 for cost in found]) for found in each]
        lines.append(f"| {what} CPU ms | " + " | ".join(cells) + " |")
    return lines


def gate_table(gates: Sequence[Gate]) -> list[str]:
    """Every gate with what was found."""
    return ["| ratio or count | aim | found | |", "|---|--:|--:|---|", *(gate.line for gate in gates)]


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.3g} ({min(values):.3g} to {max(values):.3g})"


if __name__ == "__main__":
    sys.exit(main())
