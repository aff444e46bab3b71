"""`trainer stats`: progress to look at, to read, and as data."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.cli import complain_of, put, say
from trainer.cli.days import named_day
from trainer.errors import TrainerError

if TYPE_CHECKING:
    from trainer.collection import Collection
    from trainer.stats import Stats

_WIDTHS = range(40, 101)


@click.command("stats")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.option("-o", "--output", "page", type=click.Path(path_type=Path), metavar="FILE.html",
              help="Write one page with every figure of every deck, to open in a browser or print.")  # fmt: skip
@click.option("--on", "day", callback=named_day, metavar="YYYY-MM-DD",
              help="Say how much will still be known on that day.")  # fmt: skip
@click.option("--allow-red", is_flag=True, help="Let TLP:RED leave on a page; the review log keeps that you did.")
def command(decks: tuple[Path, ...], as_json: bool, page: Path | None, day: dt.date | None, allow_red: bool) -> None:
    """Show what is due, how much is known and recalled, and how sure you are when you are wrong.

    Figures of all decks together, or of the one that is named. What each number means: docs/stats.md.
    """
    from trainer.cli.opened import opened

    collection, findings = opened(decks)
    with collection:
        then = _day_to_come(collection, day) if day else None
        if page:
            _check_page(collection, page, allow_red=allow_red)
        stats = _watched(collection, then)
    code = complain_of(findings)
    if page:
        _write_page(stats, page)
    if as_json:
        from trainer.stats.as_json import as_json as data

        put(json.dumps(data(stats), ensure_ascii=False, indent=2))
    elif not page:
        put(_text(stats))
    sys.exit(code)


def _day_to_come(collection: Collection, date: dt.date) -> int:
    """The study day that was named. Raises TrainerError for one that is over."""
    now = collection.now()
    if date < now.date:
        raise TrainerError(f"{date} is over.", remedy="Name today or a day to come.")
    return now.day_of(date)


def _watched(collection: Collection, then: int | None) -> list[Stats]:
    """The stats; how far they are goes to standard error where somebody watches and has to wait."""
    from trainer.cli.progress import counting
    from trainer.stats import steps

    making, told = steps(collection, then=then), 0
    with counting("counting", 100, least=1) as tell:
        while True:
            try:
                share = next(making)
            except StopIteration as end:
                found: list[Stats] = end.value
                return found
            tell(round(share * 100) - told)
            told = round(share * 100)


def _text(stats: list[Stats]) -> str:
    from trainer.stats.text import as_text

    if not stats:
        return "No decks yet: `trainer build BRIEF -o decks/NAME.toml` makes one."
    columns = shutil.get_terminal_size((80, 24)).columns
    return as_text(stats, min(max(columns, _WIDTHS.start), _WIDTHS.stop - 1))


def _check_page(collection: Collection, path: Path, *, allow_red: bool) -> None:
    """Raise ExportRefused where a page may not be written; an override goes on record first."""
    from trainer.stats.leaving import check_page

    red = check_page(collection.decks, path, allow_red=allow_red)
    if red:
        collection.log_override("stats", {"decks": {deck.id: deck.highest_marking for deck in red}, "file": str(path)})


def _write_page(stats: list[Stats], path: Path) -> None:
    from trainer.decks.files import write_text
    from trainer.stats.page import as_page

    write_text(path, as_page(stats))
    say(f"wrote {path}")
