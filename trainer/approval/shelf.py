"""The deck files that a build adds to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from trainer.approval.saving import reference
from trainer.briefs.brief import Brief
from trainer.cards import Card
from trainer.decks import Deck
from trainer.decks.merge import Merge, merge, write_merge
from trainer.decks.read import read_deck
from trainer.errors import Finding, NotSaved
from trainer.text import one_line, slug

_Stamp = tuple[int, int, int]


class Shelf:
    """Each file is read once, and again only if it changed on the disk: many briefs may go into one deck."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[_Stamp | None, Deck]] = {}

    def deck(self, target: Path, brief: Brief) -> tuple[Deck, tuple[Finding, ...]]:
        """The deck in the file, or a new one named after it; what is wrong with it, when it is read.

        Raises DeckRefused.
        """
        stamp, (known, deck) = _stamp(target), self._known.get(target, (None, None))
        if stamp is None:
            return Deck(slug(target.stem), brief.dated_title, marking=brief.marking), ()
        if deck is not None and known == stamp:
            return deck, ()
        read, findings = read_deck(target)
        self._known[target] = (stamp, read)
        return read, findings

    def save(self, brief: Brief, cards: Iterable[Card], target: Path) -> tuple[Merge, Deck]:
        """Add the cards to the deck in the file; what came of it, and the deck before.

        Raises DeckRefused and NotSaved.
        """
        deck, _ = self.deck(target, brief)
        result = merge(deck, reference(brief, target, deck), tuple(cards))
        write_merge(result, target)
        self._known[target] = (_stamp(target), replace(result.deck, path=target))
        return result, deck


def refuse_unwritable(target: Path) -> None:
    """Say before anything is decided that the deck could not be written. Raises NotSaved."""
    folder = next(folder for folder in target.absolute().parents if folder.exists())
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        raise NotSaved(
            f"could not be written: {one_line(str(folder))} is no folder that you may write to.",
            where=one_line(str(target)),
            remedy="Name a deck in another folder with -o.",
        )


def _stamp(path: Path) -> _Stamp | None:
    """What differs once a file was changed; None if there is no such file."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return (0, 0, 0)  # something is there, and reading it says what is wrong with it
    return status.st_mtime_ns, status.st_size, status.st_ino
