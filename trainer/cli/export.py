"""`trainer export`: decks to files that others can open."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trainer.cli import Exit, complain_of, say
from trainer.cli.progress import counting
from trainer.errors import ExportRefused
from trainer.text import counted, one_line

if TYPE_CHECKING:
    from trainer.anki.ledger import Ledger
    from trainer.anki.pictures import Pictures
    from trainer.anki.progress import Progress
    from trainer.collection import Collection
    from trainer.decks import Deck


@click.command("export")
@click.argument("decks", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DECK...")
@click.option("-o", "--output", "path", required=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Where to; its ending says how: .apkg or .txt (Anki), .csv, .md (a sheet), .json.")  # fmt: skip
@click.option("--with-progress", is_flag=True, help="Let your reviews and memory states go along (.apkg only).")
@click.option("--allow-red", is_flag=True, help="Let TLP:RED leave all the same; the review log keeps that you did.")
def command(decks: tuple[Path, ...], path: Path, with_progress: bool, allow_red: bool) -> None:
    """Write decks to one file for others.

    An Anki package updates, in place, what the receiver imported from an earlier one; a card that you removed since
    then arrives once more, retired.
    """
    from trainer.anki.export import check_export, export_text, is_text
    from trainer.cli.export_decks import decks_for_package, decks_for_text

    chosen, code = decks_for_text(decks) if is_text(path) else decks_for_package(decks)
    if code is not Exit.DONE and not any(deck.cards for deck in chosen):
        raise ExportRefused("no card can be read; nothing was written.", where=_names(decks), remedy="Mend it first.")
    red = check_export(chosen, path, allow_red=allow_red)
    if with_progress and is_text(path):
        remedy = "Name the file .apkg, or leave --with-progress out."
        raise ExportRefused("progress goes along in packages alone.", where=one_line(str(path)), remedy=remedy)
    if red:
        _record_override(decks, red, path)
    if is_text(path):
        export_text(chosen, path)
    else:
        code = max(code, _export_package(decks, chosen, path, is_whole=code is Exit.DONE, with_progress=with_progress))
    say(f"wrote {counted(sum(len(deck.cards) for deck in chosen), 'card')} to {path}")
    sys.exit(code)


def _names(decks: Sequence[Path]) -> str:
    return one_line(", ".join(map(str, decks)), 200)


def _record_override(paths: Sequence[Path], red: Sequence[Deck], path: Path) -> None:
    """Put on record, before anything is written, that red decks leave."""
    from trainer.cli.opened import opened

    collection, _ = opened(paths)
    with collection:
        markings = {deck.id: deck.highest_marking for deck in red}
        collection.log_override("export", {"decks": markings, "file": str(path)})


def _export_package(
    paths: Sequence[Path], decks: Sequence[Deck], path: Path, *, is_whole: bool, with_progress: bool
) -> Exit:
    """Write the package; the log remembers what was exported and when it last changed.

    Cards that could not be read are not taken for removed ones: a deck that is not whole retires nothing.
    """
    from trainer.anki.package import nothing_known, write_apkg
    from trainer.anki.pictures import read_pictures
    from trainer.cli.opened import opened

    collection, _ = opened(paths)
    with collection:
        ledgers, code = _ledgers(collection, decks)
        pictures: Pictures = read_pictures(decks)
        code = max(code, complain_of(pictures.findings))
        with counting("writing", sum(len(deck.cards) for deck in decks)) as tell:
            known_of = partial(_known, collection) if with_progress else nothing_known
            write_apkg(ledgers, path, pictures, known_of, tell, retire=is_whole)
    return code


def _known(collection: Collection, deck: Deck) -> dict[str, Progress]:
    """What Anki is told of each card that something is known of here."""
    from trainer.anki.progress import progress_of

    states = collection.log.states(deck.id)
    return {card: progress_of(state, collection.log.entries_of(deck.id, card)) for card, state in states.items()}


def _ledgers(collection: Collection, decks: Sequence[Deck]) -> tuple[list[tuple[Deck, Ledger]], Exit]:
    """Each deck with the ledger of its exports; a card with the id of a removed one is left out and named."""
    from trainer.anki.ledger import Ledger, Sent

    found, code = [], Exit.DONE
    for deck in decks:
        past = [Sent(*row) for row in collection.log.exported(deck.id)]
        keep = partial(collection.log.remember_exported, deck.id)
        ledger = Ledger(past, collection.now().ms // 1000, keep)
        kept, findings = ledger.without_reused(deck)
        code = max(code, complain_of(findings))
        found.append((kept, ledger))
    return found, code
