"""The decks of an export: as the shelf has them where their files are unchanged, which saves reading those."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import locations
from trainer.cli import Exit, complain_of
from trainer.errors import LogRefused, NotSaved

if TYPE_CHECKING:
    from trainer.decks import Deck
    from trainer.decks.shelf import Shelf
    from trainer.errors import Finding


def decks_for_text(paths: Sequence[Path]) -> tuple[list[Deck], Exit]:
    """The decks; what is wrong with them goes to standard error, and their good cards go on.

    Nothing is put on the shelf: a text needs no review log, and can do without one.
    """
    shelf = _shelf()
    read = [_shelved(path, shelf) or _read(path) for path in paths]
    code = complain_of(finding for _, findings in read for finding in findings)
    return [deck for deck, _ in read], code


def decks_for_package(paths: Sequence[Path]) -> tuple[list[Deck], Exit]:
    """As `decks_for_text`, and put on the shelf, as the log is needed all the same."""
    from trainer.cli.opened import opened

    collection, findings = opened(paths)
    with collection:
        if len(collection.decks) < len(paths):
            return decks_for_text(paths)  # two have one id: whoever checks the export names both
        return [collection.deck(cover.id) for cover in collection.decks], complain_of(findings)


def _shelf() -> Shelf | None:
    """The shelf, if there is one that can be read."""
    from trainer.decks.shelf import Shelf
    from trainer.reviews.store import Store

    try:
        return Shelf(Store(locations.reviews_file())) if locations.reviews_file().exists() else None
    except (LogRefused, NotSaved):
        return None


def _shelved(path: Path, shelf: Shelf | None) -> tuple[Deck, tuple[Finding, ...]] | None:
    """The deck as the shelf has it, and what was wrong with its file; None if that has to be read."""
    found = shelf.unchanged(path) if shelf else None
    return (shelf.deck(found.cover), found.findings) if shelf and found else None


def _read(path: Path) -> tuple[Deck, tuple[Finding, ...]]:
    """The deck in a file; whoever watches sees how far the reading of a large one is."""
    from trainer.cli.progress import reading
    from trainer.decks.read import parse_deck, read_text

    with reading() as tell:
        return parse_deck(read_text(path), path, partial(tell, f"reading {path.name}"))
