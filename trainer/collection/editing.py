"""Writing cards into the files of their decks, and putting them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cards import Card, CardOf
from trainer.decks.edit import Edit
from trainer.errors import DeckRefused, TrainerError
from trainer.watched import GivenUp, Step, unwatched

if TYPE_CHECKING:
    from trainer.collection.collection import Collection


def edit(collection: Collection, deck_id: str, cards: Sequence[Card], step: Step = unwatched) -> Edit:
    """Write cards of one deck in their new words. Raises DeckRefused and NotSaved, and what the step raises."""
    from trainer.decks.rewrite import edit_cards  # loads pydantic, as do the others here

    path = _file(collection, deck_id)
    before = _cards(collection, deck_id, [card.id for card in cards])
    return collection.took(edit_cards(path, deck_id, list(zip(before, cards, strict=True)), step))


def edit_all(
    collection: Collection, cards: Iterable[CardOf], change: Callable[[Card], Card], step: Step = unwatched
) -> list[Edit]:
    """Write what a change makes of each of some cards, file by file; all files or none. Raises as `edit`."""
    wanted: dict[str, list[str]] = {}
    for deck_id, card_id in cards:
        wanted.setdefault(deck_id, []).append(card_id)
    edits: list[Edit] = []
    try:
        for deck_id, ids in wanted.items():
            after = [made for card in _cards(collection, deck_id, ids) if (made := change(card)) != card]
            edits += [edit(collection, deck_id, after, step)] if after else []
    except (TrainerError, GivenUp):
        for done in reversed(edits):
            undo(collection, done)
        raise
    return edits


def add(collection: Collection, deck_id: str, card: Card) -> Edit:
    """Write a new card at the end of a deck's file. Raises as `edit`."""
    from trainer.decks.rewrite import add_card

    return collection.took(add_card(_file(collection, deck_id), deck_id, card))


def undo(collection: Collection, done: Edit) -> Edit:
    """Put cards' lines back as they were. Raises as `edit`."""
    from trainer.decks.rewrite import undo_edit

    return collection.took(undo_edit(done))


def _cards(collection: Collection, deck_id: str, ids: Sequence[str]) -> list[Card]:
    """Cards as the shelf has them. Raises DeckRefused for one that it has not."""
    found = collection.shelf.some(deck_id, ids)
    gone = next((card_id for card_id in ids if card_id not in found), None)
    if gone is not None:
        raise DeckRefused(f"has no card {gone!r} any more.", where=deck_id, remedy="Open the trainer again.")
    return [found[card_id] for card_id in ids]


def _file(collection: Collection, deck_id: str) -> Path:
    cover = collection.cover(deck_id)
    if cover is None or cover.path is None:
        raise DeckRefused("has no file to write to.", where=deck_id, remedy="Open the deck from its file.")
    return cover.path
