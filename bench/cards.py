"""How many of a brief's facts its cards ask, counted against a gold list of facts.

`python bench/cards.py DECK.toml GOLD.toml` scores one deck; `--all` builds a deck from every brief that has a gold
list and prints a table; `--held` does so for the held-out briefs. The match is lexical and a first pass: whether a
card is *good* is for a reader to judge.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from scorer.floors import below, read_floors
from scorer.gold import BenchRefused
from scorer.page import write_part
from scorer.pairs import BENCH, Result, held_pairs, pairs, score_deck, score_pair, unpaired
from scorer.report import NOTE, as_json, card_lines, details, header, table

from trainer.errors import TrainerError

FLOORS = BENCH / "floors.toml"
RESULTS = BENCH / "RESULTS.md"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 when all is well, 1 when something cannot be used or is below its floor."""
    given = _arguments(argv)
    try:
        results = _results(given)
        failures = list(below((one.score for one in results), read_floors(FLOORS))) if given.check else []
        if given.write:
            _write(results, held=given.held)
    except TrainerError as error:
        print(error, file=sys.stderr)
        return 1
    _say(results, given)
    for line in failures:
        print(line, file=sys.stderr)
    return 1 if failures else 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score question cards against gold lists of facts.")
    parser.add_argument("deck", nargs="?", type=Path, help="a deck file")
    parser.add_argument("gold", nargs="?", type=Path, help="its gold list")
    parser.add_argument("--all", action="store_true", help="build and score every brief that has a gold list")
    parser.add_argument("--held", action="store_true", help="build and score the held-out briefs instead")
    parser.add_argument("--only", metavar="NAME", help="with --all or --held: the brief of this name alone")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a figure is worse than in floors.toml")
    parser.add_argument("--write", action="store_true", help="with --all or --held: put the table into RESULTS.md")
    parser.add_argument("--cards", action="store_true", help="print each card and each fact that no card asks")
    parser.add_argument("--json", action="store_true", help="print figures, cards and faults as JSON")
    given = parser.parse_args(argv)
    if [given.all, given.held, given.deck is not None].count(True) != 1 or (given.deck and not given.gold):
        parser.error("give a deck and its gold list, or --all, or --held")
    if given.write and (given.deck or given.only):
        parser.error("--write takes all briefs, or all that are held out")
    return given


def _results(given: argparse.Namespace) -> list[Result]:
    """What there is to score, scored. Raises TrainerError."""
    if given.deck:
        return [score_deck(given.deck, given.gold)]
    chosen = [pair for pair in (held_pairs() if given.held else pairs()) if given.only in (None, pair.name)]
    if not chosen:
        remedy = "See bench/briefs and bench/gold."
        raise BenchRefused("there is no such brief with a gold list.", where="bench", remedy=remedy)
    return [score_pair(pair) for pair in chosen]


def _write(results: Sequence[Result], *, held: bool) -> None:
    """The results page, with the table; of held-out briefs nothing but the table."""
    lines = [*_summary(results), *([] if held else ["", *details(results)])]
    write_part(RESULTS, "held" if held else "cards", lines)


def _summary(results: Sequence[Result]) -> list[str]:
    return [header(dt.datetime.now(tz=dt.UTC).date()), "", *table([one.score for one in results])]


def _say(results: Sequence[Result], given: argparse.Namespace) -> None:
    """The report on stdout, and on stderr what is amiss with lists and decks."""
    for finding in (finding for one in results for finding in one.findings):
        print(finding, file=sys.stderr)
    if given.all and (left := unpaired()):
        print(f"bench: left out for want of a gold list: {', '.join(left)}.", file=sys.stderr)
    top = header(dt.datetime.now(tz=dt.UTC).date())
    if given.json:
        print(json.dumps({"header": top, "briefs": [as_json(one) for one in results]}, ensure_ascii=False, indent=2))
        return
    lines = ["# Cards against the gold lists", "", *_summary(results), "", NOTE, "", *details(results)]
    print("\n".join([*lines, *(line for one in results for line in ["", *card_lines(one.score)] if given.cards)]))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
