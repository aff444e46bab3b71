"""`trainer import`: cards from Anki and from tables into decks, shown before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer import locations
from trainer.cli import Exit, put, say
from trainer.cli.progress import counting, reading
from trainer.cli.terminal import at_terminal
from trainer.errors import DeckRefused
from trainer.text import counted, one_line

if TYPE_CHECKING:
    from trainer.anki.arrival import Arrival
    from trainer.anki.imported import Imported
    from trainer.anki.told import Arrived


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), metavar="DECK",
              help="The deck (.toml) to write or to add to, or a folder for several.")  # fmt: skip
@click.option("--update", is_flag=True, help="Let cards that your deck has in other words be as they arrive.")
@click.option(
    "--with-progress", is_flag=True, help="Take reviews and memory states from Anki into your review log too."
)
@click.option("--yes", is_flag=True, help="Do it without asking.")
def command(file: Path, target: Path | None, update: bool, with_progress: bool, yes: bool) -> None:
    """Import cards: a package of Anki's (.apkg), its text (.txt), a table (.csv), a study sheet (.md).

    First it shows what it would do. A deck that was exported from here comes back as itself; your own deck keeps its
    cards, and what it does not have yet is added.
    """
    from trainer.anki.arrival import arrivals, carry_out
    from trainer.anki.imported import read_import

    if target is not None and not target.is_dir() and target.suffix.lower() != ".toml":
        raise DeckRefused("a deck is a .toml file.", where=str(target), remedy=f"Name it {target.stem or 'deck'}.toml.")
    folders = locations.deck_folders() or [locations.home() / "decks"]
    with reading() as tell:
        step = partial(tell, f"reading {one_line(file.name, 60)}")
        imported = read_import(file, progress=with_progress, tell=step)
        planned = arrivals(imported, target, folders[0], locations.deck_files(), tell)
    if with_progress and imported.progress is None:
        say(f"{one_line(str(file))}: {imported.what} holds no progress.")
    for line in _shown(file, imported, planned, update=update):
        put(line)
    if not _agreed(imported, planned, yes=yes, update=update):
        sys.exit(Exit.DONE)
    for arrival in planned:
        with reading() as tell:
            carry_out(arrival, imported, file, tell, update=update)
        say(f"{one_line(str(arrival.path))}: {_done(arrival, update=update)}.")
    if imported.progress:
        _take_progress(imported.progress)


def _take_progress(arrived: Arrived) -> None:
    """Put Anki's progress on record, and say how much of it was new."""
    from trainer.cli.import_progress import take_progress
    from trainer.cli.opened import opened

    collection, _ = opened()
    with collection, counting("comparing reviews", len(arrived.cards)) as tell:
        reviews, others = take_progress(collection, arrived, tell)
    say(f"review log: {counted(reviews, 'review')} and {counted(others, 'other entry', 'other entries')} added.")


def _agreed(imported: Imported, planned: Sequence[Arrival], *, yes: bool, update: bool) -> bool:
    """Whether it is to be done; nothing is asked where there is nobody, and nothing where there is nothing to do."""
    if not imported.progress and not any(
        arrival.added or arrival.briefs or (update and arrival.changed) for arrival in planned
    ):
        say("nothing to import.")
        return False
    if yes:
        return True
    if not at_terminal():
        say("nothing was written. Add --yes to import.")
        return False
    return click.confirm("Import?", err=True)


def _shown(file: Path, imported: Imported, planned: Sequence[Arrival], *, update: bool) -> Iterator[str]:
    """What the import would do, a line each."""
    yield f"{one_line(str(file))}: {imported.what}."
    for arrival in planned:
        yield f"{one_line(str(arrival.path))}{' (new)' if arrival.is_new else ''}: {_counts(arrival, update=update)}."
    if imported.progress:
        cards = imported.progress.cards
        reviews = counted(sum(len(card.reviews) for card in cards), "review")
        yield f"review log: {reviews} of {counted(len(cards), 'card')}, each taken once."
    for why, count, one in imported.left_out:
        example = f" (“{one}”)" if one else ""
        yield f"left out: {counted(count, f'card{example}, as', f'cards{example}, each as')} {why}."
    for what in imported.noticed:
        yield f"note: {what}."


def _counts(arrival: Arrival, *, update: bool) -> str:
    """What would become of a deck's cards."""
    parts = [f"{counted(len(arrival.added), 'card')} to add"]
    if arrival.changed:
        fate = "to change" if update else "in other words there, kept as they are here (--update takes theirs)"
        parts.append(f"{len(arrival.changed):,} {fate}")
    if arrival.same:
        parts.append(f"{arrival.same:,} the same")
    return ", ".join(parts)


def _done(arrival: Arrival, *, update: bool) -> str:
    added = f"{counted(len(arrival.added), 'card')} added"
    return f"{added}, {len(arrival.changed):,} changed" if update and arrival.changed else added
