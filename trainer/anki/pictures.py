"""Pictures on their way out: read from beside the deck, named by what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainer.decks import Deck
from trainer.decks.pictures import trouble_with
from trainer.errors import Finding
from trainer.text import one_line


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that some decks name."""

    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """Deck id to: path in the deck, name in the package."""
    files: dict[str, Path] = field(default_factory=dict)
    """Name in the package to file."""
    findings: list[Finding] = field(default_factory=list)
    """What was named and cannot go along."""


def read_pictures(decks: Sequence[Deck]) -> Pictures:
    """The pictures that the decks' cards name; one that cannot be read is a finding."""
    found = Pictures()
    for deck in decks:
        names = found.names[deck.id] = {}
        for path in _paths(deck):
            name = _take(deck, path, found)
            if name:
                names[path] = name
    return found


def name_of(content: bytes, ending: str) -> str:
    """A picture's name in a package and beside a deck: what is in it decides."""
    return f"{hashlib.sha256(content).hexdigest()[:24]}{ending.lower()}"


def _paths(deck: Deck) -> Iterable[str]:
    """Each picture that the deck's cards name, once."""
    if not any(card.picture or card.answer_picture for card in deck.cards):
        return ()
    return dict.fromkeys(path for card in deck.cards for path in (card.picture, card.answer_picture) if path)


def _take(deck: Deck, path: str, found: Pictures) -> str:
    """Remember the picture under its name; empty, and a finding, if it does not go along."""
    folder = deck.path.parent if deck.path else Path()
    file = folder / path
    trouble = trouble_with(folder, path)
    if not trouble:
        try:
            name = name_of(file.read_bytes(), file.suffix)
            found.files[name] = file
            return name
        except OSError as error:
            trouble = (error.strerror or str(error)).lower()
    message = f"the picture {one_line(path, 80)!r} does not go along: {trouble}."
    found.findings.append(Finding(one_line(str(deck.path or deck.title)), message, "Mend its path or the file.", True))
    return ""
