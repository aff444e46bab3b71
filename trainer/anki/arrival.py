"""Imported decks on their way into files: what would be done, and doing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from trainer.anki.imported import Imported, read_picture
from trainer.cards import Card
from trainer.decks import BriefRef, Deck
from trainer.decks.files import write_bytes
from trainer.decks.markings import highest
from trainer.decks.merge import write_changes
from trainer.decks.read import parse_deck, read_text
from trainer.decks.write import write_deck
from trainer.errors import DeckRefused, ImportRefused
from trainer.text import counted, one_line, slug
from trainer.watched import TellOf, untold_of


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an import would do to one deck file."""

    path: Path
    """The deck's file."""
    deck: Deck
    """What arrives."""
    is_new: bool
    """Whether the file is not there yet."""
    added: tuple[Card, ...]
    """Cards that the file does not have."""
    changed: tuple[Card, ...]
    """Cards that the file has in other words."""
    same: int
    """How many cards the file has as they arrive."""
    briefs: tuple[BriefRef, ...]
    """Briefs that the file does not list."""


def arrivals(
    imported: Imported, target: Path | None, folder: Path, known: Iterable[Path], tell: TellOf = untold_of
) -> list[Arrival]:
    """What the import would do; `tell` hears how far the reading of the decks that are there is.

    Each deck goes into the known file with its id, or into a new one in the folder; with a target, into that file.
    Raises ImportRefused: several decks and one target, or a target that is another deck.
    """
    decks = imported.decks
    if target is not None and target.is_dir():
        folder, known, target = target, sorted(target.glob("*.toml")), None
    if target is not None and len(decks) > 1:
        message = f"holds {counted(len(decks), 'deck')} ({', '.join(one_line(deck.title, 30) for deck in decks[:5])})."
        raise ImportRefused(message, remedy="Name a folder after -o, and each gets a file of its own there.")
    if target is not None:
        return [_arrival(decks[0], target, _read(target, tell) if target.exists() else None)]
    at_home = _decks_of({deck.id for deck in decks}, known, tell)
    return [_at_home(deck, at_home, folder / f"{slug(deck.id)}.toml", tell) for deck in decks]


def carry_out(arrival: Arrival, imported: Imported, source: Path, tell: TellOf = untold_of, *, update: bool) -> None:
    """Write the deck's pictures and then its cards; what is changed only if asked to.

    Raises NotSaved, DeckRefused, and what `tell` does; pictures and deck are then as they were.
    """
    cards = (*arrival.added, *(arrival.changed if update else ()))
    written: list[Path] = []
    try:
        for place in dict.fromkeys(place for card in cards for place in (card.picture, card.answer_picture) if place):
            written += _write_picture(arrival.path.parent / place, source, imported.pictures.get(place, ""))
        if arrival.is_new:
            write_deck(arrival.deck, arrival.path, partial(tell, f"writing {arrival.path.name}"))
        elif cards or arrival.briefs:
            write_changes(arrival.path, arrival.briefs, arrival.added, arrival.changed if update else ())
    except BaseException:  # an interrupt too
        _take_back(written)
        raise


def _take_back(written: Iterable[Path]) -> None:
    """Remove pictures that no deck shows, and a folder that was made for them."""
    for path in written:
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()  # it stays if there are others in it


def _decks_of(deck_ids: set[str], known: Iterable[Path], tell: TellOf) -> dict[str, Deck]:
    """The decks that have these ids, from the first file of each; a file that cannot be read is none of them."""
    found: dict[str, Deck] = {}
    for path in known:
        try:
            with path.open(encoding="utf-8", errors="replace") as file:
                head = file.read(8_000)
            if any(deck_id in head for deck_id in deck_ids):
                deck = _read(path, tell)
                found.setdefault(deck.id, deck)
        except (DeckRefused, OSError):
            continue
    return found


def _read(path: Path, tell: TellOf) -> Deck:
    return parse_deck(read_text(path), path, partial(tell, f"reading {path.name}"))[0]


def _at_home(deck: Deck, at_home: Mapping[str, Deck], new: Path, tell: TellOf) -> Arrival:
    """What it would do to the file that has its id, or to a new one, whose place another deck may have taken."""
    has = at_home.get(deck.id) or (_read(new, tell) if new.exists() else None)
    return _arrival(deck, has.path if has and has.path else new, has)


def _arrival(deck: Deck, path: Path, has: Deck | None) -> Arrival:
    """What it would do to the file, where the deck that it has may be there."""
    if has is None:
        return Arrival(path, deck, True, deck.cards, (), 0, deck.briefs)
    if has.id != deck.id:
        message = f"is the deck {one_line(has.id, 40)!r}; what arrives is {one_line(deck.id, 40)!r}."
        raise ImportRefused(message, where=one_line(str(path)), remedy="Name another file after -o.")
    by_id = {card.id: card for card in has.cards}
    marked = [_marked(card, deck, has) for card in deck.cards]
    added = tuple(card for card in marked if card.id not in by_id)
    changed = tuple(card for card in marked if card.id in by_id and not _is_same(card, by_id[card.id]))
    listed = {brief.id for brief in has.briefs}
    briefs = tuple(brief for brief in deck.briefs if brief.id not in listed)
    return Arrival(path, deck, False, added, changed, len(marked) - len(added) - len(changed), briefs)


def _is_same(card: Card, other: Card) -> bool:
    """Whether two cards say the same, whatever their pictures' files are called and however their tags are ordered."""
    return card == other or (
        bool(card.picture) is bool(other.picture)
        and bool(card.answer_picture) is bool(other.answer_picture)
        and set(card.tags) == set(other.tags)
        and replace(card, tags=other.tags, picture=other.picture, answer_picture=other.answer_picture) == other
    )


def _marked(card: Card, deck: Deck, has: Deck) -> Card:
    """The card, with its old deck's marking on itself if its new deck does not bear it."""
    if highest([deck.marking, has.marking]) == highest([has.marking]):
        return card
    return replace(card, marking=highest([card.marking, deck.marking]))


def _write_picture(path: Path, source: Path, member: str) -> list[Path]:
    """Write a picture, unless it is there: its name says what is in it. Gives the path if it was written."""
    content = read_picture(source, member) if member and not path.exists() else None
    if content is None:
        return []
    write_bytes(path, [content])
    return [path]
