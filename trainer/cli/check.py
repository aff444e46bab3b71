"""`trainer check`: what is wrong with decks."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from trainer import locations
from trainer.cli import Exit, complain, put, say
from trainer.errors import DeckRefused, Finding
from trainer.text import counted


@click.command("check")
@click.argument("decks", nargs=-1, type=click.Path(path_type=Path), metavar="[DECK]...")
@click.option("--fix", is_flag=True, help="Give an id to each card that has none; nothing else in the file changes.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def command(decks: tuple[Path, ...], fix: bool, as_json: bool) -> None:
    """Say what is wrong with decks, each with its line and what to do; exit 1 if anything is."""
    from trainer.decks.check import check_deck, fix_ids

    findings: list[Finding] = []
    report = []
    for path in decks or locations.deck_files():
        try:
            if fix and (given := fix_ids(path)):
                say(f"{path}: {counted(given, 'card')} got an id.")
            deck, found = check_deck(path)
            deck_id, cards = deck.id, len(deck.cards)
        except DeckRefused as error:
            deck_id, cards, found = None, 0, (Finding(error.where, error.message, error.remedy),)
        report.append({"path": str(path), "deck": deck_id, "cards": cards, "findings": [*map(asdict, found)]})
        findings.extend(found)
    if as_json:
        put(json.dumps({"decks": report}, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            complain(finding)
        cards = sum(int(str(entry["cards"])) for entry in report)
        put(", ".join([counted(len(report), "deck"), counted(cards, "card"), counted(len(findings), "finding")]))
    sys.exit(Exit.PROBLEM if findings else Exit.DONE)
