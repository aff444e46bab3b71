"""What it costs to build decks: processor seconds, words a second, memory.

`python bench/speed.py` measures and prints; `--write` puts the figures into RESULTS.md. `--check` measures only what is
the same on a slow machine and on a fast one, and exits with 1 if it does not hold: decks of the same bytes in any order
of files, memory, and time that grows with the text and no faster. The package is compiled first, as it is by pip.
"""

from __future__ import annotations

import argparse
import compileall
import datetime as dt
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorer.page import write_part
from scorer.pairs import BENCH
from scorer.report import header
from scorer.timing import Cost, Spread, build_cost, growth, rate, words_in

import trainer
from trainer.errors import TrainerError

RESULTS = BENCH / "RESULTS.md"
COLD = BENCH / "briefs" / "mpox-emergency.md"
"""The brief of about 1,000 words."""
MOST_MB = 500
MOST_GROWTH = 1.5
"""One long brief may take half as long again as its parts: what compares sentence with sentence has more to do."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 when all is well, 1 when a check fails."""
    given = _arguments(argv)
    compileall.compile_dir(Path(trainer.__file__).parent, quiet=2)
    try:
        return _checked() if given.check else _measured(given.rounds, write=given.write)
    except TrainerError as error:
        print(error, file=sys.stderr)
        return 1


def _checked() -> int:
    failures = list(failed(_briefs()))
    for line in failures:
        print(line, file=sys.stderr)
    return 1 if failures else 0


def _measured(rounds: int, *, write: bool) -> int:
    lines = [header(dt.datetime.now(tz=dt.UTC).date()), _processor(), "", *measured(_briefs(), rounds)]
    print("\n".join(lines))
    if write:
        write_part(RESULTS, "speed", lines)
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what it costs to build decks.")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="measure so many times (5)")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a count or a ratio is not as it must be")
    parser.add_argument("--write", action="store_true", help="put the figures into RESULTS.md")
    return parser.parse_args(argv)


def _briefs() -> list[Path]:
    seeds = BENCH.parent / "seeds"
    return sorted([*(BENCH / "briefs").glob("*.*"), *seeds.glob("*.md")])


def _processor() -> str:
    """The processor's name, where the system says it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def measured(briefs: Sequence[Path], rounds: int) -> list[str]:
    """A Markdown table of what is aimed at and what was found, the median with the extremes."""
    cold = [build_cost([COLD]) for _ in range(rounds)]
    many = [build_cost(briefs) for _ in range(rounds)]
    more = words_in(briefs) - words_in([COLD])
    warm = tuple(more / (all_.cpu_s - one.cpu_s) for all_, one in zip(many, cold, strict=True))
    rows = (
        (f"one brief of {words_in([COLD])} words, start to written deck: CPU s", "at most 3", _cpu(cold)),
        (f"each word more, of {more} in {len(briefs)} briefs: words a CPU s", "at least 3,000", Spread(warm)),
        ("the same without the command and the deck: words a CPU s", "", rate(briefs, rounds)),
        ("one brief: MB", f"under {MOST_MB}", Spread(tuple(cost.peak_mb for cost in cold))),
        (f"{len(briefs)} briefs: MB", f"under {MOST_MB}", Spread(tuple(cost.peak_mb for cost in many))),
        ("all in one brief against one by one: times as long", f"at most {MOST_GROWTH}", growth(briefs, rounds)),
    )
    return ["| what | aim | median (extremes) |", "|---|--:|--:|", *(f"| {a} | {b} | {c} |" for a, b, c in rows)]


def _cpu(costs: Sequence[Cost]) -> Spread:
    return Spread(tuple(cost.cpu_s for cost in costs))


def failed(briefs: Sequence[Path]) -> Iterator[str]:
    """A line for each count or ratio that is not as it must be on any machine."""
    forth, back = build_cost(briefs), build_cost(briefs[::-1])
    if forth.deck != back.deck:
        yield "speed: the briefs in another order gave a deck of other bytes."
    if forth.peak_mb > MOST_MB:
        yield f"speed: {len(briefs)} briefs took {forth.peak_mb:.0f} MB, and may take {MOST_MB}."
    if (times := growth(briefs, 3).median) > MOST_GROWTH:
        yield f"speed: one long brief took {times:.2f} times as long as its parts, and may take {MOST_GROWTH}."


if __name__ == "__main__":
    sys.exit(main())
