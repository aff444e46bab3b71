"""`trainer due`: what today holds."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from trainer.cli import complain_of, put
from trainer.text import counted, one_line


@click.command("due")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(decks: tuple[Path, ...], as_json: bool) -> None:
    """Say how many cards are due, new and in learning today, deck by deck."""
    from trainer.cli.opened import opened

    collection, findings = opened(decks)
    with collection:
        rows = [
            {
                "id": deck.id,
                "title": deck.title,
                "marking": deck.highest_marking,
                "due": counts.due,
                "new": counts.new,
                "learning": counts.learning,
                "total": counts.total,
            }
            for deck in collection.decks
            for counts in [collection.counts(deck)]
        ]
    code = complain_of(findings)
    total = sum(int(str(row["total"])) for row in rows)
    if as_json:
        put(json.dumps({"total": total, "decks": rows}, ensure_ascii=False, indent=2))
        sys.exit(code)
    put(f"{'due':>5} {'new':>5} {'learning':>9}  deck")
    for row in rows:
        put(f"{row['due']:>5} {row['new']:>5} {row['learning']:>9}  {one_line(str(row['title']))}")
    put(f"{counted(total, 'card')} today")
    sys.exit(code)
