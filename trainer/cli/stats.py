"""`trainer stats`: progress in numbers."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trainer.cli import complain_of, put
from trainer.text import one_line

if TYPE_CHECKING:
    from trainer.collection import DeckStats


@click.command("stats")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(decks: tuple[Path, ...], as_json: bool) -> None:
    """Say how far each deck is learned, how many reviews the log holds and how many were recalled."""
    from trainer.collection import Collection

    collection, findings = Collection.open(decks)
    with collection:
        stats = collection.stats()
    code = complain_of(findings)
    if as_json:
        whole = {"reviews": sum(each.reviews for each in stats), "decks": [_as_json(each) for each in stats]}
        put(json.dumps(whole, ensure_ascii=False, indent=2))
        sys.exit(code)
    put(f"{'cards':>6} {'new':>5} {'learning':>9} {'review':>7} {'reviews':>8} {'today':>6} {'recalled':>9}  deck")
    for each in stats:
        put(_as_line(each))
    sys.exit(code)


def _as_json(stats: DeckStats) -> dict[str, Any]:
    return {
        "id": stats.deck.id,
        "title": stats.deck.title,
        "cards": len(stats.deck.cards),
        "new": stats.new,
        "learning": stats.learning,
        "review": stats.reviewing,
        "reviews": stats.reviews,
        "reviews_today": stats.reviews_today,
        "ratings": {rating.name.lower(): count for rating, count in stats.ratings.items()},
        "retention": stats.retention,
        "today": {"due": stats.today.due, "new": stats.today.new, "learning": stats.today.learning},
    }


def _as_line(stats: DeckStats) -> str:
    recalled = "–" if stats.retention is None else f"{stats.retention:.0%}"
    return (
        f"{len(stats.deck.cards):>6} {stats.new:>5} {stats.learning:>9} {stats.reviewing:>7} {stats.reviews:>8} "
        f"{stats.reviews_today:>6} {recalled:>9}  {one_line(stats.deck.title)}"
    )
