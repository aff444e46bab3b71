"""Decks to JSON for other programs: the tables of the deck format, under the marking of them all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from trainer.decks import Deck
from trainer.decks.deck import FORMAT
from trainer.decks.markings import highest
from trainer.decks.write import brief_table, card_table, head_table


def format_json(decks: Sequence[Deck]) -> str:
    """The decks with the keys of docs/deck-format.md, in its order; dates are ISO 8601."""
    written = {
        "format": FORMAT,
        "marking": highest(deck.highest_marking for deck in decks),
        "decks": [_deck(deck) for deck in decks],
    }
    return json.dumps(written, ensure_ascii=False, indent=2, default=str) + "\n"


def _deck(deck: Deck) -> dict[str, Any]:
    return {
        "deck": head_table(deck),
        "briefs": [brief_table(brief) for brief in deck.briefs],
        "cards": [card_table(card) for card in deck.cards],
    }
