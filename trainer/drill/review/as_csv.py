"""The review as CSV: a row for each player and question."""

from __future__ import annotations

import csv
import io

from trainer.decks.markings import normal
from trainer.drill.review.findings import Item, Review, Said
from trainer.text import cell, one_line

_HEADS = (
    "marking", "drill", "question", "deck", "card", "prompt", "answer", "void", "player", "team", "given", "credit",
    "points", "seconds", "confidence", "as_of", "attribution", "source",
)  # fmt: skip


def format_csv(review: Review) -> str:
    """One row for each player and question, everything quoted; no text can be taken for a formula."""
    written = io.StringIO()
    rows = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(_HEADS)
    for item in review.items:
        for said in item.said:
            rows.writerow(_row(review, item, said))
    return written.getvalue()


def _row(review: Review, item: Item, said: Said) -> list[str]:
    card = item.question.card
    return [
        _text(normal(review.marking)),
        _text(review.drill),
        str(item.number),
        _text(item.question.deck),
        _text(card.id),
        _text(item.question.prompt),
        _text(item.answer),
        "yes" if item.void else "no",
        _text(said.player),
        _text(said.team),
        _text(said.given),
        f"{said.credit:.3g}",
        str(said.points),
        "" if said.taken_s is None else f"{said.taken_s:.1f}",
        "" if said.confidence is None else str(said.confidence),
        _text(card.as_of),
        _text(card.attribution),
        _text(card.source.sentence if card.source else ""),
    ]


def _text(text: str) -> str:
    return cell(one_line(text))
