"""What there is of one person's: where each file is, and its name in a backup."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer import locations
from trainer.backups.manifest import LOG, is_safe
from trainer.decks.pictures import trouble_with
from trainer.decks.read import read_deck
from trainer.errors import DeckRefused, Finding
from trainer.text import one_line


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that is to be kept."""

    name: str
    """In the backup."""
    path: Path
    """Where it is."""
    place: str = ""
    """The same for whoever reads the backup, if it is not in the home."""


def pieces(known: Iterable[Path]) -> tuple[list[Piece], list[Finding]]:
    """All that there is to keep, in one order, and what cannot be kept.

    `known` are the decks that the log knows of, wherever they are; those beside which decks are looked for are added.
    """
    home = locations.home()
    found = [Piece(LOG, locations.reviews_file()), Piece("home/settings.toml", locations.settings_file())]
    found += [Piece(f"home/approvals/{path.name}", path) for path in sorted((home / "approvals").glob("*.jsonl"))]
    found += [Piece(f"home/drills/{path.name}", path) for path in sorted((home / "drills").glob("*.db"))]
    decks = list(_within(home / "decks"))
    found += [Piece(f"home/{path.relative_to(home).as_posix()}", path) for path in decks]
    at_home = {path.resolve() for path in decks}
    elsewhere = {path.resolve(): path.absolute() for path in (*locations.deck_files(), *known)}
    others = sorted(path for real, path in elsewhere.items() if real not in at_home)
    for number, path in enumerate((path for path in others if path.is_file()), 1):
        found += _of_deck(number, path)
    there = [piece for piece in found if piece.path.is_file()]
    return [piece for piece in there if is_safe(piece.name)], [_unsafe(p) for p in there if not is_safe(p.name)]


def _within(folder: Path) -> Iterator[Path]:
    """Every file of a folder and the folders in it, but what is hidden or half written."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))


def _of_deck(number: int, path: Path) -> Iterator[Piece]:
    """A deck that is kept elsewhere, and the pictures beside it that its cards show."""
    yield Piece(f"elsewhere/{number}/{path.name}", path, str(path))
    try:
        cards = read_deck(path)[0].cards if b"picture" in path.read_bytes() else ()
    except (DeckRefused, OSError):
        return
    named = {picture for card in cards for picture in (card.picture, card.answer_picture) if picture}
    for picture in sorted(named):
        if not trouble_with(path.parent, picture):
            place = path.parent / picture
            yield Piece(f"elsewhere/{number}/{picture}", place, str(place))


def _unsafe(piece: Piece) -> Finding:
    message = "has a name that cannot be kept; it is left out."
    return Finding(one_line(str(piece.path)), message, "Give it a plain name.", left_out=True)
