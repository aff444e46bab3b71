"""Deck files: those that cannot be read, those that are gone, and reviews of cards that no file has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trainer import locations
from trainer.cards import CardOf
from trainer.decks.check import check_deck
from trainer.errors import DeckRefused, Finding
from trainer.text import counted, one_line
from trainer.watched import TellOf

_STAYS = "Put its file back to go on with them, or leave it: nothing is lost."


@dataclass(slots=True)
class Shelf:
    """What the deck files come to."""

    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    """Deck id to the ids of its cards."""
    faults: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)


def look(known: Iterable[Path], reviewed: Mapping[CardOf, int], tell: TellOf) -> Shelf:
    """Read every deck where decks are kept and every one that the log knows of."""
    shelf = Shelf()
    paths = {path.resolve(): path for path in (*locations.deck_files(), *_at_home(), *known)}
    homes: dict[str, Path] = {}
    for done, path in enumerate(paths.values(), 1):
        if path.is_file() or path in locations.deck_files():
            _read(path, shelf, homes)
        tell("reading decks", done, len(paths))
    shelf.notes += _orphans(shelf.ids, reviewed)
    return shelf


def _at_home() -> list[Path]:
    return sorted((locations.home() / "decks").glob("*.toml"))


def _read(path: Path, shelf: Shelf, homes: dict[str, Path]) -> None:
    where = one_line(str(path))
    try:
        deck, findings = check_deck(path)
    except DeckRefused as error:
        shelf.faults.append(Finding(error.where, error.message, error.remedy))
        return
    shelf.faults += [finding for finding in findings if finding.left_out]
    rest = sum(not finding.left_out for finding in findings)
    if rest:
        message = f"has {counted(rest, 'thing')} that a careful editor would change."
        shelf.notes.append(Finding(where, message, f"`trainer check {where}` names them."))
    if deck.id in homes:
        message = f"has the deck id {deck.id!r} of {one_line(str(homes[deck.id]))}; one of them is left out."
        shelf.faults.append(Finding(where, message, "Give one of them another id."))
        return
    homes[deck.id] = path
    shelf.ids[deck.id] = frozenset(card.id for card in deck.cards)


def _orphans(ids: Mapping[str, frozenset[str]], reviewed: Mapping[CardOf, int]) -> list[Finding]:
    """Reviews of decks and of cards that no file has."""
    cards, reviews = Counter[str](), Counter[str]()
    for (deck, card), count in reviewed.items():
        if card not in ids.get(deck, ()):
            cards[deck] += 1
            reviews[deck] += count
    return [
        Finding(
            f"deck {one_line(deck, 60)}",
            f"on record are {counted(reviews[deck], 'review')} of {counted(cards[deck], 'card')} "
            + ("that its file does not have." if deck in ids else "of it, and no file here has the deck."),
            "They stay on record; a card that comes back goes on from there." if deck in ids else _STAYS,
        )
        for deck in sorted(cards)
    ]
