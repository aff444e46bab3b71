"""The review as CSV: a row for each player and question."""

from __future__ import annotations

import csv
import io

from trainer.decks.markings import normal
from trainer.drill.review.findings import Item, Review, Said
from trainer.text import one_line

_HEADS = (
    "marking", "drill", "question", "deck", "card", "prompt", "answer", "void", "player", "team", "given", "credit",
    "points", "seconds", "confidence", "as_of", "attribution", "source",
)  # fmt: skip
_FORMULA = tuple("=+-@\t\r\n＝＋－＠|")


def format_csv(review: Review) -> str:
    """One row for each player and question, everything quoted; no text can be taken for a formula."""
    written = io.StringIO()
    rows = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(_HEADS)
    for item in review.items:
        for said in item.said:
            rows.writerow(_row(review, item, said))
    return written.getvalue()


def cell(text: str) -> str:
    """Text for a cell: one that a spreadsheet would run begins with an apostrophe.

    >>> cell("=1+1")
    "'=1+1"
    """
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _row(review: Review, item: Item, said: Said) -> list[str]:
    card = item.question.card
    return [
        cell(normal(review.marking)),
        cell(review.drill),
        str(item.number),
        cell(item.question.deck),
        cell(card.id),
        cell(item.question.prompt),
        cell(item.answer),
        "yes" if item.void else "no",
        cell(said.player),
        cell(said.team),
        cell(said.given),
        f"{said.credit:.3g}",
        str(said.points),
        "" if said.taken_s is None else f"{said.taken_s:.1f}",
        "" if said.confidence is None else str(said.confidence),
        cell(card.as_of),
        cell(card.attribution),
        cell(card.source.sentence if card.source else ""),
    ]
