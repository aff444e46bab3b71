"""`trainer export`: decks to files that others can open."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from trainer.cli import Exit, complain_of, counted, say
from trainer.decks import Deck


@click.command("export")
@click.argument("decks", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DECK...")
@click.option("-o", "--output", "path", required=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Where to; its ending says how: .apkg (Anki), .csv, .md (a study sheet), .json.")  # fmt: skip
@click.option("--allow-red", is_flag=True, help="Let TLP:RED leave all the same; the review log keeps that you did.")
def command(decks: tuple[Path, ...], path: Path, allow_red: bool) -> None:
    """Write decks to one file for others.

    An Anki package updates, in place, what the receiver imported from an earlier one.
    """
    from trainer.anki.export import check_export, export_text, is_text

    chosen, code = _read(decks)
    red = check_export(chosen, path, allow_red=allow_red)
    if red:
        _record_override(decks, red, path)
    if is_text(path):
        export_text(chosen, path)
    else:
        _export_package(decks, chosen, path)
    say(f"wrote {counted(sum(len(deck.cards) for deck in chosen), 'card')} to {path}")
    sys.exit(code)


def _read(paths: Sequence[Path]) -> tuple[list[Deck], Exit]:
    """The decks; what is wrong with them goes to standard error, and their good cards go on."""
    from trainer.decks.read import read_deck

    read = [read_deck(path) for path in paths]
    code = complain_of(finding for _, findings in read for finding in findings)
    return [deck for deck, _ in read], code


def _record_override(paths: Sequence[Path], red: Sequence[Deck], path: Path) -> None:
    """Put on record, before anything is written, that red decks leave."""
    from trainer.collection import Collection

    collection, _ = Collection.open(paths)
    with collection:
        markings = {deck.id: deck.highest_marking for deck in red}
        collection.log_override("export", {"decks": markings, "file": str(path)})


def _export_package(paths: Sequence[Path], decks: Sequence[Deck], path: Path) -> None:
    """Write the package; the collection remembers when each card's exported content last changed."""
    from trainer.anki.package import write_apkg
    from trainer.collection import Collection

    collection, _ = Collection.open(paths)
    with collection:
        write_apkg(decks, path, collection.changed_at)
