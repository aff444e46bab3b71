"""Decks to one CSV table: a row for each card, quoted whole, and nothing in it that a spreadsheet would run.

Source: RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from trainer.cards import Card
from trainer.decks import BriefRef, Deck
from trainer.text import cell

COLUMNS = (
    "marking", "deck", "card", "status", "kind", "question", "answer", "accepted", "distractors", "as_of",
    "attribution", "brief", "brief_date", "sentence", "tags", "deck_id",
)  # fmt: skip
"""The header row."""


def format_csv(decks: Sequence[Deck]) -> str:
    """The table, header row first; several answers in one cell stand on lines of their own."""
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for deck in decks:
        table.writerows(map(cell, _row(deck, card)) for card in deck.cards)
    return written.getvalue()


def _row(deck: Deck, card: Card) -> tuple[str, ...]:
    brief = (deck.brief_of(card.source) if card.source else None) or BriefRef("")
    return (
        deck.marking_of(card),
        deck.title,
        card.id,
        card.status,
        card.kind,
        card.question,
        card.answer,
        "\n".join(card.accepted),
        "\n".join(card.distractors),
        card.as_of,
        card.attribution,
        brief.title or brief.id,
        brief.date.isoformat() if brief.date else "",
        card.source.sentence if card.source else "",
        "\n".join(card.tags),
        deck.id,
    )
